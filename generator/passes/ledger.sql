-- The ledger: what was used and what it cost, added up for each month by each dimension. It is
-- added up from whole millionths, each record rounded once, so that the sums by any dimension
-- are the same. What a source says that something cost is taken; else the tokens cost what the price
-- of that day says. It is converted to the currency of the costs, and rounded again, by the last rate
-- of that day or before; where there is none it stays in its own. Rounded is half to even. What has no
-- price is counted, and costs something that nobody knows: not nothing.

-- rows ledger
WITH reckoned AS (                   -- what a source says is taken; else what the tokens cost by the price
  SELECT u.*, coalesce(u.about, u.repo, '') AS repository, u.cost IS NOT NULL AS is_told, t.currency AS price_currency,
         iif(coalesce(u.tokens_in, u.tokens_out) IS NOT NULL, money_of_tokens(
           coalesce(u.tokens_in, 0) - coalesce(u.tokens_cached, 0) - coalesce(u.tokens_cache_write, 0), t.input,
           coalesce(u.tokens_cached, 0), t.cached, coalesce(u.tokens_cache_write, 0), t.cache_write,
           coalesce(u.tokens_out, 0) - coalesce(u.tokens_reasoning, 0), t.output, coalesce(u.tokens_reasoning, 0), t.reasoning), NULL) AS priced
    FROM usage u LEFT JOIN tariff t ON t.provider = u.provider AND t.model = u.model AND t.day = u.day
   WHERE u.kind = 'actual'
), record AS MATERIALIZED (
  SELECT substr(r.day, 1, 7) AS month, r.day, r.source, r.provider, r.model, r.account, r.repository, r.workflow, r.task,
         r.requests, r.tokens_in, r.tokens_cached, r.tokens_out,
         coalesce(iif(x.value IS NULL, NULL, x.into_currency), r.currency, iif(r.priced IS NULL, NULL, r.price_currency), '') AS currency,
         coalesce(money_converted(coalesce(r.cost, r.priced), x.value), iif(x.value IS NULL, coalesce(r.cost, r.priced), NULL)) AS cost,
         iif(r.is_told, coalesce(money_converted(r.cost, x.value), iif(x.value IS NULL, r.cost, NULL)), NULL) AS told
    FROM reckoned r
    LEFT JOIN conversion x ON x.currency = coalesce(r.currency, iif(r.priced IS NULL, NULL, r.price_currency)) AND x.day = r.day
), dimension (name) AS (
  VALUES ('month'), ('day'), ('provider'), ('model'), ('account'), ('repository'), ('workflow'), ('task'), ('source')
)
SELECT r.month, d.name AS dimension, r.currency,
       coalesce(CASE d.name WHEN 'month' THEN r.month WHEN 'day' THEN r.day WHEN 'provider' THEN r.provider WHEN 'model' THEN r.model
                            WHEN 'account' THEN r.account WHEN 'repository' THEN r.repository WHEN 'workflow' THEN r.workflow
                            WHEN 'task' THEN r.task WHEN 'source' THEN r.source END, '') AS name,
       sum(r.cost) AS cost, sum(r.told) AS told, count(*) AS records, count(*) - count(r.cost) AS unknown,
       sum(r.requests) AS requests, sum(r.tokens_in) AS tokens_in, sum(r.tokens_cached) AS tokens_cached, sum(r.tokens_out) AS tokens_out
  FROM dimension d CROSS JOIN record r GROUP BY 1, 2, 3, 4;

-- Of differences only what is more than a hundredth.
-- rows cost_gap
WITH reckoned AS (                   -- what a source says is taken; else what the tokens cost by the price
  SELECT u.*, coalesce(u.about, u.repo, '') AS repository, u.cost IS NOT NULL AS is_told, t.currency AS price_currency,
         iif(coalesce(u.tokens_in, u.tokens_out) IS NOT NULL, money_of_tokens(
           coalesce(u.tokens_in, 0) - coalesce(u.tokens_cached, 0) - coalesce(u.tokens_cache_write, 0), t.input,
           coalesce(u.tokens_cached, 0), t.cached, coalesce(u.tokens_cache_write, 0), t.cache_write,
           coalesce(u.tokens_out, 0) - coalesce(u.tokens_reasoning, 0), t.output, coalesce(u.tokens_reasoning, 0), t.reasoning), NULL) AS priced
    FROM usage u LEFT JOIN tariff t ON t.provider = u.provider AND t.model = u.model AND t.day = u.day
   WHERE u.kind = 'actual'
), judged AS (
  SELECT r.*, CASE WHEN r.is_told AND r.priced IS NOT NULL AND r.currency = r.price_currency AND abs(r.cost - r.priced) * 100 > max(abs(r.cost), abs(r.priced)) THEN 'difference'
                   WHEN NOT r.is_told AND r.priced IS NULL THEN
                        CASE WHEN coalesce(r.tokens_in, r.tokens_out) IS NULL THEN 'usage'
                             WHEN r.model IS NULL THEN 'model'
                             WHEN coalesce(r.tokens_cached, 0) + coalesce(r.tokens_cache_write, 0) > coalesce(r.tokens_in, 0)
                               OR coalesce(r.tokens_reasoning, 0) > coalesce(r.tokens_out, 0) THEN 'tokens'
                             WHEN r.price_currency IS NOT NULL AND (r.tokens_in - coalesce(r.tokens_cached, 0) - coalesce(r.tokens_cache_write, 0) > 0) <= (t.input IS NOT NULL)
                              AND (coalesce(r.tokens_cached, 0) > 0) <= (t.cached IS NOT NULL) AND (coalesce(r.tokens_cache_write, 0) > 0) <= (t.cache_write IS NOT NULL)
                              AND (coalesce(r.tokens_out, 0) > 0) <= (t.output IS NOT NULL) THEN 'amount'
                             ELSE 'price' END
              END AS problem
    FROM reckoned r LEFT JOIN tariff t ON t.provider = r.provider AND t.model = r.model AND t.day = r.day
), problem AS (
  SELECT problem, provider, model, day, tokens_in, tokens_out, iif(problem = 'difference', currency, '') AS currency,
         iif(problem = 'difference', cost, NULL) AS told, iif(problem = 'difference', priced, NULL) AS priced
    FROM judged WHERE problem IS NOT NULL
   UNION ALL
  SELECT 'rate', r.provider, r.model, r.day, r.tokens_in, r.tokens_out, coalesce(r.currency, r.price_currency), r.cost, iif(r.is_told, NULL, r.priced)
    FROM reckoned r JOIN cost_currency c
    LEFT JOIN conversion x ON x.currency = coalesce(r.currency, r.price_currency) AND x.day = r.day
   WHERE (r.is_told OR r.priced IS NOT NULL) AND coalesce(r.currency, r.price_currency) <> c.currency AND x.value IS NULL
)
SELECT problem, provider, coalesce(model, '') AS model, currency, min(day) AS first_day, max(day) AS last_day, count(*) AS records,
       sum(coalesce(tokens_in, 0) + coalesce(tokens_out, 0)) AS tokens, sum(told) AS told, sum(priced) AS priced
  FROM problem GROUP BY 1, 2, 3, 4;
