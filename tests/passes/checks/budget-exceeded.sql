INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, body, created_at, updated_at)
SELECT 's', column1, column2, 'issue', 'An issue', 'open', column3, replace(column4, '|', char(10)), '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z' FROM (VALUES
  ('r', 1, '[]', 'Budget Cap:|- Time: 4h|- Tokens: 50K|- Cost: £5|Spend-to-Date:|- Time: 270 min|- Tokens: 60,000|- Cost: £4.50'),
  ('r', 2, '[]', '**Budget Cap:**|  Cost: £1,000|**Spend-to-Date:**|  Cost: £1,000.01'),
  ('r', 3, '[]', 'Budget Cap:|Cost: 5|Spend-to-Date:|Cost: 6'),
  ('r', 4, '[]', 'Budget Cap:|Time: 4h|Cost: £5|Spend-to-Date:|Time: 4h|Cost: £5'),
  ('r', 5, '[]', 'Budget Cap:|Time: 4h|Cost: £5|Spend-to-Date:|Time: none yet|Cost:'),
  ('r', 6, '[]', 'Budget Cap: not known'),
  ('r', 7, '["gate:needs-approval"]', 'Budget Cap:|Cost: £5|Spend-to-Date:|Cost: £6'),
  ('r', 8, '[]', 'Budget: 2h, £5'),
  ('archived', 1, '[]', 'Budget Cap:|Cost: £5|Spend-to-Date:|Cost: £6'));
-- finds r#1 | high | It has taken more than its budget allows. | time 4.5 h of 4 h; tokens 60000 of 50000
-- finds r#2 | high | It has taken more than its budget allows. | cost £1000.01 of £1000.00
-- waives r#3
