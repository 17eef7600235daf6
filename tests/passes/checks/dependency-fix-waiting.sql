INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'quiet', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO alert (source, repo, kind, number, severity, state, title, component, fixed_in, created_at) VALUES
  ('s', 'fires', 'dependency', 1, 'low', 'open', 'Loop', 'lib', '2.0', '2026-10-22T21:00:00Z'),
  ('s', 'fires', 'dependency', 2, NULL, 'open', 'Leak', NULL, '3.1', '2026-10-01T00:00:00Z'),
  ('s', 'waived', 'dependency', 1, 'low', 'open', 'Loop', 'lib', '2.0', '2026-10-01T00:00:00Z'),
  ('s', 'quiet', 'dependency', 1, 'low', 'open', 'Loop', 'lib', '2.0', '2026-10-22T21:00:01Z'),
  ('s', 'quiet', 'dependency', 2, 'low', 'open', 'Loop', 'lib', NULL, '2020-10-01T00:00:00Z'),
  ('s', 'quiet', 'dependency', 3, 'low', 'dismissed', 'Loop', 'lib', '2.0', '2020-10-01T00:00:00Z'),
  ('s', 'archived', 'dependency', 1, 'low', 'open', 'Loop', 'lib', '2.0', '2020-10-01T00:00:00Z');
-- finds fires | low | Updates that would close an alert, waiting for more than 30 days: 2. | Leak to 3.1, since 2026-10-01; lib to 2.0, since 2026-10-22
-- waives waived
