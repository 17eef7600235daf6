-- unlisted: no list of workflows is known. gone: there is one, without this workflow.
INSERT INTO repo (source, key, name, default_branch, archived) VALUES ('s', 'fires', 'r', 'main', 0), ('s', 'unlisted', 'r', 'main', 0),
  ('s', 'gone', 'r', 'main', 0), ('s', 'off', 'r', 'main', 0), ('s', 'mixed', 'r', 'main', 0), ('s', 'two', 'r', 'main', 0), ('s', 'pulls', 'r', 'main', 0),
  ('s', 'branch', 'r', 'main', 0), ('s', 'cancelled', 'r', 'main', 0), ('s', 'archived', 'r', 'main', 1);
INSERT INTO workflow (source, repo, id, name, state) SELECT source, key, iif(key = 'gone', 8, 7), 'Build', iif(key = 'off', 'disabled_manually', 'active') FROM repo WHERE source = 's' AND key NOT IN ('unlisted', 'unknown');
WITH night (n) AS (VALUES (1), (2), (3), (4))
INSERT INTO workflow_run (source, repo, id, workflow, name, event, branch, status, conclusion, created_at)
SELECT 's', key, n, 7, 'Old name', iif(key = 'pulls', 'pull_request', 'push'), iif(key = 'branch', 'other', 'main'), 'completed',
       CASE WHEN n = 1 THEN 'success' WHEN key = 'mixed' AND n = 3 THEN 'success' WHEN key = 'cancelled' AND n > 2 THEN 'cancelled' WHEN n = 3 THEN 'timed_out' ELSE 'failure' END,
       '2026-11-1' || n || 'T00:00:00Z' FROM repo, night WHERE source = 's' AND key <> 'unknown' AND (key <> 'two' OR n > 2);
-- finds fires workflow 7 | high | The workflow "Build" failed 3 times in a row. | Runs on main, the first of these on 2026-11-12, the last on 2026-11-14.
-- finds unlisted workflow 7 | high | The workflow "Old name" failed 3 times in a row. | Runs on main, the first of these on 2026-11-12, the last on 2026-11-14.
-- waives
INSERT INTO repo (source, key, name, default_branch) VALUES ('t', 'r', 'r', 'main');
INSERT INTO workflow_run (source, repo, id, workflow, branch, status, conclusion, created_at) SELECT 't', 'r', id, 7, 'main', 'completed', 'failure', '2026-11-12T00:00:00Z' FROM workflow_run WHERE source = 's' AND repo = 'fires';
