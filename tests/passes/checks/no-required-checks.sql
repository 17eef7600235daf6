INSERT INTO repo (source, key, name, default_branch, has_ci, archived) VALUES ('s', 'fires', 'r', 'main', 1, 0), ('s', 'waived', 'r', 'main', 1, 0), ('s', 'required', 'r', 'main', 1, 0),
  ('s', 'not told', 'r', 'main', 1, 0), ('s', 'no ci', 'r', 'main', 0, 0), ('s', 'ci not told', 'r', 'main', NULL, 0), ('s', 'by ruleset', 'r', 'main', 1, 0), ('s', 'archived', 'r', 'main', 1, 1);
INSERT INTO branch_protection (source, repo, branch, checks) SELECT source, key, 'main', CASE key WHEN 'required' THEN '["build"]' WHEN 'not told' THEN NULL ELSE '[]' END FROM repo WHERE source = 's' AND key <> 'unknown';
INSERT INTO branch_rule (source, repo, branch, ruleset, type) VALUES ('s', 'by ruleset', 'main', 1, 'required_status_checks');
-- finds fires | low | Changes can be merged although their checks fail. | There is a CI, but no check is required on main.
-- waives waived
