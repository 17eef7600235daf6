INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'not used', 'r', 0), ('s', 'text not told', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, body, created_at, updated_at)
SELECT 's', key, column1, 'issue', 'An issue', 'open', iif(key = 'not used' AND column1 = 4, '["state:build"]', column2), iif(key = 'text not told' OR (key = 'not used' AND column1 IN (1, 4)), NULL, column3), '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z' FROM repo, (VALUES
  (1, '["state:build"]', 'Budget: 2h, £5'), (2, '["state:build"]', ''), (3, '["State:Research"]', 'No words of money.'), (4, '["state:build", "cost:small"]', ''), (5, '["state:triage"]', '')) WHERE source = 's' AND key <> 'unknown';
-- finds fires | low | What is being built or researched without a budget: 2. | #2, #3
-- waives waived
