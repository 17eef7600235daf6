INSERT INTO repo (source, key, name, has_ci, has_tests, archived, fork, empty) VALUES ('s', 'fires', 'r', 0, 1, 0, 0, 0), ('s', 'waived', 'r', 0, 0, NULL, NULL, NULL), ('s', 'has', 'r', 1, 1, 0, 0, 0),
  ('s', 'not told', 'r', NULL, 1, 0, 0, 0), ('s', 'archived', 'r', 0, 1, 1, 0, 0), ('s', 'fork', 'r', 0, 1, 0, 1, 0), ('s', 'empty', 'r', 0, 1, 0, 0, 1);
-- finds fires | medium | There are tests, but nothing runs them on every change. | The source reports no CI.
-- waives waived
