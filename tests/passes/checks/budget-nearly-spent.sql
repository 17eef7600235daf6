INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, body, created_at, updated_at)
SELECT 's', column1, column2, 'issue', 'An issue', 'open', column3, replace(column4, '|', char(10)), '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z' FROM (VALUES
  ('r', 1, '[]', 'Budget Cap:|Time: 10h|Cost: £5|Spend-to-Date:|Time: 8h|Cost: £1'),
  ('r', 2, '[]', 'Budget Cap:|Cost: £5|Spend-to-Date:|Cost: £5'),
  ('r', 3, '[]', 'Budget Cap:|Cost: £10|Spend-to-Date:|Cost: £7.99'),
  ('r', 4, '[]', 'Budget Cap:|Cost: £10|Spend-to-Date:|Cost: £10.01'),
  ('r', 5, '[]', 'Budget Cap:|Cost: £10'),
  ('r', 6, '["gate:paused"]', 'Budget Cap:|Cost: £10|Spend-to-Date:|Cost: £9'),
  ('archived', 1, '[]', 'Budget Cap:|Cost: £5|Spend-to-Date:|Cost: £5'));
-- finds r#1 | low | Its budget is nearly spent. | Of its time 80% is spent.
-- waives r#2
