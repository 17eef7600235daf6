-- fires: six merged branches, of which one moved in the last 90 days, and two more, of which one
-- did: 2 of 8 move, without the six 1 of 2. Branches counts 1, and 0.25 is told as 0.3 points: 0.5 -
-- 0.3 more. Known are README 7, licence 7, guide 3, policy 6, CI 8, tests 6, code of conduct 1,
-- protection 4, branches 1, throughput 4, age 3, freshness 4, labels 1: 55.
INSERT INTO repo (source, key, name, default_branch, branch_count, archived, fork, url, has_readme, has_license, has_contributing, has_security, has_ci, has_tests) VALUES
  ('s', 'o/fires', 'r', 'main', 9, 0, 0, 'https://example.org/o/fires', 1, 1, 1, 1, 1, 1);
INSERT INTO repo (source, key, name, default_branch, archived, fork) VALUES
  ('s', 'o/later', 'r', 'main', 0, 0), ('s', 'o/reused', 'r', 'main', 0, 0), ('s', 'o/closed', 'r', 'main', 0, 0), ('s', 'o/protected', 'r', 'main', 0, 0), ('s', 'o/other', 'r', 'main', 0, 0),
  ('s', 'o/archived', 'r', 'main', 1, 0), ('s', 'o/fork', 'r', 'main', 0, 1), ('s', 'o/waived', 'r', 'main', 0, 0);
WITH nth (n) AS (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11))
INSERT INTO branch (source, repo, name, committed_at, protected)
SELECT 's', key, iif(n = 9, 'main', 'work-' || n), CASE WHEN key = 'o/waived' THEN '2026-01-01T00:00:00Z' WHEN n IN (6, 7) THEN '2026-11-01T00:00:00Z' ELSE '2026-06-01T00:00:00Z' END, key = 'o/protected'
  FROM repo, nth WHERE source = 's' AND key <> 'unknown' AND (key = 'o/waived' OR n < 10);
WITH nth (n) AS (VALUES (1), (2), (3), (4), (5), (6))
INSERT INTO issue (source, repo, number, kind, title, state, head_branch, base_branch, created_at, updated_at, merged_at)
SELECT 's', key, 20 + n, 'pull', 'p', 'closed', 'work-' || n, iif(key = 'o/other', 'next', 'main'), '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z',
       CASE WHEN key = 'o/closed' THEN NULL WHEN key = 'o/later' THEN '2026-05-31T00:00:00Z' ELSE '2026-11-02T00:00:00Z' END
  FROM repo, nth WHERE source = 's' AND key <> 'unknown'
 UNION ALL
SELECT 's', 'o/reused', 40 + n, 'pull', 'p', 'open', 'work-' || n, 'main', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', NULL FROM nth WHERE n > 4;
-- recommends o/fires
--   title: Delete 6 branches: their pull requests are merged.
--   evidence: Merged, without a commit since: work-1 (#21), work-2 (#22), work-3 (#23), work-4 (#24), work-5 (#25) and 1 more.
--   action: Delete them, and let branches be deleted once they are merged.
--   url: https://example.org/o/fires/branches
--   effect: 0.4
--   reason: branches that moved in 90 days: 2 of 8; without these 1 of 2 = 0.2 points more, of 55 known = +0.4
-- waives o/waived stale-branches
