-- One record for each generation; spans and events use nothing themselves.
--
-- group:  costs
-- answer: any
-- pages:  link

-- ask
SELECT value AS path, value AS origin, coalesce((SELECT s.value FROM setting s WHERE s.key = 'provider'), 'langfuse') AS provider
  FROM setting WHERE key = 'path' ORDER BY position;

-- Cached tokens stand beside the input's there.
-- rows usage complete(origin)
WITH given AS (
  SELECT value AS row, coalesce(value -> '$.usageDetails', '{}') AS used, coalesce(value ->> '$.metadata.provider', :provider) AS provider,
         coalesce(money(value -> '$.costDetails.total'), money(value -> '$.calculatedTotalCost'), money(value -> '$.totalCost')) AS cost
    FROM json_each(iif(json_type(:body) = 'object', :body -> '$.data', :body)) WHERE value ->> '$.type' = 'GENERATION'
), counted AS (
  SELECT *, coalesce(used ->> '$.input', row ->> '$.usage.input', row ->> '$.promptTokens') AS plain,
         coalesce(used ->> '$.output', row ->> '$.usage.output', row ->> '$.completionTokens') AS shown,
         coalesce(used ->> '$.input_cached_tokens', used ->> '$.cache_read_input_tokens') AS cached, used ->> '$.cache_creation_input_tokens' AS written,
         coalesce(used ->> '$.output_reasoning_tokens', used ->> '$.reasoning_tokens') AS reasoning
    FROM given
)
SELECT row ->> '$.id' AS key, :origin AS origin, 'actual' AS kind, date(row ->> '$.startTime') AS day, strftime('%Y-%m-%dT%H:%M:%SZ', row ->> '$.startTime') AS at,
       provider, nullif(row ->> '$.name', '') AS service, coalesce(row ->> '$.model', row ->> '$.providedModelName') AS model, row ->> '$.projectId' AS account,
       row ->> '$.metadata.repository' AS about, row ->> '$.metadata.workflow' AS workflow, coalesce(row ->> '$.metadata.task', row ->> '$.traceId') AS task, 1 AS requests,
       plain + coalesce(cached, 0) + coalesce(written, 0) AS tokens_in, cached AS tokens_cached, written AS tokens_cache_write,
       shown + coalesce(reasoning, 0) AS tokens_out, reasoning AS tokens_reasoning, nullif(cost, 0) AS cost, iif(nullif(cost, 0) IS NULL, NULL, 'USD') AS currency
  FROM counted;
