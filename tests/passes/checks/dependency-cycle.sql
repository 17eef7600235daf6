INSERT INTO repo (source, key, name) VALUES ('s', 'fires', 'r'), ('s', 'other', 'r'), ('s', 'waived', 'r'), ('s', 'xother', 'r'), ('s', 'quiet', 'r');
INSERT INTO package (source, repo, manifest, ecosystem, name, version)
SELECT source, key, 'package.json', 'npm', key, '1' FROM repo WHERE source = 's';
INSERT INTO dependency (source, repo, manifest, ecosystem, name, version, direct) VALUES
  ('s', 'fires', 'package.json', 'npm', 'other', '1', 1), ('s', 'other', 'package.json', 'npm', 'fires', '1', 1),
  ('s', 'waived', 'package.json', 'npm', 'xother', '1', 1), ('s', 'xother', 'package.json', 'npm', 'waived', '1', 1),
  ('s', 'quiet', 'package.json', 'npm', 'fires', '1', 1), ('s', 'quiet', 'package.json', 'npm', 'quiet', '1', 1);
-- finds fires | low | Repositories use each other in a circle: fires -> other -> fires | fires uses other (package other); other uses fires (package fires). Repositories that reach each other: 2.
-- waives waived
