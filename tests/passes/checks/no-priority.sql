INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'not used', 'r', 0), ('s', 'all', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at) SELECT 's', key, column1, iif(column1 = 4, 'pull', 'issue'), 'An issue', 'open',
       CASE key WHEN 'not used' THEN '["bug"]' WHEN 'all' THEN '["p3"]' ELSE column2 END, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z' FROM repo, (VALUES (1, '["p2"]'), (2, '[]'), (3, '["bug"]'), (4, '[]')) WHERE source = 's' AND key <> 'unknown';
-- finds fires | info | Open issues without a priority label: 2 of 3. | #2, #3
-- waives waived
