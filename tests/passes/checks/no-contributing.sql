INSERT INTO repo (source, key, name, has_contributing, contributor_count, forks, visibility, archived) VALUES ('s', 'fires', 'r', 0, 3, 0, 'public', 0), ('s', 'forks', 'r', 0, NULL, 5, NULL, NULL), ('s', 'waived', 'r', 0, 9, 9, 'public', 0),
  ('s', 'few', 'r', 0, 2, 4, 'public', 0), ('s', 'has', 'r', 1, 9, 9, 'public', 0), ('s', 'not told', 'r', NULL, 9, 9, 'public', 0), ('s', 'private', 'r', 0, 9, 9, 'private', 0), ('s', 'archived', 'r', 0, 9, 9, 'public', 1);
-- finds fires | info | Others contribute to it, and nothing tells them how. | Contributors: 3; forks: 0.
-- finds forks | info | Others contribute to it, and nothing tells them how. | forks: 5.
-- waives waived
