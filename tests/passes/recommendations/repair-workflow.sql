-- fires: both workflows failed three times in a row; the second took longer: 3 x 20 minutes. One
-- pull request waits, another passes. The run of the day before is older than 30 days. Of the
-- score passing is 0 of 4. Known are README 7, licence 7, guide 3, policy 6, CI 8, tests 6, code of
-- conduct 1, passing 4, throughput 4, age 3, freshness 4, labels 1: 54.
INSERT INTO repo (source, key, name, default_branch, archived, fork, has_readme, has_license, has_contributing, has_security, has_ci, has_tests) VALUES
  ('s', 'o/fires', 'r', 'main', 0, 0, 1, 1, 1, 1, 1, 1), ('s', 'o/mixed', 'r', 'main', 0, 0, 1, 1, 1, 1, 1, 1), ('s', 'o/old', 'r', 'main', 0, 0, 1, 1, 1, 1, 1, 1),
  ('s', 'o/archived', 'r', 'main', 1, 0, 1, 1, 1, 1, 1, 1), ('s', 'o/waived', 'r', 'main', 0, 0, 1, 1, 1, 1, 1, 1);
WITH night (n) AS (VALUES (1), (2), (3)), flow (id, seconds) AS (VALUES (7, 60), (8, 1200))
INSERT INTO workflow_run (source, repo, id, workflow, name, event, branch, status, conclusion, seconds, created_at, url)
SELECT 's', key, f.id * 10 + n, f.id, 'Flow ' || f.id, 'push', 'main', 'completed', iif(key = 'o/mixed' AND n = 2, 'success', 'failure'), f.seconds,
       printf('2026-%02d-1%dT00:00:00Z', iif(key = 'o/old', 9, 11), n), 'https://example.org/runs/' || (f.id * 10 + n)
  FROM repo, night, flow f WHERE source = 's' AND key <> 'unknown';
INSERT INTO issue (source, repo, number, kind, title, state, ci_state, created_at, updated_at) VALUES ('s', 'o/fires', 1, 'pull', 'p', 'open', 'failure', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'), ('s', 'o/fires', 2, 'pull', 'p', 'open', 'success', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'), ('s', 'o/fires', 3, 'pull', 'p', 'closed', 'failure', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
-- recommends o/fires
--   title: Repair the workflow that fails: pull requests wait behind it.
--   evidence: The workflow "Flow 8" failed 3 times in a row (found by workflow-failing). In the last 30 days 3 of its runs failed, which took 60 minutes. Open pull requests whose checks fail: 1.
--   action: Read the log of its run of 2026-11-13, the last that failed.
--   url: https://example.org/runs/83
--   effect: 7.4
--   reason: passing: 4 of 4 points missing, of 54 known = +7.4, if all runs go well
-- waives o/waived workflow-failing
