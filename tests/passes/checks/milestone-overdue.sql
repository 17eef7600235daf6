INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1), ('t', 'r', 'r', 0);
INSERT INTO milestone (source, repo, number, title, state, open_items, closed_items, due_on) VALUES
  ('s', 'r', 1, 'Fires', 'open', 2, 5, '2026-11-20'), ('s', 'r', 2, 'Fires', 'open', 2, NULL, '2026-01-01'), ('s', 'r', 3, 'Today', 'open', 2, 5, '2026-11-21'),
  ('s', 'r', 4, 'Empty', 'open', 0, 5, '2026-11-01'), ('s', 'r', 5, 'Closed', 'closed', 2, 5, '2026-11-01'), ('s', 'r', 6, 'No day', 'open', 2, 5, NULL),
  ('s', 'r', 7, 'Not told', 'open', NULL, NULL, '2026-11-01'), ('s', 'archived', 1, 'Archived', 'open', 2, 5, '2026-11-01'), ('t', 'r', 1, 'Waived', 'open', 2, 5, '2026-11-01');
-- finds r milestone 1 | medium | The milestone "Fires" was due on 2026-11-20. | Still open: 2; done: 5.
-- finds r milestone 2 | medium | The milestone "Fires" was due on 2026-01-01. | Still open: 2.
-- waives
