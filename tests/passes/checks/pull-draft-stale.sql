INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, draft, created_at, updated_at) VALUES
  ('s', 'r', 1, 'pull', 'Fires', 'open', 1, '2026-09-01T00:00:00Z', '2026-09-22T21:00:00Z'),
  ('s', 'r', 2, 'pull', 'Waived', 'open', 1, '2026-09-01T00:00:00Z', '2026-09-02T00:00:00Z'),
  ('s', 'r', 3, 'pull', 'Touched', 'open', 1, '2026-09-01T00:00:00Z', '2026-09-22T21:00:01Z'),
  ('s', 'r', 4, 'pull', 'No draft', 'open', 0, '2026-09-01T00:00:00Z', '2026-09-02T00:00:00Z'),
  ('s', 'r', 5, 'pull', 'Not told', 'open', NULL, '2026-09-01T00:00:00Z', '2026-09-02T00:00:00Z'),
  ('s', 'r', 6, 'pull', 'Closed', 'closed', 1, '2026-09-01T00:00:00Z', '2026-09-02T00:00:00Z'),
  ('s', 'archived', 1, 'pull', 'Archived', 'open', 1, '2026-09-01T00:00:00Z', '2026-09-02T00:00:00Z');
-- finds r#1 | info | A draft that nobody has touched for 60 days. | Last touched on 2026-09-22, opened on 2026-09-01.
-- waives r#2
