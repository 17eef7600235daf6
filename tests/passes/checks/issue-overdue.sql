INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO milestone (source, repo, number, title, state, open_items, due_on) VALUES ('s', 'r', 1, 'Next', 'open', 2, '2026-11-01');
INSERT INTO issue (source, repo, number, kind, title, state, due_on, milestone, assignees, created_at, updated_at) VALUES
  ('s', 'r', 1, 'issue', 'Fires', 'open', '2026-11-20', NULL, '["ada"]', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'r', 2, 'issue', 'Waived', 'open', '2026-11-01', NULL, '[]', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'r', 3, 'issue', 'Today', 'open', '2026-11-21', NULL, '[]', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'r', 4, 'issue', 'Milestone', 'open', '2026-11-01', 'Next', '[]', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'r', 5, 'issue', 'Closed', 'closed', '2026-11-01', NULL, '[]', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'r', 6, 'issue', 'No day', 'open', NULL, NULL, '[]', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'archived', 1, 'issue', 'Archived', 'open', '2026-11-01', NULL, '[]', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z');
-- finds r#1 | medium | It was due on 2026-11-20. | Last touched on 2026-11-02; 1 person is assigned.
-- waives r#2
