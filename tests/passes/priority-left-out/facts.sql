-- What nobody can act on, or what the nightly desk wrote itself, has no priority at all.
INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'archived', 1), ('s', 'unknown', 'unknown', NULL);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at, closed_at)
VALUES ('s', 'r', 1, 'issue', 'Decision Desk 2026-11-20', 'open', '["state:awaiting-decision", "gate:needs-approval", "p0"]', '2026-11-20T21:00:00Z', '2026-11-20T21:00:00Z', NULL),
       ('s', 'r', 2, 'issue', 'Enhanced Decision Desk 2026-11-20', 'open', '["enhanced-decision-desk", "State:Awaiting-Decision"]', '2026-11-20T21:00:00Z', '2026-11-20T21:00:00Z', NULL),
       ('s', 'r', 3, 'issue', 'Decision Desk needs a search field', 'open', '["p1"]', '2026-11-20T21:00:00Z', '2026-11-20T21:00:00Z', NULL),
       ('s', 'r', 4, 'issue', 'The Decision Desk awaits a decision', 'open', '["state:awaiting-decision"]', '2026-11-20T21:00:00Z', '2026-11-20T21:00:00Z', NULL),
       ('s', 'r', 5, 'issue', 'Decision Desks', 'open', '["state:awaiting-decision"]', '2026-11-20T21:00:00Z', '2026-11-20T21:00:00Z', NULL),
       ('s', 'r', 6, 'issue', 'Closed', 'closed', '["p0"]', '2026-11-20T21:00:00Z', '2026-11-20T21:00:00Z', '2026-11-20T21:00:00Z'),
       ('s', 'archived', 1, 'issue', 'In the archive', 'open', '["p0"]', '2026-11-20T21:00:00Z', '2026-11-20T21:00:00Z', NULL),
       ('s', 'unknown', 1, 'issue', 'Perhaps archived', 'open', '["p0"]', '2026-11-20T21:00:00Z', '2026-11-20T21:00:00Z', NULL);
