-- Sources whose cost of this month is so high that somebody has to look at it.
-- It is looked at each month; a waiver until the month's last day says that it was.
--
-- group:     cost
-- severity:  medium
-- remedy:    Go through what it was spent for, and note that you did as a waiver until the end of the
--            month.
-- setting:   monthly (100, 1 to 100000000): more than how much, in units of the currency

-- finding
SELECT source, 'month ' || currency AS key, printf('It has cost more than %.12g %s this month.', :monthly, currency) AS message,
       printf('So far %.2f %s.', sum(cost) / 1e6, currency) AS evidence
  FROM usage
 WHERE kind = 'actual' AND cost IS NOT NULL AND day >= date('now', 'start of month') AND day < date('now', 'start of month', '+1 month')
 GROUP BY source, currency
HAVING sum(cost) > :monthly * 1e6;
