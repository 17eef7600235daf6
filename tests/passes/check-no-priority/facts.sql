-- fires: #1 and #3 of 4 open issues. many: 22 of 22. unused: nobody gives priorities there.
INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'many', 'r', 0), ('s', 'unused', 'r', 0), ('s', 'all', 'r', 0), ('s', 'archived', 'r', 1);
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 22),
     row (repo, n, kind, state, labels) AS (
  VALUES ('fires', 1, 'issue', 'open', '["docs"]'), ('fires', 2, 'issue', 'open', '["P2"]'), ('fires', 3, 'issue', 'open', '[]'),
         ('fires', 4, 'issue', 'open', '["low"]'), ('fires', 5, 'pull', 'open', '[]'), ('fires', 6, 'issue', 'closed', '[]'),
         ('unused', 1, 'issue', 'open', '[]'), ('unused', 2, 'issue', 'closed', '["p1"]'),
         ('all', 1, 'issue', 'open', '["p1"]'), ('all', 2, 'pull', 'open', '[]'),
         ('archived', 1, 'issue', 'open', '["p1"]'), ('archived', 2, 'issue', 'open', '[]'),
         ('many', 23, 'pull', 'open', '["p1"]')
   UNION ALL SELECT 'many', n, 'issue', 'open', '[]' FROM number)
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
SELECT 's', repo, n, kind, 'An issue', state, labels, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z' FROM row;
