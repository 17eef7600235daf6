-- What is unusual tonight, what rises or falls, and what is to be expected, of all numbers that
-- moved lately; each with the arithmetic that says so.
--
-- path: trends
-- title: Trends
-- types: moved number, lately number, judged number, unusual number, step_count number, slope_count number, forecast_count number, chance number,
--   more_unusual number, more_steps number, more_slopes number, more_forecasts number,
--   value number(1), expected number(1), difference number(1), low number(1), high number(1), before number(1), after number(1),
--   slope number(2), error number(1), error_naive number(1), tests number, last number(1),
--   day date, since date, until date, origin date, weeks sparkline, chart line

-- One in 1,000 numbers is that far away where nothing is wrong, and that clear a trend.
-- total
WITH count AS (
  SELECT (SELECT count(*) FROM series) AS moved, (SELECT count(*) FROM series WHERE points > 14) AS judged,
         (SELECT count(*) FROM anomaly) AS unusual, (SELECT count(*) FROM trend WHERE kind = 'step') AS step_count,
         (SELECT count(*) FROM trend WHERE kind = 'slope') AS slope_count, (SELECT count(*) FROM forecast) AS forecast_count
)
SELECT *, nullif(judged / 1000, 0) AS chance, (SELECT value FROM rule_setting WHERE kind = 'pass' AND rule = 'trends' AND key = 'lately') AS lately,
       (SELECT iif(value = 7, 'a week', printf('%g days', value)) FROM rule_setting WHERE kind = 'pass' AND rule = 'trends' AND key = 'ahead') AS ahead,
       max(unusual - 25, 0) AS more_unusual, max(step_count - 25, 0) AS more_steps, max(slope_count - 25, 0) AS more_slopes, max(forecast_count - 12, 0) AS more_forecasts
  FROM count;

-- The farthest first.
-- anomalies
SELECT s.name, a.source, a.repo, a.day, a.value, a.expected, a.difference, a.low, a.high, a.reason, page.path AS page, o.demo,
       (SELECT json_group_array(value) FROM json_each(s.numbers) WHERE key >= json_array_length(s.numbers) - 56) AS weeks
  FROM anomaly a
  JOIN series s ON s.key = a.key AND s.metric = a.metric
  LEFT JOIN source o ON o.name = a.source
  LEFT JOIN page ON page.source = a.source AND page.repo = a.repo
 ORDER BY a.score IS NOT NULL, abs(a.score) DESC, o.position, a.key, a.metric LIMIT 25;

-- The latest first.
-- steps
SELECT s.name, t.source, t.repo, t.since, t.before, t.after, t.after - t.before AS difference, t.reason, page.path AS page, o.demo,
       (SELECT json_group_array(value) FROM json_each(s.numbers) WHERE key >= json_array_length(s.numbers) - 56) AS weeks
  FROM trend t
  JOIN series s ON s.key = t.key AND s.metric = t.metric
  LEFT JOIN source o ON o.name = t.source
  LEFT JOIN page ON page.source = t.source AND page.repo = t.repo
 WHERE t.kind = 'step'
 ORDER BY t.since DESC, abs(t.score) DESC, t.chance, o.position, t.key, t.metric LIMIT 25;

-- The clearest first.
-- slopes
SELECT s.name, t.source, t.repo, t.since, t.until, t.before, t.after, t.slope, iif(t.slope > 0, 'rising', 'falling') AS way, t.reason, page.path AS page, o.demo,
       (SELECT json_group_array(value) FROM json_each(s.numbers) WHERE key >= json_array_length(s.numbers) - 56) AS weeks
  FROM trend t
  JOIN series s ON s.key = t.key AND s.metric = t.metric
  LEFT JOIN source o ON o.name = t.source
  LEFT JOIN page ON page.source = t.source AND page.repo = t.repo
 WHERE t.kind = 'slope'
 ORDER BY t.chance, o.position, t.key, t.metric LIMIT 25;

-- Of everything first, then of a source's all, then of what is told of above.
-- forecasts
WITH first AS MATERIALIZED (
  SELECT f.*, row_number() OVER (ORDER BY f.repo IS NOT NULL, f.source IS NOT NULL,
                                          NOT EXISTS (SELECT 1 FROM anomaly a WHERE a.key = f.key AND a.metric = f.metric),
                                          NOT EXISTS (SELECT 1 FROM trend t WHERE t.key = f.key AND t.metric = f.metric), f.key, f.metric) AS place
    FROM forecast f
), known AS MATERIALIZED (
  SELECT f.*, s.name, s.numbers, CAST(julianday(f.origin) - julianday(s.day) AS INTEGER) + json_array_length(s.numbers) - 1 AS at
    FROM first f JOIN series s ON s.key = f.key AND s.metric = f.metric WHERE f.place <= 12
)
SELECT k.name, k.source, k.repo, k.origin, k.day, k.value, k.low, k.high, json_extract(k.numbers, '$[' || k.at || ']') AS last,
       k.method, k.error, k.error_naive, k.tests, page.path AS page, o.demo,
       (WITH RECURSIVE day (n) AS (SELECT max(-55, -k.at) UNION ALL SELECT n + 1 FROM day WHERE n < json_array_length(k.path, '$.value'))
        SELECT json_object('labels', json_group_array(date(k.origin, n || ' days')),
                           'series', json_array(json_object('name', 'known', 'values', json_group_array(iif(n <= 0, json_extract(k.numbers, '$[' || (k.at + n) || ']'), NULL))),
                                                json_object('name', 'forecast', 'values', json_group_array(iif(n = 0, json_extract(k.numbers, '$[' || k.at || ']'), iif(n > 0, json_extract(k.path, '$.value[' || (n - 1) || ']'), NULL)))),
                                                json_object('name', 'lower edge', 'values', json_group_array(iif(n > 0, json_extract(k.path, '$.low[' || (n - 1) || ']'), NULL))),
                                                json_object('name', 'upper edge', 'values', json_group_array(iif(n > 0, json_extract(k.path, '$.high[' || (n - 1) || ']'), NULL)))))
          FROM day) AS chart
  FROM known k
  LEFT JOIN source o ON o.name = k.source
  LEFT JOIN page ON page.source = k.source AND page.repo = k.repo
 ORDER BY k.place;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
