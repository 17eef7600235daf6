-- Repositories without a commit for half a year.
-- Either the work is finished or it was forgotten; a reader cannot tell which. Archived
-- repositories and forks are left out. Where the date of the last commit is not known, the
-- last push counts.
--
-- group:     flow
-- severity:  low
-- remedy:    Archive the repository if it is finished, or say in its README that it is still
--            looked after.
-- reference: https://docs.github.com/en/repositories/archiving-a-github-repository/archiving-repositories
-- setting:   days (180, 7 to 3650): days without a commit

-- finding
SELECT source, key AS repo, NULL AS number,
       printf('Nothing was committed for %d days, and the repository is not archived.', :days) AS message,
       printf('Last %s on %s.', iif(last_commit_at IS NULL, 'push', 'commit'), date(coalesce(last_commit_at, pushed_at)))
         || CASE WHEN open_items > 0 THEN printf(' Open issues and pull requests: %d.', open_items) ELSE '' END AS evidence
  FROM repo
 WHERE coalesce(last_commit_at, pushed_at) <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
   AND archived IS NOT 1 AND fork IS NOT 1;
