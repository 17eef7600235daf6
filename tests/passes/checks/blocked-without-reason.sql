INSERT INTO repo (source, key, name, archived) VALUES ('s', 'r', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO issue (source, repo, number, kind, title, state, labels, body, comments, created_at, updated_at) SELECT 's', column1, column2, 'issue', 'An issue', 'open', column3, column4, column5, '2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z' FROM (VALUES
  ('r', 1, '["state:blocked"]', 'Do it.', 0), ('r', 2, '["state:blocked"]', '', 0), ('r', 3, '["state:blocked"]', 'Waits for the wood.', 0), ('r', 4, '["state:blocked"]', 'See #3', 0), ('r', 5, '["state:blocked"]', 'Do it.', 1),
  ('r', 6, '["state:blocked"]', NULL, 0), ('r', 7, '["state:blocked"]', 'Do it.', NULL), ('r', 8, '[]', 'Do it.', 0), ('archived', 1, '["state:blocked"]', 'Do it.', 0));
-- finds r#1 | low | This is blocked, and its description does not say by what. | Labelled as blocked; no comments; length of the description: 6; last touched on 2026-11-20.
-- waives r#2
