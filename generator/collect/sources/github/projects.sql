-- The boards (Projects) of every owner, with what was last said of how each is doing.
--
-- pages:     link
-- answer:    array
-- forbidden: 404
-- rank:      70

-- ask
SELECT json_array(iif(kind = 'organisation', 'orgs', 'users'), key, 'projectsV2') AS path,
       json_object('per_page', 100) AS query,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       key AS owner,
       substr(url, 1, length(url) - length(key)) || iif(kind = 'organisation', 'orgs/', 'users/')
         || key || '/projects/' AS address
  FROM owner o
 ORDER BY (SELECT max(r.pushed_at) FROM repo r WHERE r.owner = o.key) DESC, key;

-- rows project complete(owner)
SELECT printf('%s/%d', :owner, value ->> '$.number') AS key,
       :owner AS owner,
       value ->> '$.number' AS number,
       iif(value ->> '$.public', NULL, 'internal') AS zone,
       value ->> '$.title' AS title,
       value ->> '$.short_description' AS description,
       :address || (value ->> '$.number') AS url,
       coalesce(value ->> '$.state' = 'closed', json_type(value, '$.closed_at') <> 'null') AS closed,
       lower(value ->> '$.latest_status_update.status') AS status,
       value ->> '$.latest_status_update.body' AS status_note,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.latest_status_update.updated_at') AS status_at,
       date(value ->> '$.latest_status_update.target_date') AS target_date,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updated_at') AS updated_at
  FROM json_each(:body);
