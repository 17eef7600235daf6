INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'quiet', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO alert (source, repo, kind, number, severity, state, title, component, scope, advisory, fixed_in, rule, created_at) VALUES
  ('s', 'fires', 'dependency', 1, 'high', 'open', 'Loop', 'lib', 'runtime', 'CVE-2026-1', '2.0', 'general', '2026-11-20T00:00:00Z'),
  ('s', 'fires', 'dependency', 2, 'critical', 'open', 'Injection', NULL, NULL, NULL, NULL, NULL, '2026-11-20T00:00:00Z'),
  ('s', 'waived', 'dependency', 1, 'high', 'open', 'Loop', 'lib', 'runtime', 'CVE-2026-1', '2.0', 'general', '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'dependency', 1, 'high', 'open', 'Loop', 'lib', 'development', NULL, '2.0', NULL, '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'dependency', 2, 'medium', 'open', 'Loop', 'lib', 'runtime', NULL, '2.0', NULL, '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'dependency', 3, NULL, 'open', 'Not rated', 'lib', 'runtime', NULL, '2.0', NULL, '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'dependency', 4, 'high', 'fixed', 'Loop', 'lib', 'runtime', NULL, '2.0', NULL, '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'dependency', 5, 'critical', 'open', 'A finding of its own', 'lib', 'runtime', NULL, NULL, 'malware', '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'code', 1, 'critical', 'open', 'Another kind', 'lib', NULL, NULL, NULL, NULL, '2026-11-20T00:00:00Z'),
  ('s', 'archived', 'dependency', 1, 'high', 'open', 'Loop', 'lib', 'runtime', NULL, '2.0', NULL, '2026-11-20T00:00:00Z');
-- finds fires | critical | Critical or high vulnerabilities in what it depends on: 2. | Injection, no fix known; lib (CVE-2026-1), fixed in 2.0
-- waives waived
