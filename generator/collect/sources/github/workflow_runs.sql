-- The last hundred runs of the workflows of every repository. Without a token only those are
-- asked for whose files say that there are workflows.
--
-- answer:    object
-- forbidden: 404 451
-- rank:      35

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'actions', 'runs') AS path,
       json_object('exclude_pull_requests', 'true', 'per_page', 100) AS query,
       CASE WHEN NOT EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1')
             AND r.has_ci IS NOT NULL
             AND NOT EXISTS (SELECT 1 FROM repo_file f
                              WHERE f.repo = r.key AND f.kind = 'ci' AND f.path GLOB '.github/workflows/*')
            THEN 'no file is a workflow' END AS absent,
       coalesce(r.pushed_at, '') || ' ' || coalesce(r.ci_state, '') || ' ' || date('now') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- A run's last change is its end, once it is completed.
-- rows workflow_run window(repo)
WITH listed AS MATERIALIZED (SELECT value FROM json_each(:body, '$.workflow_runs'))
SELECT :repo AS repo,
       value ->> '$.id' AS id,
       value ->> '$.workflow_id' AS workflow,
       value ->> '$.name' AS name,
       value ->> '$.display_title' AS title,
       value ->> '$.event' AS event,
       value ->> '$.head_branch' AS branch,
       value ->> '$.head_sha' AS head,
       value ->> '$.status' AS status,
       value ->> '$.conclusion' AS conclusion,
       value ->> '$.run_attempt' AS attempt,
       value ->> '$.actor.login' AS actor,
       value ->> '$.html_url' AS url,
       iif(value ->> '$.status' = 'completed',
           max(strftime('%s', value ->> '$.updated_at') - strftime('%s', value ->> '$.run_started_at'), 0), NULL) AS seconds,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at') AS created_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.run_started_at') AS started_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updated_at') AS updated_at
  FROM listed;
