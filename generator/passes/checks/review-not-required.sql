-- Protected default branches that take changes which nobody else has looked at.
-- Only where several people contribute; what one person does alone nobody can review. A ruleset
-- that asks for pull requests counts as much as the older kind of rule. Archived repositories
-- and forks are left out.
--
-- group:     security
-- severity:  low
-- remedy:    Require at least one approval before merging.
-- reference: https://github.com/ossf/scorecard/blob/main/docs/checks.md#code-review
-- setting:   contributors (3, 2 to 1000): how many contributors there must be

-- finding
SELECT p.source, p.repo, 'Changes can be merged without anybody else having looked at them.' AS message,
       printf('Approvals that are required on %s: 0; contributors: %d.', p.branch, r.contributor_count) AS evidence
  FROM branch_protection p JOIN repo r ON r.source = p.source AND r.key = p.repo AND r.default_branch = p.branch
 WHERE p.approvals = 0 AND r.contributor_count >= :contributors AND r.archived IS NOT 1 AND r.fork IS NOT 1
   AND NOT EXISTS (SELECT 1 FROM branch_rule b WHERE b.source = p.source AND b.repo = p.repo AND b.branch = p.branch
                      AND b.type = 'pull_request' AND b.approvals IS NOT 0);
