-- The source was read at 20:00: by then a job was late an hour after it was due.
INSERT INTO scope (source, declaration, key, outcome, asked_at, loaded_at, hash) VALUES ('s', 'jobs/jobs', '', 'failed', '2026-11-21T21:00:00Z', '2026-11-21T20:00:00Z', ''), ('t', 'jobs/jobs', '', 'ok', '2026-11-21T21:00:00Z', '2026-11-21T21:00:00Z', '');
INSERT INTO job (source, key, name, enabled, state, started_at, due_at) VALUES ('s', 'fires', 'Export', 1, 'succeeded', '2026-11-20T19:00:00Z', '2026-11-21T19:00:00Z'), ('s', 'never', 'Backup', NULL, 'unknown', NULL, '2026-11-21T12:00:00Z'),
  ('s', 'in time', 'Export', 1, 'succeeded', '2026-11-20T19:00:01Z', '2026-11-21T19:00:01Z'), ('s', 'begun', 'Export', 1, 'failed', '2026-11-21T12:00:00Z', '2026-11-21T12:00:00Z'),
  ('s', 'runs', 'Export', 1, 'running', NULL, '2026-11-21T12:00:00Z'), ('s', 'paused', 'Export', 0, 'succeeded', NULL, '2026-11-21T12:00:00Z'), ('s', 'no schedule', 'Export', 1, 'succeeded', NULL, NULL),
  ('t', 'theirs', 'Export', 1, 'succeeded', NULL, '2026-11-21T12:00:00Z');
-- finds fires | medium | Export did not begin when it was due. | Due at 2026-11-21 19:00; it last began at 2026-11-20 19:00; looked at 2026-11-21 20:00.
-- finds never | medium | Backup did not begin when it was due. | Due at 2026-11-21 12:00; looked at 2026-11-21 20:00.
-- waives
