-- What is remembered beside an item: the words of its title, in everything that is known of before.
INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
INSERT INTO issue (source, repo, number, kind, title, body, url, state, state_reason, labels, created_at, updated_at, closed_at, merged_at)
VALUES ('s', 'r', 1, 'issue', 'Nightly backup with restic fails on the gateway', 'As before, see #4, https://kept.example/5 and https://kept.example/33.', NULL, 'open', NULL, '["p0"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', NULL, NULL),
       ('s', 'r', 2, 'issue', 'The bell', NULL, NULL, 'open', NULL, '["p0"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', NULL, NULL),
       -- remembered: a pull request that was merged
       ('s', 'r', 3, 'pull', 'Backup with restic: try again when it fails', NULL, 'https://kept.example/3', 'closed', NULL, '[]', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z'),
       -- the item's own text mentions or links these; /33 is not /3
       ('s', 'r', 4, 'issue', 'Nightly backup with restic fails', NULL, NULL, 'closed', 'completed', '[]', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', NULL),
       ('s', 'r', 5, 'issue', 'Restic fails on the gateway', NULL, 'https://kept.example/5', 'closed', 'completed', '[]', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', NULL),
       -- a former desk, and one word in common
       ('s', 'r', 6, 'issue', 'Decision Desk 2026-01-01', 'Nightly backup with restic fails on the gateway', NULL, 'closed', 'completed', '[]', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', NULL),
       ('s', 'r', 7, 'issue', 'The backup of the year', NULL, NULL, 'closed', 'not_planned', '[]', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', NULL),
       -- the same title twice: the later one
       ('s', 'r', 8, 'issue', 'Gateway: restic fails', NULL, NULL, 'closed', 'completed', '[]', '2026-01-01T00:00:00Z', '2026-05-01T00:00:00Z', '2026-05-01T00:00:00Z', NULL),
       ('s', 'r', 9, 'issue', 'Gateway: restic fails', NULL, NULL, 'closed', 'completed', '[]', '2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z', '2026-06-01T00:00:00Z', NULL),
       -- this one has to do with a page of the site's own
       ('s', 'r', 11, 'issue', 'Keep the nightly backup of the gateway for 90 days', NULL, NULL, 'open', NULL, '["p0"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', NULL, NULL),
       -- open: nothing of before
       ('s', 'r', 10, 'issue', 'Nightly backup with restic fails on the gateway, too', NULL, NULL, 'open', NULL, '["p3"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', NULL, NULL);
INSERT INTO memory (source, key, kind, repo, number, title, text, status, created_at, url)
VALUES ('s', 'a', 'decision', 'r', 1, 'Decision on #1: Nightly backup with restic fails on the gateway', 'Reason: none', 'DEFER', '2026-11-01T12:00:00Z', 'https://kept.example/a'),
       ('s', 'unread', 'document', 'r', NULL, NULL, 'Nightly backup with restic fails on the gateway', NULL, NULL, NULL);
-- What has nothing to do with it, so that words tell something.
INSERT INTO memory (source, key, kind, title) SELECT 's', 'other ' || value, 'note', 'Something else ' || value FROM json_each('["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]');
