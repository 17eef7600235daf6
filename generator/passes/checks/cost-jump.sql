-- Sources that have cost far more this month than in all of the last.
-- Where nothing is known of the last month, or it was nearly nothing, nothing is found.
--
-- group:     cost
-- severity:  medium
-- remedy:    Look which service costs more than before, and whether that is meant.
-- reference: https://www.finops.org/framework/capabilities/anomaly-management/
-- setting:   percent (150, 101 to 10000): from how many per cent of the last month's cost on
-- setting:   least (10, 0 to 1000000): how much the difference must be, in units of the currency

-- finding
WITH month AS (
  SELECT source, currency, total(cost) FILTER (WHERE day >= date('now', 'start of month')) AS this,
         total(cost) FILTER (WHERE day < date('now', 'start of month')) AS last
    FROM usage
   WHERE kind = 'actual' AND cost IS NOT NULL AND day >= date('now', 'start of month', '-1 month') AND day < date('now', 'start of month', '+1 month')
   GROUP BY source, currency
)
SELECT source, 'month ' || currency AS key, 'It has cost far more this month than in all of the last.' AS message,
       printf('So far %.2f %s; in all of the last month %.2f.', this / 1e6, currency, last / 1e6) AS evidence
  FROM month WHERE last >= 1e6 AND this * 100 >= last * :percent AND this - last >= :least * 1e6;
