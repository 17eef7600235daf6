-- What the files tell. What is not a number or a day is refused, and said.
--
-- group:  costs
-- answer: array

-- ask
SELECT value AS path, value AS origin FROM setting WHERE key = 'path' ORDER BY position;

-- Rows without a key are told apart by their content, equal ones by their number.
-- rows usage complete(origin)
WITH given AS (
  SELECT value AS row, nullif(value ->> '$.key', '') AS key, nullif(value ->> '$.day', '') AS day, nullif(value ->> '$.at', '') AS at,
         nullif(value ->> '$.cost', '') AS cost, money(value -> '$.cost') AS money,
         row_number() OVER (PARTITION BY value ORDER BY key) AS nth
    FROM json_each(:body)
)
SELECT coalesce(key, :origin || ' ' || named_uuid(row) || ' ' || nth) AS key, :origin AS origin, 'actual' AS kind,
       coalesce(iif(day IS date(day, '+0 days'), day, 'no day: ' || day), date(at, '+0 days')) AS day, coalesce(strftime('%Y-%m-%dT%H:%M:%SZ', at), at) AS at,
       nullif(row ->> '$.provider', '') AS provider, nullif(row ->> '$.service', '') AS service, nullif(row ->> '$.model', '') AS model,
       nullif(row ->> '$.account', '') AS account, nullif(row ->> '$.repo', '') AS about, nullif(row ->> '$.workflow', '') AS workflow, nullif(row ->> '$.task', '') AS task,
       nullif(row ->> '$.requests', '') AS requests, nullif(row ->> '$.tokens_in', '') AS tokens_in, nullif(row ->> '$.tokens_cached', '') AS tokens_cached,
       nullif(row ->> '$.tokens_cache_write', '') AS tokens_cache_write, nullif(row ->> '$.tokens_out', '') AS tokens_out,
       nullif(row ->> '$.tokens_reasoning', '') AS tokens_reasoning, nullif(row ->> '$.quantity', '') AS quantity, nullif(row ->> '$.unit', '') AS unit,
       coalesce(money, 'no amount: ' || cost) AS cost, iif(cost IS NULL, NULL, nullif(row ->> '$.currency', '')) AS currency
  FROM given;
