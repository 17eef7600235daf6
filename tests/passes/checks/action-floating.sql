INSERT INTO repo (source, key, name, owner, archived) VALUES ('s', 'fires', 'r', 'us', 0), ('s', 'waived', 'r', 'us', 0), ('s', 'quiet', 'r', 'us', 0), ('s', 'archived', 'r', 'us', 1), ('s', 'owner not told', 'r', NULL, 0);
INSERT INTO dependency (source, repo, ecosystem, name, version, direct) VALUES
  ('s', 'fires', 'githubactions', 'them/build', 'main', 1), ('s', 'fires', 'githubactions', 'them/deploy', '4.*.*', NULL), ('s', 'fires', 'githubactions', 'them/test', 'v2', 1),
  ('s', 'fires', 'githubactions', 'them/toolchain', 'stable', 1), ('s', 'fires', 'githubactions', 'them/short', '8f4b7f8', 1), ('s', 'quiet', 'githubactions', 'them/tagged', 'v1.2', 1),
  ('s', 'waived', 'githubactions', 'them/build', 'master', 1),
  ('s', 'quiet', 'githubactions', 'them/build', '8f4b7f84864484a7bf31766abe9204da3cbe65b3', 1), ('s', 'quiet', 'githubactions', 'them/test', '2.1.0', 1),
  ('s', 'quiet', 'githubactions', 'actions/checkout', '4.*.*', 1), ('s', 'quiet', 'githubactions', 'us/own', 'main', 1), ('s', 'quiet', 'githubactions', 'them/other', '', 1),
  ('s', 'quiet', 'npm', 'main', 'main', 1), ('s', 'quiet', 'githubactions', 'them/inner', 'main', 0),
  ('s', 'owner not told', 'githubactions', 'them/build', 'v4', 1), ('s', 'archived', 'githubactions', 'them/build', 'main', 1);
INSERT INTO repo (source, key, name, remote) VALUES ('s', 'cloned', 'r', 'git@forge.example:Us/cloned.git');
INSERT INTO dependency (source, repo, ecosystem, name, version, direct) VALUES ('s', 'cloned', 'githubactions', 'us/own', 'main', 1);
INSERT INTO dependency (source, repo, manifest, ecosystem, name, version, requirement, direct) VALUES
  ('s', 'fires', '.github/workflows/a.yml', 'githubactions', 'them/build', 'main', 'main', 1), ('s', 'fires', '.github/workflows/b.yml', 'githubactions', 'them/build', 'main', 'main', 1);
-- finds fires | low | Actions of others that are not fixed to a commit or a version: 5. | them/build@main, them/deploy@4.*.*, them/short@8f4b7f8, them/test@v2, them/toolchain@stable
-- finds owner not told | low | Actions of others that are not fixed to a commit or a version: 1. | them/build@v4
-- waives waived
