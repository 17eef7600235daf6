-- Points first; among equals what was touched longest ago; then repository and number.
INSERT INTO repo (source, key, name) VALUES ('s', 'a', 'a'), ('s', 'b', 'b');
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
VALUES ('s', 'b', 1, 'issue', 'Newest', 'open', '["p1"]', '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z'),
       ('s', 'b', 10, 'issue', 'Oldest', 'open', '["p1"]', '2026-11-01T00:00:00Z', '2026-11-10T00:00:00Z'),
       ('s', 'b', 2, 'issue', 'Between', 'open', '["p1"]', '2026-11-01T00:00:00Z', '2026-11-15T00:00:00Z'),
       ('s', 'a', 10, 'pull', 'As old, in a', 'open', '["p1"]', '2026-11-01T00:00:00Z', '2026-11-15T00:00:00Z'),
       ('s', 'a', 9, 'issue', 'As old, in a, lower number', 'open', '["p1"]', '2026-11-01T00:00:00Z', '2026-11-15T00:00:00Z'),
       ('s', 'a', 1, 'issue', 'Less', 'open', '["p2"]', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z'),
       ('s', 'a', 2, 'issue', 'More', 'open', '["p0"]', '2026-11-01T00:00:00Z', '2026-11-21T00:00:00Z');
