-- A path, a rank and a mean tell nothing about rows that the edition does not show.
-- app: 10 + 7 + 7, and of what is open 3 + 4 + 0 + 1: 32 of 36 = 88.9 in both;
-- App: 10 + 0 + 0 and the same: 18 of 36 = 50.0.
INSERT INTO repo (source, key, name, zone, last_commit_at, open_items, has_readme, has_license)
VALUES ('s', 'App', 'App', 'internal', '2026-11-20T00:00:00Z', 0, 0, 0),
       ('s', 'app', 'app', NULL, '2026-11-20T00:00:00Z', 0, 1, 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at, zone)
VALUES ('s', 'App', 1, 'issue', 'Hidden with its repository', 'open', '["p0"]', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', NULL),
       ('s', 'app', 1, 'issue', 'Hidden', 'open', '["p0"]', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', 'restricted'),
       ('s', 'app', 2, 'issue', 'Shown', 'open', '["p1"]', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', NULL);
