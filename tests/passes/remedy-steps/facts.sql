-- What to do first for the next grade. All know 48 points: 10 + 7 + 7 + 3 + 1 of a code of conduct
-- + 8 + 6 + 6. The licence gives 7 for a quarter of an hour, a security policy 6 for one, a README
-- 7 for two, a guide 3 for one, a code of conduct 1 for a quarter, CI 8 for four, tests 6 for eight.
INSERT INTO repo (source, key, name, archived, last_commit_at, has_readme, has_license, has_security, has_contributing, has_ci, has_tests)
VALUES ('s', 'bare', 'r', 0, '2026-11-20T00:00:00Z', 0, 0, 0, 0, 0, 0),
-- 48 - 7 - 1 = 40 of 48 = 83.3 B: the licence alone reaches A
       ('s', 'unlicensed', 'r', 0, '2026-11-20T00:00:00Z', 1, 0, 1, 1, 1, 1),
-- 47 of 48 = 97.9 A: no next grade
       ('s', 'good', 'r', 0, '2026-11-20T00:00:00Z', 1, 1, 1, 1, 1, 1),
       ('s', 'archived', 'r', 1, '2026-11-20T00:00:00Z', 0, 0, 0, 0, 0, 0),
-- too little is known for a score
       ('s', 'unknown', 'r', 0, '2020-01-01T00:00:00Z', 0, NULL, NULL, NULL, NULL, NULL);
