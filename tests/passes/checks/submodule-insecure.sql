INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'quiet', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO dependency (source, repo, manifest, ecosystem, name, version, direct) VALUES
  ('s', 'fires', '.gitmodules', 'git', 'http://forge.example/a', '', 1), ('s', 'fires', '.gitmodules', 'git', 'git://forge.example/b', '', 1), ('s', 'fires', '.gitmodules', 'git', 'https://forge.example/c', '', 1),
  ('s', 'waived', '.gitmodules', 'git', 'HTTP://forge.example/a', '', 1), ('s', 'archived', '.gitmodules', 'git', 'http://forge.example/a', '', 1),
  ('s', 'quiet', '.gitmodules', 'git', 'git@forge.example:a', '', 1), ('s', 'quiet', '.gitmodules', 'git', '../a', '', 1), ('s', 'quiet', 'package.json', 'npm', 'http://forge.example/a', '', 1);
-- finds fires | low | Submodules without an encrypted connection: 2. | git://forge.example/b, http://forge.example/a
-- waives waived
