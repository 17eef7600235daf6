-- The days of this month and the last as the documents have it: /api/summary/daily of each account
-- that site.conf names. The deployed service has none.
--
-- group:  costs
-- answer: object
-- absent: 404 405
-- rank:   40

-- ask
WITH RECURSIVE day (day) AS (
  SELECT date('now')
  UNION ALL
  SELECT date(day, '-1 day') FROM day WHERE day > date('now', 'start of month', '-1 month')
)
SELECT json_array('api', 'summary', 'daily') AS path, json_object('account_id', s.value, 'date', d.day) AS query, s.value AS account, d.day,
       s.value || ' ' || d.day AS origin, iif(d.day >= date('now', '-2 days'), date('now'), d.day) AS validator
  FROM setting s JOIN day d WHERE s.key = 'account' ORDER BY d.day DESC, s.position;

-- rows usage complete(origin)
SELECT 'day ' || :origin AS key, :origin AS origin, 'actual' AS kind, :day AS day, 'ai-cost-tracker' AS provider, :account AS account,
       coalesce(:body ->> '$.total_calls', :body ->> '$.calls') AS requests, coalesce(:body ->> '$.total_tokens', :body ->> '$.tokens') AS tokens_in,
       coalesce(money(:body -> '$.total_cost'), money(:body -> '$.cost')) AS cost, upper(coalesce(:body ->> '$.currency', 'USD')) AS currency
 WHERE coalesce(money(:body -> '$.total_cost'), money(:body -> '$.cost')) IS NOT NULL;
