INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, draft, ci_state, created_at, updated_at) VALUES
  ('s', 'r', 1, 'pull', 'Fires', 'open', 0, 'failure', '2026-11-01T00:00:00Z', '2026-11-14T21:00:00Z'),
  ('s', 'r', 2, 'pull', 'Waived', 'open', NULL, 'error', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'r', 3, 'pull', 'Touched', 'open', 0, 'failure', '2026-11-01T00:00:00Z', '2026-11-14T21:00:01Z'),
  ('s', 'r', 4, 'pull', 'Draft', 'open', 1, 'failure', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'r', 5, 'pull', 'Pending', 'open', 0, 'pending', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'r', 6, 'pull', 'Not told', 'open', 0, NULL, '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'archived', 1, 'pull', 'Archived', 'open', 0, 'failure', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z');
-- finds r#1 | low | Its checks fail, and nobody has touched it for 7 days. | State of all checks: failure; last touched on 2026-11-14.
-- waives r#2
