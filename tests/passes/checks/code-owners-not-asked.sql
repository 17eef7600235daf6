INSERT INTO repo (source, key, name, default_branch, has_codeowners, contributor_count, archived) VALUES ('s', 'fires', 'r', 'main', 1, NULL, 0), ('s', 'waived', 'r', 'main', 1, 2, 0),
  ('s', 'asked', 'r', 'main', 1, 2, 0), ('s', 'not told', 'r', 'main', 1, 2, 0), ('s', 'no owners', 'r', 'main', 0, 2, 0), ('s', 'owners not told', 'r', 'main', NULL, 2, 0),
  ('s', 'by ruleset', 'r', 'main', 1, 2, 0), ('s', 'one person', 'r', 'main', 1, 1, 0), ('s', 'archived', 'r', 'main', 1, 2, 1);
INSERT INTO branch_protection (source, repo, branch, code_owners) SELECT source, key, 'main', CASE key WHEN 'asked' THEN 1 WHEN 'not told' THEN NULL ELSE 0 END FROM repo WHERE source = 's' AND key <> 'unknown';
INSERT INTO branch_rule (source, repo, branch, ruleset, type) VALUES ('s', 'by ruleset', 'main', 1, 'pull_request');
-- finds fires | info | There are code owners, but changes can be merged without them. | A file CODEOWNERS; their approval is not required on main.
-- waives waived
