-- npm packages whose versions may differ from one installation to the next: package.json takes ranges,
-- and no lock file of npm, Yarn, pnpm or Bun stands beside or above it.
-- A package that is published leaves the choice to those who use it, so what has a name and is not
-- marked as private is left out; so are archived repositories and forks.
--
-- group:     dependencies
-- severity:  info
-- remedy:    Keep the lock file that the package manager writes under version control.
-- reference: https://docs.npmjs.com/cli/v10/configuring-npm/package-lock-json

-- finding
WITH locked AS (
  SELECT source, repo, rtrim(path, replace(path, '/', '')) AS folder FROM manifest WHERE kind IN ('npm-lock', 'other-lock')
), loose AS (
  SELECT d.source, d.repo, d.manifest, count(*) AS packages
    FROM dependency d JOIN repo r ON r.source = d.source AND r.key = d.repo
   WHERE d.ecosystem = 'npm' AND d.manifest <> '' AND d.direct = 1 AND d.version = '' AND d.requirement GLOB '*[0-9*x]*'
     AND instr(d.requirement, '/') = 0 AND instr(d.requirement, ':') = 0 AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND NOT EXISTS (SELECT 1 FROM locked l WHERE l.source = d.source AND l.repo = d.repo AND substr(d.manifest, 1, length(l.folder)) = l.folder)
     AND NOT EXISTS (SELECT 1 FROM package p WHERE p.source = d.source AND p.repo = d.repo AND p.manifest = d.manifest AND p.private IS NOT 1)
   GROUP BY d.source, d.repo, d.manifest
)
SELECT source, repo, printf('Packages in ranges without a lock file: %d.', sum(packages)) AS message,
       substr(group_concat(printf('%s: %d', manifest, packages), ', '), 1, 4096) AS evidence
  FROM loose GROUP BY source, repo;
