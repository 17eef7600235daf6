INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1), ('t', 'r', 'r', 0);
INSERT INTO milestone (source, repo, number, title, state, open_items, closed_items, due_on) VALUES
  ('s', 'r', 1, 'Fires', 'open', 0, 5, '2026-12-01'), ('s', 'r', 2, 'Not begun', 'open', 0, 0, NULL), ('s', 'r', 3, 'Not done', 'open', 1, 5, NULL),
  ('s', 'r', 4, 'Closed', 'closed', 0, 5, NULL), ('s', 'r', 5, 'Not told', 'open', NULL, NULL, NULL), ('s', 'archived', 1, 'Archived', 'open', 0, 5, NULL), ('t', 'r', 1, 'Waived', 'open', 0, 5, NULL);
-- finds r milestone 1 | info | All of the milestone "Fires" is done, and it is still open. | Done: 5, open: 0, due on 2026-12-01.
-- waives
