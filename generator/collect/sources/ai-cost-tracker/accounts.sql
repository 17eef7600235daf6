-- What the deployed service says that each account used this month: a check of its records, counted
-- nowhere.
--
-- group:  costs
-- answer: object
-- items:  $.usage
-- absent: 404
-- unless: account
-- rank:   50

-- ask
SELECT json_array('api', 'usage') AS path, 'accounts' AS origin;

-- rows usage_total complete(origin)
SELECT 'account ' || (value ->> '$.account_id') AS key, :origin AS origin, strftime('%Y-%m', 'now') AS month,
       nullif(value ->> '$.service_name', '') AS provider, coalesce(value ->> '$.account_name', value ->> '$.account_id') AS account,
       money(value -> '$.total_cost') AS cost, 'USD' AS currency
  FROM json_each(:body, '$.usage') WHERE money(value -> '$.total_cost') IS NOT NULL;
