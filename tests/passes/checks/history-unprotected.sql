INSERT INTO repo (source, key, name, default_branch, archived) VALUES ('s', 'both', 'r', 'main', 0), ('s', 'push', 'r', 'main', 0), ('s', 'deletion', 'r', 'main', 0),
  ('s', 'waived', 'r', 'main', 0), ('s', 'safe', 'r', 'main', 0), ('s', 'not told', 'r', 'main', 0), ('s', 'by ruleset', 'r', 'main', 0), ('s', 'archived', 'r', 'main', 1);
INSERT INTO branch_protection (source, repo, branch, force_push, deletion) VALUES
  ('s', 'both', 'main', 1, 1), ('s', 'push', 'main', 1, 0), ('s', 'deletion', 'main', NULL, 1), ('s', 'waived', 'main', 1, 1),
  ('s', 'safe', 'main', 0, 0), ('s', 'safe', 'other', 1, 1), ('s', 'not told', 'main', NULL, NULL), ('s', 'by ruleset', 'main', 1, 1), ('s', 'archived', 'main', 1, 1);
INSERT INTO branch_rule (source, repo, branch, ruleset, type) VALUES ('s', 'by ruleset', 'main', 1, 'non_fast_forward'), ('s', 'by ruleset', 'main', 1, 'deletion');
-- finds both | medium | The default branch is protected, but its history can be lost. | On main force pushes and deletion are allowed.
-- finds deletion | medium | The default branch is protected, but its history can be lost. | On main deletion is allowed.
-- finds push | medium | The default branch is protected, but its history can be lost. | On main force pushes are allowed.
-- waives waived
