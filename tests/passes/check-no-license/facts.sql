INSERT INTO repo (source, key, name, has_license, license, head, commit_count, contributor_count, archived, fork, empty)
VALUES ('s', 'fires', 'r', 0, NULL, '0123456789abcdef0123456789abcdef01234567', 412, 3, NULL, NULL, 0),
       ('s', 'fires: forge', 'r', 0, NULL, NULL, NULL, NULL, 0, 0, NULL),
       ('s', 'has one', 'r', 1, NULL, NULL, NULL, NULL, 0, 0, 0),
       ('s', 'unclear, but there', 'r', NULL, 'NOASSERTION', NULL, NULL, NULL, 0, 0, 0),
       ('s', 'another source knows it', 'r', 0, 'MIT', NULL, NULL, NULL, 0, 0, 0),
       ('s', 'unknown', 'r', NULL, NULL, NULL, NULL, NULL, 0, 0, 0),
       ('s', 'archived', 'r', 0, NULL, NULL, NULL, NULL, 1, 0, 0),
       ('s', 'fork', 'r', 0, NULL, NULL, NULL, NULL, 0, 1, 0),
       ('s', 'empty', 'r', 0, NULL, NULL, NULL, NULL, 0, 0, 1);
