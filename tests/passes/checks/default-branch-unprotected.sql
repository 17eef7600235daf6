INSERT INTO repo (source, key, name, default_branch, contributor_count, visibility, archived, fork) VALUES
  ('s', 'fires', 'r', 'main', 2, 'public', 0, 0), ('s', 'waived', 'r', 'main', 9, NULL, NULL, NULL),
  ('s', 'protected', 'r', 'main', 2, 'public', 0, 0), ('s', 'not told', 'r', 'main', 2, 'public', 0, 0),
  ('s', 'one person', 'r', 'main', 1, 'public', 0, 0), ('s', 'people not told', 'r', 'main', NULL, 'public', 0, 0),
  ('s', 'private', 'r', 'main', 2, 'private', 0, 0), ('s', 'archived', 'r', 'main', 2, 'public', 1, 0), ('s', 'fork', 'r', 'main', 2, 'public', 0, 1);
INSERT INTO branch (source, repo, name, protected) SELECT source, key, 'main', CASE key WHEN 'protected' THEN 1 WHEN 'not told' THEN NULL ELSE 0 END FROM repo WHERE source = 's' AND key <> 'unknown';
INSERT INTO branch (source, repo, name, protected) VALUES ('s', 'protected', 'other', 0);
-- finds fires | medium | Nothing protects the default branch: its history can be overwritten. | No rule holds for the branch main; contributors: 2.
-- waives waived
