INSERT INTO repo (source, key, name, language, archived) VALUES ('s', 'fires', 'r', 'Go', 0), ('s', 'uses', 'r', NULL, 0), ('s', 'waived', 'r', 'Go', 0),
  ('s', 'on', 'r', 'Go', 0), ('s', 'not told', 'r', 'Go', 0), ('s', 'only text', 'r', NULL, 0), ('s', 'shell', 'r', 'Shell', 0), ('s', 'archived', 'r', 'Go', 1);
INSERT INTO repo_security (source, repo, alerts_enabled) SELECT source, key, CASE key WHEN 'on' THEN 1 WHEN 'not told' THEN NULL ELSE 0 END FROM repo WHERE source = 's' AND key <> 'unknown';
INSERT INTO dependency (source, repo, ecosystem, name, version, direct) VALUES ('s', 'uses', 'npm', 'a', '1', 1), ('s', 'uses', 'npm', 'b', '1', NULL),
  ('s', 'uses', 'npm', 'c', '1', 0), ('s', 'shell', 'githubactions', 'actions/checkout', '4', 1);
-- finds fires | medium | Nobody is told when a vulnerability in a dependency becomes known. | Alerts are off; most of it is written in Go.
-- finds uses | medium | Nobody is told when a vulnerability in a dependency becomes known. | Alerts are off; packages that are used: 2.
-- waives waived
