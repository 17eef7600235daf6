INSERT INTO repo (source, key, name, has_tests, language, commit_count, archived, template) VALUES ('s', 'fires', 'r', 0, 'Go', 20, 0, 0), ('s', 'waived', 'r', 0, 'Python', 900, NULL, NULL),
  ('s', 'tested', 'r', 1, 'Go', 20, 0, 0), ('s', 'not told', 'r', NULL, 'Go', 20, 0, 0), ('s', 'small', 'r', 0, 'Go', 19, 0, 0), ('s', 'commits not told', 'r', 0, 'Go', NULL, 0, 0),
  ('s', 'inside files', 'r', 0, 'Rust', 20, 0, 0), ('s', 'language not told', 'r', 0, NULL, 20, 0, 0), ('s', 'archived', 'r', 0, 'Go', 20, 1, 0), ('s', 'template', 'r', 0, 'Go', 20, 0, 1);
-- finds fires | info | No tests were found, so nobody knows what a change breaks. | No file is called as tests are; most of it is written in Go; commits: 20.
-- waives waived
