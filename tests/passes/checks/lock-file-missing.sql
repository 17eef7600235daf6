INSERT INTO repo (source, key, name, archived, fork) VALUES ('s', 'fires', 'r', 0, 0), ('s', 'waived', 'r', 0, 0), ('s', 'quiet', 'r', 0, 0), ('s', 'yarn', 'r', 0, 0), ('s', 'archived', 'r', 1, 0), ('s', 'fork', 'r', 0, 1);
INSERT INTO manifest (source, repo, path, kind, object, bytes) VALUES
  ('s', 'fires', 'web/package.json', 'npm', 'a', 1), ('s', 'fires', 'other/package-lock.json', 'npm-lock', 'a', 1), ('s', 'yarn', 'yarn.lock', 'other-lock', 'a', 1);
INSERT INTO package (source, repo, manifest, ecosystem, name, version, private) VALUES
  ('s', 'fires', 'package.json', 'npm', 'site', '', 1), ('s', 'quiet', 'lib/package.json', 'npm', 'lib', '1.0.0', 0);
INSERT INTO dependency (source, repo, manifest, ecosystem, name, version, requirement, direct) VALUES
  ('s', 'fires', 'web/package.json', 'npm', 'a', '', '^1.0', 1), ('s', 'fires', 'web/package.json', 'npm', 'b', '', '*', 1), ('s', 'fires', 'package.json', 'npm', 'c', '', '1.x', 1),
  ('s', 'fires', 'package.json', 'npm', 'd', '1.0.0', '1.0.0', 1), ('s', 'waived', 'package.json', 'npm', 'a', '', '^1.0', 1),
  ('s', 'archived', 'package.json', 'npm', 'a', '', '^1.0', 1), ('s', 'fork', 'package.json', 'npm', 'a', '', '^1.0', 1), ('s', 'yarn', 'web/package.json', 'npm', 'a', '', '^1.0', 1),
  ('s', 'quiet', 'lib/package.json', 'npm', 'a', '', '^1.0', 1), ('s', 'quiet', 'package.json', 'npm', 'a', '', 'github:us/a#1', 1), ('s', 'quiet', 'package.json', 'npm', 'b', '1.0.0', '^1.0', 1),
  ('s', 'quiet', '', 'npm', 'c', '', '', 1), ('s', 'quiet', 'requirements.txt', 'pypi', 'd', '', '>=1', 1);
-- finds fires | info | Packages in ranges without a lock file: 3. | package.json: 1, web/package.json: 2
-- waives waived
