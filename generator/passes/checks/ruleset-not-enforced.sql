-- Repositories with rulesets for branches that are not in force.
-- Tried out only, or switched off: whoever looks at the list takes the branch for protected. Where
-- another ruleset is in force it may be on purpose, and nothing is found. Archived repositories and
-- forks are left out.
--
-- group:     hygiene
-- severity:  low
-- remedy:    Put it in force, or delete it.
-- reference: https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets

-- finding
SELECT u.source, u.repo, printf('Rulesets that are not in force: %d.', count(*)) AS message,
       group_concat(u.name || iif(u.enforcement = 'evaluate', ' (tried out)', ' (switched off)'), ', ') AS evidence
  FROM (SELECT * FROM ruleset ORDER BY source, repo, name, id) u JOIN repo r ON r.source = u.source AND r.key = u.repo
 WHERE u.target = 'branch' AND u.level = 'repository' AND u.enforcement IN ('evaluate', 'disabled') AND r.archived IS NOT 1 AND r.fork IS NOT 1
   AND NOT EXISTS (SELECT 1 FROM ruleset o WHERE o.source = u.source AND o.repo = u.repo AND o.target = 'branch' AND o.enforcement = 'active')
 GROUP BY u.source, u.repo;
