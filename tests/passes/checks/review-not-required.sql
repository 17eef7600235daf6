INSERT INTO repo (source, key, name, default_branch, contributor_count, archived) VALUES ('s', 'fires', 'r', 'main', 3, 0), ('s', 'waived', 'r', 'main', 3, 0),
  ('s', 'two people', 'r', 'main', 2, 0), ('s', 'people not told', 'r', 'main', NULL, 0), ('s', 'required', 'r', 'main', 9, 0),
  ('s', 'not told', 'r', 'main', 9, 0), ('s', 'by ruleset', 'r', 'main', 9, 0), ('s', 'ruleset of none', 'r', 'main', 9, 0), ('s', 'archived', 'r', 'main', 9, 1);
INSERT INTO branch_protection (source, repo, branch, approvals) SELECT source, key, 'main', CASE key WHEN 'required' THEN 1 WHEN 'not told' THEN NULL ELSE 0 END FROM repo WHERE source = 's' AND key <> 'unknown';
INSERT INTO branch_rule (source, repo, branch, ruleset, type, approvals) VALUES ('s', 'by ruleset', 'main', 1, 'pull_request', 1), ('s', 'ruleset of none', 'main', 1, 'pull_request', 0);
-- finds fires | low | Changes can be merged without anybody else having looked at them. | Approvals that are required on main: 0; contributors: 3.
-- finds ruleset of none | low | Changes can be merged without anybody else having looked at them. | Approvals that are required on main: 0; contributors: 9.
-- waives waived
