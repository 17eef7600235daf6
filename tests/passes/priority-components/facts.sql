-- What presses, each component at its edge. It is 21 November 2026, 21:00.
INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
INSERT INTO issue (source, repo, number, kind, title, state, labels, due_on, created_at, updated_at)
VALUES ('s', 'r', 1, 'issue', 'Approval', 'open', '["p1", "Gate:Needs-Approval"]', NULL, '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z'),
       ('s', 'r', 2, 'pull', 'Decision', 'open', '["state:awaiting-decision", "gate:needs-approval"]', NULL, '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z'),
       ('s', 'r', 3, 'issue', 'Blocked', 'open', '["State:Blocked", "blocked"]', NULL, '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z'),
       ('s', 'r', 4, 'issue', 'Paused', 'open', '["p3", "gate:paused"]', NULL, '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z'),
       ('s', 'r', 5, 'issue', 'Security bug', 'open', '["security", "bug", "vulnerability", "kind/bug"]', NULL, '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z'),
       ('s', 'r', 6, 'issue', 'Due yesterday', 'open', '[]', '2026-11-20', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z'),
       ('s', 'r', 7, 'issue', 'Due today', 'open', '[]', '2026-11-21', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z'),
       ('s', 'r', 8, 'issue', 'Due in 7 days', 'open', '[]', '2026-11-28', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z'),
       ('s', 'r', 9, 'issue', 'Due in 8 days', 'open', '[]', '2026-11-29', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z'),
       ('s', 'r', 10, 'issue', 'Untouched for 30 days', 'open', '[]', NULL, '2026-10-01T00:00:00Z', '2026-10-22T21:00:00Z'),
       ('s', 'r', 11, 'issue', 'Untouched for a second less', 'open', '[]', NULL, '2026-10-01T00:00:00Z', '2026-10-22T21:00:01Z'),
       ('s', 'r', 12, 'issue', 'Open for 90 days', 'open', '[]', NULL, '2026-08-23T21:00:00Z', '2026-11-21T00:00:00Z'),
       ('s', 'r', 13, 'issue', 'Open for a second less', 'open', '[]', NULL, '2026-08-23T21:00:01Z', '2026-11-21T00:00:00Z'),
       ('s', 'r', 14, 'issue', 'All at once', 'open', '["p0", "gate:needs-approval", "blocked", "gate:paused", "security", "bug"]', '2026-01-01', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'),
       ('s', 'r', 15, 'issue', 'More than 100', 'open', '["p0", "gate:needs-approval"]', NULL, '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z'),
       ('s', 'r', 16, 'issue', 'Soon due', 'open', '["p1", "gate:needs-approval"]', '2026-11-24', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z');
