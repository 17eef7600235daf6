INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'one of each', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
SELECT 's', key, column1, 'issue', column2, 'open', column3, '2026-11-1' || column1 || 'T00:00:00Z', '2026-11-20T00:00:00Z' FROM repo, (VALUES
  (1, 'Decision Desk 2026-11-11', '["state:awaiting-decision", "p0"]'), (2, 'Decision Desk 2026-11-12', '["state:awaiting-decision"]'), (3, 'Decision Desk 2026-11-13', '["state:awaiting-decision"]'),
  (4, 'Enhanced Decision Desk 2026-11-14', '["state:awaiting-decision"]'), (5, 'Decision Desk 2026-11-15', '[]'), (6, 'Decision Desk for plants', '["state:awaiting-decision"]'))
 WHERE source = 's' AND key <> 'unknown' AND (key <> 'one of each' OR column1 > 2);
-- finds fires | low | Older desks that are still open: 2. | #1, #2
-- waives waived
