-- Now it is 2026-11-21T21:00:00Z. quiet: one second before each limit, and severities without one.
INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'quiet', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO alert (source, repo, kind, number, severity, state, title, component, created_at) VALUES
  ('s', 'fires', 'code', 1, 'critical', 'open', 'Injection', 'a.py', '2026-11-06T20:59:59Z'),
  ('s', 'fires', 'dependency', 1, 'high', 'open', 'Overflow', NULL, '2026-10-22T20:59:59Z'),
  ('s', 'fires', 'dependency', 2, 'medium', 'open', 'Loop', 'lib', '2026-08-23T20:59:59Z'),
  ('s', 'waived', 'dependency', 1, 'high', 'open', 'Overflow', 'lib', '2026-01-01T00:00:00Z'),
  ('s', 'quiet', 'code', 1, 'critical', 'open', 'A', 'a', '2026-11-06T21:00:00Z'),
  ('s', 'quiet', 'code', 2, 'high', 'open', 'A', 'a', '2026-10-22T21:00:00Z'),
  ('s', 'quiet', 'code', 3, 'low', 'open', 'A', 'a', '2020-01-01T00:00:00Z'),
  ('s', 'quiet', 'code', 4, NULL, 'open', 'A', 'a', '2020-01-01T00:00:00Z'),
  ('s', 'quiet', 'code', 5, 'high', 'fixed', 'A', 'a', '2020-01-01T00:00:00Z'),
  ('s', 'quiet', 'secret', 1, 'high', 'open', 'A', 'a', '2020-01-01T00:00:00Z'),
  ('s', 'archived', 'code', 1, 'critical', 'open', 'A', 'a', '2020-01-01T00:00:00Z');
-- finds fires | high | Alerts that are open for longer than their severity allows: 3. | lib: Loop since 2026-08-23 (medium); Overflow since 2026-10-22 (high); a.py: Injection since 2026-11-06 (critical)
-- waives waived
