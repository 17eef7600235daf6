-- What AI services and clouds cost: this month beside the budgets, what is to be expected, by
-- each dimension, and what nobody knows the cost of. Money is added up in whole millionths.
--
-- path: costs
-- title: Costs
-- needs: total
-- types: records number, unknown number, requests number, tokens_in number, tokens_cached number, tokens_out number,
--   closed number, more number, tests number, until date, first_day date, last_day date, day date,
--   days bar, share gauge, shares bar

-- The latest month in which something was used.
-- total
WITH latest AS (
  SELECT max(month) AS month FROM ledger WHERE dimension = 'month'
)
SELECT l.month, (SELECT currency FROM cost_currency) AS currency, sum(l.records) AS records, sum(l.unknown) AS unknown,
       coalesce((SELECT group_concat(text, ', ') FROM (SELECT money_text(m.cost) || ' ' || m.currency AS text FROM ledger m
                  WHERE m.dimension = 'month' AND m.month = l.month AND m.cost IS NOT NULL
                  ORDER BY m.currency <> coalesce((SELECT currency FROM cost_currency), ''), m.cost DESC, m.currency)), 'an unknown amount') AS cost,
       (SELECT json_group_array(json_array(name, cost / 1e6))
          FROM (SELECT name, cost
                  FROM (SELECT name, cost FROM ledger WHERE dimension = 'day' AND cost IS NOT NULL
                           AND currency = coalesce((SELECT currency FROM cost_currency), (SELECT currency FROM ledger WHERE dimension = 'month' AND cost IS NOT NULL ORDER BY month DESC, cost DESC LIMIT 1))
                         ORDER BY name DESC LIMIT 31) ORDER BY name)) AS days
  FROM latest t JOIN ledger l ON l.month = t.month AND l.dimension = 'month'
 GROUP BY l.month;

-- Nearest to its end first.
-- budgets
SELECT s.budget AS name, s.month, money_text(s.monthly) AS monthly, s.currency, money_text(s.spent) AS spent, s.until, s.next, s.reason, s.tests, s.method,
       CASE WHEN s.spent > s.monthly THEN 'spent' WHEN s.forecast > s.monthly THEN 'will not do' WHEN s.forecast IS NULL THEN 'no forecast' ELSE 'will do' END AS state,
       money_text((s.forecast + 5000) / 10000 * 10000) AS forecast, money_text((s.low + 5000) / 10000 * 10000) AS low, money_text((s.high + 5000) / 10000 * 10000) AS high,
       money_text((s.error + 5000) / 10000 * 10000) AS error,
       json_object('value', s.spent / 1e6, 'maximum', s.monthly / 1e6) AS share,
       coalesce((SELECT group_concat((f.value ->> 0) || ' ' || (f.value ->> 1), ', ') FROM json_each(b.filters) f), 'everything') AS counts,
       (SELECT group_concat(value || '%', ', ') FROM json_each(b.thresholds)) AS thresholds
  FROM budget_state s JOIN budget b ON b.name = s.budget
 ORDER BY CAST(s.spent AS REAL) / s.monthly DESC, s.budget;

-- months
SELECT month, nullif(currency, '') AS currency, money_text(cost) AS cost, money_text(told) AS told, records, unknown, requests, tokens_in, tokens_out
  FROM ledger WHERE dimension = 'month' ORDER BY month DESC, cost DESC, currency LIMIT 24;

-- dimensions
SELECT d.id, d.name, t.month,
       max((SELECT count(*) FROM ledger l WHERE l.dimension = d.id AND l.month = t.month) - 15, 0) AS more,
       (SELECT json_group_array(json_array(iif(name = '', 'not told', name), cost / 1e6))
          FROM (SELECT l.name, l.cost FROM ledger l WHERE l.dimension = d.id AND l.month = t.month AND l.cost > 0
                   AND l.currency = coalesce((SELECT currency FROM cost_currency), (SELECT m.currency FROM ledger m WHERE m.dimension = 'month' AND m.month = t.month AND m.cost IS NOT NULL ORDER BY m.cost DESC LIMIT 1))
                 ORDER BY l.cost DESC, l.name LIMIT 10)) AS shares
  FROM (SELECT column1 AS id, column2 AS name, column3 AS place
          FROM (VALUES ('provider', 'Provider', 1), ('model', 'Model', 2), ('repository', 'Repository', 3), ('workflow', 'Workflow', 4), ('task', 'Task', 5), ('account', 'Account', 6), ('source', 'Source', 7))) d,
       (SELECT max(month) AS month FROM ledger WHERE dimension = 'month') t
 ORDER BY d.place;

-- The most expensive first, then what is not known.
-- dimensions.sums
SELECT nullif(l.name, '') AS name, nullif(l.currency, '') AS currency, money_text(l.cost) AS cost, l.records, l.unknown, l.requests, l.tokens_in, l.tokens_cached, l.tokens_out,
       (SELECT p.path FROM page p WHERE :id = 'repository' AND p.repo = l.name ORDER BY p.source LIMIT 1) AS page
  FROM ledger l WHERE l.dimension = :id AND l.month = :month
 ORDER BY l.cost IS NULL, l.currency <> coalesce((SELECT currency FROM cost_currency), l.currency), l.cost DESC, l.records DESC, l.name, l.currency LIMIT 15;

-- What nobody knows the cost of.
-- gaps
SELECT provider, nullif(model, '') AS model, first_day, last_day, records, tokens AS tokens_in,
       CASE problem WHEN 'price' THEN 'the file of prices has none for some of its tokens on these days' WHEN 'model' THEN 'the source does not tell the model'
                    WHEN 'tokens' THEN 'the tokens do not add up: parts are more than all' WHEN 'usage' THEN 'the source tells neither cost nor tokens'
                    ELSE 'it would be more than ten million' END AS why
  FROM cost_gap WHERE problem IN ('price', 'model', 'tokens', 'usage', 'amount') ORDER BY records DESC, provider, model, problem LIMIT 50;

-- rates
SELECT currency, min(first_day) AS first_day, max(last_day) AS last_day, sum(records) AS records, money_text(coalesce(sum(told), 0) + coalesce(sum(priced), 0)) AS cost
  FROM cost_gap WHERE problem = 'rate' GROUP BY currency ORDER BY currency;

-- differences
SELECT provider, nullif(model, '') AS model, currency, first_day, last_day, records, money_text(told) AS told, money_text(priced) AS priced, money_text(told - priced) AS difference
  FROM cost_gap WHERE problem = 'difference' ORDER BY abs(told - priced) DESC, provider, model LIMIT 25;

-- largest
SELECT u.day, u.provider, u.model, nullif(coalesce(u.about, u.repo), '') AS repository, u.workflow, u.task, u.source, s.demo, u.tokens_in, u.tokens_out,
       coalesce(money_text(u.cost) || ' ' || u.currency, money_text(priced) || ' ' || price_currency) AS cost, iif(u.cost IS NULL, 'by the price', 'as told') AS basis
  FROM (SELECT u.*, t.currency AS price_currency,
               money_of_tokens(coalesce(u.tokens_in, 0) - coalesce(u.tokens_cached, 0) - coalesce(u.tokens_cache_write, 0), t.input, coalesce(u.tokens_cached, 0), t.cached,
                               coalesce(u.tokens_cache_write, 0), t.cache_write, coalesce(u.tokens_out, 0) - coalesce(u.tokens_reasoning, 0), t.output,
                               coalesce(u.tokens_reasoning, 0), t.reasoning) AS priced
          FROM usage u LEFT JOIN tariff t ON t.provider = u.provider AND t.model = u.model AND t.day = u.day
         WHERE u.kind = 'actual' AND u.day >= (SELECT max(month) FROM ledger WHERE dimension = 'month') || '-01') u
  JOIN source s ON s.name = u.source
  LEFT JOIN conversion x ON x.currency = coalesce(u.currency, u.price_currency) AND x.day = u.day
 WHERE coalesce(u.cost, priced) > 0
 ORDER BY coalesce(money_converted(coalesce(u.cost, priced), x.value), coalesce(u.cost, priced)) DESC, u.source, u.key LIMIT 15;

-- What a closed issue cost on average: the month's cost of a repository by the issues of it that were closed in it.
-- outcomes
SELECT l.name AS repository, l.currency, money_text(l.cost) AS cost, i.closed, money_text(l.cost / i.closed) AS each_cost,
       (SELECT p.path FROM page p WHERE p.repo = l.name ORDER BY p.source LIMIT 1) AS page
  FROM ledger l
  JOIN (SELECT repo, max(closed) AS closed FROM (SELECT source, repo, count(*) AS closed FROM issue
         WHERE kind = 'issue' AND state = 'closed' AND substr(closed_at, 1, 7) = (SELECT max(month) FROM ledger WHERE dimension = 'month') GROUP BY source, repo) GROUP BY repo) i ON i.repo = l.name
 WHERE l.dimension = 'repository' AND l.month = (SELECT max(month) FROM ledger WHERE dimension = 'month') AND l.cost > 0
 ORDER BY l.cost / i.closed DESC, l.name LIMIT 25;

-- What issues declare that they may cost, and what was used for a task of that name.
-- issues
SELECT b.repo, b.number, i.title, coalesce(b.currency, '') AS sign, printf('%.2f', b.cap) AS cap, iif(b.spent IS NULL, NULL, printf('%.2f', b.spent)) AS said,
       l.currency, money_text(sum(l.cost)) AS cost, (SELECT p.path FROM page p WHERE p.repo = b.repo AND p.source = b.source) AS page
  FROM issue_budget b
  JOIN issue i ON i.source = b.source AND i.repo = b.repo AND i.number = b.number
  JOIN ledger l ON l.dimension = 'task' AND l.name = b.repo || '#' || b.number AND l.cost IS NOT NULL
 WHERE b.measure = 'cost'
 GROUP BY b.source, b.repo, b.number, l.currency
 ORDER BY sum(l.cost) DESC, b.repo, b.number LIMIT 50;

-- demo
SELECT name FROM source WHERE demo = 1 AND EXISTS (SELECT 1 FROM usage u WHERE u.source = source.name) ORDER BY position;
