-- fires and busy have scores. Known are of each: README 7, licence 7, guide 3, policy 6, CI 8,
-- tests 6, code of conduct 1, activity 10, and as nothing is open, age 3, freshness 4, labels 1.
-- fires lacks licence and code of conduct, and of activity 8.5: 39.5 / 56 = 70.5. busy lacks the
-- code of conduct: 55 / 56 = 98.2.
INSERT INTO repo (source, key, name, archived, fork, template, open_items, last_commit_at, stars, forks, has_readme, has_license, has_contributing, has_security, has_ci, has_tests, url) VALUES
  ('s', 'o/fires', 'fires', 0, 0, 0, 0, '2025-11-21T21:00:00Z', 3, NULL, 1, 0, 1, 1, 1, 1, 'https://example.org/o/fires'),
  ('s', 'o/busy', 'busy', 0, 0, 0, 0, '2026-11-20T00:00:00Z', 3, 0, 1, 1, 1, 1, 1, 1, NULL);
INSERT INTO repo (source, key, name, archived, fork, template, open_items, last_commit_at, pushed_at) VALUES
  ('s', 'o/odd name', 'odd', 0, 0, NULL, 0, NULL, '2020-01-01T00:00:00Z'), -- no name for a command
  ('s', 'o/young', 'young', 0, 0, 0, 0, '2025-11-21T21:00:01Z', NULL),
  ('s', 'o/used', 'used', 0, 0, 0, 0, '2020-01-01T00:00:00Z', NULL),
  ('s', 'o/open', 'open', 0, 0, 0, 1, '2020-01-01T00:00:00Z', NULL),
  ('s', 'o/listed', 'listed', 0, 0, 0, 0, '2020-01-01T00:00:00Z', NULL),
  ('s', 'o/untold', 'untold', 0, 0, 0, NULL, '2020-01-01T00:00:00Z', NULL),
  ('s', 'o/template', 'template', 0, 0, 1, 0, '2020-01-01T00:00:00Z', NULL),
  ('s', 'o/fork', 'fork', 0, 1, 0, 0, '2020-01-01T00:00:00Z', NULL),
  ('s', 'o/archived', 'archived', 1, 0, 0, 0, '2020-01-01T00:00:00Z', NULL),
  ('s', 'o/local', 'local', NULL, NULL, NULL, 0, '2020-01-01T00:00:00Z', NULL),
  ('s', 'o/relied', 'relied', 0, 0, 0, 0, '2020-01-01T00:00:00Z', NULL), -- used by another name
  ('s', 'o/waived', 'waived', 0, 0, 0, 0, '2020-01-01T00:00:00Z', NULL);
INSERT INTO package (source, repo, manifest, ecosystem, name, version) VALUES ('s', 'o/relied', 'package.json', 'npm', 'other', '1.0.0');
INSERT INTO dependency (source, repo, manifest, ecosystem, name, version, direct) VALUES ('s', 'o/busy', 'package.json', 'npm', 'other', '1.0.0', 1);
INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at) VALUES ('s', 'o/listed', 1, 'issue', 'Open, and not counted', 'open', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z');
INSERT INTO dependency (source, repo, ecosystem, name, version) VALUES ('s', 'o/busy', 'npm', '@Somebody/Used', '1.0.0');
-- recommends o/fires
--   title: Archive it: it is finished, and nothing that is known uses it.
--   evidence: Last commit or push on 2025-11-21. Open issues and pull requests: none. No dependency of any repository is called fires. Stars: 3, forks: unknown.
--   action: gh repo archive o/fires
--   url: https://example.org/o/fires/settings
--   reason: It counts in the portfolio's mean no more: (168.7 - 70.5) / 1 = 98.2
-- recommends o/odd name
--   title: Archive it: it is finished, and nothing that is known uses it.
--   evidence: Last commit or push on 2020-01-01. Open issues and pull requests: none. No dependency of any repository is called odd. Stars: unknown, forks: unknown.
--   action: Archive it in its settings.
--   reason: It has no score, so the portfolio's mean stays as it is
-- waives o/waived inactive
