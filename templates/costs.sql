-- What AI services and clouds cost: this month beside the budgets, what is to be expected, by
-- each dimension, and what nobody knows the cost of. Money is added up in whole millionths.
--
-- path: costs
-- title: Costs
-- needs: told
-- types: records number, unknown number, requests number, tokens_in number, tokens_cached number, tokens_out number, tokens number, minutes number(2),
--   more number, tests number, dimensions number, until date, first_day date, last_day date, day date,
--   days bar, share gauge, shares bar, read time, since time, not_read number

-- told
SELECT 1 AS told FROM domain_source WHERE domain = 'costs' LIMIT 1;

-- Where this comes from: what was asked for this page, and sources that have records.
-- sources
SELECT s.name, s.demo, min(c.loaded_at) AS read,
       coalesce(sum(c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected), 0) AS not_read
  FROM domain_source d
  JOIN source s ON s.name = d.source
  LEFT JOIN scope c ON c.source = d.source AND c.declaration = d.declaration
        AND (c.declaration <> 'github/workflow_runs' OR EXISTS (SELECT 1 FROM run_usage u WHERE u.source = c.source AND u.repo = c.repo))
 WHERE d.domain = 'costs'
 GROUP BY s.name ORDER BY s.position;

-- What could not be read, and of when the rows are that are shown.
-- sources.troubles
SELECT c.declaration, c.outcome, c.reason, c.loaded_at AS since
  FROM domain_source d
  JOIN scope c ON c.source = d.source AND c.declaration = d.declaration
        AND (c.declaration <> 'github/workflow_runs' OR EXISTS (SELECT 1 FROM run_usage u WHERE u.source = c.source AND u.repo = c.repo))
 WHERE d.domain = 'costs' AND d.source = :name
   AND c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected
 ORDER BY c.declaration, c.key LIMIT 100;

-- The latest month in which something was used.
-- total
WITH latest AS (
  SELECT max(month) AS month FROM ledger WHERE dimension = 'month'
)
SELECT l.month, (SELECT currency FROM cost_currency) AS currency,
       coalesce((SELECT currency FROM cost_currency), (SELECT currency FROM ledger WHERE dimension = 'month' AND cost IS NOT NULL ORDER BY month DESC, cost DESC LIMIT 1)) AS unit,
       sum(l.records) AS records, sum(l.unknown) AS unknown,
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

-- Whether the sums of that month are the same by each dimension, to the millionth.
-- balance
WITH by_dimension AS (
  SELECT dimension, currency, sum(cost) AS cost, sum(records) AS records FROM ledger
   WHERE month = (SELECT max(month) FROM ledger) GROUP BY dimension, currency
)
SELECT count(DISTINCT dimension) AS dimensions,
       iif(count(DISTINCT json_array(currency, cost, records)) = count(DISTINCT currency) AND count(*) = count(DISTINCT dimension) * count(DISTINCT currency), 1, NULL) AS holds
  FROM by_dimension HAVING count(*) > 0;

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

-- What is told of no record is no dimension.
-- dimensions
SELECT d.id, d.name, t.month,
       coalesce((SELECT currency FROM cost_currency), (SELECT m.currency FROM ledger m WHERE m.dimension = 'month' AND m.month = t.month AND m.cost IS NOT NULL ORDER BY m.cost DESC LIMIT 1)) AS unit,
       max((SELECT count(*) FROM ledger l WHERE l.dimension = d.id AND l.month = t.month) - 15, 0) AS more,
       (SELECT 1 FROM ledger l WHERE l.dimension = 'month' AND l.month = t.month AND l.minutes IS NOT NULL) AS timed,
       (SELECT json_group_array(json_array(iif(name = '', 'not told', name), cost / 1e6))
          FROM (SELECT l.name, l.cost FROM ledger l WHERE l.dimension = d.id AND l.month = t.month AND l.cost > 0
                   AND l.currency = coalesce((SELECT currency FROM cost_currency), (SELECT m.currency FROM ledger m WHERE m.dimension = 'month' AND m.month = t.month AND m.cost IS NOT NULL ORDER BY m.cost DESC LIMIT 1))
                 ORDER BY l.cost DESC, l.name LIMIT 10)) AS shares
  FROM (SELECT column1 AS id, column2 AS name, column3 AS place
          FROM (VALUES ('provider', 'Provider', 1), ('model', 'Model', 2), ('repository', 'Repository', 3), ('workflow', 'Workflow', 4), ('task', 'Task', 5), ('account', 'Account', 6), ('source', 'Source', 7))) d,
       (SELECT max(month) AS month FROM ledger WHERE dimension = 'month') t
 WHERE EXISTS (SELECT 1 FROM ledger l WHERE l.dimension = d.id AND l.month = t.month AND l.name <> '')
 ORDER BY d.place;

-- The most expensive first, then what is not known.
-- dimensions.sums
SELECT nullif(l.name, '') AS name, nullif(l.currency, '') AS currency, money_text(l.cost) AS cost, l.records, l.unknown, l.requests, l.tokens_in, l.tokens_cached, l.tokens_out, l.minutes / 1e6 AS minutes, :timed AS timed,
       (SELECT p.path FROM page p WHERE :id = 'repository' AND p.repo = l.name ORDER BY p.source LIMIT 1) AS page
  FROM ledger l WHERE l.dimension = :id AND l.month = :month
 ORDER BY l.cost IS NULL, l.currency <> coalesce((SELECT currency FROM cost_currency), l.currency), l.cost DESC, l.records DESC, l.name, l.currency LIMIT 15;

-- Of all its rows, also those that are not shown.
-- dimensions.all
SELECT nullif(currency, '') AS currency, money_text(sum(cost)) AS cost, sum(records) AS records, sum(unknown) AS unknown, sum(requests) AS requests,
       sum(tokens_in) AS tokens_in, sum(tokens_cached) AS tokens_cached, sum(tokens_out) AS tokens_out, sum(minutes) / 1e6 AS minutes, :timed AS timed
  FROM ledger WHERE dimension = :id AND month = :month GROUP BY currency ORDER BY sum(cost) IS NULL, currency <> coalesce((SELECT currency FROM cost_currency), currency), sum(cost) DESC;

-- What nobody knows the cost of.
-- gaps
SELECT provider, nullif(model, '') AS model, first_day, last_day, records, nullif(tokens, 0) AS tokens, minutes / 1e6 AS minutes,
       CASE problem WHEN 'price' THEN iif(minutes AND NOT tokens, 'the file of prices has none of kind minute on these days', 'the file of prices has none for some of its tokens on these days')
                    WHEN 'model' THEN 'the source does not tell the model'
                    WHEN 'tokens' THEN 'the tokens do not add up: parts are more than all' WHEN 'usage' THEN 'the source tells neither cost, nor tokens, nor minutes'
                    ELSE 'it would be more than ten million' END AS why
  FROM cost_gap WHERE problem IN ('price', 'model', 'tokens', 'usage', 'amount') ORDER BY records DESC, provider, model, problem LIMIT 50;

-- rates
SELECT currency, min(first_day) AS first_day, max(last_day) AS last_day, sum(records) AS records, money_text(coalesce(sum(told), 0) + coalesce(sum(priced), 0)) AS cost
  FROM cost_gap WHERE problem = 'rate' GROUP BY currency ORDER BY currency;

-- differences
SELECT provider, nullif(model, '') AS model, currency, first_day, last_day, records, money_text(told) AS told, money_text(priced) AS priced, money_text(told - priced) AS difference
  FROM cost_gap WHERE problem = 'difference' ORDER BY abs(told - priced) DESC, provider, model LIMIT 25;

-- Totals of months that sources tell, beside the records that they tell. Less than a hundredth is
-- what rounding makes.
-- totals
WITH added AS MATERIALIZED (
  SELECT source, substr(day, 1, 7) AS month, provider, account, told_currency AS currency, sum(told) AS cost
    FROM charge WHERE source IN (SELECT source FROM usage_total) AND told IS NOT NULL GROUP BY 1, 2, 3, 4, 5
), compared AS (
  SELECT t.*, coalesce((SELECT sum(a.cost) FROM added a WHERE a.source = t.source AND a.month = t.month AND a.currency = t.currency
                           AND (t.provider IS NULL OR a.provider = t.provider) AND (t.account IS NULL OR a.account = t.account)), 0) AS added
    FROM usage_total t
)
SELECT source, month, provider, account, currency, money_text(cost) AS told, money_text(added) AS added,
       iif(abs(cost - added) >= 10000, money_text(cost - added), NULL) AS difference
  FROM compared ORDER BY abs(cost - added) >= 10000 DESC, month DESC, source, key LIMIT 50;

-- largest
SELECT c.day, c.provider, c.model, nullif(c.repository, '') AS repository, c.workflow, c.task, c.source, s.demo, c.tokens_in, c.tokens_out, c.minutes / 1e6 AS minutes,
       coalesce(money_text(c.told) || ' ' || c.told_currency, money_text(c.priced) || ' ' || c.price_currency) AS cost, iif(c.told IS NULL, 'by the price', 'as told') AS basis
  FROM charge c JOIN source s ON s.name = c.source
 WHERE c.day >= (SELECT max(month) FROM ledger) || '-01' AND c.cost > 0
 ORDER BY c.cost DESC, c.source, c.key LIMIT 15;

-- What an outcome cost on average, see the pass outcome: of tasks, then of repositories, at most 25 of each.
-- outcomes
SELECT CASE o.kind WHEN 'request' THEN 'Request of a task' ELSE 'Closed issue' END AS kind, o.name, nullif(o.currency, '') AS currency, money_text(o.each_cost) AS each_cost, o.reason,
       (SELECT p.path FROM page p WHERE o.kind = 'closed issue' AND p.repo = o.name ORDER BY p.source LIMIT 1) AS page
  FROM (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY each_cost DESC NULLS LAST, name, currency) AS nth
          FROM outcome WHERE month = (SELECT max(month) FROM ledger)) o
 WHERE o.nth <= 25 ORDER BY o.kind DESC, o.nth;

-- What issues declare that they may cost, and what was used for a task of that name, in all months.
-- issues
SELECT b.repo, b.number, i.title, coalesce(b.currency, '') AS sign, printf('%.2f', b.cap) AS cap, iif(b.spent IS NULL, NULL, printf('%.2f', b.spent)) AS said,
       l.currency, money_text(sum(l.cost)) AS cost, (SELECT p.path FROM page p WHERE p.repo = b.repo AND p.source = b.source) AS page,
       iif(b.spent > b.cap OR sum(l.cost) / 1e6 > b.cap AND l.currency = CASE b.currency WHEN '£' THEN 'GBP' WHEN '$' THEN 'USD' WHEN '€' THEN 'EUR' END, 1, NULL) AS over
  FROM issue_budget b
  JOIN issue i ON i.source = b.source AND i.repo = b.repo AND i.number = b.number
  LEFT JOIN ledger l ON l.dimension = 'task' AND l.name = b.repo || '#' || b.number AND l.cost IS NOT NULL
 WHERE b.measure = 'cost'
 GROUP BY b.source, b.repo, b.number, l.currency
 ORDER BY sum(l.cost) DESC NULLS LAST, b.spent DESC NULLS LAST, b.repo, b.number LIMIT 50;

-- demo
SELECT name FROM source WHERE demo = 1 AND EXISTS (SELECT 1 FROM usage u WHERE u.source = source.name) ORDER BY position;
