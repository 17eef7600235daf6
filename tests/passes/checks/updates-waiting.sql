INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'quiet', 'r', 0), ('s', 'archived', 'r', 1);
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 9)
INSERT INTO issue (source, repo, number, kind, title, author, state, created_at, updated_at)
SELECT 's', key, n, iif(key = 'quiet' AND n = 6, 'issue', 'pull'), 'Bump', CASE WHEN key = 'quiet' AND n = 7 THEN NULL WHEN key = 'quiet' AND n = 8 THEN 'ada' WHEN n = 2 THEN 'renovate[bot]' ELSE 'dependabot[bot]' END,
       iif(key = 'quiet' AND n IN (5, 9), 'closed', 'open'), '2026-11-0' || n || 'T00:00:00Z', '2026-11-20T00:00:00Z'
  FROM number, repo WHERE source = 's' AND key <> 'unknown' AND (n <= 5 OR key = 'quiet');
-- finds fires | low | Updates that a program proposed are waiting: 5. | The oldest is #1 of 2026-11-01.
-- waives waived
