-- What needs a decision tonight. Items that await approval or are blocked come first, then
-- what else is urgent, what was forgotten, what the checks found, and which sources could
-- not be read.
--
-- path: index
-- title: Desk
-- types: total number, more number, repos number, known number, points number, score number(1), critical number, high number, sources number, scopes number,
--   never number, other_reasons number, changed number, earlier time, scores sparkline,
--   url url, since date, day date, value number(1), expected number(1), labels list, opened date, touched date, due date, oldest time, newest time

-- portfolio
SELECT grade, score, reason FROM portfolio WHERE metric = 'health';

-- The portfolio's health of each of the last 90 days with a run; what was not known is a gap, a
-- day without a run too.
-- moves
WITH RECURSIVE span (first, last) AS (
  SELECT max(min(p.day), date(r.last, '-90 days')), r.last
    FROM point p, (SELECT date(max(started_at)) AS last FROM run) r
   WHERE p.source = '' AND p.repo = '' AND p.metric = 'health' HAVING count(*) > 1
), day (day, last) AS (
  SELECT first, last FROM span
  UNION ALL
  SELECT date(day, '+1 day'), last FROM day WHERE day < last
)
SELECT json_group_array(iif(day IN (SELECT date(started_at) FROM run),
                            (SELECT value FROM point
                              WHERE source = '' AND repo = '' AND metric = 'health' AND day <= d.day
                              ORDER BY day DESC LIMIT 1), NULL)) AS scores,
       min(day) AS since
  FROM (SELECT day FROM day ORDER BY day) AS d HAVING count(*) > 1;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;

-- The issues of how many repositories are known, so that no issue means none (as on the page
-- of repositories).
-- coverage
WITH asked AS (
  SELECT c.source, c.repo, max(c.known) AS known
    FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration = s.system || '/issues'
   GROUP BY c.source, c.repo
)
SELECT count(*) AS repos,
       count(nullif(coalesce(own.known, every.known,
                             EXISTS (SELECT 1 FROM issue i WHERE i.source = r.source AND i.repo = r.key))
                    OR r.open_items IS 0, 0)) AS known
  FROM repo r
  LEFT JOIN asked own ON own.source = r.source AND own.repo = r.key
  LEFT JOIN asked every ON every.source = r.source AND every.repo IS NULL;

-- With what the last run is compared.
-- compared
SELECT at AS earlier FROM change_span WHERE name = 'run';

-- What changed since the run before this one, by kind; what calls for a decision first.
-- changes
WITH told AS (
  SELECT 'findings' AS list, iif(what IN ('opened', 'raised'), 1, 5) AS place, severity, 1 AS items
    FROM finding_change WHERE span = 'run' AND what <> 'passed'
   UNION ALL
  SELECT 'quiet', iif(what = 'quiet', 2, 10), NULL, scopes FROM source_change WHERE span = 'run'
   UNION ALL
  SELECT 'scores', iif(after < before, 3, 6), NULL, 1 FROM score_change WHERE span = 'run' AND component = '' AND after <> before
   UNION ALL
  SELECT 'issues', CASE WHEN what IN ('opened', 'reopened') THEN 4 WHEN what = 'prioritised' THEN 7 ELSE 8 END, NULL, 1
    FROM item_change WHERE span = 'run' AND kind IN ('issue', 'pull') AND what NOT IN ('known', 'passed')
   UNION ALL
  SELECT 'releases', 9, NULL, 1 FROM item_change WHERE span = 'run' AND kind = 'release' AND what = 'published'
), words (place, text) AS (
  VALUES (1, 'Findings opened, or more severe'), (2, 'Things asked of sources that could be read then and not now'),
         (3, 'Scores that fell'), (4, 'Issues and pull requests opened or reopened'), (5, 'Findings resolved, or less severe'),
         (6, 'Scores that rose'), (7, 'Open issues and pull requests with another label of priority'),
         (8, 'Issues and pull requests closed or merged'), (9, 'Releases published'),
         (10, 'Things asked of sources that could not be read then and are read now')
)
SELECT t.list, w.text, sum(t.items) AS changed,
       iif(w.place = 1, sum(t.severity = 'critical') || ' critical, ' || sum(t.severity = 'high') || ' high', NULL) AS detail
  FROM told t JOIN words w ON w.place = t.place
 GROUP BY w.place ORDER BY w.place;

-- The lists of open issues and pull requests, with how many belong into each.
-- sections
WITH total AS (
  SELECT coalesce(sum(approval), 0) AS approval, coalesce(sum(blocked), 0) AS blocked,
         coalesce(sum(urgency IN ('critical', 'high') AND NOT approval AND NOT blocked), 0) AS urgent,
         coalesce(sum(stale), 0) AS stale
    FROM priority
), section AS (
  SELECT 'approval' AS id, 'Awaits approval' AS heading, approval AS total,
         'Open issues and pull requests that wait for a decision of yours.' AS meaning,
         'Nothing awaits approval.' AS if_empty
    FROM total
  UNION ALL
  SELECT 'blocked', 'Blocked', blocked,
         'Open issues and pull requests that cannot go on until something else happens.',
         'Nothing is blocked.'
    FROM total
  UNION ALL
  SELECT 'urgent', 'High priority', urgent,
         'Open issues and pull requests of critical or high urgency that are in neither list above.',
         'Nothing else is of critical or high urgency.'
    FROM total
  UNION ALL
  SELECT 'stale', 'Stale', stale,
         'Open issues and pull requests that nobody has touched for 30 days or more. Some may be in a list above, too.',
         'No open item has gone untouched for 30 days.'
    FROM total
)
SELECT id, heading, meaning, if_empty, total, max(total - 25, 0) AS more FROM section;

-- The first 25 of a list, the most urgent first: in the order of the ranks' index, and no further
-- than there are any.
-- sections.items
SELECT p.urgency, p.points, p.reason, p.approval, p.blocked, p.stale,
       i.source, i.repo, i.number, i.title, i.url, i.draft, i.labels,
       CASE i.kind WHEN 'pull' THEN 'pull request' ELSE i.kind END AS kind,
       iif(i.labels = '[]', NULL, (SELECT group_concat(value, ', ') FROM json_each(i.labels))) AS label_names,
       iif(i.assignees = '[]', NULL, (SELECT group_concat(value, ', ') FROM json_each(i.assignees))) AS assigned,
       i.created_at AS opened, i.updated_at AS touched, i.due_on AS due,
       page.path AS page, s.demo
  FROM priority p
  JOIN issue i ON i.source = p.source AND i.repo = p.repo AND i.number = p.number
  JOIN page ON page.source = p.source AND page.repo = p.repo
  JOIN source s ON s.name = p.source
 WHERE p.rank > 0
   AND CASE :id WHEN 'approval' THEN p.approval
                WHEN 'blocked' THEN p.blocked
                WHEN 'stale' THEN p.stale
                ELSE p.urgency IN ('critical', 'high') AND NOT p.approval AND NOT p.blocked END
 ORDER BY p.rank LIMIT min(25, 0 + :total);

-- What is farthest from what was expected, at most 5.
-- unusual
SELECT s.name, a.source, a.repo, a.day, a.value, a.expected, page.path AS page, o.demo
  FROM anomaly a
  JOIN series s ON s.key = a.key AND s.metric = a.metric
  LEFT JOIN source o ON o.name = a.source
  LEFT JOIN page ON page.source = a.source AND page.repo = a.repo
 ORDER BY a.score IS NOT NULL, abs(a.score) DESC, o.position, a.key, a.metric LIMIT 5;

-- finding_total
SELECT count(*) AS total, coalesce(sum(severity = 'critical'), 0) AS critical,
       coalesce(sum(severity = 'high'), 0) AS high, max(count(*) - 25, 0) AS more
  FROM finding;

-- Which come first is found before anything else is looked up of them.
-- findings
WITH first AS MATERIALIZED (
  SELECT f.rule, f.source, f.key, s.demo, s.position
    FROM finding f JOIN source s ON s.name = f.source
   ORDER BY instr('critical high medium low info', f.severity), f.repo IS NOT NULL,
            s.position, f.key, f.rule
   LIMIT 25
)
SELECT f.rule, f.severity, f.message, f.evidence, f.source, f.repo, f.number, i.title AS issue, i.url,
       page.path AS page, d.remedy, t.demo,
       (SELECT e.at FROM finding_event e
         WHERE e.rule = f.rule AND e.source = f.source AND e.key = f.key AND e.state = 'open' AND e.severity_before IS NULL
         ORDER BY e.nth DESC LIMIT 1) AS since
  FROM first t
  JOIN finding f ON f.rule = t.rule AND f.source = t.source AND f.key = t.key
  LEFT JOIN page ON page.source = f.source AND page.repo = f.repo
  LEFT JOIN issue i ON i.source = f.source AND i.repo = f.repo AND i.number = f.number
  LEFT JOIN declaration d ON d.kind = 'check' AND d.name = f.rule
 ORDER BY instr('critical high medium low info', f.severity), f.repo IS NOT NULL,
          t.position, f.key, f.rule;

-- trouble_total
SELECT count(*) AS scopes, count(DISTINCT source) AS sources FROM scope
 WHERE outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT expected;

-- What could not be read, by what was asked for and how that ended. One of the reasons is shown.
-- trouble
WITH cause AS (
  SELECT source, declaration, outcome, count(*) AS scopes, min(reason) AS reason,
         count(DISTINCT reason) AS reasons, sum(loaded_at IS NULL) AS never,
         min(loaded_at) AS oldest, max(loaded_at) AS newest
    FROM scope
   WHERE outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT expected
   GROUP BY source, declaration, outcome
)
SELECT c.source, s.demo, c.declaration, c.outcome, c.scopes, c.reason, max(c.reasons - 1, 0) AS other_reasons,
       c.never, c.oldest, nullif(c.newest, c.oldest) AS newest
  FROM cause c
  JOIN source s ON s.name = c.source
 ORDER BY s.position, c.declaration, c.outcome;
