-- fires: 4 of 20. quiet: 3 of 20. few: 4 of 19. Ends badly: the last failed.
INSERT INTO repo (source, key, name, default_branch, archived) VALUES ('s', 'fires', 'r', 'main', 0), ('s', 'quiet', 'r', 'main', 0), ('s', 'few', 'r', 'main', 0),
  ('s', 'ends badly', 'r', 'main', 0), ('s', 'old', 'r', 'main', 0), ('s', 'archived', 'r', 'main', 1), ('t', 'r', 'r', 'main', 0);
WITH RECURSIVE run (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM run WHERE n < 20)
INSERT INTO workflow_run (source, repo, id, workflow, name, event, branch, status, conclusion, created_at)
SELECT source, key, n, 7, 'Build', 'push', 'main', 'completed', iif(n <= iif(key = 'quiet', 3, 4) OR (key = 'ends badly' AND n = 20), 'failure', 'success'),
       strftime(iif(key = 'old', '2026-09-%d', '2026-11-%d') || 'T00:00:00Z', '2026-11-01', (n - 1) || ' days')
  FROM repo, run WHERE source IN ('s', 't') AND key <> 'unknown' AND (key <> 'few' OR n <> 10);
-- finds fires workflow 7 | medium | The workflow "Build" fails and succeeds by turns. | Of 20 runs on main within 30 days 4 failed, the last one succeeded.
-- waives
