INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at) SELECT 's', column1, column2, 'issue', 'An issue', column3, column4, column5, '2026-11-20T00:00:00Z' FROM (VALUES
  ('r', 1, 'open', '["p0"]', '2026-11-18T20:59:59Z'), ('r', 2, 'open', '["critical"]', '2026-11-01T00:00:00Z'), ('r', 3, 'open', '["p0"]', '2026-11-18T21:00:00Z'), ('r', 4, 'open', '["p1"]', '2026-11-01T00:00:00Z'),
  ('r', 5, 'closed', '["p0"]', '2026-11-01T00:00:00Z'), ('r', 6, 'open', '[]', '2026-11-01T00:00:00Z'), ('archived', 1, 'open', '["p0"]', '2026-11-01T00:00:00Z'));
-- finds r#1 | critical | Critical, and open for more than 3 days. | Has the label p0; opened on 2026-11-18, last touched on 2026-11-20; nobody is assigned.
-- waives r#2
