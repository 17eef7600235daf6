INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'quiet', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO dependency (source, repo, ecosystem, name, version, direct) VALUES
  ('s', 'fires', 'npm', 'b', 'latest', 1), ('s', 'fires', 'npm', 'a', '*', 1), ('s', 'fires', 'pypi', 'c', '>= 0', 1), ('s', 'waived', 'npm', 'a', '*', 1),
  ('s', 'quiet', 'npm', 'a', '^1.0', 1), ('s', 'quiet', 'npm', 'b', '', 1), ('s', 'quiet', 'npm', 'c', '*', 0), ('s', 'quiet', 'npm', 'd', '*', NULL),
  ('s', 'archived', 'npm', 'a', '*', 1);
INSERT INTO dependency (source, repo, manifest, ecosystem, name, version, requirement, direct) VALUES
  ('s', 'fires', 'requirements.txt', 'pypi', 'd', '', '', 1), ('s', 'fires', 'package.json', 'npm', 'e', '', '*', 1), ('s', 'fires', 'web/package.json', 'npm', 'e', '', '*', 1),
  ('s', 'quiet', 'package.json', 'npm', 'e', '2.0.0', '*', 1), ('s', 'quiet', 'requirements.txt', 'pypi', 'f', '', '>=2', 1), ('s', 'quiet', 'pom.xml', 'maven', 'g:a', '', '', 1);
INSERT INTO manifest (source, repo, path, kind, object, bytes) VALUES ('s', 'quiet', 'a/yarn.lock', 'other-lock', 'a', 1), ('s', 'fires', 'other/yarn.lock', 'other-lock', 'a', 1);
INSERT INTO dependency (source, repo, manifest, ecosystem, name, version, requirement, direct) VALUES ('s', 'quiet', 'a/b/package.json', 'npm', 'h', '', '*', 1);
-- finds fires | low | Packages of which any version will do: 5. | a, b, e, c, d
-- waives waived
