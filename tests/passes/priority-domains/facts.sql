-- An urgent ticket, a critical incident, a blocked pull request and others against each other,
-- tonight at 21:00. By hand: the ticket is 90 declared + 5 nobody's + 10 unanswered = 105, held
-- at 100; the pull request 90 p0 + 5 blocked = 95; the incident 85, as a tool says so; the late
-- task 70 + 10 = 80; the job's last good run is 13 days before the one that failed: high, 65;
-- the overspent budget is high, 65, and was so later than the job was last well; the answered ticket
-- 50; the same, waiting, 50 - 15 = 35. Among them ranks what a check finds of the same costs.
INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
INSERT INTO issue (source, repo, number, kind, title, state, labels, assignees, created_at, updated_at)
VALUES ('s', 'r', 1, 'pull', 'Blocked', 'open', '["p0", "state:blocked"]', '["ada"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z');
INSERT INTO ticket (source, key, kind, title, state, severity, customer, assignees, labels, opened_at, responded_at, due_at)
VALUES ('s', 'T-1', 'request', 'The shop is down', 'open', 'critical', 'Estate', '[]', '["downtime"]', '2026-11-21T18:40:00Z', NULL, NULL),
       ('s', 'T-2', 'request', 'Answered', 'open', 'medium', 'Estate', '["ada"]', NULL, '2026-11-21T18:40:00Z', '2026-11-21T18:41:00Z', NULL),
       ('s', 'T-3', 'request', 'Waits', 'waiting', 'medium', 'Estate', NULL, NULL, '2026-11-21T18:40:00Z', NULL, NULL),
       ('s', 'T-4', 'request', 'Asked 14 minutes ago', 'open', 'low', 'Estate', NULL, NULL, '2026-11-21T20:46:00Z', NULL, NULL),
       ('s', 'T-5', 'request', 'Asked 15 minutes ago', 'open', NULL, 'Estate', NULL, NULL, '2026-11-21T20:45:00Z', NULL, NULL),
       ('s', 'T-6', 'request', 'Closed', 'closed', 'critical', 'Estate', '[]', NULL, '2026-11-21T18:40:00Z', NULL, NULL),
       ('s', 'W-1', 'task', 'A task', 'open', 'high', NULL, '["ada"]', NULL, '2026-11-21T12:00:00Z', NULL, '2026-11-20T23:59:59Z');
INSERT INTO incident (source, key, kind, severity, rating, state, title, component, started_at)
VALUES ('s', 'i1', 'infrastructure', 'critical', 'page', 'open', 'No answer', 'gateway', '2026-11-21T20:00:00Z'),
       ('s', 'i2', 'data', NULL, 'odd', 'open', 'Looks odd', NULL, NULL),
       ('s', 'i3', 'infrastructure', 'critical', 'page', 'silenced', 'Known', 'printer', '2026-11-21T20:00:00Z'),
       ('s', 'i4', 'infrastructure', 'critical', 'page', 'resolved', 'Over', 'printer', '2026-11-21T20:00:00Z');
INSERT INTO job (source, key, name, enabled, state, detail, started_at, ended_at, succeeded_at, due_at)
VALUES ('s', 'backup', 'Backup', NULL, 'failed', 'disk full', '2026-11-21T01:15:00Z', '2026-11-21T01:16:00Z', '2026-11-08T03:00:00Z', '2026-11-22T01:15:00Z'),
       ('s', 'export', 'Export', 1, 'failed', NULL, '2026-11-21T20:00:00Z', '2026-11-21T20:01:00Z', '2026-11-20T20:00:00Z', NULL),
       ('s', 'paused', 'Paused', 0, 'failed', NULL, '2026-11-21T20:00:00Z', NULL, NULL, NULL),
       ('s', 'well', 'Well', 1, 'succeeded', NULL, '2026-11-21T20:00:00Z', NULL, NULL, NULL);
INSERT INTO idea (source, key, title, state, actionable, suggested, created_at)
VALUES ('s', '1', 'To review', 'review', NULL, 'r', '2026-11-21T20:00:00Z'), ('s', '2', 'Ready', 'new', 1, NULL, '2026-11-21T20:00:00Z'),
       ('s', '3', 'Just new', 'new', NULL, NULL, '2026-11-21T20:00:00Z'), ('s', '4', 'Gone', 'routed', 1, NULL, '2026-11-21T20:00:00Z');
-- The budget of site.conf is 100.00.
INSERT INTO usage (source, key, kind, day, provider, cost, currency) VALUES ('s', 'u', 'actual', '2026-11-19', 'fernleaf', 112400000, 'GBP');
