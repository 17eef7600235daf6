-- All kinds against each other. Among equals the one that was touched, or opened, longest ago is
-- first, whatever its kind; a finding that is new tonight is the youngest. Findings about an open
-- issue add to it, the most severe counts; one about a closed issue stands alone.
INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
INSERT INTO run (id, started_at, version) VALUES (1, '2026-11-21T21:00:00Z', 'x');
INSERT INTO issue (source, repo, number, kind, title, state, labels, assignees, created_at, updated_at)
VALUES ('s', 'r', 1, 'issue', 'Critical', 'open', '["p0"]', '["ada"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z'),
       ('s', 'r', 2, 'pull', 'High', 'open', '["p1"]', '[]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z'),
       ('s', 'r', 3, 'issue', 'As a high finding: 50 + 15', 'open', '["p2", "gate:needs-approval"]', '[]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z'),
       ('s', 'r', 4, 'issue', 'Found twice: 50 + 5', 'open', '["p2"]', '[]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z'),
       ('s', 'r', 5, 'issue', 'Only told of: 50 + 0', 'open', '["p2"]', '[]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z'),
       ('s', 'r', 6, 'issue', 'Closed', 'closed', '["p2"]', '[]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z');
INSERT INTO alert (source, repo, kind, number, severity, state, title, created_at)
VALUES ('s', 'r', 'code', 1, 'critical', 'open', 'A danger', '2026-11-21T20:00:00Z'), ('s', 'r', 'code', 2, 'high', 'open', 'As the high finding, but older', '2026-11-21T19:00:00Z');
INSERT INTO branch (source, repo, name) VALUES ('s', 'r', 'critical'), ('s', 'r', 'high'), ('s', 'r', 'info'),
       ('s', 'r', 'high-4'), ('s', 'r', 'low-4'), ('s', 'r', 'info-5'), ('s', 'r', 'medium-6');
