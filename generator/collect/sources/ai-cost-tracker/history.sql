-- Every record of the deployed service: this month and the last each night, older ones once.
--
-- group:  costs
-- answer: object
-- pages:  page page per_page
-- items:  $.records
-- absent: 404
-- unless: account
-- rank:   10

-- ask
WITH RECURSIVE month (first, n) AS (
  SELECT date('now', 'start of month'), 1
  UNION ALL
  SELECT date(first, '-1 month'), n + 1 FROM month
   WHERE n < coalesce((SELECT CAST(value AS INTEGER) FROM setting WHERE key = 'months'), 6)
)
SELECT json_array('api', 'usage', 'history') AS path, substr(first, 1, 7) AS origin,
       json_object('per_page', 200, 'start_date', first || 'T00:00:00', 'end_date', date(first, '+1 month', '-1 day') || 'T23:59:59.999999') AS query,
       iif(n <= 2, date('now'), first) AS validator
  FROM month ORDER BY n;

-- rows usage complete(origin)
SELECT 'record ' || (value ->> '$.id') AS key, :origin AS origin, 'actual' AS kind, date(value ->> '$.timestamp') AS day,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.timestamp') AS at, coalesce(value ->> '$.service_name', 'unknown') AS provider, value ->> '$.request_type' AS service,
       coalesce(value ->> '$.model_name', value ->> '$.metadata.model') AS model, coalesce(value ->> '$.account_name', value ->> '$.account_id') AS account,
       value ->> '$.metadata.repository' AS about, value ->> '$.metadata.workflow' AS workflow, value ->> '$.metadata.task' AS task, value ->> '$.api_calls' AS requests,
       coalesce(value ->> '$.input_tokens', value ->> '$.tokens_used') AS tokens_in, value ->> '$.output_tokens' AS tokens_out,
       money(value -> '$.cost') AS cost, iif(money(value -> '$.cost') IS NULL, NULL, upper(coalesce(value ->> '$.cost_currency', 'USD'))) AS currency
  FROM json_each(:body, '$.records');
