-- What another program says of repositories, each reason at its edge. The year is 2026, it is
-- 21 November, 21:00; "s" is the only source, which here also tells the opinions.
INSERT INTO repo (source, key, name, zone, url, archived, fork, open_items, has_readme, has_license, updated_at)
VALUES ('s', 'o/same', 'same', NULL, NULL, 0, 0, 3, 1, 0, '2026-11-20T21:00:00Z'),
       ('s', 'o/license', 'license', NULL, NULL, 0, 0, 3, 1, 1, '2026-11-20T21:00:00Z'),
       ('s', 'o/counts', 'counts', NULL, NULL, 0, 0, 5, 1, 1, '2026-11-10T21:00:00Z'),
       ('s', 'o/aged', 'aged', NULL, NULL, 0, 0, 0, 1, 1, '2026-09-22T21:00:00Z'),
       ('s', 'o/odd', 'odd', NULL, NULL, 0, 0, 0, 1, 1, '2026-11-10T21:00:00Z'),
       ('s', 'o/old', 'old', NULL, NULL, 1, 0, 0, 1, 1, '2026-11-10T21:00:00Z'),
       ('s', 'o/unread', 'unread', NULL, NULL, 0, 0, 0, 1, 1, '2026-11-10T21:00:00Z'),
       ('s', 'o/unknown', 'unknown', NULL, NULL, 0, 0, NULL, NULL, NULL, '2026-11-10T21:00:00Z'),
       ('s', 'elsewhere', 'elsewhere', NULL, 'https://forge.example/O/There', 0, 0, 0, 1, 0, '2026-11-10T21:00:00Z'),
       ('s', 'o/silent', 'silent', NULL, NULL, 0, 0, 0, 1, 1, '2026-11-10T21:00:00Z'),
       ('s', 'o/hidden', 'hidden', 'internal', NULL, 0, 0, 0, 1, 1, '2026-11-10T21:00:00Z'),
       ('s', 'o/private-there', 'private-there', NULL, NULL, 0, 0, 0, 1, 1, '2026-11-10T21:00:00Z');
INSERT INTO repo_opinion (source, name, kind, zone, score, grade, reason, action, problem, archived, open_items, idle_days)
VALUES ('s', 'o/same', 'health', NULL, 99, 'A', NULL, NULL, NULL, 0, 3, 1),
       ('s', 'o/license', 'health', NULL, 99, 'A', NULL, NULL, NULL, 0, 3, 1),
       ('s', 'O/Counts', 'health', NULL, 79, 'B', NULL, NULL, NULL, 0, 8, 11),
       ('s', 'o/aged', 'health', NULL, 95, 'A', NULL, NULL, NULL, 0, 0, 20),
       ('s', 'o/odd', 'health', NULL, 50, 'D', NULL, NULL, NULL, 0, 0, 11),
       ('s', 'o/old', 'health', NULL, 95, 'A', NULL, NULL, NULL, 0, 0, 11),
       ('s', 'o/unread', 'health', NULL, NULL, NULL, NULL, NULL, '404 Not Found', NULL, NULL, NULL),
       ('s', 'o/unknown', 'health', NULL, 95, 'A', NULL, NULL, NULL, 0, 0, 11),
       ('s', 'o/there', 'health', NULL, 95, 'A', NULL, NULL, NULL, 0, 0, 11),
       ('s', 'o/silent', 'health', NULL, NULL, NULL, NULL, NULL, NULL, 0, 0, 11),
       ('s', 'o/hidden', 'health', NULL, 95, 'A', NULL, NULL, NULL, 0, 0, 11),
       ('s', 'o/private-there', 'health', 'internal', 95, 'A', NULL, NULL, NULL, 0, 0, 11),
       ('s', 'o/gone', 'health', NULL, 95, 'A', NULL, NULL, NULL, 0, 0, 11),
       ('s', 'o/same', 'priority', NULL, 12.5, NULL, 'Somebody waits', 'Answer', NULL, NULL, NULL, NULL),
       ('s', 'o/odd', 'priority', NULL, 3, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
