INSERT INTO repo (source, key, name, has_security, archived, fork, empty) VALUES ('s', 'fires', 'r', 0, 0, 0, 0), ('s', 'waived', 'r', 0, NULL, NULL, NULL), ('s', 'has', 'r', 1, 0, 0, 0),
  ('s', 'not told', 'r', NULL, 0, 0, 0), ('s', 'archived', 'r', 0, 1, 0, 0), ('s', 'fork', 'r', 0, 0, 1, 0), ('s', 'empty', 'r', 0, 0, 0, 1);
-- finds fires | low | It has no security policy of its own, so a vulnerability may be reported in public or not at all. | The source reports no security policy.
-- waives waived
