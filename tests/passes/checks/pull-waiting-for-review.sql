INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, draft, author, review_state, reviewers, created_at, updated_at) VALUES
  ('s', 'r', 1, 'pull', 'Fires', 'open', 0, 'ada', 'review_required', NULL, '2026-11-01T00:00:00Z', '2026-11-14T21:00:00Z'),
  ('s', 'r', 2, 'pull', 'Fires', 'open', 0, NULL, NULL, '["ben", "cem"]', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 3, 'pull', 'Waived', 'open', 0, 'ada', 'review_required', '[]', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 4, 'pull', 'Touched', 'open', 0, 'ada', 'review_required', '[]', '2026-11-01T00:00:00Z', '2026-11-14T21:00:01Z'),
  ('s', 'r', 5, 'pull', 'Draft', 'open', 1, 'ada', 'review_required', '[]', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 6, 'pull', 'Whether draft not told', 'open', NULL, 'ada', 'review_required', '[]', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 7, 'pull', 'Review not told', 'open', 0, 'ada', NULL, NULL, '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 8, 'pull', 'Answered', 'open', 0, 'ada', 'changes_requested', '["ben"]', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 9, 'pull', 'Program', 'open', 0, 'dependabot[bot]', 'review_required', '[]', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 10, 'pull', 'Closed', 'closed', 0, 'ada', 'review_required', '[]', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'archived', 1, 'pull', 'Archived', 'open', 0, 'ada', 'review_required', '[]', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z');
-- finds r#1 | medium | Waits for a review for 7 days or longer. | Last touched on 2026-11-14, opened on 2026-11-01.
-- finds r#2 | medium | Waits for a review for 7 days or longer. | Last touched on 2026-11-10, opened on 2026-11-01; asked: ben, cem.
-- waives r#3
