-- Trends: what numbers did over many days, which of them are unusual tonight, which rise, fall
-- or are others than they were, and what they will be in a week. Nothing is said from fewer
-- than 14 known numbers, nor of what has not moved for 28 days, nor of archived repositories.
--
-- There are two kinds. A level stands until it moves: stars, open issues, scores, every number
-- that is kept of each night (see points), but for components of scores, the number of all
-- commits, costs since the month began, and thresholds of budgets. It is known on nights of which there was a run, and
-- judged by how far it moved since it was known before. A flow has a number for each day: commits (not of forks,
-- which get those of others), views and clones, seconds that a successful run of a
-- workflow took (the median), costs by day. It is judged by the number itself, of whole days
-- only. What was not read is not known: it is never zero.
--
-- Unusual is a number that is more than 3.5 usual deviations away from the expected one (Iglewicz
-- and Hoaglin 1993), and farther than any in the 8 weeks before. Expected is the median of these, or
-- that of the same weekday where this would have been nearer. The usual deviation is 1.4826 times the median
-- distance from it (Leys et al. 2013); where more than half of the distances are 0, 1.2533 times their mean; and at least
-- one (an issue, a star, a point of a score, a unit of money; ten seconds of a workflow).
--
-- It rises or falls if a level moved, or a flow beside that of 28 days before did, one way more
-- often than chance would have it once in 1,000 times (sign test; Cox and Stuart 1955); how much a
-- day is the median of the slopes between all days (Theil 1950, Sen 1968). A flow is another one since
-- a day if its ranks before and after differ more than chance would have it once in 1,000 times (Pettitt 1979: a
-- cumulative sum of ranks); a level, if it made a move that is unusual as above, and kept at least half of it for 7 nights.
--
-- A forecast is made by the one of four simple methods (naive, seasonal naive, mean, drift: Hyndman
-- and Athanasopoulos, Forecasting: Principles and Practice, 5.2) that would have been nearest, had
-- it been asked on each day so far (5.10). The errors that it would have made are its interval, which held 80
-- of 100 of them, and their mean is told beside it. It needs nine such trials, 29 known days at least.
--
-- setting: days (112, 56 to 1000): how many days are looked back on
-- setting: lately (28, 1 to 365): days in which a number must have moved for anything to be said of it
-- setting: ahead (7, 1 to 28): days that are forecast

-- rows series
WITH setting (days, lately) AS (     -- looked back on; it must have moved in so many of them
  VALUES (:days, :lately)
), metric (metric, name, step, most) AS ( -- step: the least usual deviation
  VALUES ('score', 'health score', 1, 100), ('health', 'health of the portfolio', 1, 100), ('repos', 'repositories', 1, NULL), ('stars', 'stars', 1, NULL),
         ('open_issues', 'open issues', 1, NULL), ('open_pulls', 'open pull requests', 1, NULL),
         ('findings.critical', 'critical findings', 1, NULL), ('findings.high', 'findings of high severity', 1, NULL),
         ('findings.medium', 'findings of medium severity', 1, NULL), ('findings.low', 'findings of low severity', 1, NULL),
         ('findings.info', 'findings for information', 1, NULL),
         ('open_tickets', 'open tickets', 1, NULL), ('open_incidents', 'open incidents', 1, NULL),
         ('failed_jobs', 'failed jobs', 1, NULL), ('waiting_ideas', 'ideas that wait for somebody', 1, NULL),
         ('daily_commits', 'commits a day', 1, NULL), ('daily_views', 'views a day', 1, NULL), ('daily_clones', 'clones a day', 1, NULL)
), night AS MATERIALIZED (
  SELECT DISTINCT date(started_at) AS day FROM run
), span AS MATERIALIZED (            -- of levels up to the last night, of flows up to the day before
  SELECT last, date(last, '-1 day') AS last_whole, date(last, '-' || lately || ' days') AS lately,
         date(last, '-' || days || ' days') AS before, julianday(last, '-' || (days - 1) || ' days') AS start,
         (WITH RECURSIVE back (n) AS (SELECT days - 1 UNION ALL SELECT n - 1 FROM back WHERE n > 0)
          SELECT group_concat(iif(date(last, '-' || n || ' days') IN (SELECT day FROM night), 'h', '-'), '') FROM back) AS nights,
         replace(hex(zeroblob(days)), '00', 'z') AS zeros, replace(hex(zeroblob(days)), '00', '-') AS unknown
    FROM setting, (SELECT max(day) AS last FROM night)
), moved AS MATERIALIZED (
  SELECT p.source, p.repo, p.metric FROM span s CROSS JOIN point p
   WHERE p.metric NOT GLOB 'score.*' AND p.metric NOT GLOB 'cost.*' AND p.metric NOT GLOB 'budget.*' AND p.metric <> 'commits'
   GROUP BY p.source, p.repo, p.metric HAVING max(p.day) > max(s.lately) AND count(*) > 1
), level AS (
  SELECT nullif(m.source, '') AS source, nullif(m.repo, '') AS repo, m.metric, 'level' AS kind, s.last AS day,
         series(CAST(julianday(p.day) - s.start AS INTEGER), p.value, s.nights) AS numbers
    FROM span s CROSS JOIN moved m CROSS JOIN point p ON p.source = m.source AND p.repo = m.repo AND p.metric = m.metric
   WHERE NOT EXISTS (SELECT 1 FROM repo r WHERE r.source = m.source AND r.key = m.repo AND r.archived)
   GROUP BY m.source, m.repo, m.metric
), known AS MATERIALIZED (           -- until which whole day a repository's commits or visitors were read
  SELECT c.source, c.repo, substr(c.declaration, instr(c.declaration, '/') + 1) AS what, max(date(c.loaded_at, '-1 day')) AS day
    FROM scope c WHERE c.declaration IN ('git/history', 'github/commit_activity', 'github/views', 'github/clones')
   GROUP BY 1, 2, 3
), committed AS MATERIALIZED (
  SELECT d.source, d.repo, s.last_whole, s.before, s.start - 1 AS start, s.zeros, s.unknown,
         min(s.last_whole, coalesce((SELECT max(k.day) FROM known k WHERE k.source = d.source AND k.repo = d.repo AND k.what IN ('history', 'commit_activity')), max(d.day))) AS until
    FROM span s CROSS JOIN commit_day d
   WHERE d.day > s.lately AND d.day <= s.last_whole
   GROUP BY d.source, d.repo
  HAVING NOT EXISTS (SELECT 1 FROM repo r WHERE r.source = d.source AND r.key = d.repo AND (r.archived OR r.fork))
), commits AS (
  SELECT c.source, c.repo, 'daily_commits' AS metric, 'flow' AS kind, c.last_whole AS day,
         series(CAST(julianday(d.day) - c.start AS INTEGER), d.commits,
                substr(c.zeros, 1, CAST(julianday(c.until) - c.start + 1 AS INTEGER)) || substr(c.unknown, CAST(julianday(c.until) - c.start + 2 AS INTEGER))) AS numbers
    FROM committed c CROSS JOIN commit_day d ON d.source = c.source AND d.repo = c.repo AND d.day > date(c.before, '-28 days') AND d.day <= c.until
   GROUP BY c.source, c.repo
), visits AS (                       -- the day of reading itself was not over
  SELECT t.source, t.repo, 'daily_' || t.kind AS metric, 'flow' AS kind, s.last_whole AS day,
         series(CAST(julianday(t.day) - s.start + 1 AS INTEGER), t.count, s.unknown) AS numbers
    FROM span s CROSS JOIN traffic_day t
    LEFT JOIN known k ON k.source = t.source AND k.repo = t.repo AND k.what = t.kind
   WHERE t.day >= s.before AND t.day <= coalesce(k.day, s.last_whole) AND t.day <= s.last_whole
   GROUP BY t.source, t.repo, t.kind
  HAVING max(t.day) > max(s.lately) AND NOT EXISTS (SELECT 1 FROM repo r WHERE r.source = t.source AND r.key = t.repo AND r.archived)
), ran AS MATERIALIZED (
  SELECT w.source, w.repo, w.name, date(w.created_at) AS day, median(w.seconds) AS seconds
    FROM span s CROSS JOIN workflow_run w
   WHERE w.created_at >= s.before AND w.created_at < s.last AND w.conclusion = 'success' AND w.seconds IS NOT NULL AND w.name IS NOT NULL
   GROUP BY w.source, w.repo, w.name, day
), runs AS (
  SELECT r.source, r.repo, 'run_seconds.' || substr(r.name, 1, 200) AS metric, 'flow' AS kind, s.last_whole AS day,
         series(CAST(julianday(r.day) - s.start + 1 AS INTEGER), r.seconds, s.unknown) AS numbers
    FROM span s CROSS JOIN ran r
   GROUP BY r.source, r.repo, substr(r.name, 1, 200)
  HAVING max(r.day) > max(s.lately) AND NOT EXISTS (SELECT 1 FROM repo a WHERE a.source = r.source AND a.key = r.repo AND a.archived)
), paid AS MATERIALIZED (            -- what yesterday cost is often told the day after
  SELECT u.source, u.currency, u.day, sum(u.cost) / 1e6 AS cost, max(u.day) OVER (PARTITION BY u.source, u.currency) AS until
    FROM span s CROSS JOIN usage u
   WHERE u.kind = 'actual' AND u.cost IS NOT NULL AND u.day >= s.before AND u.day < s.last_whole
   GROUP BY u.source, u.currency, u.day
), costs AS (
  SELECT p.source, NULL AS repo, 'daily_cost.' || p.currency AS metric, 'flow' AS kind, s.last_whole AS day,
         series(CAST(julianday(p.day) - s.start + 1 AS INTEGER), p.cost,
                substr(s.zeros, 1, CAST(julianday(p.until) - s.start + 2 AS INTEGER)) || substr(s.unknown, CAST(julianday(p.until) - s.start + 3 AS INTEGER))) AS numbers
    FROM span s CROSS JOIN paid p GROUP BY p.source, p.currency HAVING max(p.day) > max(s.lately)
), every AS (
  SELECT * FROM level UNION ALL SELECT * FROM commits UNION ALL SELECT * FROM visits UNION ALL SELECT * FROM runs UNION ALL SELECT * FROM costs
)
SELECT json_array(e.source, e.repo) AS key, e.metric, e.source, e.repo, e.kind, e.day, e.numbers, m.most,
       CASE WHEN m.name IS NOT NULL THEN m.name
            WHEN e.metric GLOB 'run_seconds.*' THEN 'seconds of a run of ' || substr(e.metric, 13)
            WHEN e.metric GLOB 'daily_cost.*' THEN substr(e.metric, 12) || ' a day'
            ELSE e.metric END AS name,
       CASE WHEN e.metric GLOB 'run_seconds.*' THEN 10.0 WHEN e.metric GLOB 'daily_cost.*' THEN 1.0 ELSE coalesce(m.step, 0.0) END AS step,
       json_array_length(e.numbers) - (length(e.numbers) - length(replace(e.numbers, 'null', ''))) / 4 AS points
  FROM every e LEFT JOIN metric m ON m.metric = e.metric
 WHERE e.numbers IS NOT NULL;

-- rows anomaly
WITH other AS MATERIALIZED (         -- nights that came with other rules
  SELECT DISTINCT date(r.started_at) AS day FROM rule_change c JOIN run r ON r.id = c.run
), judged AS MATERIALIZED (
  SELECT s.*, date(day, '-' || (json_array_length(numbers) - 1) || ' days') AS first, series_anomaly(numbers, kind, step) AS result
    FROM series s WHERE points > 14
), told AS (
  SELECT key, metric, source, repo, kind, step, date(first, '+' || (result ->> '$.at') || ' days') AS day,
         result ->> '$.value' AS value, result ->> '$.expected' AS expected, result ->> '$.moved' AS moved, result ->> '$.usual' AS usual,
         result ->> '$.low' AS low, result ->> '$.high' AS high, result ->> '$.deviation' AS deviation, result ->> '$.distance' AS distance,
         result ->> '$.score' AS score, result ->> '$.points' AS points, result ->> '$.weekday' AS weekday
    FROM judged WHERE result ->> '$.unusual'
)
SELECT key, metric, source, repo, day, value, expected, value - expected AS difference, low, high, deviation, score, points, weekday,
       iif(kind = 'level', 'moved by ', '')
         || printf('%.12g, and the median of %s%d %s before is %.12g', round(moved, 2), iif(weekday, 'the same weekday in ', ''), points, iif(kind = 'level', 'moves', 'days'), round(usual, 2))
         || iif(score IS NULL, '; each of these was the same',
                printf('; (%.12g - %.12g) / %.12g = %.1f, more than 3.5 and than any before; the usual deviation is %s',
                       round(moved, 2), round(usual, 2), round(deviation, 2), score,
                       CASE WHEN deviation <= step THEN printf('less than %.12g, which is taken instead', step)
                            WHEN distance > 0 THEN printf('1.4826 times the median distance %.12g', round(distance, 2))
                            ELSE '1.2533 times the mean distance' END))
         || iif(day IN (SELECT day FROM other) AND (metric IN ('score', 'health') OR metric GLOB 'findings.*'), '; rules of scores or findings are others since that night', '') AS reason
  FROM told;

-- rows trend
WITH other AS MATERIALIZED (         -- nights that came with other rules
  SELECT DISTINCT date(r.started_at) AS day FROM rule_change c JOIN run r ON r.id = c.run
), lately (days) AS (              -- what happened longer ago is no news
  VALUES (:lately)
), first AS MATERIALIZED (
  SELECT s.*, date(day, '-' || (json_array_length(numbers) - 1) || ' days') AS first FROM series s WHERE points >= 14
), slope AS MATERIALIZED (
  SELECT f.*, series_slope(numbers, kind) AS result FROM first f
), slope_told AS (
  SELECT *, date(first, '+' || (result ->> '$.from') || ' days') AS since, date(first, '+' || (result ->> '$.to') || ' days') AS until,
         result ->> '$.slope' AS slope, result ->> '$.p' AS chance, result ->> '$.ups' AS ups, result ->> '$.downs' AS downs
    FROM slope WHERE result IS NOT NULL
), step AS MATERIALIZED (
  SELECT f.*, series_step(numbers, kind, step) AS result FROM first f
), step_told AS (
  SELECT *, date(first, '+' || (result ->> '$.at') || ' days') AS since,
         result ->> '$.before' AS before, result ->> '$.after' AS after, result ->> '$.p' AS chance, result ->> '$.score' AS score
    FROM step WHERE result IS NOT NULL
)
SELECT key, metric, 'slope' AS kind, source, repo, since, until,
       json_extract(numbers, '$[' || (result ->> '$.from') || ']') AS before, json_extract(numbers, '$[' || (result ->> '$.to') || ']') AS after,
       slope, chance, NULL AS score, result ->> '$.points' AS points,
       printf('%s on %d days and %s on %d%s: by chance less than once in %d times; the median slope between two of %d days is %+.3g a day',
              iif(kind = 'level', 'rose', 'higher'), ups, iif(kind = 'level', 'fell', 'lower'), downs, iif(kind = 'level', '', ', each beside 28 days before'),
              CAST(min(round(1 / chance), 1e6) AS INTEGER), result ->> '$.points', slope) AS reason
  FROM slope_told WHERE slope <> 0 AND chance IS NOT NULL
 UNION ALL
SELECT key, metric, 'step', source, repo, since, day, before, after, NULL, chance, score, result ->> '$.points',
       iif(kind = 'level',
           printf('moved from %.12g on %s, %.1f times as far as %d moves usually deviate; the median since is %.12g', round(before, 2), since, abs(score), result ->> '$.points', round(after, 2)),
           printf('the median before %s is %.12g, since then %.12g; by chance the ranks would differ as much less than once in %d times', since, round(before, 2), round(after, 2), CAST(min(round(1 / chance), 1e6) AS INTEGER)))
         || iif(since IN (SELECT day FROM other) AND (metric IN ('score', 'health') OR metric GLOB 'findings.*'), '; rules of scores or findings are others since that night', '') AS reason
  FROM step_told, lately WHERE since > date(day, '-' || days || ' days');

-- rows forecast
WITH setting (ahead) AS (            -- days
  VALUES (:ahead)
), made AS MATERIALIZED (
  SELECT s.*, ahead, date(day, '-' || (json_array_length(numbers) - 1) || ' days') AS first, series_forecast(numbers, ahead, most) AS result
    FROM setting, series s WHERE points >= 29
), told AS (
  SELECT key, metric, source, repo, date(first, '+' || (result ->> '$.origin') || ' days') AS origin, ahead, result,
         json_extract(result, '$.value[' || (ahead - 1) || ']') AS value, json_extract(result, '$.low[' || (ahead - 1) || ']') AS low, json_extract(result, '$.high[' || (ahead - 1) || ']') AS high,
         result ->> '$.method' AS method, result ->> '$.error' AS error, result ->> '$.error_naive' AS error_naive,
         result ->> '$.tests' AS tests, result ->> '$.points' AS points
    FROM made WHERE result IS NOT NULL
)
SELECT key, metric, source, repo, origin, date(origin, '+' || ahead || ' days') AS day, value, low, high, method, error, error_naive, tests, points,
       json_object('value', result -> '$.value', 'low', result -> '$.low', 'high', result -> '$.high') AS path,
       printf('%s from %d known days: forecasts of %d days were away by %.3g on average in %d trials, those of the naive method by %.3g; 80 of 100 would have been between %.3g less and %.3g more',
              method, points, ahead, error, tests, error_naive, value - low, high - value) AS reason
  FROM told WHERE value IS NOT NULL AND low IS NOT NULL AND high IS NOT NULL AND error IS NOT NULL;
