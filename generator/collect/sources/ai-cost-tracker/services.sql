-- What the deployed service says that each AI service was used for this month: a check of its
-- records, counted nowhere.
--
-- group:  costs
-- answer: object
-- items:  $.by_service
-- absent: 404
-- rank:   51

-- ask
SELECT json_array('api', 'usage', 'by-service') AS path, 'services' AS origin,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'account') AND NOT EXISTS (SELECT 1 FROM setting WHERE key = 'user'), 'site.conf names accounts and no user: it is asked as its documents have it', NULL) AS absent;

-- rows usage_total complete(origin)
SELECT 'service ' || (value ->> '$.service_id') AS key, :origin AS origin, strftime('%Y-%m', 'now') AS month,
       nullif(value ->> '$.service_name', '') AS provider, money(value -> '$.total_cost') AS cost, 'USD' AS currency
  FROM json_each(:body, '$.by_service') WHERE money(value -> '$.total_cost') IS NOT NULL;
