-- Every job that builds something: folders, and projects that have a job for each branch, are
-- told by what is in them.
--
-- items:  $.jobs
-- answer: object
-- group:  jobs
-- rank:   10

-- Jenkins has no pages here; what is asked for is kept small instead.
-- ask
WITH RECURSIVE field (names) AS (
  VALUES ('fullName,url,color,buildable,healthReport[description],'
          || 'lastBuild[number,result,timestamp,duration,building],lastStableBuild[timestamp,duration]')
), level (depth, tree) AS (
  SELECT 0, names FROM field
   UNION ALL
  SELECT depth + 1, names || ',jobs[' || tree || ']' FROM level, field WHERE depth < 3
)
SELECT json_array('api', 'json') AS path, json_object('tree', 'jobs[' || tree || ']') AS query
  FROM level ORDER BY depth DESC LIMIT 1;

-- UNSTABLE is a build whose tests failed. lastSuccessfulBuild may be such a one, lastStableBuild
-- is none.
-- rows job complete
WITH RECURSIVE meaning (status, state) AS (
  VALUES ('SUCCESS', 'succeeded'), ('UNSTABLE', 'failed'), ('FAILURE', 'failed'), ('ABORTED', 'cancelled'), ('NOT_BUILT', 'cancelled')
), job_tree (job, folder) AS (
  SELECT value, NULL FROM json_each(:body, '$.jobs')
   UNION ALL
  SELECT j.value, t.job ->> '$.fullName' FROM job_tree t, json_each(t.job, '$.jobs') j
)
SELECT job ->> '$.fullName' AS key,
       substr(job ->> '$.fullName', 1, 1024) AS name,
       substr(folder, 1, 256) AS project,
       CASE WHEN job ->> '$.color' IN ('disabled', 'disabled_anime') THEN 0 ELSE job ->> '$.buildable' END AS enabled,
       CASE WHEN job ->> '$.lastBuild.building' THEN 'running'
            ELSE coalesce((SELECT state FROM meaning WHERE status = job ->> '$.lastBuild.result'), 'unknown') END AS state,
       coalesce(substr(job ->> '$.lastBuild.result', 1, 64), iif(job ->> '$.lastBuild.building', 'building', NULL)) AS status,
       job ->> '$.lastBuild.number' AS last_run,
       substr(job ->> '$.healthReport[0].description', 1, 4096) AS detail,
       strftime('%Y-%m-%dT%H:%M:%SZ', (job ->> '$.lastBuild.timestamp') / 1000, 'unixepoch') AS started_at,
       iif(job ->> '$.lastBuild.building', NULL,
           strftime('%Y-%m-%dT%H:%M:%SZ', ((job ->> '$.lastBuild.timestamp') + (job ->> '$.lastBuild.duration')) / 1000, 'unixepoch')) AS ended_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', ((job ->> '$.lastStableBuild.timestamp') + (job ->> '$.lastStableBuild.duration')) / 1000, 'unixepoch') AS succeeded_at,
       job ->> '$.url' AS url
  FROM job_tree
 WHERE json_type(job, '$.jobs') IS NULL;
