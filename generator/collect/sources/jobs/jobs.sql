-- Jobs and their last results.
-- A list of objects: name and state (or status) of the last run; where they are there also id,
-- project, repository, schedule, enabled, last_run, detail, started_at, ended_at, succeeded_at,
-- next_at, url, and zone. States: succeeded, success, ok, completed; failed, failure, error,
-- timeout; running, queued, cancelled; any other is unknown.
--
-- group:  jobs
-- answer: array
-- pages:  link

-- ask
SELECT (SELECT '[' || replace(json_quote(trim(coalesce((SELECT value FROM setting WHERE key = 'jobs'), 'api/jobs'), '/')), '/', '","') || ']') AS path,
       'jobs' AS list;

-- rows job complete
WITH word (word, state) AS (
  VALUES ('succeeded', 'succeeded'), ('success', 'succeeded'), ('ok', 'succeeded'), ('completed', 'succeeded'), ('done', 'succeeded'),
         ('failed', 'failed'), ('failure', 'failed'), ('error', 'failed'), ('timeout', 'failed'),
         ('running', 'running'), ('queued', 'queued'), ('pending', 'queued'), ('cancelled', 'cancelled'), ('canceled', 'cancelled')
), listed AS MATERIALIZED (
  SELECT value, coalesce(value ->> '$.state', value ->> '$.status') AS status FROM json_each(:body)
)
SELECT coalesce(value ->> '$.id', value ->> '$.name') AS key,
       CASE WHEN value ->> '$.zone' IN ('public', 'internal', 'restricted') THEN value ->> '$.zone'
            WHEN value ->> '$.zone' IS NOT NULL THEN 'restricted' END AS zone,
       value ->> '$.name' AS name, value ->> '$.project' AS project, value ->> '$.repository' AS about,
       value ->> '$.schedule' AS schedule, value ->> '$.enabled' AS enabled,
       coalesce((SELECT state FROM word WHERE word = lower(status)), 'unknown') AS state, status,
       value ->> '$.last_run' AS last_run, value ->> '$.detail' AS detail,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.started_at') AS started_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.ended_at') AS ended_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.succeeded_at') AS succeeded_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.next_at') AS due_at,
       value ->> '$.url' AS url
  FROM listed;
