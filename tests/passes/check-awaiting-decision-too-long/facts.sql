INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
VALUES ('s', 'r', 1, 'issue', 'Fires: 7 days', 'open', '["state:awaiting-decision"]', '2026-10-01T00:00:00Z', '2026-11-14T21:00:00Z'),
       ('s', 'r', 2, 'pull', 'Fires: approval', 'open', '["gate:needs-approval"]', '2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z'),
       ('s', 'r', 3, 'issue', 'A second less', 'open', '["state:awaiting-decision"]', '2026-10-01T00:00:00Z', '2026-11-14T21:00:01Z'),
       ('s', 'r', 4, 'issue', 'Awaits nothing', 'open', '["gate:allowed"]', '2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z'),
       ('s', 'r', 5, 'issue', 'Decided', 'closed', '["state:awaiting-decision"]', '2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z'),
       ('s', 'r', 6, 'issue', 'Decision Desk 2026-10-01', 'open', '["state:awaiting-decision", "gate:needs-approval"]', '2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z'),
       ('s', 'archived', 1, 'issue', 'In the archive', 'open', '["state:awaiting-decision"]', '2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z');
