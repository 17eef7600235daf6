-- Repositories that name code owners whose approval is not required.
-- They are asked, and what they say has no effect. Where a ruleset asks for pull requests it is
-- not known whether that includes code owners, and nothing is found. Archived repositories and
-- forks are left out.
--
-- group:     security
-- severity:  info
-- remedy:    Switch on "Require review from Code Owners" for the default branch, or take the file
--            CODEOWNERS away.
-- reference: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners

-- finding
SELECT p.source, p.repo, 'There are code owners, but changes can be merged without them.' AS message,
       printf('A file CODEOWNERS; their approval is not required on %s.', p.branch) AS evidence
  FROM branch_protection p JOIN repo r ON r.source = p.source AND r.key = p.repo AND r.default_branch = p.branch
 WHERE r.has_codeowners = 1 AND p.code_owners = 0 AND r.archived IS NOT 1 AND r.fork IS NOT 1 AND r.contributor_count IS NOT 1
   AND NOT EXISTS (SELECT 1 FROM branch_rule b WHERE b.source = p.source AND b.repo = p.repo AND b.branch = p.branch AND b.type = 'pull_request');
