INSERT INTO repo (source, key, name, description, stars, archived, fork) VALUES ('s', 'fires', 'r', ' ', 3, 0, 0), ('s', 'waived', 'r', '', NULL, NULL, NULL), ('s', 'has', 'r', 'A tool.', 3, 0, 0),
  ('s', 'not told', 'r', NULL, 3, 0, 0), ('s', 'archived', 'r', '', 3, 1, 0), ('s', 'fork', 'r', '', 3, 0, 1);
-- finds fires | info | It has no description, so lists show nothing but its name. | The source reports an empty description. Stars: 3.
-- waives waived
