-- Everything that the page "Trends" tells, and what it has no room for, as a table for other
-- programs. Ten thousand to a file: trends.csv, trends-2.csv and so on.
--
-- path: trends{suffix}
-- title: Trends
-- each: part
-- types: day date, since date

-- part
WITH RECURSIVE total AS MATERIALIZED (
  SELECT (SELECT count(*) FROM anomaly) + (SELECT count(*) FROM trend) + (SELECT count(*) FROM forecast) AS rows
), part (nth) AS (
  VALUES (1)
  UNION ALL
  SELECT nth + 1 FROM part, total WHERE nth * 10000 < rows
)
SELECT iif(nth > 1, '-' || nth, '') AS suffix, (nth - 1) * 10000 AS first FROM part;

-- trends
WITH told AS (
  SELECT 'unusual' AS what, key, metric, source, repo, day AS since, day, expected AS before, value, low, high, NULL AS method, NULL AS error, NULL AS error_naive, score, points, reason FROM anomaly
   UNION ALL
  SELECT kind, key, metric, source, repo, since, until, before, after, NULL, NULL, NULL, NULL, NULL, score, points, reason FROM trend
   UNION ALL
  SELECT 'forecast', key, metric, source, repo, origin, day, NULL, value, low, high, method, error, error_naive, NULL, points, reason FROM forecast
)
SELECT t.what, t.metric, t.source, t.repo, t.since, t.day, t.before, t.value, t.low, t.high, t.method, t.error, t.error_naive, t.score, t.points, t.reason, o.demo, page.path AS page
  FROM told t
  LEFT JOIN source o ON o.name = t.source
  LEFT JOIN page ON page.source = t.source AND page.repo = t.repo
 ORDER BY instr('unusual step slope forecast', t.what), o.position, t.key, t.metric LIMIT 10000 OFFSET :first;
