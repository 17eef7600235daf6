-- How the monitor's own last scan went: a job, as it runs by itself.
-- One object: state and timestamp (when it ended); where they are there also name, schedule,
-- started_at, succeeded_at, next_at, summary, url, and zone.
--
-- group:  jobs
-- answer: object

-- ask
SELECT '[' || replace(json_quote(trim(value, '/')), '/', '","') || ']' AS path, 'scan' AS list
  FROM setting WHERE key = 'scan';

-- rows job window
WITH word (word, state) AS (
  VALUES ('succeeded', 'succeeded'), ('success', 'succeeded'), ('ok', 'succeeded'), ('completed', 'succeeded'), ('done', 'succeeded'),
         ('failed', 'failed'), ('failure', 'failed'), ('error', 'failed'), ('running', 'running'), ('queued', 'queued'), ('cancelled', 'cancelled')
), scan AS (SELECT :body AS value)
SELECT 'scan' AS key,
       CASE WHEN value ->> '$.zone' IN ('public', 'internal', 'restricted') THEN value ->> '$.zone'
            WHEN value ->> '$.zone' IS NOT NULL THEN 'restricted' END AS zone,
       coalesce(value ->> '$.name', 'Scan') AS name, value ->> '$.schedule' AS schedule,
       coalesce((SELECT state FROM word WHERE word = lower(coalesce(value ->> '$.state', value ->> '$.status'))), 'unknown') AS state,
       coalesce(value ->> '$.state', value ->> '$.status') AS status, value ->> '$.summary' AS detail,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.started_at') AS started_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', coalesce(value ->> '$.ended_at', value ->> '$.timestamp')) AS ended_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.succeeded_at') AS succeeded_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.next_at') AS due_at,
       value ->> '$.url' AS url
  FROM scan;
