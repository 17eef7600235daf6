-- This month and the last as the documents have it: /api/summary/monthly of each account that
-- site.conf names, a check of its days, counted nowhere.
--
-- group:  costs
-- answer: object
-- absent: 404 405
-- rank:   52

-- ask
SELECT json_array('api', 'summary', 'monthly') AS path, json_object('account_id', s.value, 'month', m.month) AS query, s.value AS account, m.month,
       s.value || ' ' || m.month AS origin, date('now') AS validator
  FROM setting s JOIN (SELECT strftime('%Y-%m', 'now') AS month UNION ALL SELECT strftime('%Y-%m', 'now', 'start of month', '-1 month')) m
 WHERE s.key = 'account' ORDER BY m.month DESC, s.position;

-- rows usage_total complete(origin)
SELECT 'month ' || :origin AS key, :origin AS origin, :month AS month, :account AS account, money(:body -> '$.total_cost') AS cost,
       upper(coalesce(:body ->> '$.currency', 'USD')) AS currency
 WHERE money(:body -> '$.total_cost') IS NOT NULL;
