-- The steps of the component activity, each at its edge.
INSERT INTO repo (source, key, name, last_commit_at, pushed_at, archived, empty)
VALUES ('s', '030', 'r', '2026-10-22T21:00:00Z', NULL, 0, 0),
       ('s', '030 and a second', 'r', '2026-10-22T20:59:59Z', NULL, 0, 0),
       ('s', '090', 'r', '2026-08-23T21:00:00Z', NULL, 0, 0),
       ('s', '090 and a second', 'r', '2026-08-23T20:59:59Z', NULL, 0, 0),
       ('s', '180', 'r', '2026-05-25T21:00:00Z', NULL, 0, 0),
       ('s', '180 and a second', 'r', '2026-05-25T20:59:59Z', NULL, 0, 0),
       ('s', '365', 'r', '2025-11-21T21:00:00Z', NULL, 0, 0),
       ('s', '365 and a second', 'r', '2025-11-21T20:59:59Z', NULL, 0, 0),
       ('s', 'commit before push', 'r', '2020-01-01T00:00:00Z', '2026-11-21T00:00:00Z', NULL, NULL),
       ('s', 'archived', 'r', '2026-11-21T00:00:00Z', NULL, 1, 0),
       ('s', 'empty', 'r', NULL, NULL, NULL, 1),
       ('s', 'unknown', 'r', NULL, NULL, NULL, NULL);
