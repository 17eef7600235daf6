-- The ledger as a table for other programs: the sums of each month by each dimension. Ten
-- thousand rows to a file: costs.csv, costs-2.csv and so on.
--
-- path: costs{suffix}
-- title: Costs
-- each: part

-- part
WITH RECURSIVE part (nth) AS (
  SELECT 1 WHERE EXISTS (SELECT 1 FROM ledger)
  UNION ALL
  SELECT nth + 1 FROM part WHERE nth * 10000 < (SELECT count(*) FROM ledger)
)
SELECT iif(nth > 1, '-' || nth, '') AS suffix, (nth - 1) * 10000 AS first FROM part;

-- An empty name is one that is not told, an empty cost one that nobody knows.
-- ledger
SELECT month, dimension, name, currency, money_text(cost) AS cost, money_text(told) AS told, records, unknown, requests, tokens_in, tokens_cached, tokens_out, money_text(minutes) AS minutes
  FROM ledger ORDER BY month, dimension, name, currency LIMIT 10000 OFFSET :first;
