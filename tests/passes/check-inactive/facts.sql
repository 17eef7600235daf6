INSERT INTO repo (source, key, name, last_commit_at, pushed_at, open_items, archived, fork)
VALUES ('s', 'fires: 180 days', 'r', '2026-05-25T21:00:00Z', NULL, NULL, NULL, NULL),
       ('s', 'fires: push', 'r', NULL, '2024-01-02T03:04:05Z', 4, 0, 0),
       ('s', 'fires: pushed to another branch', 'r', '2024-01-02T03:04:05Z', '2026-11-20T00:00:00Z', 0, 0, 0),
       ('s', 'a second less', 'r', '2026-05-25T21:00:01Z', NULL, NULL, 0, 0),
       ('s', 'unknown', 'r', NULL, NULL, NULL, 0, 0),
       ('s', 'archived', 'r', '2020-01-01T00:00:00Z', NULL, NULL, 1, 0),
       ('s', 'fork', 'r', '2020-01-01T00:00:00Z', NULL, NULL, 0, 1);
