INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, assignees, created_at, updated_at)
VALUES ('s', 'r', 1, 'issue', 'Fires', 'open', '["P0"]', '[]', '2026-11-18T20:59:59Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 2, 'pull', 'Fires: two people', 'open', '["priority:critical"]', '["a", "b"]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 3, 'issue', 'Fires: one person, though paused', 'open', '["p0", "gate:paused"]', '["a"]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 4, 'issue', 'Open for 3 days', 'open', '["p0"]', '[]', '2026-11-18T21:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 5, 'issue', 'Critical by its points only', 'open', '["p1", "gate:needs-approval"]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 6, 'issue', 'Closed', 'closed', '["p0"]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'archived', 1, 'issue', 'In the archive', 'open', '["p0"]', '[]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z');
