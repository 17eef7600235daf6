-- The DAGs that there are, with their schedules. How the last run went is told by runs.sql; what
-- is known of it stays.
--
-- pages:  offset offset limit $.total_entries
-- items:  $.dags
-- answer: object
-- group:  jobs
-- rank:   10

-- ask
SELECT json_array('api', coalesce((SELECT value FROM setting WHERE key = 'api'), 'v2'), 'dags') AS path,
       json_object('limit', 100, 'offset', 0, 'order_by', 'dag_id') AS query;

-- Airflow 2 tells the schedule as an object, its next run as next_dagrun_create_after.
-- rows job complete
WITH known (id, state) AS (SELECT key, state FROM job)
SELECT value ->> '$.dag_id' AS key,
       substr(coalesce(value ->> '$.dag_display_name', value ->> '$.dag_id'), 1, 1024) AS name,
       substr((SELECT group_concat(o.atom, ', ') FROM json_each(d.value, '$.owners') o), 1, 256) AS project,
       substr(coalesce(value ->> '$.timetable_summary', value ->> '$.schedule_interval.value', value ->> '$.timetable_description'), 1, 256) AS schedule,
       NOT (value ->> '$.is_paused') AS enabled,
       coalesce((SELECT state FROM known WHERE id = value ->> '$.dag_id'), 'unknown') AS state,
       iif(value ->> '$.has_import_errors', 'Its file cannot be imported.', substr(value ->> '$.description', 1, 4096)) AS detail,
       strftime('%Y-%m-%dT%H:%M:%SZ', coalesce(value ->> '$.next_dagrun_run_after', value ->> '$.next_dagrun_create_after')) AS due_at,
       (SELECT rtrim(s.value, '/') FROM setting s WHERE s.key = 'url') || '/dags/' || (d.value ->> '$.dag_id')
         || iif(EXISTS (SELECT 1 FROM setting WHERE key = 'api' AND value = 'v1'), '/grid', '') AS url
  FROM (SELECT e.value AS value FROM json_each(:body, '$.dags') e) d;
