-- Repositories with many contributors and no word on how they deal with each other.
-- Only public ones. Archived repositories and forks are left out. One that an owner keeps for all
-- repositories in one place counts where the source says so.
--
-- group:     community
-- severity:  info
-- remedy:    Add a file CODE_OF_CONDUCT.md with the name of somebody who answers.
-- reference: https://www.contributor-covenant.org/
-- setting:   contributors (10, 2 to 10000): how many contributors there must be

-- finding
SELECT source, key AS repo, 'Many contribute to it, and there is no code of conduct.' AS message, printf('Contributors: %d.', contributor_count) AS evidence
  FROM repo r
 WHERE has_code_of_conduct = 0 AND contributor_count >= :contributors AND visibility IS NOT 'private' AND archived IS NOT 1 AND fork IS NOT 1
   AND NOT EXISTS (SELECT 1 FROM repo_file f WHERE f.source = r.source AND f.repo = r.key AND f.kind = 'code_of_conduct');
