INSERT INTO repo (source, key, name, has_readme, head, archived, fork, empty) VALUES ('s', 'fires', 'r', 0, '8f4b7f84864484a7bf31', 0, 0, 0), ('s', 'waived', 'r', 0, NULL, NULL, NULL, NULL), ('s', 'has', 'r', 1, NULL, 0, 0, 0),
  ('s', 'not told', 'r', NULL, NULL, 0, 0, 0), ('s', 'archived', 'r', 0, NULL, 1, 0, 0), ('s', 'fork', 'r', 0, NULL, 0, 1, 0), ('s', 'empty', 'r', 0, NULL, 0, 0, 1);
-- finds fires | medium | There is no README, so a visitor does not learn what this is. | No README among the files of 8f4b7f848644.
-- waives waived
