-- Repositories whose changes are not built and tested automatically.
-- The configuration of the usual services is looked for among the files. Archived and empty
-- repositories and forks are left out.
--
-- group:     ci
-- severity:  medium
-- remedy:    Add a workflow that builds and tests every change before it is merged.
-- reference: https://docs.github.com/en/actions

-- finding
SELECT source, key AS repo, NULL AS number,
       iif(has_tests, 'There are tests, but nothing runs them on every change.',
                      'Nothing builds and tests changes automatically.') AS message,
       coalesce('No configuration of a CI service among the files of ' || substr(head, 1, 12) || '.',
                'The source reports no CI.')
         || coalesce(' Commits: ' || commit_count || '; contributors: ' || contributor_count || '.', '') AS evidence
  FROM repo
 WHERE has_ci = 0
   AND archived IS NOT 1 AND fork IS NOT 1 AND empty IS NOT 1;
