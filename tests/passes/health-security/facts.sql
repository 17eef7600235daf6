-- Alerts by severity and age, the policy, protection and pinned actions.
INSERT INTO repo (source, key, name, default_branch, has_security, security_policy)
SELECT 's', value, 'r', 'main', CASE value WHEN 'none' THEN 0 WHEN 'by its owner' THEN 0 END, iif(value = 'by its owner', 1, NULL)
  FROM json_each('["none", "by its owner", "new", "old", "many", "dismissed", "nobody watches", "not read", "unrated"]');
INSERT INTO repo_security (source, repo, zone, alerts_enabled)
SELECT 's', value, 'internal', value <> 'nobody watches' FROM json_each('["none", "dismissed", "nobody watches", "not read"]');
INSERT INTO scope (source, declaration, key, repo, outcome, asked_at, loaded_at, hash)
SELECT 's', 'git/dependabot', value, value, 'ok', '2026-11-21T21:00:00Z', '2026-11-21T21:00:00Z', '' FROM json_each('["none", "dismissed"]');
INSERT INTO alert (source, repo, kind, number, zone, severity, state, title, created_at)
SELECT 's', column1, 'dependency', row_number() OVER (), 'internal', column2, column3, 't', column4 FROM (VALUES
-- new: 2 + 1 + 0.5 of 6 are lost; at the edge nothing is late yet
  ('new', 'high', 'open', '2026-10-22T21:00:00Z'), ('new', 'medium', 'open', '2026-08-23T21:00:00Z'), ('new', 'low', 'open', '2026-05-25T21:00:00Z'), ('new', 'info', 'open', '2020-01-01T00:00:00Z'),
-- old: twice 1 and twice 0.5
  ('old', 'medium', 'open', '2026-08-23T20:59:59Z'), ('old', 'low', 'open', '2026-05-25T20:59:59Z'),
-- many: twice 4 is more than there is
  ('many', 'critical', 'open', '2026-11-14T20:59:59Z'),
  ('dismissed', 'critical', 'dismissed', '2026-11-01T00:00:00Z'), ('dismissed', 'critical', 'fixed', '2026-11-01T00:00:00Z'),
  ('unrated', NULL, 'open', '2026-11-01T00:00:00Z'));
INSERT INTO branch (source, repo, name, protected)
SELECT 's', column1, 'main', column2 FROM (VALUES ('none', 0), ('new', 1), ('old', 1), ('many', 1), ('dismissed', 1));
INSERT INTO branch (source, repo, name, protected) VALUES ('s', 'unrated', 'other', 1);
INSERT INTO branch_rule (source, repo, branch, ruleset, type, approvals, checks)
VALUES ('s', 'old', 'main', 1, 'pull_request', 1, NULL), ('s', 'many', 'main', 1, 'pull_request', 2, NULL), ('s', 'many', 'main', 1, 'required_status_checks', NULL, '["test"]');
INSERT INTO branch_protection (source, repo, branch, zone, approvals, checks) VALUES ('s', 'dismissed', 'main', 'internal', 0, '[]');
INSERT INTO dependency (source, repo, ecosystem, name, version)
VALUES ('s', 'none', 'npm', 'left', '1.0.0'), ('s', 'new', 'githubactions', 'actions/checkout', '0123456789012345678901234567890123456789'),
       ('s', 'new', 'githubactions', 'actions/cache', '4.*.*'), ('s', 'old', 'githubactions', 'actions/checkout', '012345678901234567890123456789012345678g');
