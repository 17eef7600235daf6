-- Blocked may stand beside another state.
INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
SELECT 's', column1, column2, 'issue', 'An issue', 'open', column3, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z' FROM (VALUES
  ('r', 1, '["p0", "P2", "gate:allowed", "gate:paused"]'), ('r', 2, '["state:build", "state:done"]'), ('r', 3, '["p0", "p1"]'), ('r', 4, '["p0", "priority:critical", "state:build", "gate:allowed"]'),
  ('r', 5, '["state:blocked", "state:build"]'), ('r', 6, '["p0"]'), ('r', 7, '[]'), ('archived', 1, '["p0", "p1"]'));
-- finds r#1 | low | Its labels contradict each other: gate, priority. | gate:allowed, gate:paused; p0, p2
-- finds r#2 | low | Its labels contradict each other: state. | state:build, state:done
-- waives r#3
