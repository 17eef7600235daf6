-- one and two use b/shared, three only what nobody else does. Of one's four actions two of others
-- are loose, so each of the four is worth 2 / 4 = 0.5 points. Known are README 7, licence 7, guide 3,
-- policy 6, CI 8, tests 6, code of conduct 1, pinned 2: 40.
INSERT INTO repo (source, key, name, owner, archived, fork, has_readme, has_license, has_contributing, has_security, has_ci, has_tests) VALUES
  ('s', 'o/one', 'r', 'o', 0, 0, 1, 1, 1, 1, 1, 1), ('s', 'o/two', 'r', 'o', 0, 0, NULL, NULL, NULL, NULL, NULL, NULL), ('s', 'o/three', 'r', 'o', 0, 0, 1, 1, 1, 1, 1, 1),
  ('s', 'o/archived', 'r', 'o', 1, 0, 1, 1, 1, 1, 1, 1), ('s', 'o/waived', 'r', 'o', 0, 0, 1, 1, 1, 1, 1, 1);
INSERT INTO dependency (source, repo, ecosystem, name, version) VALUES
  ('s', 'o/one', 'githubactions', 'actions/checkout', 'v4'), ('s', 'o/one', 'githubactions', 'a/lonely', 'v1'), ('s', 'o/one', 'githubactions', 'b/shared', 'v2'),
  ('s', 'o/one', 'githubactions', 'c/fixed', '0123456789abcdef0123456789abcdef01234567'), ('s', 'o/two', 'githubactions', 'B/Shared', 'main'),
  ('s', 'o/three', 'githubactions', 'd/lonely', 'v1'), ('s', 'o/three', 'githubactions', 'c/fixed', 'v1'), ('s', 'o/archived', 'githubactions', 'b/shared', 'v2'),
  ('s', 'o/waived', 'githubactions', 'b/shared', 'v2');
-- recommends o/one
--   title: Fix b/shared to a commit: 4 repositories use it by a name that can be moved.
--   evidence: Used here as b/shared@v2; actions of others that are not fixed to a commit: 2 of 4 actions (found by action-floating).
--   action: In .github/workflows, write the full commit behind "b/shared@", with v2 in a comment.
--   effect: 1.3
--   reason: pinned: one of 4 actions, so 2 / 4 points, of 40 known = +1.3
-- recommends o/two
--   title: Fix B/Shared to a commit: 4 repositories use it by a name that can be moved.
--   evidence: Used here as B/Shared@main; actions of others that are not fixed to a commit: 1 of 1 actions (found by action-floating).
--   action: In .github/workflows, write the full commit behind "B/Shared@", with main in a comment.
--   reason: What it would give is not known: too little of the score is
-- waives o/waived action-floating
