INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, body, created_at, updated_at)
SELECT 's', column1, column2, 'issue', 'An issue', 'open', column3, replace(column4, '|', char(10)), '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z' FROM (VALUES
  ('r', 1, '[]', 'Do it.|Budget: 40h, £100.50'), ('r', 2, '[]', '### Budget||2 hours, $1500, 50K tokens||### More'), ('r', 3, '[]', 'Budget: 40h, £101'),
  ('r', 4, '[]', 'Budget: 40h, £100'), ('r', 5, '["gate:allowed"]', 'Budget: 40h, £500'), ('r', 6, '[]', 'Budget: to be discussed, £ soon'), ('r', 7, '[]', 'The budget of 2025 was £500.'),
  ('archived', 1, '[]', 'Budget: 40h, £500'));
-- finds r#1 | medium | It asks for more than £100, and nobody has approved that. | Declared cost: £100.50; no gate.
-- finds r#2 | medium | It asks for more than $100, and nobody has approved that. | Declared cost: $1500.00; no gate.
-- waives r#3
