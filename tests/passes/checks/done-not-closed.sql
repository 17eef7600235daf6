INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
SELECT 's', column1, column2, 'issue', 'An issue', column3, column4, '2026-10-01T00:00:00Z', column5 FROM (VALUES
  ('r', 1, 'open', '["state:done"]', '2026-11-20T21:00:00Z'), ('r', 2, 'open', '["state:done"]', '2026-11-01T00:00:00Z'), ('r', 3, 'open', '["state:done"]', '2026-11-20T21:00:01Z'),
  ('r', 4, 'closed', '["state:done"]', '2026-11-01T00:00:00Z'), ('r', 5, 'open', '[]', '2026-11-01T00:00:00Z'), ('archived', 1, 'open', '["state:done"]', '2026-11-01T00:00:00Z'));
-- finds r#1 | info | Labelled as done, and still open. | Label state:done; last touched on 2026-11-20.
-- waives r#2
