-- What is watched, and whether it runs.
-- A list of objects: name and state; where they are there also id, kind, detail, since,
-- checked_at, url, and zone. States: up, ok, online, healthy, running; degraded, warning;
-- down, offline, failed, critical, unreachable; any other is unknown.
--
-- group:  homelab
-- answer: array
-- pages:  link

-- ask
SELECT '[' || replace(json_quote(trim(value, '/')), '/', '","') || ']' AS path, 'status' AS list
  FROM setting WHERE key = 'status';

-- rows target complete
WITH word (word, state) AS (
  VALUES ('up', 'up'), ('ok', 'up'), ('online', 'up'), ('healthy', 'up'), ('running', 'up'), ('green', 'up'),
         ('degraded', 'degraded'), ('warning', 'degraded'), ('warn', 'degraded'), ('yellow', 'degraded'),
         ('down', 'down'), ('offline', 'down'), ('failed', 'down'), ('critical', 'down'), ('unreachable', 'down'), ('error', 'down'), ('red', 'down')
)
SELECT coalesce(value ->> '$.id', value ->> '$.name') AS key,
       CASE WHEN value ->> '$.zone' IN ('public', 'internal', 'restricted') THEN value ->> '$.zone'
            WHEN value ->> '$.zone' IS NOT NULL THEN 'restricted' END AS zone,
       value ->> '$.kind' AS kind, value ->> '$.name' AS name,
       coalesce((SELECT state FROM word WHERE word = lower(coalesce(value ->> '$.state', value ->> '$.status'))), 'unknown') AS state,
       value ->> '$.detail' AS detail,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.since') AS since,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.checked_at') AS checked_at,
       value ->> '$.url' AS url
  FROM json_each(:body);
