-- An alert that an edition may not see, its findings and its place leave no trace there.
INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at, zone)
VALUES ('s', 'r', 1, 'issue', 'For all', 'open', '["p1"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', NULL),
       ('s', 'r', 2, 'issue', 'Hidden, with labels of its own', 'open', '["p0", "secret-project"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', 'restricted');
INSERT INTO alert (source, repo, kind, number, severity, state, title, zone, valid, likelihood, created_at)
VALUES ('s', 'r', 'secret', 1, NULL, 'open', 'A key', 'restricted', 1, NULL, '2026-11-21T20:00:00Z'),
       ('s', 'r', 'dependency', 1, 'critical', 'open', 'A danger', 'internal', NULL, 0.5, '2026-11-21T20:00:00Z');
