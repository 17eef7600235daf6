INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'keeps up', 'r', 0), ('s', 'few', 'r', 0), ('s', 'old', 'r', 0), ('s', 'not read', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO scope (source, declaration, key, repo, outcome, asked_at, loaded_at, hash) SELECT 's', 'git/issues', key, key, 'ok', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', '' FROM repo WHERE source = 's' AND key NOT IN ('unknown', 'not read');
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 20)
INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at, closed_at)
SELECT 's', key, n, 'issue', 'An issue', iif(n <= iif(key = 'keeps up', 11, 10), 'closed', 'open'), iif(key = 'old', '2026-08-01T00:00:00Z', '2026-10-01T00:00:00Z'), '2026-11-01T00:00:00Z', iif(n <= iif(key = 'keeps up', 11, 10), '2026-11-01T00:00:00Z', NULL)
  FROM repo, number WHERE source = 's' AND key <> 'unknown' AND (key <> 'few' OR n > 1);
-- finds fires | low | Far more is opened than closed. | In the last 90 days 20 issues and pull requests were opened and 10 closed; open now: 10.
-- waives waived
