INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at) SELECT 's', column1, column2, 'issue', column3, 'open', column4, '2026-11-01T00:00:00Z', column5 FROM (VALUES
  ('r', 1, 'An issue', '["state:awaiting-decision"]', '2026-11-14T21:00:00Z'), ('r', 2, 'An issue', '["gate:needs-approval"]', '2026-11-02T00:00:00Z'), ('r', 3, 'An issue', '["state:awaiting-decision"]', '2026-11-14T21:00:01Z'),
  ('r', 4, 'Decision Desk 2026-11-02', '["state:awaiting-decision"]', '2026-11-02T00:00:00Z'), ('r', 5, 'An issue', '[]', '2026-11-02T00:00:00Z'), ('archived', 1, 'An issue', '["state:awaiting-decision"]', '2026-11-02T00:00:00Z'));
-- finds r#1 | high | A decision is awaited, and nobody has touched this for 7 days. | Awaits a decision; last touched on 2026-11-14, opened on 2026-11-01.
-- waives r#2
