-- Submodules that are fetched over a connection which is not encrypted.
-- Whoever stands in between can read what is fetched and keep newer commits back; that they change
-- a commit, its hash prevents. Archived repositories are left out.
--
-- group:     security
-- severity:  low
-- remedy:    Write https:// into .gitmodules, and run "git submodule sync".
-- reference: https://git-scm.com/docs/git-clone#_git_urls

-- finding
SELECT d.source, d.repo, printf('Submodules without an encrypted connection: %d.', count(*)) AS message, substr(group_concat(d.name, ', '), 1, 4096) AS evidence
  FROM dependency d JOIN repo r ON r.source = d.source AND r.key = d.repo
 WHERE d.ecosystem = 'git' AND (lower(d.name) GLOB 'http://*' OR lower(d.name) GLOB 'git://*') AND r.archived IS NOT 1
 GROUP BY d.source, d.repo;
