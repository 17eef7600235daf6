-- How budgets stand: what was spent of each this month, which of its thresholds that reached and
-- when, and what it will be at the month's end. A budget counts what fits its filters: of each
-- dimension that it names one of the names.
--
-- The forecast is what was spent until the last whole day of which something is known, and what
-- the days after that will cost: the sum of as many days as are left, as it was in the past, by
-- whichever of simple methods would have been nearest then (see trends). That is tried for every
-- day of the past from which it can be, and the interval is where 80 of 100 of these would have
-- been. Where too few days are known, nothing is forecast. What nobody knows the cost of is
-- counted, and makes the sum too low.

-- rows budget_day
WITH wanted AS MATERIALIZED (
  SELECT b.name AS budget, f.value ->> 0 AS dimension, f.value ->> 1 AS name FROM budget b, json_each(b.filters) f
), counted AS MATERIALIZED (
  SELECT name AS budget, currency, (SELECT count(DISTINCT w.dimension) FROM wanted w WHERE w.budget = b.name) AS dimensions FROM budget b
), fitting AS (
  SELECT c.budget, r.day, r.source, iif(r.currency = c.currency, r.cost, NULL) AS cost
    FROM counted c CROSS JOIN charge r
   WHERE c.dimensions = 0
      OR c.dimensions = (SELECT count(DISTINCT w.dimension) FROM wanted w
                          WHERE w.budget = c.budget
                            AND w.name = CASE w.dimension WHEN 'provider' THEN r.provider WHEN 'model' THEN r.model WHEN 'account' THEN r.account
                                                          WHEN 'repo' THEN r.repository WHEN 'workflow' THEN r.workflow WHEN 'task' THEN r.task
                                                          ELSE r.source END)
)
SELECT budget, day, source, sum(cost) AS cost, count(*) AS records, count(*) - count(cost) AS unknown
  FROM fitting GROUP BY budget, day, source;

-- A day of which nothing is told cost nothing, if it is before the last of which anything is.
-- rows budget_state
WITH RECURSIVE clock AS MATERIALIZED (
  SELECT *, CAST(julianday(last) - julianday(until) AS INTEGER) AS ahead
    FROM (SELECT date('now', 'start of month') AS first, date('now', 'start of month', '+1 month', '-1 day') AS last,
                 (SELECT max(name) FROM ledger WHERE dimension = 'day' AND name < date('now')) AS until)
), day AS MATERIALIZED (
  SELECT d.budget, d.day, sum(d.cost) AS cost, sum(d.records) AS records, sum(d.unknown) AS unknown
    FROM budget_day d, clock c WHERE d.day <= c.last GROUP BY d.budget, d.day
), month AS MATERIALIZED (
  SELECT b.name AS budget, b.monthly, b.currency, b.thresholds, c.first, c.until, c.ahead, coalesce(sum(d.cost), 0) AS spent, coalesce(sum(d.records), 0) AS records,
         coalesce(sum(d.unknown), 0) AS unknown, coalesce(sum(d.cost) FILTER (WHERE d.day <= c.until), 0) AS before
    FROM budget b CROSS JOIN clock c
    LEFT JOIN day d ON d.budget = b.name AND d.day >= c.first
   GROUP BY b.name
), running AS MATERIALIZED (
  SELECT d.budget, d.day, sum(d.cost) OVER (PARTITION BY d.budget ORDER BY d.day) AS spent FROM day d, clock c WHERE d.day >= c.first
), reached AS MATERIALIZED (
  SELECT m.budget, t.value AS threshold, (SELECT min(r.day) FROM running r WHERE r.budget = m.budget AND r.spent * 100 >= m.monthly * t.value) AS day
    FROM month m, json_each(m.thresholds) t
), step (budget, day, until) AS (    -- the days looked back on, all of them
  SELECT d.budget, max(min(d.day), date(c.until, '-150 days')), c.until
    FROM day d, clock c WHERE c.until IS NOT NULL AND c.ahead BETWEEN 1 AND 31 AND d.day <= c.until GROUP BY d.budget
  UNION ALL
  SELECT budget, date(day, '+1 day'), until FROM step WHERE day < until
), sum_until AS MATERIALIZED (
  SELECT s.budget, row_number() OVER per AS n, sum(coalesce(d.cost, 0)) OVER per AS cost
    FROM step s LEFT JOIN day d ON d.budget = s.budget AND d.day = s.day
  WINDOW per AS (PARTITION BY s.budget ORDER BY s.day)
), rolling AS MATERIALIZED (         -- what as many days cost as are left, on each day
  SELECT a.budget, json_group_array(a.cost - coalesce(b.cost, 0)) AS sums
    FROM (SELECT s.*, c.ahead FROM sum_until s, clock c WHERE s.n >= c.ahead ORDER BY s.budget, s.n) a
    LEFT JOIN sum_until b ON b.budget = a.budget AND b.n = a.n - a.ahead
   GROUP BY a.budget
), made AS MATERIALIZED (
  SELECT r.budget, c.ahead, series_forecast(r.sums, c.ahead, NULL) AS result FROM rolling r, clock c
), forecast AS (
  SELECT budget, json_extract(result, '$.value[' || (ahead - 1) || ']') AS value, json_extract(result, '$.low[' || (ahead - 1) || ']') AS low,
         json_extract(result, '$.high[' || (ahead - 1) || ']') AS high, result ->> '$.method' AS method, result ->> '$.error' AS error, result ->> '$.tests' AS tests
    FROM made WHERE result IS NOT NULL
), state AS (
  SELECT m.*, (SELECT max(threshold) FROM reached r WHERE r.budget = m.budget AND r.day IS NOT NULL) AS threshold,
         (SELECT min(r.day) FROM running r WHERE r.budget = m.budget AND r.spent > m.monthly) AS spent_on,
         max(m.before + CAST(round(f.value) AS INTEGER), m.spent) AS forecast, max(m.before + CAST(round(f.low) AS INTEGER), m.spent) AS low,
         max(m.before + CAST(round(f.high) AS INTEGER), m.spent) AS high, f.method, CAST(round(f.error) AS INTEGER) AS error, f.tests,
         (SELECT d.source FROM budget_day d WHERE d.budget = m.budget AND d.day >= m.first GROUP BY d.source ORDER BY sum(d.cost) DESC, d.source LIMIT 1) AS source
    FROM month m LEFT JOIN forecast f ON f.budget = m.budget AND f.low IS NOT NULL AND f.error IS NOT NULL
), told AS (
  SELECT s.*, (SELECT day FROM reached r WHERE r.budget = s.budget AND r.threshold = s.threshold) AS reached_on,
         (SELECT min(threshold) FROM reached r WHERE r.budget = s.budget AND r.day IS NULL AND s.forecast * 100 >= s.monthly * r.threshold) AS next
    FROM state s
)
SELECT budget, substr(first, 1, 7) AS month, monthly, currency, spent, records, unknown, until, threshold, reached_on, next, spent_on, forecast, low, high, method, error, tests, source,
       'spent ' || money_text(spent) || ' of ' || money_text(monthly) || ' ' || currency
         || coalesce(', more than all of it on ' || spent_on, ', ' || threshold || '% on ' || reached_on, '')
         || coalesce('; the forecast is ' || money_text((forecast + 5000) / 10000 * 10000) || ', in 80 of 100 cases from ' || money_text((low + 5000) / 10000 * 10000)
                     || ' to ' || money_text((high + 5000) / 10000 * 10000), '; too few days are known to forecast it')
         || iif(unknown, '; what ' || unknown || ' of ' || records || ' records cost is not known', '') AS reason
  FROM told;
