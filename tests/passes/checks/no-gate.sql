-- only the desk: its own label does not mean that gates are used.
INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'not used', 'r', 0), ('s', 'only the desk', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
SELECT 's', key, column1, 'issue', iif(key = 'only the desk' AND column1 = 1, 'Decision Desk 2026-11-20', 'An issue'), 'open',
       CASE WHEN column1 > 1 THEN column2 WHEN key = 'not used' THEN '["state:build"]' WHEN key = 'only the desk' THEN '["gate:needs-approval", "state:awaiting-decision"]' ELSE column2 END,
       '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z' FROM repo, (VALUES
  (1, '["gate:allowed", "state:build"]'), (2, '["state:build"]'), (3, '["state:planning", "docs"]'), (4, '["state:triage"]'), (5, '[]')) WHERE source = 's' AND key <> 'unknown';
-- finds fires | low | What is being worked on without a gate: 2. | #2, #3
-- waives waived
