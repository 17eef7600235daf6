-- A scope's reason may quote what the source answered, so it is not repeated.
INSERT INTO scope (source, declaration, key, outcome, reason, asked_at, loaded_at, hash)
VALUES ('s', 'x/issues', 'a', 'ok', NULL, '2026-11-21T21:00:00Z', '2026-11-21T21:00:00Z', ''),
       ('s', 'x/issues', 'b', 'failed', 'a secret word', '2026-11-21T21:00:00Z', '2026-11-12T21:00:00Z', ''),
       ('s', 'x/issues', 'c', 'forbidden', 'a secret word', '2026-11-21T21:00:00Z', '2026-11-13T21:00:00Z', ''),
       ('s', 'x/issues', 'd', 'held', 'a secret word', '2026-11-21T21:00:00Z', '2026-11-14T21:00:00Z', ''),
       ('s', 'x/repos', '', 'forbidden', 'a secret word', '2026-11-21T21:00:00Z', NULL, ''),
       ('s', 'x/fine', 'a', 'unchanged', NULL, '2026-11-21T21:00:00Z', '2026-11-21T21:00:00Z', ''),
       ('s', 'x/fine', 'b', 'absent', 'switched off', '2026-11-21T21:00:00Z', NULL, ''),
       ('s', 'x/fine', 'c', 'unreached', 'interrupted', '2026-11-21T21:00:00Z', NULL, '');
