-- Workflows that use other people's actions by a name that may stand for something else tomorrow.
-- Whoever takes over such an action runs their code with the repository's rights. Found is every
-- name but a commit and a version of two or more numbers; GitHub's own actions and those of the
-- same owner are left out. Archived repositories and forks are left out.
--
-- group:     security
-- severity:  low
-- remedy:    Write the full commit behind the "@", with the version in a comment; Dependabot can
--            keep it up to date.
-- reference: https://docs.github.com/en/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions#using-third-party-actions

-- finding
WITH loose AS (
  SELECT d.source, d.repo, d.name || '@' || d.version AS action,
         row_number() OVER (PARTITION BY d.source, d.repo ORDER BY d.name, d.version) AS nth, count(*) OVER whole AS actions
    FROM (SELECT source, repo, ecosystem, name, version, max(direct) AS direct FROM dependency
           WHERE ecosystem IN ('githubactions', 'github-actions', 'actions') GROUP BY source, repo, ecosystem, name, version) d JOIN repo r ON r.source = d.source AND r.key = d.repo
   WHERE d.direct IS NOT 0
     AND lower(d.name) NOT GLOB 'actions/*' AND lower(d.name) NOT GLOB 'github/*'
     AND lower(d.name) NOT GLOB lower(coalesce(r.owner, '')) || '/*'
     AND coalesce(instr(url_place(r.remote), '/' || lower(substr(d.name, 1, instr(d.name, '/')))), 0) = 0 -- of the same owner
     AND d.version <> '' AND d.version NOT GLOB '*[0-9].[0-9]*'
     AND (length(d.version) NOT IN (40, 64) OR lower(d.version) GLOB '*[^0-9a-f]*')
     AND r.archived IS NOT 1 AND r.fork IS NOT 1
  WINDOW whole AS (PARTITION BY d.source, d.repo)
)
SELECT source, repo, printf('Actions of others that are not fixed to a commit or a version: %d.', actions) AS message,
       group_concat(action, ', ') || iif(actions > 10, printf(' and %d more', actions - 10), '') AS evidence
  FROM (SELECT * FROM loose WHERE nth <= 10 ORDER BY source, repo, nth)
 GROUP BY source, repo;
