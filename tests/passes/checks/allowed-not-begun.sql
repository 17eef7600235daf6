INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, assignees, created_at, updated_at)
SELECT 's', column1, column2, 'issue', 'An issue', 'open', column3, column4, '2026-10-01T00:00:00Z', column5 FROM (VALUES
  ('r', 1, '["gate:allowed"]', '[]', '2026-11-07T21:00:00Z'), ('r', 2, '["Gate:Allowed"]', '[]', '2026-11-01T00:00:00Z'), ('r', 3, '["gate:allowed"]', '[]', '2026-11-07T21:00:01Z'),
  ('r', 4, '["gate:allowed"]', '["ada"]', '2026-11-01T00:00:00Z'), ('r', 5, '["gate:allowed", "state:build"]', '[]', '2026-11-01T00:00:00Z'), ('r', 6, '[]', '[]', '2026-11-01T00:00:00Z'),
  ('archived', 1, '["gate:allowed"]', '[]', '2026-11-01T00:00:00Z'));
-- finds r#1 | low | Allowed, and nobody has begun for 14 days. | Label gate:allowed, nobody assigned; last touched on 2026-11-07.
-- waives r#2
