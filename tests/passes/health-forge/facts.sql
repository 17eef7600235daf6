-- What a forge knows: no files, but a licence, pushes, issues, a description and topics.
INSERT INTO repo (source, key, name, license, has_license, pushed_at, description, topics, open_items, has_readme, has_issue_template, has_pull_template, has_code_of_conduct)
VALUES ('s', 'o/licensed', 'licensed', 'MIT', NULL, '2026-11-20T08:00:00Z', 'What it is', '["a", "b"]', 3, 1, 1, 0, 0),
       ('s', 'o/unlicensed', 'unlicensed', NULL, 0, '2026-11-20T08:00:00Z', ' ', '[]', 0, 1, 0, 0, 1),
       ('s', 'o/switched-off', 'switched-off', NULL, NULL, '2026-11-20T08:00:00Z', NULL, '["a"]', 2, NULL, NULL, 1, NULL),
       ('s', 'o/unreached', 'unreached', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO scope (source, declaration, key, repo, outcome, asked_at, loaded_at, hash)
VALUES ('s', 'github/issues', 'o/licensed', 'o/licensed', 'ok', '2026-11-21T21:00:00Z', '2026-11-21T21:00:00Z', ''),
-- what was read before counts, though the last answer failed
       ('s', 'github/issues', 'o/unlicensed', 'o/unlicensed', 'failed', '2026-11-21T21:00:00Z', '2026-11-20T21:00:00Z', ''),
       ('s', 'github/issues', 'o/switched-off', 'o/switched-off', 'absent', '2026-11-21T21:00:00Z', NULL, ''),
-- a list that was read in part tells nothing about all issues
       ('s', 'github/issues', 'o/unreached', 'o/unreached', 'unreached', '2026-11-21T21:00:00Z', NULL, '');
-- of those that are open the middle one is of 2026-01-01
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at, closed_at)
VALUES ('s', 'o/licensed', 1, 'issue', 'Fresh by a second', 'open', '["bug"]', '2026-01-01T00:00:00Z', '2026-10-22T21:00:01Z', NULL),
       ('s', 'o/licensed', 2, 'issue', 'Stale since this second', 'open', '[]', '2026-01-01T00:00:00Z', '2026-10-22T21:00:00Z', NULL),
       ('s', 'o/licensed', 3, 'pull', 'Opened 90 days ago', 'open', '[]', '2026-08-23T21:00:00Z', '2026-11-20T00:00:00Z', NULL),
       ('s', 'o/licensed', 4, 'issue', 'Opened and closed', 'closed', '[]', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z', '2026-11-02T00:00:00Z'),
       ('s', 'o/licensed', 5, 'issue', 'Opened 90 days and a second ago', 'closed', '[]', '2026-08-23T20:59:59Z', '2026-08-23T20:59:59Z', '2026-08-23T20:59:59Z'),
       ('s', 'o/licensed', 6, 'issue', 'Decision Desk 2026-11-20', 'open', '["state:awaiting-decision"]', '2026-11-20T21:00:00Z', '2026-11-20T21:00:00Z', NULL),
       ('s', 'o/unreached', 1, 'issue', 'The first page', 'open', '[]', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z', NULL);
