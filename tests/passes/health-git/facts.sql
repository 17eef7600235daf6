-- What a git source knows: no issues, no description, no topics.
-- all: 10 + 7 + 7 + 6 + 3 + 1 + 8 + 6 = 48 of 48 known points
INSERT INTO repo (source, key, name, license, last_commit_at, has_readme, has_license, has_security, has_contributing, has_ci, has_tests)
VALUES ('s', 'all', 'all', 'MIT', '2026-11-20T08:00:00Z', 1, 1, 1, 1, 1, 1),
-- some: 6 + 7 + 7 + 0 + 0 + 0 + 8 + 0 = 28 of 48
       ('s', 'some', 'some', 'NOASSERTION', '2026-10-02T23:59:59Z', 1, 1, 0, 0, 1, 0),
-- none: 0 of 48
       ('s', 'none', 'none', NULL, '2020-01-01T00:00:00Z', 0, 0, 0, 0, 0, 0);
INSERT INTO repo_file (source, repo, path, kind)
VALUES ('s', 'all', 'README.md', 'readme'), ('s', 'all', 'LICENSE', 'license'), ('s', 'all', 'SECURITY.md', 'security'),
       ('s', 'all', 'CODE_OF_CONDUCT.md', 'code_of_conduct'),
       ('s', 'all', '.github/workflows/test.yml', 'ci'), ('s', 'all', '.github/workflows/pages.yml', 'ci'),
       ('s', 'some', 'COPYING', 'license');
