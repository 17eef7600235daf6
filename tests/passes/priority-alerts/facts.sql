-- Alerts as items, each rule at its edge; all are of today. Severity is the scanner's own word.
INSERT INTO repo (source, key, name, archived, fork) VALUES ('s', 'r', 'r', 0, 0), ('s', 'old', 'old', 1, 0), ('s', 'fork', 'fork', 0, 1);
INSERT INTO alert (source, repo, kind, number, severity, state, title, rule, component, scope, fixed_in, likelihood, valid, leaked, created_at)
VALUES ('s', 'r', 'dependency', 1, 'critical', 'open', 'Anyone gets in', NULL, 'gate', 'runtime', '1.2.3', NULL, NULL, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'r', 'dependency', 2, 'high', 'open', 'It stops', NULL, 'pump', 'runtime', NULL, 0.1, NULL, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'r', 'dependency', 3, 'medium', 'open', 'It leaks', NULL, 'pipe', NULL, '2.0', 0.0999, NULL, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'r', 'dependency', 4, 'high', 'open', 'It stops the tests', NULL, 'bench', 'development', '2.0', NULL, NULL, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'r', 'dependency', 5, 'low', 'open', 'It steals', 'Malware', 'evil', 'development', NULL, NULL, NULL, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'r', 'dependency', 6, 'critical', 'fixed', 'It was so', NULL, 'gate', 'runtime', '1.2.3', NULL, NULL, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'r', 'code', 1, NULL, 'open', 'A query from outside', NULL, 'main.c', NULL, NULL, NULL, NULL, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'r', 'code', 2, 'info', 'open', 'A long line', NULL, 'main.c', NULL, NULL, NULL, NULL, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'r', 'secret', 1, NULL, 'open', 'A key that opens', NULL, NULL, NULL, NULL, NULL, 1, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'r', 'secret', 2, NULL, 'open', 'A key seen in public', NULL, NULL, NULL, NULL, NULL, 0, 1, '2026-11-21T20:00:00Z'),
       ('s', 'r', 'secret', 3, NULL, 'open', 'A key nobody knows of', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'r', 'secret', 4, NULL, 'open', 'A key that opens nothing', NULL, NULL, NULL, NULL, NULL, 0, 0, '2026-11-21T20:00:00Z'),
       ('s', 'old', 'secret', 1, NULL, 'open', 'A key in the archive', NULL, NULL, NULL, NULL, NULL, 1, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'old', 'dependency', 1, 'critical', 'open', 'Nobody runs it', NULL, 'gate', 'runtime', '1.2.3', NULL, NULL, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'fork', 'code', 1, 'critical', 'open', 'Theirs', NULL, 'main.c', NULL, NULL, NULL, NULL, NULL, '2026-11-21T20:00:00Z');
