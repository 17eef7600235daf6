-- web uses lib (npm, by name) and the action tools (by owner and name); lib uses core (git address) and core
-- uses web: a circle of three. leaf uses web. "mirror" is web once more, cloned from the same place, and
-- uses what web uses: it is no other user, and web's own package makes no edge. Two repositories provide
-- "twice", so that nobody knows which is meant. What is indirect does not count.
INSERT INTO repo (source, key, name, url, remote) VALUES
  ('s', 'web', 'web', NULL, 'https://forge.example/us/web.git'), ('s', 'mirror', 'mirror', 'https://forge.example/Us/Web', NULL),
  ('s', 'lib', 'lib', NULL, 'git@forge.example:us/lib.git'), ('s', 'core', 'core', NULL, 'https://forge.example/us/core'),
  ('s', 'leaf', 'leaf', NULL, NULL), ('s', 'tools', 'tools', NULL, 'https://github.com/Us/Tools'), ('s', 'alone', 'alone', NULL, NULL);
INSERT INTO package (source, repo, manifest, ecosystem, name, version) VALUES
  ('s', 'web', 'package.json', 'npm', 'web', '1.0.0'), ('s', 'lib', 'package.json', 'npm', '@us/lib', '1.0.0'),
  ('s', 'lib', 'b/package.json', 'npm', 'twice', '1.0.0'), ('s', 'core', 'package.json', 'npm', 'twice', '1.0.0');
INSERT INTO dependency (source, repo, manifest, ecosystem, name, version, requirement, direct) VALUES
  ('s', 'web', 'package.json', 'npm', '@us/lib', '1.0.0', '^1.0', 1), ('s', 'web', '.github/workflows/ci.yml', 'githubactions', 'us/tools/setup', 'v1', 'v1', 1),
  ('s', 'web', 'package.json', 'npm', 'web', '', '*', 1), ('s', 'mirror', '', 'npm', '@us/lib', '1.0.0', '', NULL),
  ('s', 'lib', '.gitmodules', 'git', '../core.git', '', '', 1), ('s', 'core', 'package.json', 'npm', 'ui', '', 'git+https://forge.example/us/web.git#v2', 1),
  ('s', 'leaf', 'package.json', 'npm', 'web', '1.0.0', '1.0.0', 1), ('s', 'leaf', 'package.json', 'npm', 'twice', '1.0.0', '1.0.0', 1),
  ('s', 'leaf', 'package-lock.json', 'npm', '@us/lib', '1.0.0', '', 0),
  -- from outside: left-pad at two versions in three repositories, of which two are one; chalk at one
  ('s', 'web', 'package.json', 'npm', 'left-pad', '1.3.0', '^1.3', 1), ('s', 'mirror', '', 'npm', 'left-pad', '1.3.0', '', 1),
  ('s', 'leaf', 'package.json', 'npm', 'left-pad', '1.1.0', '1.1.0', 1), ('s', 'core', 'package.json', 'npm', 'left-pad', '', '^1', 1),
  ('s', 'web', 'package.json', 'npm', 'chalk', '5.0.0', '5.0.0', 1), ('s', 'leaf', 'package.json', 'npm', 'chalk', '5.0.0', '5.0.0', 1),
  ('s', 'mirror', '', 'npm', 'only', '1.0.0', '', 1), ('s', 'web', 'package.json', 'npm', 'only', '2.0.0', '', 1);
