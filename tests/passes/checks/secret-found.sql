-- fires: 11 of them. quiet: one that opens nothing any more, one that is known to be valid.
INSERT INTO repo (source, key, name) VALUES ('s', 'fires', 'r'), ('s', 'waived', 'r'), ('s', 'quiet', 'r');
WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 11)
INSERT INTO alert (source, repo, kind, number, state, title, created_at) SELECT 's', 'fires', 'secret', n, 'open', 'Key', '2026-11-20T00:00:00Z' FROM number;
INSERT INTO alert (source, repo, kind, number, state, title, valid, leaked, created_at) VALUES
  ('s', 'waived', 'secret', 1, 'open', 'A key', NULL, NULL, '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'secret', 1, 'open', 'A key', 0, 0, '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'secret', 2, 'open', 'A key', 1, 0, '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'secret', 3, 'open', 'A key', NULL, 1, '2026-11-20T00:00:00Z'),
  ('s', 'quiet', 'secret', 4, 'dismissed', 'A key', NULL, NULL, '2026-11-20T00:00:00Z');
-- finds fires | high | Secrets that may still open something: 11. | alert 1: Key; alert 2: Key; alert 3: Key; alert 4: Key; alert 5: Key; alert 6: Key; alert 7: Key; alert 8: Key; alert 9: Key; alert 10: Key and 1 more
-- waives waived
