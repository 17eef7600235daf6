-- copied lately: the last push is that of the original.
INSERT INTO repo (source, key, name, fork, stars, open_items, pushed_at, created_at, archived) VALUES ('s', 'fires', 'r', 1, 0, 0, '2025-11-21T21:00:00Z', '2024-01-01T00:00:00Z', 0), ('s', 'waived', 'r', 1, 0, 0, '2020-01-01T00:00:00Z', NULL, NULL),
  ('s', 'used', 'r', 1, 0, 0, '2025-11-21T21:00:01Z', '2024-01-01T00:00:00Z', 0), ('s', 'starred', 'r', 1, 1, 0, '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 0), ('s', 'open', 'r', 1, 0, 1, '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 0),
  ('s', 'copied lately', 'r', 1, 0, 0, '2020-01-01T00:00:00Z', '2026-11-01T00:00:00Z', 0), ('s', 'no fork', 'r', 0, 0, 0, '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 0), ('s', 'not told', 'r', 1, NULL, 0, '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 0),
  ('s', 'push not told', 'r', 1, 0, 0, NULL, '2020-01-01T00:00:00Z', 0), ('s', 'archived', 'r', 1, 0, 0, '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 1);
-- finds fires | info | A fork that nothing was pushed to for 365 days. | Last push on 2025-11-21; no stars, nothing open.
-- waives waived
