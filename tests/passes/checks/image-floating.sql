INSERT INTO repo (source, key, name, archived, fork) VALUES ('s', 'fires', 'r', 0, 0), ('s', 'waived', 'r', 0, 0), ('s', 'quiet', 'r', 0, 0), ('s', 'archived', 'r', 1, 0), ('s', 'fork', 'r', 0, 1);
INSERT INTO dependency (source, repo, manifest, ecosystem, name, version, direct) VALUES
  ('s', 'fires', 'Dockerfile', 'docker', 'node', '', 1), ('s', 'fires', 'web/Dockerfile', 'docker', 'nginx', 'latest', 1), ('s', 'fires', 'Dockerfile', 'docker', 'alpine', '3.19', 1),
  ('s', 'waived', 'Dockerfile', 'docker', 'node', '', 1), ('s', 'archived', 'Dockerfile', 'docker', 'node', '', 1), ('s', 'fork', 'Dockerfile', 'docker', 'node', '', 1),
  ('s', 'quiet', 'Dockerfile', 'docker', 'node', '20', 1), ('s', 'quiet', 'Dockerfile', 'docker', 'db', 'sha256:abc', 1), ('s', 'quiet', '', 'docker', 'told by a list', '', 1),
  ('s', 'quiet', 'package.json', 'npm', 'node', '', 1);
-- finds fires | low | Images without a version: 2. | node in Dockerfile, nginx in web/Dockerfile
-- waives waived
