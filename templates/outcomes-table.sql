-- What outcomes cost on average, as a table for other programs: requests of tasks and closed issues
-- of repositories, month by month. Ten thousand rows to a file: outcomes.csv, outcomes-2.csv and
-- so on.
--
-- path: outcomes{suffix}
-- title: Outcomes
-- each: part

-- part
WITH RECURSIVE part (nth) AS (
  SELECT 1 WHERE EXISTS (SELECT 1 FROM outcome)
  UNION ALL
  SELECT nth + 1 FROM part WHERE nth * 10000 < (SELECT count(*) FROM outcome)
)
SELECT iif(nth > 1, '-' || nth, '') AS suffix, (nth - 1) * 10000 AS first FROM part;

-- An empty cost is one that nobody knows.
-- outcomes
SELECT month, kind, name, currency, money_text(cost) AS cost, records, unknown, outcomes AS amount, money_text(each_cost) AS each_cost, reason
  FROM outcome ORDER BY month, kind, name, currency LIMIT 10000 OFFSET :first;
