-- What GitHub charges the token's own user, and organisations, this month and the last: by day,
-- product and repository. Only who may see the bills is told.
--
-- answer:    object
-- forbidden: 400 404
-- rank:      80

-- ask
SELECT iif(o.kind = 'organisation', json_array('organizations', o.key, 'settings', 'billing', 'usage'),
                                    json_array('users', o.key, 'settings', 'billing', 'usage')) AS path,
       json_object('year', CAST(strftime('%Y', m.first) AS INTEGER), 'month', CAST(strftime('%m', m.first) AS INTEGER)) AS query,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       date('now') AS validator,
       o.key AS account, o.key || strftime(' %Y-%m', m.first) AS period
  FROM owner o, (SELECT date('now', 'start of month') AS first UNION ALL SELECT date('now', 'start of month', '-1 month')) m
 WHERE o.kind = 'organisation' OR o.viewer
 ORDER BY (SELECT max(r.pushed_at) FROM repo r WHERE r.owner = o.key) DESC, o.key, m.first DESC;

-- The repository comes as "owner/name" or as a name.
-- rows usage window(period)
WITH item AS (
  SELECT date(value ->> '$.date') AS day, value ->> '$.product' AS product, value ->> '$.sku' AS sku,
         value ->> '$.unitType' AS unit, value ->> '$.quantity' AS quantity, value ->> '$.netAmount' AS amount,
         nullif(value ->> '$.repositoryName', '') AS repo
    FROM json_each(:body, '$.usageItems')
)
SELECT printf('github %s %s %s %s %s %s', :account, day, product, sku, unit, coalesce(repo, '-')) AS key,
       'actual' AS kind, 'internal' AS zone, day, 'github' AS provider, product || '/' || sku AS service, :account AS account,
       (SELECT r.key FROM repo r WHERE lower(r.key) IN (lower(item.repo), lower(:account || '/' || item.repo))) AS repo,
       sum(quantity) AS quantity, unit, CAST(round(sum(amount) * 1000000) AS INTEGER) AS cost, 'USD' AS currency
  FROM item
 GROUP BY 1;
