-- fires: 4 in state:build; 3 in state:research are allowed. many: 23 in state:research.
INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'many', 'r', 0), ('s', 'three', 'r', 0), ('s', 'archived', 'r', 1);
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 23),
     row (repo, n, kind, state, labels) AS (
  SELECT 'fires', n, 'issue', 'open', iif(n <= 4, '["State:Build", "state:build"]', '["state:research"]') FROM number WHERE n <= 7
   UNION ALL SELECT 'many', n, 'issue', 'open', '["docs", "state:research"]' FROM number
   UNION ALL SELECT 'three', n, 'issue', 'open', '["state:build"]' FROM number WHERE n <= 3
   UNION ALL VALUES ('three', 4, 'pull', 'open', '["state:build"]'), ('three', 5, 'issue', 'closed', '["state:build"]'),
                    ('three', 6, 'issue', 'open', '["state:builder"]')
   UNION ALL SELECT 'archived', n, 'issue', 'open', '["state:build"]' FROM number)
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
SELECT 's', repo, n, kind, 'An issue', state, labels, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z' FROM row;
