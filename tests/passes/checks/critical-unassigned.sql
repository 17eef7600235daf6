INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, assignees, created_at, updated_at) VALUES
  ('s', 'r', 1, 'issue', 'Fires', 'open', '["p0"]', '[]', '2026-11-20T21:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 2, 'issue', 'Waived', 'open', '["priority:critical"]', '[]', '2026-11-19T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 3, 'issue', 'New', 'open', '["p0"]', '[]', '2026-11-20T21:00:01Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 4, 'issue', 'Assigned', 'open', '["p0"]', '["ada"]', '2026-11-19T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 5, 'issue', 'High', 'open', '["p1"]', '[]', '2026-11-19T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 6, 'issue', 'Longer', 'open', '["p0"]', '[]', '2026-11-10T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'r', 7, 'issue', 'Not told', 'open', '[]', '[]', '2026-11-19T00:00:00Z', '2026-11-20T00:00:00Z'),
  ('s', 'archived', 1, 'issue', 'Archived', 'open', '["p0"]', '[]', '2026-11-19T00:00:00Z', '2026-11-20T00:00:00Z');
-- finds r#1 | high | Critical, and nobody is assigned. | Has the label p0; opened on 2026-11-20.
-- waives r#2
