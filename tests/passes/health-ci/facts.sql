-- Runs on the default branch in the last 90 days: how many went well, and how long they took
-- before and after 2026-10-07T21:00:00Z.
INSERT INTO repo (source, key, name, default_branch, has_ci, has_tests, archived)
SELECT 's', value, 'r', 'main', iif(value = 'no runs', 0, NULL), iif(value = 'no runs', 0, NULL), value = 'archived'
  FROM json_each('["19 of 20", "18 of 20", "1 of 5", "4 runs", "no runs", "archived", "as fast", "a tenth slower", "half slower", "twice as slow", "4 before", "two workflows"]');
-- repository, workflow, how many, conclusion, seconds, when, branch
INSERT INTO workflow_run (source, repo, id, workflow, status, conclusion, seconds, created_at, branch)
SELECT 's', t.column1, row_number() OVER (), t.column2, 'completed', t.column4, t.column5, t.column6, t.column7
  FROM (VALUES
  ('19 of 20', 1, 19, 'success', NULL, '2026-11-20T00:00:00Z', 'main'), ('19 of 20', 1, 1, 'failure', NULL, '2026-11-20T00:00:00Z', 'main'),
  ('18 of 20', 1, 18, 'success', NULL, '2026-11-20T00:00:00Z', 'main'), ('18 of 20', 2, 1, 'timed_out', NULL, '2026-11-20T00:00:00Z', 'main'),
  ('18 of 20', 2, 1, 'startup_failure', NULL, '2026-11-20T00:00:00Z', 'main'), ('18 of 20', 2, 9, 'cancelled', NULL, '2026-11-20T00:00:00Z', 'main'),
  ('18 of 20', 2, 9, 'failure', NULL, '2026-11-20T00:00:00Z', 'topic'), ('18 of 20', 2, 9, 'failure', NULL, '2026-08-23T20:59:59Z', 'main'),
  ('1 of 5', 1, 1, 'success', NULL, '2026-08-23T21:00:00Z', 'main'), ('1 of 5', 1, 4, 'failure', NULL, '2026-11-20T00:00:00Z', 'main'),
  ('4 runs', 1, 4, 'success', NULL, '2026-11-20T00:00:00Z', 'main'),
  ('archived', 1, 9, 'failure', 9, '2026-11-20T00:00:00Z', 'main'),
  ('as fast', 1, 5, 'success', 100, '2026-10-07T20:59:59Z', 'main'), ('as fast', 1, 5, 'success', 100, '2026-10-07T21:00:00Z', 'main'), ('as fast', 1, 9, 'failure', 900, '2026-10-08T21:00:00Z', 'main'),
  ('a tenth slower', 1, 5, 'success', 100, '2026-10-01T00:00:00Z', 'main'), ('a tenth slower', 1, 5, 'success', 110, '2026-11-01T00:00:00Z', 'main'),
  ('half slower', 1, 5, 'success', 100, '2026-10-01T00:00:00Z', 'main'), ('half slower', 1, 5, 'success', 155, '2026-11-01T00:00:00Z', 'main'),
  ('twice as slow', 1, 5, 'success', 100, '2026-10-01T00:00:00Z', 'main'), ('twice as slow', 1, 5, 'success', 200, '2026-11-01T00:00:00Z', 'main'),
  ('4 before', 1, 4, 'success', 100, '2026-10-01T00:00:00Z', 'main'), ('4 before', 1, 9, 'success', 200, '2026-11-01T00:00:00Z', 'main'),
-- the one with more on both sides counts
  ('two workflows', 1, 5, 'success', 100, '2026-10-01T00:00:00Z', 'main'), ('two workflows', 1, 5, 'success', 900, '2026-11-01T00:00:00Z', 'main'),
  ('two workflows', 2, 6, 'success', 100, '2026-10-01T00:00:00Z', 'main'), ('two workflows', 2, 6, 'success', 100, '2026-11-01T00:00:00Z', 'main')) t
  JOIN (WITH RECURSIVE n (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM n WHERE n < 20) SELECT n FROM n) ON n <= t.column3;
