INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, draft, review_state, author, created_at, updated_at) VALUES
  ('s', 'r', 1, 'pull', 'Fires', 'open', 0, 'changes_requested', 'ada', '2026-11-01T00:00:00Z', '2026-11-07T21:00:00Z'),
  ('s', 'r', 2, 'pull', 'Waived', 'open', NULL, 'changes_requested', NULL, '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'r', 3, 'pull', 'Touched', 'open', 0, 'changes_requested', 'ada', '2026-11-01T00:00:00Z', '2026-11-07T21:00:01Z'),
  ('s', 'r', 4, 'pull', 'Draft', 'open', 1, 'changes_requested', 'ada', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'r', 5, 'pull', 'Approved', 'open', 0, 'approved', 'ada', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'r', 6, 'pull', 'Not told', 'open', 0, NULL, 'ada', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z'),
  ('s', 'archived', 1, 'pull', 'Archived', 'open', 0, 'changes_requested', 'ada', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z');
-- finds r#1 | low | Changes were asked for, and nobody has touched it for 14 days. | Last touched on 2026-11-07, opened on 2026-11-01 by ada.
-- waives r#2
