-- What the deployed service expects of each account this month, and the limit that is set there.
--
-- group:  costs
-- answer: object
-- items:  $.forecasts
-- absent: 404
-- unless: account
-- rank:   20

-- ask
SELECT json_array('api', 'usage', 'forecast') AS path, 'forecast' AS origin;

-- rows usage complete(origin)
WITH account AS (
  SELECT value AS row, coalesce(value ->> '$.account_name', value ->> '$.account_id') AS name FROM json_each(:body, '$.forecasts')
), amount AS (
  SELECT 'forecast ' || (row ->> '$.account_id') AS key, 'forecast' AS kind, name, money(row -> '$.projected_total') AS cost FROM account
   UNION ALL
  SELECT 'limit ' || (row ->> '$.account_id'), 'budget', name, money(row -> '$.monthly_limit') FROM account
)
SELECT key, :origin AS origin, kind, date('now', 'start of month') AS day, 'ai-cost-tracker' AS provider, name AS account, cost, 'USD' AS currency
  FROM amount WHERE cost IS NOT NULL;
