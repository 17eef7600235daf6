INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
INSERT INTO issue (source, repo, number, kind, title, state, labels, body, comments, created_at, updated_at)
VALUES ('s', 'r', 1, 'issue', 'Fires', 'open', '["state:blocked"]', 'Move the domain.', 0, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 2, 'pull', 'Fires: nothing was written', 'open', '["Blocked"]', ' ', 0, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 3, 'issue', 'A word', 'open', '["blocked"]', 'Blocked BY the registrar', 0, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 4, 'issue', 'A word inside', 'open', '["blocked"]', 'Waiting for the part', 0, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 5, 'issue', 'A reference', 'open', '["blocked"]', 'After #12', 0, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 6, 'issue', 'Perhaps in a comment', 'open', '["blocked"]', 'Move the domain.', 1, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 7, 'issue', 'Unknown comments', 'open', '["blocked"]', 'Move the domain.', NULL, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 8, 'issue', 'Unknown body', 'open', '["blocked"]', NULL, 0, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 9, 'issue', 'Paused on purpose', 'open', '["gate:paused"]', 'Move the domain.', 0, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'r', 10, 'issue', 'Closed', 'closed', '["blocked"]', 'Move the domain.', 0, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z');
