-- Repositories that take any version of a package.
-- The next build may be with another one, also with one that somebody made who took the package
-- over. Where there is a lock file beside or above the manifest it fixes the version. In a list of packages for pip
-- a name alone takes any, too. Archived repositories and forks are left out.
--
-- group:     dependencies
-- severity:  low
-- remedy:    Require a version that was tried, and keep a lock file under version control.
-- reference: https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies

-- finding
WITH loose AS (
  SELECT d.source, d.repo, d.name, row_number() OVER (PARTITION BY d.source, d.repo ORDER BY d.ecosystem, d.name, d.version) AS nth,
         count(*) OVER whole AS packages
    FROM (SELECT DISTINCT source, repo, ecosystem, name, iif(manifest = '', version, iif(version = '', iif(ecosystem = 'pypi' AND requirement = '', '*', requirement), 'fixed')) AS version, direct
            FROM dependency n
           WHERE direct = 1
             AND NOT EXISTS (SELECT 1 FROM manifest l WHERE l.source = n.source AND l.repo = n.repo AND n.manifest <> '' AND n.manifest NOT LIKE '%.txt' AND l.kind IN ('npm-lock', 'python-lock', 'cargo-lock', 'other-lock')
                                AND substr(n.manifest, 1, length(rtrim(l.path, replace(l.path, '/', '')))) = rtrim(l.path, replace(l.path, '/', '')))) d
    JOIN repo r ON r.source = d.source AND r.key = d.repo
   WHERE d.direct = 1 AND replace(d.version, ' ', '') IN ('*', 'latest', '>=0', '>=0.0', '>=0.0.0', 'x')
     AND r.archived IS NOT 1 AND r.fork IS NOT 1
  WINDOW whole AS (PARTITION BY d.source, d.repo)
)
SELECT source, repo, printf('Packages of which any version will do: %d.', packages) AS message,
       group_concat(name, ', ') || iif(packages > 10, printf(' and %d more', packages - 10), '') AS evidence
  FROM (SELECT * FROM loose WHERE nth <= 10 ORDER BY source, repo, nth)
 GROUP BY source, repo;
