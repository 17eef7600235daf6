INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, draft, auto_merge, review_state, mergeable, ci_state, approvals, created_at, updated_at) VALUES
  ('s', 'r', 1, 'pull', 'Fires', 'open', 0, 0, 'approved', 'mergeable', 'success', 2, '2026-11-01T00:00:00Z', '2026-11-18T21:00:00Z'),
  ('s', 'r', 2, 'pull', 'Fires', 'open', 0, NULL, 'approved', 'mergeable', 'none', NULL, '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 3, 'pull', 'Waived', 'open', 0, 0, 'approved', 'mergeable', 'success', 1, '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 4, 'pull', 'Touched', 'open', 0, 0, 'approved', 'mergeable', 'success', 1, '2026-11-01T00:00:00Z', '2026-11-18T21:00:01Z'),
  ('s', 'r', 5, 'pull', 'By itself', 'open', 0, 1, 'approved', 'mergeable', 'success', 1, '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 6, 'pull', 'Conflicts', 'open', 0, 0, 'approved', 'conflicting', 'success', 1, '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 7, 'pull', 'Conflicts not told', 'open', 0, 0, 'approved', NULL, 'success', 1, '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 8, 'pull', 'Fails', 'open', 0, 0, 'approved', 'mergeable', 'failure', 1, '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 9, 'pull', 'Checks not told', 'open', 0, 0, 'approved', 'mergeable', NULL, 1, '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'r', 10, 'pull', 'Not approved', 'open', 0, 0, 'none', 'mergeable', 'success', 0, '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
  ('s', 'archived', 1, 'pull', 'Archived', 'open', 0, 0, 'approved', 'mergeable', 'success', 1, '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z');
-- finds r#1 | low | Approved and ready to be merged for 3 days or longer. | Approvals: 2; no conflicts; checks: success; last touched on 2026-11-18.
-- finds r#2 | low | Approved and ready to be merged for 3 days or longer. | Approvals: given; no conflicts; checks: none; last touched on 2026-11-10.
-- waives r#3
