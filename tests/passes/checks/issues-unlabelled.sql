-- half: 5 of 10 have none. few: 9 issues.
INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'half', 'r', 0), ('s', 'few', 'r', 0), ('s', 'not used', 'r', 0), ('s', 'archived', 'r', 1);
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 10)
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
SELECT 's', key, n, 'issue', 'An issue', 'open', iif(key <> 'not used' AND n <= iif(key = 'half', 5, 4), '["bug"]', '[]'), '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'
  FROM repo, number WHERE source = 's' AND key <> 'unknown' AND (key <> 'few' OR n > 1);
-- finds fires | info | Open issues without any label: 6 of 10. | The newest is #10.
-- waives waived
