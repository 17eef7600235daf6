INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, parts, parts_done, created_at, updated_at) VALUES
  ('s', 'r', 1, 'issue', 'Fires', 'open', 2, 2, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'), ('s', 'r', 2, 'issue', 'Waived', 'open', 1, 1, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 3, 'issue', 'Not done', 'open', 2, 1, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'), ('s', 'r', 4, 'issue', 'No parts', 'open', 0, 0, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 5, 'issue', 'Closed', 'closed', 2, 2, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'), ('s', 'r', 6, 'issue', 'Not told', 'open', NULL, NULL, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'archived', 1, 'issue', 'Archived', 'open', 2, 2, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z');
-- finds r#1 | info | All parts of it are done, and it is still open. | Parts: 2, done: 2.
-- waives r#2
