-- What is unusual: numbers far from what was to be expected, levels that moved, trends.
-- Each has the arithmetic that says so. An empty answer means that nothing is unusual only of
-- the numbers that could be judged: judged of series says how many have days enough.
--
-- title:     Detect anomalies
-- parameter: repo_name (text): only of this repository, owner/name
-- parameter: kinds (some of unusual|step|slope, default ["unusual", "step", "slope"]): a number far from the expected, a level that moved, a rise or fall
-- parameter: limit (integer 1 to 200, default 50): how many of each at most
-- types:     series integer, judged integer, value number, expected number, difference number, low number, high number, before number, after number, per_day number

-- refuse
SELECT printf('No repository is called %s here; scan_portfolio lists them.', :repo_name) AS message
 WHERE :repo_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM repo WHERE key = :repo_name);

-- result
SELECT count(*) AS series, count(*) FILTER (WHERE points > 14) AS judged,
       printf('Of %d numbers that moved lately %d are known on more than 14 days; of the others nothing can be said.', count(*), count(*) FILTER (WHERE points > 14)) AS judged_reason
  FROM series WHERE repo = coalesce(:repo_name, repo) OR :repo_name IS NULL;

-- anomalies limit
SELECT s.name AS number, a.source, a.repo, a.day, a.value, a.expected, a.difference, a.low, a.high, a.reason
  FROM anomaly a JOIN series s ON s.key = a.key AND s.metric = a.metric
 WHERE (:repo_name IS NULL OR a.repo = :repo_name) AND 'unusual' IN (SELECT value FROM json_each(:kinds))
 ORDER BY a.score IS NOT NULL, abs(a.score) DESC, a.key, a.metric;

-- steps limit
SELECT s.name AS number, t.source, t.repo, t.since, t.before, t.after, t.reason
  FROM trend t JOIN series s ON s.key = t.key AND s.metric = t.metric
 WHERE t.kind = 'step' AND (:repo_name IS NULL OR t.repo = :repo_name) AND 'step' IN (SELECT value FROM json_each(:kinds))
 ORDER BY t.since DESC, abs(t.score) DESC, t.key, t.metric;

-- slopes limit
SELECT s.name AS number, t.source, t.repo, t.since, t.until, t.before, t.after, t.slope AS per_day, t.reason
  FROM trend t JOIN series s ON s.key = t.key AND s.metric = t.metric
 WHERE t.kind = 'slope' AND (:repo_name IS NULL OR t.repo = :repo_name) AND 'slope' IN (SELECT value FROM json_each(:kinds))
 ORDER BY t.chance, t.key, t.metric;
