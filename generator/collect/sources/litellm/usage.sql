-- One record for each request. A spend of 0 where tokens were used is a model whose price LiteLLM does
-- not know: it counts as not told.
--
-- group:  costs
-- answer: array
-- pages:  link

-- ask
SELECT value AS path, value AS origin FROM setting WHERE key = 'path' ORDER BY position;

-- rows usage complete(origin)
WITH given AS (
  SELECT value AS row, coalesce(value ->> '$.startTime', value ->> '$.start_time') AS started, coalesce(nullif(value ->> '$.custom_llm_provider', ''), 'litellm') AS provider,
         nullif(value ->> '$.model', '') AS model, iif(json_valid(value ->> '$.metadata'), value ->> '$.metadata', '{}') AS metadata, money(value -> '$.spend') AS spend,
         nullif(value ->> '$.prompt_tokens', '') AS tokens_in, nullif(value ->> '$.completion_tokens', '') AS tokens_out
    FROM json_each(:body)
)
SELECT row ->> '$.request_id' AS key, :origin AS origin, 'actual' AS kind, date(started) AS day, strftime('%Y-%m-%dT%H:%M:%SZ', started) AS at, provider,
       nullif(row ->> '$.call_type', '') AS service, iif(model GLOB provider || '/*', substr(model, length(provider) + 2), model) AS model,
       coalesce(nullif(row ->> '$.team_id', ''), nullif(row ->> '$.user', '')) AS account,
       metadata ->> '$.repository' AS about, metadata ->> '$.workflow' AS workflow, metadata ->> '$.task' AS task, 1 AS requests, tokens_in, tokens_out,
       coalesce(metadata ->> '$.usage_object.prompt_tokens_details.cached_tokens', metadata ->> '$.additional_usage_values.cache_read_input_tokens') AS tokens_cached,
       metadata ->> '$.additional_usage_values.cache_creation_input_tokens' AS tokens_cache_write,
       metadata ->> '$.usage_object.completion_tokens_details.reasoning_tokens' AS tokens_reasoning,
       iif(spend = 0 AND coalesce(tokens_in, 0) + coalesce(tokens_out, 0) > 0, NULL, spend) AS cost,
       iif(spend IS NULL OR (spend = 0 AND coalesce(tokens_in, 0) + coalesce(tokens_out, 0) > 0), NULL, 'USD') AS currency
  FROM given;
