-- fires: "Test" ran well twice for pull requests, "Lint" once, "Deploy" only after a push. Of the
-- score protection is 0 of 4. Known are README 7, licence 7, guide 3, policy 6, CI 8, tests 6, code of
-- conduct 1, protection 4, throughput 4, age 3, freshness 4, labels 1: 54.
INSERT INTO repo (source, key, name, default_branch, contributor_count, visibility, archived, fork, url, has_readme, has_license, has_contributing, has_security, has_ci, has_tests) VALUES
  ('s', 'o/fires', 'r', 'main', 2, 'public', 0, 0, 'https://example.org/o/fires', 1, 1, 1, 1, 1, 1);
INSERT INTO repo (source, key, name, default_branch, contributor_count, visibility, archived, fork) VALUES
  ('s', 'o/bare', 'r', 'main', 2, 'public', 0, 0), ('s', 'o/alone', 'r', 'main', 1, 'public', 0, 0), ('s', 'o/protected', 'r', 'main', 2, 'public', 0, 0), ('s', 'o/archived', 'r', 'main', 2, 'public', 1, 0), ('s', 'o/waived', 'r', 'main', 2, 'public', 0, 0);
INSERT INTO branch (source, repo, name, protected) SELECT 's', key, 'main', key = 'o/protected' FROM repo WHERE source = 's' AND key <> 'unknown';
INSERT INTO workflow_run (source, repo, id, workflow, name, event, status, conclusion, created_at) VALUES
  ('s', 'o/fires', 1, 1, 'Test', 'pull_request', 'completed', 'success', '2026-11-01T00:00:00Z'), ('s', 'o/fires', 2, 1, 'Test', 'pull_request', 'completed', 'success', '2026-11-02T00:00:00Z'),
  ('s', 'o/fires', 3, 2, 'Lint', 'pull_request', 'completed', 'success', '2026-11-02T00:00:00Z'), ('s', 'o/fires', 4, 2, 'Lint', 'pull_request', 'completed', 'failure', '2026-11-03T00:00:00Z'),
  ('s', 'o/fires', 5, 3, 'Deploy', 'push', 'completed', 'success', '2026-11-03T00:00:00Z'), ('s', 'o/fires', 6, 3, 'Deploy', 'push', 'completed', 'success', '2026-11-03T00:00:00Z'), ('s', 'o/fires', 7, 3, 'Deploy', 'push', 'completed', 'success', '2026-11-03T00:00:00Z');
INSERT INTO issue (source, repo, number, kind, title, state, approvals, created_at, updated_at, merged_at) VALUES
  ('s', 'o/fires', 1, 'pull', 'p', 'closed', 0, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z'), ('s', 'o/fires', 2, 'pull', 'p', 'closed', 1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z'), ('s', 'o/fires', 3, 'pull', 'p', 'closed', NULL, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-11-01T00:00:00Z'), ('s', 'o/fires', 4, 'pull', 'p', 'closed', 0, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-08-01T00:00:00Z');
-- recommends o/bare
--   title: Protect the default branch.
--   evidence: Nothing protects the default branch: its history can be overwritten. (found by default-branch-unprotected) Merged in the last 90 days: 0, of these known to be without an approval: 0. No workflow is known that ran for pull requests and went well.
--   action: Add a ruleset for main: no deletion, no force pushes, changes by pull request.
--   reason: What it would give is not known: too little of the score is
-- recommends o/fires
--   title: Protect the default branch: the check "Test" can be required at once.
--   evidence: Nothing protects the default branch: its history can be overwritten. (found by default-branch-unprotected) Merged in the last 90 days: 3, of these known to be without an approval: 1. "Test" ran well for pull requests 2 times.
--   action: Add a ruleset for main: no deletion, no force pushes, changes by pull request, with "Test" passed.
--   url: https://example.org/o/fires/settings/rules/new?target=branch
--   effect: 7.4
--   reason: protection: 4 of 4 points missing, of 54 known = +7.4, with an approval and a check required
-- waives o/waived default-branch-unprotected
