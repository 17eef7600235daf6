-- What a tool rated: half, all and twice of its service level, to the second and one less.
INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
WITH level (nth, severity, days) AS (VALUES (1, 'critical', 15), (2, 'high', 30), (3, 'medium', 90), (4, 'low', 180), (5, 'info', 1000), (6, NULL, 90)),
     edge (nth, share, less) AS (VALUES (0, 0.5, 1), (1, 0.5, 0), (2, 1, 1), (3, 1, 0), (4, 2, 1), (5, 2, 0))
INSERT INTO alert (source, repo, kind, number, severity, state, title, created_at)
SELECT 's', 'r', 'code', 10 * l.nth + e.nth, l.severity, 'open', 'A danger',
       strftime('%Y-%m-%dT%H:%M:%SZ', '2026-11-21T21:00:00Z', printf('-%d seconds', 86400 * l.days * e.share - e.less))
  FROM level l, edge e;
