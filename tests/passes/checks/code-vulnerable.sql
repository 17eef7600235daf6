INSERT INTO repo (source, key, name, archived, fork) VALUES ('s', 'fires', 'r', 0, 0), ('s', 'waived', 'r', NULL, NULL), ('s', 'quiet', 'r', 0, 0), ('s', 'archived', 'r', 1, 0), ('s', 'fork', 'r', 0, 1);
INSERT INTO alert (source, repo, kind, number, severity, state, title, component, created_at) VALUES
  ('s', 'fires', 'code', 1, 'high', 'open', 'Injection', 'a.py', '2026-11-20T00:00:00Z'),
  ('s', 'fires', 'code', 2, 'critical', 'open', 'Overflow', NULL, '2026-11-20T00:00:00Z'),
  ('s', 'waived', 'code', 1, 'high', 'open', 'Injection', 'a.py', '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'code', 1, 'medium', 'open', 'Style', 'a.py', '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'code', 2, NULL, 'open', 'Not rated', 'a.py', '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'code', 3, 'critical', 'dismissed', 'Was one', 'a.py', '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'dependency', 3, 'critical', 'open', 'Another kind', 'a.py', '2026-11-20T00:00:00Z'),
  ('s', 'archived', 'code', 1, 'high', 'open', 'Injection', 'a.py', '2026-11-20T00:00:00Z'),
  ('s', 'fork', 'code', 1, 'high', 'open', 'Injection', 'a.py', '2026-11-20T00:00:00Z');
-- finds fires | critical | Open code scanning alerts that are critical or high: 2. | Overflow; a.py: Injection
-- waives waived
