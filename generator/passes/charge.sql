-- What each record of what was used costs. What a source says is taken; else its tokens and minutes
-- cost what the price of that day says, rounded once. It is converted to the currency of the costs,
-- and rounded again, by the last rate of that day or before; where there is none it stays in its
-- own. Rounded is half to even. What has no price costs something that nobody knows: not nothing.

-- Of differences between told and priced only what is more than a hundredth.
-- rows charge
WITH used AS (
  SELECT source, key, day, provider, model, account, coalesce(about, repo, '') AS repository, workflow, task, requests,
         tokens_in, tokens_cached, tokens_cache_write, tokens_out, tokens_reasoning,
         iif(lower(unit) IN ('minute', 'minutes') AND quantity BETWEEN 0 AND 1e9, CAST(round(quantity * 1e6) AS INTEGER), NULL) AS minutes,
         cost AS told, currency AS told_currency
    FROM usage WHERE kind = 'actual'
   UNION ALL
  SELECT u.source, 'runs ' || u.repo || ' ' || u.day || ' ' || u.workflow, u.day, 'github', 'actions', r.owner, u.repo, u.workflow, NULL, NULL,
         NULL, NULL, NULL, NULL, NULL, u.minutes * 1000000, NULL, NULL
    FROM run_usage u JOIN repo r ON r.source = u.source AND r.key = u.repo
), parted AS (                       -- into what is priced differently
  SELECT *, coalesce(tokens_in, 0) - coalesce(tokens_cached, 0) - coalesce(tokens_cache_write, 0) AS fresh, coalesce(tokens_out, 0) - coalesce(tokens_reasoning, 0) AS plain,
         coalesce(tokens_in, tokens_out, minutes) IS NOT NULL AS is_counted
    FROM used
), priced AS (
  SELECT p.*, t.currency AS price_currency,
         iif(p.is_counted AND t.currency IS NOT NULL,
             money_of_tokens(p.fresh, t.input, coalesce(p.tokens_cached, 0), t.cached, coalesce(p.tokens_cache_write, 0), t.cache_write,
                             p.plain, t.output, coalesce(p.tokens_reasoning, 0), t.reasoning, coalesce(p.minutes, 0), t.minute), NULL) AS priced,
         (p.fresh = 0 OR t.input IS NOT NULL) AND (coalesce(p.tokens_cached, 0) = 0 OR t.cached IS NOT NULL) AND (coalesce(p.tokens_cache_write, 0) = 0 OR t.cache_write IS NOT NULL)
           AND ((p.plain = 0 AND coalesce(p.tokens_reasoning, 0) = 0) OR t.output IS NOT NULL) AND (coalesce(p.minutes, 0) = 0 OR t.minute IS NOT NULL) AND t.currency IS NOT NULL AS has_prices
    FROM parted p LEFT JOIN tariff t ON t.provider = p.provider AND t.model = p.model AND t.day = p.day
), amount AS (
  SELECT *, coalesce(told, priced) AS amount, coalesce(told_currency, iif(priced IS NULL, NULL, price_currency)) AS amount_currency FROM priced
), converted AS (
  SELECT a.*, iif(x.value IS NULL, a.amount, money_converted(a.amount, x.value)) AS cost, coalesce(x.into_currency, a.amount_currency, '') AS currency
    FROM amount a LEFT JOIN conversion x ON x.currency = a.amount_currency AND x.day = a.day
)
SELECT source, key, day, provider, model, account, repository, workflow, task, requests, tokens_in, tokens_cached, tokens_out, minutes,
       told, told_currency, priced, price_currency, cost, currency,
       CASE WHEN amount IS NOT NULL AND cost IS NULL THEN 'amount'
            WHEN told IS NOT NULL THEN iif(told_currency = price_currency AND abs(told - priced) * 100 > max(abs(told), abs(priced)), 'difference', NULL)
            WHEN priced IS NOT NULL THEN NULL
            WHEN NOT is_counted THEN 'usage'
            WHEN model IS NULL THEN 'model'
            WHEN fresh < 0 OR plain < 0 THEN 'tokens'
            WHEN has_prices THEN 'amount'
            ELSE 'price' END AS problem
  FROM converted;
