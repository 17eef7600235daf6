INSERT INTO repo (source, key, name, archived) VALUES ('s', 'fires', 'r', 0), ('s', 'waived', 'r', 0), ('s', 'another', 'r', 0), ('s', 'not told', 'r', 0), ('s', 'of the owner', 'r', 0), ('s', 'archived', 'r', 1);
INSERT INTO ruleset (source, repo, id, name, target, level, enforcement) VALUES ('s', 'fires', 1, 'Main', 'branch', 'repository', 'disabled'), ('s', 'fires', 2, 'All', 'branch', 'repository', 'evaluate'), ('s', 'fires', 3, 'Tags', 'tag', 'repository', 'active'),
  ('s', 'waived', 1, 'Main', 'branch', 'repository', 'disabled'), ('s', 'another', 1, 'Main', 'branch', 'repository', 'disabled'), ('s', 'another', 2, 'All', 'branch', 'organization', 'active'),
  ('s', 'not told', 1, 'Main', 'branch', 'repository', NULL), ('s', 'of the owner', 1, 'Main', 'branch', 'organization', 'disabled'), ('s', 'archived', 1, 'Main', 'branch', 'repository', 'disabled');
-- finds fires | low | Rulesets that are not in force: 2. | All (tried out), Main (switched off)
-- waives waived
