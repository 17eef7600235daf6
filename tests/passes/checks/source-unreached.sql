INSERT INTO scope (source, declaration, key, outcome, asked_at, loaded_at, hash, expected) VALUES ('s', 'git/a', '1', 'unreached', '2026-11-20T00:00:00Z', '2026-11-14T21:00:00Z', '', 0), ('s', 'git/a', '2', 'unreached', '2026-11-20T00:00:00Z', '2026-11-01T00:00:00Z', '', 0),
  ('s', 'git/a', '3', 'unreached', '2026-11-20T00:00:00Z', '2026-11-14T21:00:01Z', '', 0), ('s', 'git/b', '1', 'unreached', '2026-11-20T00:00:00Z', NULL, '', 0), ('s', 'git/b', '2', 'failed', '2026-11-20T00:00:00Z', '2026-11-01T00:00:00Z', '', 0),
  ('s', 'git/b', '3', 'unreached', '2026-11-20T00:00:00Z', '2026-11-01T00:00:00Z', '', 1), ('t', 'git/a', '1', 'unreached', '2026-11-20T00:00:00Z', '2026-11-01T00:00:00Z', '', 0);
-- finds git/a | medium | Answers of git/a that were not asked for again within 7 days: 2. | The oldest was last read completely on 2026-11-01.
-- waives
