-- At which price and which rate what was used is reckoned: for each model and day the prices of
-- tokens and minutes that are valid then, from the site's file of prices; for each currency and day the
-- last rate of that day or before, from its file of rates. A price of the provider's own goes before
-- one of "*", any provider. Reasoning is billed as output where it has no price of its own. What
-- is in neither file is not known, and nothing is made up for it.

-- rows tariff
WITH used AS MATERIALIZED (
  SELECT DISTINCT provider, model, day FROM usage
   WHERE kind = 'actual' AND model IS NOT NULL AND (tokens_in IS NOT NULL OR tokens_out IS NOT NULL OR lower(unit) IN ('minute', 'minutes'))
   UNION
  SELECT 'github', 'actions', day FROM run_usage
), model AS MATERIALIZED (           -- whose prices are its
  SELECT u.provider, u.model,
         iif(EXISTS (SELECT 1 FROM price p WHERE p.provider = u.provider AND p.model = u.model), u.provider, '*') AS listed
    FROM (SELECT DISTINCT provider, model FROM used) u
), valid AS (
  SELECT u.provider, u.model, u.day, p.kind, p.price, p.currency, max(p.valid_from) AS valid_from
    FROM used u
    JOIN model m ON m.provider = u.provider AND m.model = u.model
    JOIN price p ON p.provider = m.listed AND p.model = m.model AND p.valid_from <= u.day
   GROUP BY u.provider, u.model, u.day, p.kind
)
SELECT provider, model, day, min(currency) AS currency,
       max(price) FILTER (WHERE kind = 'input') AS input, max(price) FILTER (WHERE kind = 'cached') AS cached,
       max(price) FILTER (WHERE kind = 'cache_write') AS cache_write, max(price) FILTER (WHERE kind = 'output') AS output,
       coalesce(max(price) FILTER (WHERE kind = 'reasoning'), max(price) FILTER (WHERE kind = 'output')) AS reasoning,
       max(price) FILTER (WHERE kind = 'minute') AS minute
  FROM valid GROUP BY provider, model, day;

-- rows conversion
WITH used AS (
  SELECT DISTINCT currency, day FROM usage WHERE kind = 'actual' AND currency IS NOT NULL
  UNION
  SELECT DISTINCT currency, day FROM tariff
)
SELECT u.currency, u.day, c.currency AS into_currency, r.value, max(r.day) AS rate_day
  FROM used u JOIN cost_currency c ON c.currency <> u.currency
  JOIN rate r ON r.currency = u.currency AND r.day <= u.day
 GROUP BY u.currency, u.day;
