INSERT INTO scope (source, declaration, key, outcome, asked_at, loaded_at, hash, expected) VALUES ('s', 'git/a', '1', 'failed', '2026-11-20T00:00:00Z', '2026-11-01T00:00:00Z', '', 0), ('s', 'git/a', '2', 'forbidden', '2026-11-20T00:00:00Z', NULL, '', 0),
  ('s', 'git/a', '3', 'ok', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', '', 0), ('s', 'git/b', '1', 'forbidden', '2026-11-20T00:00:00Z', NULL, '', 1), ('s', 'git/b', '2', 'absent', '2026-11-20T00:00:00Z', NULL, '', 0),
  ('s', 'git/b', '3', 'unreached', '2026-11-20T00:00:00Z', NULL, '', 0), ('t', 'git/a', '1', 'failed', '2026-11-20T00:00:00Z', NULL, '', 0);
-- finds git/a | high | Answers of git/a that are missing or out of date: 2 of 3. | 1 failed, 1 not permitted, 0 held back because too much would have gone; at least one was never read completely.
-- waives
