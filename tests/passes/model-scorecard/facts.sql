-- The checks of OpenSSF Scorecard whose score the facts tell exactly, and their mean by risk.
INSERT INTO repo (source, key, name, default_branch, archived, created_at, last_commit_at, license, has_license, has_security)
SELECT 's', column1, 'r', 'main', column2, column3, column4, column5, column6, column7 FROM (VALUES
  ('all', 0, '2020-01-01T00:00:00Z', '2026-11-20T00:00:00Z', 'MIT', 1, 0),
  ('archived', 1, '2020-01-01T00:00:00Z', '2026-11-20T00:00:00Z', 'NOASSERTION', 1, 1),
  ('young', 0, '2026-08-23T21:00:00Z', '2026-11-20T00:00:00Z', 'BUSL-1.1', 1, NULL),
  ('idle', 0, '2020-01-01T00:00:00Z', '2026-01-01T00:00:00Z', NULL, 0, NULL),
  ('slow', 0, '2026-08-23T20:59:59Z', '2026-11-20T00:00:00Z', NULL, NULL, NULL),
  ('slow with issues', 0, '2020-01-01T00:00:00Z', '2026-11-20T00:00:00Z', NULL, NULL, NULL),
  ('tier 1', NULL, NULL, NULL, NULL, NULL, NULL), ('tier 2', NULL, NULL, NULL, NULL, NULL, NULL), ('tier 3', NULL, NULL, NULL, NULL, NULL, NULL),
  ('tier 4', NULL, NULL, NULL, NULL, NULL, NULL), ('half a tier', NULL, NULL, NULL, NULL, NULL, NULL), ('unprotected', NULL, NULL, NULL, NULL, NULL, NULL),
  ('nothing known', NULL, NULL, NULL, NULL, NULL, NULL));
INSERT INTO commit_day (source, repo, day, commits)
VALUES ('s', 'all', '2026-11-20', 13), ('s', 'archived', '2026-11-20', 13), ('s', 'young', '2026-11-20', 13), ('s', 'slow', '2026-11-20', 5),
       ('s', 'slow', '2026-08-22', 50), ('s', 'slow with issues', '2026-11-20', 5);
INSERT INTO scope (source, declaration, key, repo, outcome, asked_at, loaded_at, hash)
SELECT 's', column2, column1, column1, 'ok', '2026-11-21T21:00:00Z', '2026-11-21T21:00:00Z', '' FROM (VALUES
  ('slow', 'git/issues'), ('slow with issues', 'git/issues'), ('idle', 'git/issues'), ('tier 1', 'git/dependabot'));
INSERT INTO issue (source, repo, number, kind, title, state, author, created_at, updated_at, merged_at, ci_state)
SELECT 's', column1, row_number() OVER (), column2, 't', 'closed', column3, '2020-01-01T00:00:00Z', column4, column5, column6 FROM (VALUES
  ('slow', 'issue', 'ada', '2026-08-23T20:59:59Z', NULL, NULL), ('slow with issues', 'issue', 'ada', '2026-08-23T21:00:00Z', NULL, NULL),
  ('all', 'pull', 'renovate[bot]', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 'success'), ('all', 'pull', 'ada', '2020-01-02T00:00:00Z', '2020-01-02T00:00:00Z', 'none'),
  ('all', 'pull', 'ada', '2020-01-02T00:00:00Z', '2020-01-02T00:00:00Z', 'success'), ('all', 'pull', 'ada', '2020-01-02T00:00:00Z', '2020-01-02T00:00:00Z', NULL));
-- of the last 30 only: 29 were tested, the one of before was not
INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at, merged_at, ci_state)
SELECT 's', 'tier 4', value, 'pull', 't', 'closed', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', iif(value = 1, '2019-01-01T00:00:00Z', '2020-01-01T00:00:00Z'),
       iif(value <= 2, 'failure', 'success') FROM generate_series(1, 31);
INSERT INTO alert (source, repo, kind, number, zone, severity, state, title, advisory, created_at)
VALUES ('s', 'all', 'dependency', 1, 'internal', 'low', 'open', 't', 'CVE-1', '2026-01-01T00:00:00Z'), ('s', 'all', 'dependency', 2, 'internal', 'low', 'open', 't', 'CVE-1', '2026-01-01T00:00:00Z'),
       ('s', 'all', 'dependency', 3, 'internal', 'low', 'open', 't', NULL, '2026-01-01T00:00:00Z'), ('s', 'all', 'dependency', 4, 'internal', 'low', 'fixed', 't', NULL, '2026-01-01T00:00:00Z');
INSERT INTO repo_security (source, repo, zone, alerts_enabled) VALUES ('s', 'tier 1', 'internal', 1), ('s', 'tier 2', 'internal', 1);
INSERT INTO branch (source, repo, name, protected)
SELECT 's', column1, 'main', column2 FROM (VALUES ('tier 1', 1), ('tier 2', 1), ('tier 3', 1), ('tier 4', 1), ('half a tier', 1), ('unprotected', 0), ('nothing known', 1));
INSERT INTO branch_rule (source, repo, branch, ruleset, type, approvals, checks)
SELECT 's', column1, column2, 1, column3, column4, column5 FROM (VALUES
  ('tier 1', 'main', 'non_fast_forward', NULL, NULL), ('tier 1', 'main', 'deletion', NULL, NULL),
  ('tier 2', 'main', 'non_fast_forward', NULL, NULL), ('tier 2', 'main', 'deletion', NULL, NULL), ('tier 2', 'main', 'pull_request', 1, NULL),
  ('tier 3', 'main', 'non_fast_forward', NULL, NULL), ('tier 3', 'main', 'deletion', NULL, NULL), ('tier 3', 'main', 'pull_request', 2, NULL), ('tier 3', 'main', 'required_status_checks', NULL, '["test"]'),
  ('half a tier', 'main', 'deletion', NULL, NULL), ('half a tier', 'main', 'pull_request', 2, NULL), ('half a tier', 'other', 'non_fast_forward', NULL, NULL));
INSERT INTO branch_protection (source, repo, branch, zone, approvals, code_owners, checks, force_push, deletion)
VALUES ('s', 'tier 4', 'main', 'internal', 2, 1, '["test"]', 0, 0);
