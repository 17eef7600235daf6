-- The ledger: what was used and what it cost (see charge), added up for each month by each dimension.
-- It is added up from whole millionths, each record rounded once when it is priced and once when it
-- is converted, so that the sums by any dimension are the same. What has no price is counted, and
-- costs something that nobody knows: not nothing.

-- rows ledger
WITH record AS MATERIALIZED (
  SELECT substr(day, 1, 7) AS month, day, source, provider, model, account, repository, workflow, task, requests, tokens_in, tokens_cached, tokens_out, minutes,
         currency, cost, iif(told IS NULL, NULL, cost) AS told
    FROM charge
), dimension (name) AS (
  VALUES ('month'), ('day'), ('provider'), ('model'), ('account'), ('repository'), ('workflow'), ('task'), ('source')
)
SELECT r.month, d.name AS dimension, r.currency,
       coalesce(CASE d.name WHEN 'month' THEN r.month WHEN 'day' THEN r.day WHEN 'provider' THEN r.provider WHEN 'model' THEN r.model
                            WHEN 'account' THEN r.account WHEN 'repository' THEN r.repository WHEN 'workflow' THEN r.workflow
                            WHEN 'task' THEN r.task WHEN 'source' THEN r.source END, '') AS name,
       sum(r.cost) AS cost, sum(r.told) AS told, count(*) AS records, count(*) - count(r.cost) AS unknown, sum(r.requests) AS requests,
       sum(r.tokens_in) AS tokens_in, sum(r.tokens_cached) AS tokens_cached, sum(r.tokens_out) AS tokens_out, sum(r.minutes) AS minutes
  FROM dimension d CROSS JOIN record r GROUP BY 1, 2, 3, 4;

-- rows cost_gap
WITH problem AS (
  SELECT problem, provider, model, day, tokens_in, tokens_out, minutes, iif(problem = 'difference', told_currency, '') AS currency,
         iif(problem = 'difference', told, NULL) AS told, iif(problem = 'difference', priced, NULL) AS priced
    FROM charge WHERE problem IS NOT NULL
   UNION ALL
  SELECT 'rate', r.provider, r.model, r.day, r.tokens_in, r.tokens_out, r.minutes, r.currency, r.told, iif(r.told IS NULL, r.priced, NULL)
    FROM charge r JOIN cost_currency c ON r.currency NOT IN (c.currency, '')
)
SELECT problem, provider, coalesce(model, '') AS model, currency, min(day) AS first_day, max(day) AS last_day, count(*) AS records,
       sum(coalesce(tokens_in, 0) + coalesce(tokens_out, 0)) AS tokens, sum(minutes) AS minutes, sum(told) AS told, sum(priced) AS priced
  FROM problem GROUP BY 1, 2, 3, 4;

-- rows repo_cost
WITH latest AS MATERIALIZED (
  SELECT max(month) AS month, date(max(month) || '-01', '-1 month') AS before FROM ledger
), record AS MATERIALIZED (
  SELECT r.source, r.key AS repo, l.month, c.day >= l.month || '-01' AS is_last, c.workflow, c.model, c.currency, c.cost
    FROM charge c JOIN latest l ON c.day >= l.before
    JOIN repo r ON r.key = c.repository
), dimension (name) AS (
  VALUES ('month'), ('workflow'), ('model')
)
SELECT r.source, r.repo, d.name AS dimension, r.currency, coalesce(CASE d.name WHEN 'workflow' THEN r.workflow WHEN 'model' THEN r.model END, '') AS name, r.month,
       sum(is_last) AS records, sum(cost) FILTER (WHERE is_last) AS cost, sum(is_last AND cost IS NULL) AS unknown,
       sum(NOT is_last) AS records_before, sum(cost) FILTER (WHERE NOT is_last) AS cost_before, sum(NOT is_last AND cost IS NULL) AS unknown_before
  FROM dimension d CROSS JOIN record r GROUP BY 1, 2, 3, 4, 5;
