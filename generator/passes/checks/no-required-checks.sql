-- Protected default branches into which changes can be merged although their checks fail.
-- Only where there is a CI at all. A ruleset that requires checks counts as much as the older
-- kind of rule. Archived repositories and forks are left out.
--
-- group:     ci
-- severity:  low
-- remedy:    Require the checks that must not fail before a merge.
-- reference: https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches#require-status-checks-before-merging

-- finding
SELECT p.source, p.repo, 'Changes can be merged although their checks fail.' AS message,
       printf('There is a CI, but no check is required on %s.', p.branch) AS evidence
  FROM branch_protection p JOIN repo r ON r.source = p.source AND r.key = p.repo AND r.default_branch = p.branch
 WHERE r.has_ci = 1 AND p.checks = '[]' AND r.archived IS NOT 1 AND r.fork IS NOT 1
   AND NOT EXISTS (SELECT 1 FROM branch_rule b WHERE b.source = p.source AND b.repo = p.repo AND b.branch = p.branch
                      AND b.type IN ('required_status_checks', 'workflows'));
