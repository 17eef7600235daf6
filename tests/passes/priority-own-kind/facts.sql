-- Items of a kind that only the site knows stand in the same order, with what any item gets.
INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
VALUES ('s', 'r', 1, 'issue', 'High', 'open', '["p1"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z');
INSERT INTO milestone (source, repo, number, title, state, created_at, due_on)
VALUES ('s', 'r', 1, 'First', 'open', '2026-11-14T21:00:00Z', '2026-11-24'), ('s', 'r', 2, 'Second', 'open', NULL, NULL), ('s', 'r', 3, 'Third', 'closed', NULL, NULL);
