-- Repositories without a README.
-- It is the first, and often the only, thing that a visitor reads. Archived and empty
-- repositories and forks are left out.
--
-- group:     hygiene
-- severity:  medium
-- remedy:    Add a README that says what this is, how to use it and where to ask.
-- reference: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-readmes

-- finding
SELECT source, key AS repo, NULL AS number,
       'There is no README, so a visitor does not learn what this is.' AS message,
       coalesce('No README among the files of ' || substr(head, 1, 12) || '.', 'The source reports no README.')
         || coalesce(' Commits: ' || commit_count || '; contributors: ' || contributor_count || '.', '') AS evidence
  FROM repo
 WHERE has_readme = 0
   AND archived IS NOT 1 AND fork IS NOT 1 AND empty IS NOT 1;
