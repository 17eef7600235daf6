INSERT INTO repo (source, key, name, has_codeowners, contributor_count, archived) VALUES ('s', 'fires', 'r', 0, 10, 0), ('s', 'waived', 'r', 0, 10, NULL), ('s', 'few', 'r', 0, 9, 0),
  ('s', 'has', 'r', 1, 99, 0), ('s', 'not told', 'r', NULL, 99, 0), ('s', 'people not told', 'r', 0, NULL, 0), ('s', 'archived', 'r', 0, 99, 1);
-- finds fires | info | Many contribute to it, and nothing says who answers for what. | No file CODEOWNERS; contributors: 10.
-- waives waived
