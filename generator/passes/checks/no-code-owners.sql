-- Repositories of many people that do not say who answers for what.
-- Archived and empty repositories and forks are left out.
--
-- group:     community
-- severity:  info
-- remedy:    Add a file CODEOWNERS, so that the right person is asked for a review.
-- reference: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
-- setting:   contributors (10, 2 to 10000): how many contributors there must be

-- finding
SELECT source, key AS repo, 'Many contribute to it, and nothing says who answers for what.' AS message, printf('No file CODEOWNERS; contributors: %d.', contributor_count) AS evidence
  FROM repo
 WHERE has_codeowners = 0 AND contributor_count >= :contributors AND archived IS NOT 1 AND fork IS NOT 1 AND empty IS NOT 1;
