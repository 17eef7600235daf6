INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'quiet', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO manifest (source, repo, path, kind, object, bytes, skipped, problem) VALUES
  ('s', 'fires', 'package.json', 'npm', 'a', 1, NULL, 'is no JSON'), ('s', 'fires', 'big/package.json', 'npm', 'a', 9000000, 'it has more than 4 MiB', NULL), ('s', 'fires', 'go.mod', 'go', 'a', 1, NULL, NULL),
  ('s', 'waived', 'package.json', 'npm', 'a', 1, NULL, 'is no JSON'), ('s', 'archived', 'package.json', 'npm', 'a', 1, NULL, 'is no JSON'),
  ('s', 'quiet', 'package.json', 'npm', 'a', 1, NULL, NULL), ('s', 'quiet', 'yarn.lock', 'other-lock', 'a', 1, 'what is in it is not read', NULL);
-- finds fires | info | Manifests that were not read: 2. | big/package.json: it has more than 4 MiB; package.json: is no JSON
-- waives waived
