INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'quiet', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO dependency (source, repo, ecosystem, name, version, direct) VALUES
  ('s', 'fires', 'npm', 'b', 'latest', 1), ('s', 'fires', 'npm', 'a', '*', 1), ('s', 'fires', 'pypi', 'c', '>= 0', 1), ('s', 'waived', 'npm', 'a', '*', 1),
  ('s', 'quiet', 'npm', 'a', '^1.0', 1), ('s', 'quiet', 'npm', 'b', '', 1), ('s', 'quiet', 'npm', 'c', '*', 0), ('s', 'quiet', 'npm', 'd', '*', NULL),
  ('s', 'archived', 'npm', 'a', '*', 1);
-- finds fires | low | Packages of which any version will do: 3. | a, b, c
-- waives waived
