-- fires: the last commit 180 days ago, then four issues by two people, one of them closed, one of
-- a bot. Freshness is 0 of 4: nothing was touched for 30 days. Known are README 7, licence 7, guide
-- 3, policy 6, CI 8, tests 6, code of conduct 1, activity 10, and of what is open throughput 4, age
-- 3, freshness 4, labels 1: 60.
INSERT INTO repo (source, key, name, archived, fork, last_commit_at, url, has_readme, has_license, has_contributing, has_security, has_ci, has_tests) VALUES
  ('s', 'o/fires', 'r', 0, 0, '2026-05-25T21:00:00Z', 'https://example.org/o/fires', 1, 1, 1, 1, 1, 1);
INSERT INTO repo (source, key, name, archived, fork, last_commit_at, pushed_at) VALUES
  ('s', 'o/pushed', 'r', NULL, NULL, NULL, '2026-05-25T21:00:00Z'), ('s', 'o/young', 'r', 0, 0, '2026-05-25T21:00:01Z', NULL), ('s', 'o/few', 'r', 0, 0, '2026-05-25T21:00:00Z', NULL),
  ('s', 'o/before', 'r', 0, 0, '2026-05-25T21:00:00Z', NULL), ('s', 'o/bots', 'r', 0, 0, '2026-05-25T21:00:00Z', NULL), ('s', 'o/closed', 'r', 0, 0, '2026-05-25T21:00:00Z', NULL),
  ('s', 'o/archived', 'r', 1, 0, '2026-05-25T21:00:00Z', NULL), ('s', 'o/fork', 'r', 0, 1, '2026-05-25T21:00:00Z', NULL), ('s', 'o/waived', 'r', 0, 0, '2026-05-25T21:00:00Z', NULL);
WITH nth (n) AS (VALUES (1), (2), (3), (4), (5))
INSERT INTO issue (source, repo, number, kind, title, author, state, created_at, updated_at)
SELECT 's', key, n + 10, iif(n = 3, 'pull', 'issue'), 'An item', CASE WHEN key = 'o/bots' OR n = 5 THEN 'helper[bot]' WHEN n = 2 THEN 'ben' ELSE 'ada' END,
       iif(n = 4 OR key = 'o/closed', 'closed', 'open'), printf('%s-0%dT00:00:00Z', iif(key = 'o/before', '2026-01', '2026-06'), n), '2026-07-01T00:00:00Z'
  FROM repo, nth WHERE source = 's' AND key <> 'unknown' AND (key <> 'o/few' OR n <> 1);
-- recommends o/fires
--   title: Say what becomes of it: people ask, and nobody has worked on it since 2026-05-25.
--   evidence: Opened after the last commit and still open: 3, by 2 people, the last on 2026-06-03. Open in all: 4.
--   action: Answer, close or hand over what is open, beginning with #11.
--   url: https://example.org/o/fires/issues?q=is%3Aopen+sort%3Acreated-asc
--   effect: 6.7
--   reason: freshness: 4 of 4 points missing, of 60 known = +6.7, if all that is open is touched
-- recommends o/pushed
--   title: Say what becomes of it: people ask, and nobody has worked on it since 2026-05-25.
--   evidence: Opened after the last commit and still open: 3, by 2 people, the last on 2026-06-03. Open in all: 4.
--   action: Answer, close or hand over what is open, beginning with #11.
--   reason: What it would give is not known: too little of the score is
-- waives o/waived inactive
