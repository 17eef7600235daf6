-- Ideas: new, to be reviewed, routed to a repository, dropped.
-- A list of objects: id, title and created_at; where they are there also description, status
-- (or state), category, is_actionable, suggested_repo, routed_to (the address, "owner/name" or
-- "owner/name#12" that it became), source_type (voice, email), updated_at, url, and zone.
-- Status: new; review, pending, triage; routed, done, accepted; dropped, rejected, archived.
-- What was routed somewhere is routed.
--
-- group:  ideas
-- answer: array
-- pages:  link

-- ask
SELECT (SELECT '[' || replace(json_quote(trim(coalesce((SELECT value FROM setting WHERE key = 'ideas'), 'api/ideas'), '/')), '/', '","') || ']') AS path,
       'ideas' AS list;

-- rows idea complete
WITH state (word, state) AS (
  VALUES ('review', 'review'), ('pending', 'review'), ('pending_review', 'review'), ('pending review', 'review'), ('triage', 'review'),
         ('routed', 'routed'), ('done', 'routed'), ('accepted', 'routed'),
         ('dropped', 'dropped'), ('rejected', 'dropped'), ('archived', 'dropped')
), listed AS MATERIALIZED (
  SELECT value, coalesce(value ->> '$.status', value ->> '$.state') AS status FROM json_each(:body)
)
SELECT value ->> '$.id' AS key,
       CASE WHEN value ->> '$.zone' IN ('public', 'internal', 'restricted') THEN value ->> '$.zone'
            WHEN value ->> '$.zone' IS NOT NULL THEN 'restricted' END AS zone,
       value ->> '$.title' AS title, value ->> '$.description' AS body,
       coalesce((SELECT state FROM state WHERE word = lower(status)), iif(value ->> '$.routed_to' IS NULL, 'new', 'routed')) AS state,
       status, value ->> '$.category' AS category, value ->> '$.is_actionable' AS actionable,
       value ->> '$.suggested_repo' AS suggested, value ->> '$.routed_to' AS routed_to,
       coalesce(value ->> '$.source_type', value ->> '$.source') AS origin,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at') AS created_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updated_at') AS updated_at,
       value ->> '$.url' AS url
  FROM listed;
