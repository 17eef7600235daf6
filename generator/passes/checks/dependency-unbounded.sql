-- Repositories that take any version of a package.
-- The next build may be with another one, also with one that somebody made who took the package
-- over. Where a lock file fixes the version the source names that instead. Archived repositories
-- and forks are left out.
--
-- group:     dependencies
-- severity:  low
-- remedy:    Require a version that was tried, and keep a lock file under version control.
-- reference: https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies

-- finding
WITH loose AS (
  SELECT d.source, d.repo, d.name, row_number() OVER (PARTITION BY d.source, d.repo ORDER BY d.ecosystem, d.name, d.version) AS nth,
         count(*) OVER whole AS packages
    FROM dependency d JOIN repo r ON r.source = d.source AND r.key = d.repo
   WHERE d.direct = 1 AND replace(d.version, ' ', '') IN ('*', 'latest', '>=0', '>=0.0', '>=0.0.0', 'x')
     AND r.archived IS NOT 1 AND r.fork IS NOT 1
  WINDOW whole AS (PARTITION BY d.source, d.repo)
)
SELECT source, repo, printf('Packages of which any version will do: %d.', packages) AS message,
       group_concat(name, ', ') || iif(packages > 10, printf(' and %d more', packages - 10), '') AS evidence
  FROM (SELECT * FROM loose WHERE nth <= 10 ORDER BY source, repo, nth)
 GROUP BY source, repo;
