INSERT INTO repo (source, key, name, has_ci, has_tests, head, commit_count, contributor_count, archived, fork, empty)
VALUES ('s', 'fires', 'r', 0, 0, '0123456789abcdef0123456789abcdef01234567', 412, 3, NULL, NULL, 0),
       ('s', 'fires: tests', 'r', 0, 1, NULL, NULL, NULL, 0, 0, 0),
       ('s', 'has it', 'r', 1, 1, NULL, NULL, NULL, 0, 0, 0),
       ('s', 'unknown', 'r', NULL, 1, NULL, NULL, NULL, 0, 0, 0),
       ('s', 'archived', 'r', 0, 0, NULL, NULL, NULL, 1, 0, 0),
       ('s', 'fork', 'r', 0, 0, NULL, NULL, NULL, 0, 1, 0),
       ('s', 'empty', 'r', 0, 0, NULL, NULL, NULL, 0, 0, 1);
