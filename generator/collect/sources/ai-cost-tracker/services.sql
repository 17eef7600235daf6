-- What the deployed service says that each AI service was used for this month: a check of its
-- records, counted nowhere.
--
-- group:  costs
-- answer: object
-- items:  $.by_service
-- absent: 404
-- unless: account
-- rank:   51

-- ask
SELECT json_array('api', 'usage', 'by-service') AS path, 'services' AS origin;

-- rows usage_total complete(origin)
SELECT 'service ' || (value ->> '$.service_id') AS key, :origin AS origin, strftime('%Y-%m', 'now') AS month,
       nullif(value ->> '$.service_name', '') AS provider, money(value -> '$.total_cost') AS cost, 'USD' AS currency
  FROM json_each(:body, '$.by_service') WHERE money(value -> '$.total_cost') IS NOT NULL;
