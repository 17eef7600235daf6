-- An archived repository has a score without activity and issues; it and a fork do not count
-- in the portfolio's mean. own: 20 + 10 + 10 + 10 of 90.
INSERT INTO repo (source, key, name, archived, fork, last_commit_at, open_items, has_readme, has_license, has_security, has_contributing, has_ci, has_tests)
VALUES ('s', 'archived', 'archived', 1, 0, '2020-01-01T00:00:00Z', 0, 1, 1, 1, 1, 0, 0),
       ('s', 'archived-fork', 'archived-fork', 1, 1, '2020-01-01T00:00:00Z', 0, 1, 1, 1, 1, 1, 1),
       ('s', 'fork', 'fork', 0, 1, '2026-11-20T00:00:00Z', 0, 1, 1, 1, 1, 1, 1),
       ('s', 'own', 'own', 0, 0, '2026-11-20T00:00:00Z', 0, 1, 1, 0, 0, 0, 0);
INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at)
VALUES ('s', 'archived', 1, 'issue', 'Left open', 'open', '2019-01-01T00:00:00Z', '2019-01-01T00:00:00Z');
