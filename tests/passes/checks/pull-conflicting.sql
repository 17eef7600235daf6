INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, draft, mergeable, head_branch, base_branch, created_at, updated_at) VALUES
  ('s', 'r', 1, 'pull', 'Fires', 'open', 0, 'conflicting', 'fix', 'main', '2026-11-01T00:00:00Z', '2026-11-14T21:00:00Z'),
  ('s', 'r', 2, 'pull', 'Waived', 'open', NULL, 'conflicting', NULL, NULL, '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 3, 'pull', 'Touched', 'open', 0, 'conflicting', 'fix', 'main', '2026-11-01T00:00:00Z', '2026-11-14T21:00:01Z'),
  ('s', 'r', 4, 'pull', 'Draft', 'open', 1, 'conflicting', 'fix', 'main', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 5, 'pull', 'Not told', 'open', 0, NULL, 'fix', 'main', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 6, 'pull', 'None', 'open', 0, 'mergeable', 'fix', 'main', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'archived', 1, 'pull', 'Archived', 'open', 0, 'conflicting', 'fix', 'main', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z');
-- finds r#1 | low | It has conflicts, and nobody has touched it for 7 days. | From fix into main; last touched on 2026-11-14.
-- waives r#2
