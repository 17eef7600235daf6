INSERT INTO repo (source, key, name, has_code_of_conduct, contributor_count, visibility, archived) VALUES ('s', 'fires', 'r', 0, 10, 'public', 0), ('s', 'waived', 'r', 0, 10, NULL, NULL), ('s', 'few', 'r', 0, 9, 'public', 0),
  ('s', 'has', 'r', 1, 99, 'public', 0), ('s', 'file', 'r', 0, 99, 'public', 0), ('s', 'not told', 'r', NULL, 99, 'public', 0), ('s', 'people not told', 'r', 0, NULL, 'public', 0), ('s', 'private', 'r', 0, 99, 'private', 0), ('s', 'archived', 'r', 0, 99, 'public', 1);
INSERT INTO repo_file (source, repo, path, kind) VALUES ('s', 'file', 'CODE_OF_CONDUCT.md', 'code_of_conduct');
-- finds fires | info | Many contribute to it, and there is no code of conduct. | Contributors: 10.
-- waives waived
