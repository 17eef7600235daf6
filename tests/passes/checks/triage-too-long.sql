INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
SELECT 's', column1, column2, 'issue', 'An issue', 'open', column3, '2026-10-01T00:00:00Z', column4 FROM (VALUES
  ('r', 1, '["state:triage"]', '2026-11-07T21:00:00Z'), ('r', 2, '["state:triage"]', '2026-11-01T00:00:00Z'), ('r', 3, '["state:triage"]', '2026-11-07T21:00:01Z'),
  ('r', 4, '["state:triage", "gate:paused"]', '2026-11-01T00:00:00Z'), ('r', 5, '[]', '2026-11-01T00:00:00Z'), ('archived', 1, '["state:triage"]', '2026-11-01T00:00:00Z'));
-- finds r#1 | low | In triage, and nobody has touched it for 14 days. | Last touched on 2026-11-07, opened on 2026-10-01.
-- waives r#2
