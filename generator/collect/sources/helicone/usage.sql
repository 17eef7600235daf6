-- One record for each request.
--
-- group:  costs
-- answer: any
-- pages:  link

-- ask
SELECT value AS path, value AS origin FROM setting WHERE key = 'path' ORDER BY position;

-- rows usage complete(origin)
WITH given AS (
  SELECT value AS row, coalesce(money(value -> '$.cost'), money(value -> '$.cost_usd')) AS cost,
         coalesce(nullif(value ->> '$.request_created_at', ''), nullif(value ->> '$.created_at', '')) AS asked,
         iif(json_valid(coalesce(value ->> '$.request_properties', value ->> '$.properties')), coalesce(value ->> '$.request_properties', value ->> '$.properties'), '{}') AS said
    FROM json_each(iif(json_type(:body) = 'object', :body -> '$.data', :body))
)
SELECT row ->> '$.request_id' AS key, :origin AS origin, 'actual' AS kind, date(asked) AS day, strftime('%Y-%m-%dT%H:%M:%SZ', asked) AS at,
       coalesce(nullif(lower(row ->> '$.provider'), ''), 'helicone') AS provider,
       coalesce(nullif(row ->> '$.response_model', ''), nullif(row ->> '$.request_model', ''), nullif(row ->> '$.model', '')) AS model,
       coalesce(nullif(row ->> '$.request_user_id', ''), nullif(row ->> '$.user_id', '')) AS account,
       said ->> '$.repository' AS about, said ->> '$.workflow' AS workflow, said ->> '$.task' AS task, 1 AS requests,
       nullif(row ->> '$.prompt_tokens', '') AS tokens_in, nullif(row ->> '$.prompt_cache_read_tokens', '') AS tokens_cached,
       nullif(row ->> '$.prompt_cache_write_tokens', '') AS tokens_cache_write, nullif(row ->> '$.completion_tokens', '') AS tokens_out,
       nullif(cost, 0) AS cost, iif(nullif(cost, 0) IS NULL, NULL, 'USD') AS currency
  FROM given;
