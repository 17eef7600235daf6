-- The runs of all DAGs in the order in which they began. After the first time these are asked for
-- since the last one that is known, or since the first one that had not ended. A run that waits
-- is told when it has begun.
--
-- pages:  offset offset limit $.total_entries
-- items:  $.dag_runs
-- answer: object
-- cursor: started_at
-- group:  jobs
-- rank:   20

-- ask
SELECT json_array('api', coalesce((SELECT value FROM setting WHERE key = 'api'), 'v2'), 'dags', '~', 'dagRuns') AS path,
       json_object('limit', 100, 'offset', 0, 'order_by', 'start_date',
                   'start_date_gte', min(coalesce((SELECT min(started_at) FROM job WHERE state IN ('running', 'queued')), '9999'),
                                         coalesce((SELECT cursor FROM scope WHERE declaration = 'airflow/runs' AND hash = :hash),
                                                  strftime('%Y-%m-%dT%H:%M:%SZ', 'now', printf('-%d days', coalesce((SELECT value FROM setting WHERE key = 'days'), 31)))))) AS query;

-- rows job window
WITH run AS MATERIALIZED (
  SELECT value ->> '$.dag_id' AS id, value ->> '$.start_date' AS start_date, value ->> '$.end_date' AS end_date
    FROM json_each(:body, '$.dag_runs')
   WHERE value ->> '$.state' = 'success'
)
SELECT id AS key, strftime('%Y-%m-%dT%H:%M:%SZ', max(end_date)) AS succeeded_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', max(start_date)) AS started_at
  FROM run WHERE id IN (SELECT key FROM job)
 GROUP BY id;

-- rows job window
WITH meaning (status, state) AS (
  VALUES ('success', 'succeeded'), ('failed', 'failed'), ('running', 'running'), ('queued', 'queued')
), run AS MATERIALIZED (
  SELECT value ->> '$.dag_id' AS id, value ->> '$.dag_run_id' AS run, value ->> '$.state' AS status,
         value ->> '$.start_date' AS start_date, value ->> '$.end_date' AS end_date
    FROM json_each(:body, '$.dag_runs')
)
SELECT id AS key,
       coalesce((SELECT m.state FROM meaning m WHERE m.status = run.status), 'unknown') AS state,
       substr(status, 1, 64) AS status,
       substr(run, 1, 256) AS last_run,
       strftime('%Y-%m-%dT%H:%M:%SZ', max(start_date)) AS started_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', end_date) AS ended_at
  FROM run
 WHERE start_date IS NOT NULL AND id IN (SELECT key FROM job)
 GROUP BY id;
