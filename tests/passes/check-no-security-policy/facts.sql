INSERT INTO repo (source, key, name, has_security, head, commit_count, contributor_count, archived, fork, empty)
VALUES ('s', 'fires', 'r', 0, '0123456789abcdef0123456789abcdef01234567', 412, 3, NULL, NULL, 0),
       ('s', 'has one', 'r', 1, '0123456789abcdef0123456789abcdef01234567', 412, 3, 0, 0, 0),
       ('s', 'unknown', 'r', NULL, '0123456789abcdef0123456789abcdef01234567', 412, 3, 0, 0, 0),
       ('s', 'archived', 'r', 0, NULL, NULL, NULL, 1, 0, 0),
       ('s', 'fork', 'r', 0, NULL, NULL, NULL, 0, 1, 0),
       ('s', 'empty', 'r', 0, NULL, NULL, NULL, 0, 0, 1);
INSERT INTO repo (source, key, name, has_security, security_policy, empty) VALUES ('s', 'of its owner', 'r', 0, 1, 0);
