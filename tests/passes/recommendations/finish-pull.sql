-- fires has one pull request of each kind: 5 is ready; 6, too, but was opened later; 9 is young,
-- 10 a draft, 11 a bot's. review: what waits longest for a review comes first.
INSERT INTO repo (source, key, name, archived) VALUES ('s', 'o/fires', 'r', 0), ('s', 'o/review', 'r', NULL), ('s', 'o/stuck', 'r', 0), ('s', 'o/single', 'r', 0), ('s', 'o/archived', 'r', 1), ('s', 'o/waived', 'r', 0);
INSERT INTO issue (source, repo, number, kind, title, state, draft, author, review_state, mergeable, ci_state, created_at, updated_at, url) VALUES
  ('s', 'o/fires', 1, 'pull', 'p', 'open', 0, 'ada', 'approved', 'conflicting', 'success', '2026-01-01T00:00:00Z', '2026-11-07T21:00:00Z', NULL),
  ('s', 'o/fires', 2, 'pull', 'p', 'open', 0, 'ada', 'changes_requested', 'mergeable', 'success', '2026-01-01T00:00:00Z', '2026-11-07T21:00:00Z', NULL),
  ('s', 'o/fires', 3, 'pull', 'p', 'open', 0, 'ada', NULL, NULL, NULL, '2026-01-01T00:00:00Z', '2026-11-07T21:00:00Z', NULL),
  ('s', 'o/fires', 4, 'pull', 'p', 'open', 0, 'ada', 'approved', 'mergeable', 'failure', '2026-01-01T00:00:00Z', '2026-11-07T21:00:00Z', NULL),
  ('s', 'o/fires', 5, 'pull', 'p', 'open', 0, 'ada', 'approved', 'mergeable', 'success', '2026-02-01T00:00:00Z', '2026-11-07T21:00:00Z', 'https://example.org/o/fires/pull/5'),
  ('s', 'o/fires', 6, 'pull', 'p', 'open', 0, 'ada', 'approved', NULL, NULL, '2026-02-02T00:00:00Z', '2026-11-07T21:00:00Z', NULL),
  ('s', 'o/fires', 9, 'pull', 'p', 'open', 0, 'ada', 'approved', 'mergeable', 'success', '2026-01-01T00:00:00Z', '2026-11-07T21:00:01Z', NULL),
  ('s', 'o/fires', 10, 'pull', 'p', 'open', 1, 'ada', 'approved', 'mergeable', 'success', '2026-01-01T00:00:00Z', '2026-11-07T21:00:00Z', NULL),
  ('s', 'o/fires', 11, 'pull', 'p', 'open', 0, 'helper[bot]', 'approved', 'mergeable', 'success', '2026-01-01T00:00:00Z', '2026-11-07T21:00:00Z', NULL),
  ('s', 'o/review', 1, 'pull', 'p', 'open', 0, NULL, 'review_required', NULL, NULL, '2026-02-01T00:00:00Z', '2026-11-01T00:00:00Z', NULL),
  ('s', 'o/review', 2, 'pull', 'p', 'open', 0, NULL, 'none', NULL, NULL, '2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z', NULL),
  ('s', 'o/stuck', 1, 'pull', 'p', 'open', 0, NULL, 'changes_requested', NULL, NULL, '2026-02-01T00:00:00Z', '2026-11-01T00:00:00Z', NULL),
  ('s', 'o/stuck', 2, 'pull', 'p', 'open', 0, NULL, NULL, 'conflicting', NULL, '2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z', NULL),
  ('s', 'o/single', 1, 'pull', 'p', 'open', 0, NULL, NULL, NULL, NULL, '2026-02-01T00:00:00Z', '2026-11-01T00:00:00Z', NULL),
  ('s', 'o/single', 2, 'pull', 'p', 'closed', 0, NULL, NULL, NULL, NULL, '2026-02-01T00:00:00Z', '2026-11-01T00:00:00Z', NULL),
  ('s', 'o/single', 3, 'issue', 'p', 'open', 0, NULL, NULL, NULL, NULL, '2026-02-01T00:00:00Z', '2026-11-01T00:00:00Z', NULL),
  ('s', 'o/archived', 1, 'pull', 'p', 'open', 0, NULL, NULL, NULL, NULL, '2026-02-01T00:00:00Z', '2026-11-01T00:00:00Z', NULL),
  ('s', 'o/archived', 2, 'pull', 'p', 'open', 0, NULL, NULL, NULL, NULL, '2026-02-01T00:00:00Z', '2026-11-01T00:00:00Z', NULL),
  ('s', 'o/waived', 1, 'pull', 'p', 'open', 0, NULL, 'review_required', NULL, NULL, '2026-02-01T00:00:00Z', '2026-11-01T00:00:00Z', NULL),
  ('s', 'o/waived', 2, 'pull', 'p', 'open', 0, NULL, NULL, NULL, NULL, '2026-02-01T00:00:00Z', '2026-11-01T00:00:00Z', NULL);
-- recommends o/fires
--   title: Finish one of the 6 pull requests that stand still: #5 is nearest to its end.
--   evidence: Not touched for 14 days or longer: 6, of these ready to merge: 2, approved and not passing: 1, waiting for a review: 1, for their authors: 1, in conflict: 1. #5 is open since 2026-02-01.
--   action: Merge #5: it is approved, its checks pass and it has no conflict.
--   url: https://example.org/o/fires/pull/5
--   reason: 2 ready, 1 approved, 1 for review, 1 for authors, 1 in conflict: in this order, then the oldest. One of them moves the score by little, so nothing is promised
-- recommends o/review
--   title: Finish one of the 2 pull requests that stand still: #2 is nearest to its end.
--   evidence: Not touched for 14 days or longer: 2, of these ready to merge: 0, approved and not passing: 0, waiting for a review: 2, for their authors: 0, in conflict: 0. #2 is open since 2026-01-01.
--   action: Review #2.
--   reason: 0 ready, 0 approved, 2 for review, 0 for authors, 0 in conflict: in this order, then the oldest. One of them moves the score by little, so nothing is promised
-- recommends o/stuck
--   title: Finish one of the 2 pull requests that stand still: #1 is nearest to its end.
--   evidence: Not touched for 14 days or longer: 2, of these ready to merge: 0, approved and not passing: 0, waiting for a review: 0, for their authors: 1, in conflict: 1. #1 is open since 2026-02-01.
--   action: Ask the author of #1, or make the change that was asked for.
--   reason: 0 ready, 0 approved, 0 for review, 1 for authors, 1 in conflict: in this order, then the oldest. One of them moves the score by little, so nothing is promised
-- waives o/waived#1 pull-waiting-for-review
