INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'three', 'r', 0), ('s', 'archived', 'r', 1), ('t', 'r', 'r', 0);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at) SELECT source, key, column1, 'issue', 'An issue', 'open', iif(key = 'three' AND column1 = 4, '["state:research"]', '["state:build"]'), '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'
  FROM repo, (VALUES (1), (2), (3), (4)) WHERE source IN ('s', 't') AND key <> 'unknown';
-- finds fires state:build | medium | 4 issues are in state:build at once; the limit is 3. | #1, #2, #3, #4
-- waives
