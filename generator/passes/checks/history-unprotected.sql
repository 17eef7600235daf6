-- Protected default branches whose history may be overwritten, or that may be deleted, all the same.
-- Where a ruleset forbids it, it does not matter what the older rule says. Archived repositories
-- and forks are left out.
--
-- group:     security
-- severity:  medium
-- remedy:    Switch off "Allow force pushes" and "Allow deletions" in the branch's rule.
-- reference: https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches

-- finding
WITH allowed AS (
  SELECT p.source, p.repo, p.branch,
         p.force_push = 1 AND NOT EXISTS (SELECT 1 FROM branch_rule b WHERE b.source = p.source AND b.repo = p.repo AND b.branch = p.branch AND b.type = 'non_fast_forward') AS push,
         p.deletion = 1 AND NOT EXISTS (SELECT 1 FROM branch_rule b WHERE b.source = p.source AND b.repo = p.repo AND b.branch = p.branch AND b.type = 'deletion') AS deletion
    FROM branch_protection p JOIN repo r ON r.source = p.source AND r.key = p.repo AND r.default_branch = p.branch
   WHERE r.archived IS NOT 1 AND r.fork IS NOT 1
)
SELECT source, repo, 'The default branch is protected, but its history can be lost.' AS message,
       printf('On %s %s.', branch, CASE WHEN push AND deletion THEN 'force pushes and deletion are allowed'
                                        WHEN push THEN 'force pushes are allowed' ELSE 'deletion is allowed' END) AS evidence
  FROM allowed WHERE push OR deletion;
