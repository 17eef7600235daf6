INSERT INTO repo (source, key, name, has_license, license, archived, fork, empty) VALUES ('s', 'fires', 'r', 0, NULL, 0, 0, 0), ('s', 'waived', 'r', 0, NULL, NULL, NULL, NULL), ('s', 'has', 'r', 0, 'MIT', 0, 0, 0),
  ('s', 'not told', 'r', NULL, NULL, 0, 0, 0), ('s', 'archived', 'r', 0, NULL, 1, 0, 0), ('s', 'fork', 'r', 0, NULL, 0, 1, 0), ('s', 'empty', 'r', 0, NULL, 0, 0, 1);
-- finds fires | medium | There is no licence, so nobody else may use, change or share this. | The source reports no licence.
-- waives waived
