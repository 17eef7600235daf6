-- Repositories without a licence.
-- Without one nobody else may use, change or share what is there, even if they can read it.
-- Archived and empty repositories and forks are left out.
--
-- group:     community
-- severity:  medium
-- remedy:    Choose a licence and add its text as a file LICENSE at the top of the repository.
-- reference: https://choosealicense.com/

-- finding
SELECT source, key AS repo, NULL AS number,
       'There is no licence, so nobody else may use, change or share this.' AS message,
       coalesce('No licence file at the top of ' || substr(head, 1, 12) || '.', 'The source reports no licence.')
         || coalesce(' Commits: ' || commit_count || '; contributors: ' || contributor_count || '.', '') AS evidence
  FROM repo
 WHERE has_license = 0 AND license IS NULL
   AND archived IS NOT 1 AND fork IS NOT 1 AND empty IS NOT 1;
