-- What the monitor sees going wrong now. What it no longer tells is over.
-- A list of objects: severity, component, message and timestamp; where they are there also id,
-- kind, rule, state (open, silenced, resolved), body, repository, url, resolved_at, and zone.
-- Without an id, component and message tell one from another.
--
-- group:  homelab
-- answer: array
-- pages:  link
-- drop:   accepted

-- ask
SELECT (SELECT '[' || replace(json_quote(trim(coalesce((SELECT value FROM setting WHERE key = 'alerts'), 'api/alerts'), '/')), '/', '","') || ']') AS path,
       'alerts' AS list;

-- rows incident complete
WITH severity (word, severity) AS (
  VALUES ('critical', 'critical'), ('crit', 'critical'), ('emergency', 'critical'), ('fatal', 'critical'),
         ('high', 'high'), ('error', 'high'), ('major', 'high'), ('medium', 'medium'), ('warning', 'medium'), ('warn', 'medium'), ('moderate', 'medium'),
         ('low', 'low'), ('minor', 'low'), ('notice', 'low'), ('info', 'info'), ('informational', 'info')
), alert AS MATERIALIZED (
  SELECT value, coalesce(value ->> '$.message', value ->> '$.title') AS title, value ->> '$.component' AS component FROM json_each(:body)
)
SELECT coalesce(value ->> '$.id', named_uuid(json_array(component, title))) AS key,
       CASE WHEN value ->> '$.zone' IN ('public', 'internal', 'restricted') THEN value ->> '$.zone'
            WHEN value ->> '$.zone' IS NOT NULL THEN 'restricted' END AS zone,
       coalesce(value ->> '$.kind', 'infrastructure') AS kind,
       (SELECT severity FROM severity WHERE word = lower(value ->> '$.severity')) AS severity,
       value ->> '$.severity' AS rating,
       CASE WHEN lower(value ->> '$.state') IN ('resolved', 'closed', 'ok') OR value ->> '$.resolved_at' IS NOT NULL THEN 'resolved'
            WHEN lower(value ->> '$.state') IN ('silenced', 'acknowledged', 'suppressed') THEN 'silenced' ELSE 'open' END AS state,
       title, value ->> '$.body' AS body, component, value ->> '$.rule' AS rule, value ->> '$.repository' AS about,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.timestamp') AS started_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updated_at') AS updated_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.resolved_at') AS resolved_at,
       value ->> '$.url' AS url
  FROM alert;
