-- quiet: revoked ones, one of which nobody knows whether it is valid, and an alert of another kind.
INSERT INTO repo (source, key, name) VALUES ('s', 'fires', 'r'), ('s', 'waived', 'r'), ('s', 'quiet', 'r');
INSERT INTO alert (source, repo, kind, number, state, title, valid, leaked, created_at) VALUES
  ('s', 'fires', 'secret', 2, 'open', 'A token', 1, 0, '2026-11-20T00:00:00Z'),
  ('s', 'fires', 'secret', 1, 'open', 'A key', NULL, 1, '2026-11-20T00:00:00Z'),
  ('s', 'waived', 'secret', 1, 'open', 'A key', 1, 0, '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'secret', 1, 'open', 'A key', 0, 0, '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'secret', 2, 'open', 'A key', NULL, NULL, '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'secret', 3, 'fixed', 'A key', 1, 1, '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'code', 1, 'open', 'A hole', 1, 1, '2026-11-20T00:00:00Z');
-- finds fires | critical | Secrets that still open something, or were seen in public: 2. | alert 1: A key; alert 2: A token
-- waives waived
