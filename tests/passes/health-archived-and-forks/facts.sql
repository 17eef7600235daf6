-- Nothing is expected of an archived repository's commits and issues; of a fork's past and people
-- nothing is told. Neither counts in the portfolio's mean.
-- archived: 7 + 7 + 3 of 8 + 6 + 6 + 7 + 7 + 3 + 1; archived-fork: all of that but the code of conduct
-- fork: 10 more, and 3 + 4 + 1 because nothing is open; own: 10 + 7 + 7 + 8 of 56
INSERT INTO repo (source, key, name, archived, fork, last_commit_at, open_items, has_readme, has_license, has_security, has_contributing, has_ci, has_tests)
VALUES ('s', 'archived', 'archived', 1, 0, '2020-01-01T00:00:00Z', 0, 1, 1, 0, 1, 0, 0),
       ('s', 'archived-fork', 'archived-fork', 1, 1, '2020-01-01T00:00:00Z', 0, 1, 1, 1, 1, 1, 1),
       ('s', 'fork', 'fork', 0, 1, '2026-11-20T00:00:00Z', 0, 1, 1, 1, 1, 1, 1),
       ('s', 'own', 'own', 0, 0, '2026-11-20T00:00:00Z', 0, 1, 1, 0, 0, 0, 0);
INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at)
VALUES ('s', 'archived', 1, 'issue', 'Left open', 'open', '2019-01-01T00:00:00Z', '2019-01-01T00:00:00Z');
INSERT INTO contributor (source, repo, name, commits) VALUES ('s', 'archived', 'ada', 99), ('s', 'fork', 'ada', 99);
INSERT INTO branch (source, repo, name, committed_at) SELECT 's', column1, 'old', '2019-01-01T00:00:00Z' FROM (VALUES ('archived'), ('fork'));
UPDATE repo SET branch_count = 1 WHERE key = 'archived';
INSERT INTO release (source, repo, id, tag, draft, prerelease, published_at) VALUES ('s', 'archived', 1, 'v1', 0, 0, '2019-01-01T00:00:00Z');
