-- fires: five merged after the release of 100 days ago, the first 60 days ago. Of the score the
-- release counts 60 % of 3 as there was a commit since: 1.2 are missing. Known are README 7, licence 7,
-- guide 3, policy 6, CI 8, tests 6, code of conduct 1, activity 10, release 3, throughput 4, age 3,
-- freshness 4, labels 1: 63.
INSERT INTO repo (source, key, name, archived, fork, latest_release, released_at, last_commit_at, ci_state, url, has_readme, has_license, has_contributing, has_security, has_ci, has_tests) VALUES
  ('s', 'o/fires', 'r', 0, 0, 'v1', '2026-08-13T21:00:00Z', '2026-11-20T00:00:00Z', 'success', 'https://example.org/o/fires', 1, 1, 1, 1, 1, 1);
INSERT INTO repo (source, key, name, archived, fork, latest_release, released_at, ci_state) VALUES
  ('s', 'o/no checks', 'r', 0, 0, 'v1', '2026-08-13T21:00:00Z', 'none'), ('s', 'o/broken', 'r', 0, 0, 'v1', '2026-08-13T21:00:00Z', 'failure'), ('s', 'o/young', 'r', 0, 0, 'v1', '2026-08-13T21:00:00Z', NULL),
  ('s', 'o/few', 'r', 0, 0, 'v1', '2026-08-13T21:00:00Z', NULL), ('s', 'o/bots', 'r', 0, 0, 'v1', '2026-08-13T21:00:00Z', NULL), ('s', 'o/released', 'r', 0, 0, 'v1', '2026-11-20T21:00:00Z', NULL),
  ('s', 'o/never', 'r', 0, 0, NULL, NULL, NULL), ('s', 'o/archived', 'r', 1, 0, 'v1', '2026-08-13T21:00:00Z', NULL), ('s', 'o/fork', 'r', 0, 1, 'v1', '2026-08-13T21:00:00Z', NULL),
  ('s', 'o/waived', 'r', 0, 0, 'v1', '2026-01-01T00:00:00Z', NULL);
INSERT INTO commit_day (source, repo, day, commits) VALUES ('s', 'o/waived', '2026-11-01', 99);
WITH nth (n) AS (VALUES (1), (2), (3), (4), (5))
INSERT INTO issue (source, repo, number, kind, title, author, state, created_at, updated_at, merged_at, closed_at)
SELECT 's', key, n, 'pull', 'p', CASE WHEN key = 'o/bots' THEN 'helper[bot]' WHEN n = 1 THEN 'ben' ELSE 'ada' END, 'closed', '2026-08-01T00:00:00Z', '2026-11-19T00:00:00Z',
       iif(n = 1, iif(key = 'o/young', '2026-09-22T21:00:01Z', '2026-09-22T21:00:00Z'), '2026-11-1' || n || 'T00:00:00Z'), '2026-11-19T00:00:00Z'
  FROM repo, nth WHERE source = 's' AND key <> 'unknown' AND (key <> 'o/few' OR n < 5);
-- recommends o/fires
--   title: Release what was merged: 5 pull requests wait, the first since 2026-09-22.
--   evidence: Last release v1 on 2026-08-13; merged since: 5, by 2 people, the last on 2026-11-15. Checks on the default branch: success.
--   action: Draft the next release.
--   url: https://example.org/o/fires/releases/new
--   effect: 1.9
--   reason: release: 1.2 of 3 points missing, of 63 known = +1.9
-- recommends o/no checks
--   title: Release what was merged: 5 pull requests wait, the first since 2026-09-22.
--   evidence: Last release v1 on 2026-08-13; merged since: 5, by 2 people, the last on 2026-11-15. Checks on the default branch: there are none.
--   action: Draft the next release.
--   reason: What it would give is not known: too little of the score is
-- waives o/waived release-overdue
