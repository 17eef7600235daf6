INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
SELECT 's', column1, column2, 'issue', 'An issue', 'open', column3, '2026-01-01T00:00:00Z', column4 FROM (VALUES
  ('r', 1, '["gate:paused"]', '2026-08-23T21:00:00Z'), ('r', 2, '["gate:paused"]', '2026-02-01T00:00:00Z'), ('r', 3, '["gate:paused"]', '2026-08-23T21:00:01Z'), ('r', 4, '[]', '2026-02-01T00:00:00Z'),
  ('archived', 1, '["gate:paused"]', '2026-02-01T00:00:00Z'));
-- finds r#1 | info | Paused, and nobody has touched it for 90 days. | Last touched on 2026-08-23, opened on 2026-01-01.
-- waives r#2
