INSERT INTO repo (source, key, name, default_branch, archived) VALUES ('s', 'fires', 'r', 'main', 0), ('s', 'half an hour', 'r', 'main', 0), ('s', 'few', 'r', 'main', 0),
  ('s', 'nightly', 'r', 'main', 0), ('s', 'not told', 'r', 'main', 0), ('s', 'archived', 'r', 'main', 1), ('t', 'r', 'r', 'main', 0);
WITH run (n) AS (VALUES (1), (2), (3), (4), (5))
INSERT INTO workflow_run (source, repo, id, workflow, name, event, branch, status, conclusion, seconds, created_at)
SELECT source, key, n, 7, 'Build', iif(key = 'nightly', 'schedule', 'push'), 'main', 'completed', 'success', CASE key WHEN 'half an hour' THEN 1800 WHEN 'not told' THEN NULL ELSE 1700 + n * 100 END, '2026-11-0' || n || 'T00:00:00Z'
  FROM repo, run WHERE source IN ('s', 't') AND key <> 'unknown' AND (key <> 'few' OR n > 1);
-- finds fires workflow 7 | low | The workflow "Build" takes 33 minutes. | Average of the last 5 successful runs on main; at most 30 minutes should pass before an answer comes.
-- waives
