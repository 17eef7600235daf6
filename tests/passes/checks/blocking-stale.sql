INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, blocks, created_at, updated_at) VALUES
  ('s', 'r', 1, 'issue', 'Fires', 'open', 2, '2026-10-01T00:00:00Z', '2026-11-07T21:00:00Z'), ('s', 'r', 2, 'issue', 'Waived', 'open', 9, '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'),
  ('s', 'r', 3, 'issue', 'One', 'open', 1, '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'), ('s', 'r', 4, 'issue', 'Touched', 'open', 2, '2026-10-01T00:00:00Z', '2026-11-07T21:00:01Z'),
  ('s', 'r', 5, 'issue', 'Not told', 'open', NULL, '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'), ('s', 'r', 6, 'issue', 'Closed', 'closed', 2, '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'),
  ('s', 'archived', 1, 'issue', 'Archived', 'open', 2, '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z');
-- finds r#1 | medium | 2 open issues wait for this, and nobody has touched it for 14 days. | Last touched on 2026-11-07; nobody is assigned.
-- waives r#2
