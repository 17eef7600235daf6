-- Repositories with many branches that nobody has touched for half a year.
-- Left out are the default branch, protected ones, and what is called as releases and published
-- pages are. Archived repositories and forks are left out.
--
-- group:     hygiene
-- severity:  info
-- remedy:    Delete those that are merged or given up, and have branches deleted once they are
--            merged.
-- reference: https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/configuring-pull-request-merges/managing-the-automatic-deletion-of-branches
-- setting:   branches (10, 1 to 10000): how many there must be
-- setting:   days (180, 7 to 3650): days without a commit

-- finding
WITH stale AS (
  SELECT b.source, b.repo, b.name, row_number() OVER (PARTITION BY b.source, b.repo ORDER BY b.committed_at, b.name) AS nth,
         count(*) OVER whole AS branches, date(min(b.committed_at) OVER whole) AS oldest
    FROM branch b JOIN repo r ON r.source = b.source AND r.key = b.repo
   WHERE b.name <> r.default_branch AND b.protected IS NOT 1 AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND lower(b.name) NOT GLOB '*release*' AND lower(b.name) NOT GLOB '*stable*' AND b.name NOT GLOB 'v[0-9]*' AND b.name NOT GLOB '[0-9]*.*'
     AND b.name NOT IN ('gh-pages', 'main', 'master', 'develop', 'dev', 'next') AND lower(b.name) NOT GLOB '*maint*' AND lower(b.name) NOT GLOB '*support*'
     AND b.committed_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
  WINDOW whole AS (PARTITION BY b.source, b.repo)
)
SELECT source, repo, printf('Branches without a commit for %d days: %d.', :days, branches) AS message,
       printf('The oldest is of %s: ', oldest) || group_concat(name, ', ') || iif(branches > 5, printf(' and %d more', branches - 5), '') AS evidence
  FROM (SELECT * FROM stale WHERE branches >= :branches AND nth <= 5 ORDER BY source, repo, nth)
 GROUP BY source, repo;
