-- Repositories that others contribute to, without a word on how to.
-- Only public ones with several contributors or forks. Archived and empty repositories and forks
-- are left out.
--
-- group:     community
-- severity:  info
-- remedy:    Add a file CONTRIBUTING.md: how to build and test it, how to propose a change, what
--            is wanted and what is not.
-- reference: https://docs.github.com/en/communities/setting-up-your-project-for-healthy-contributions/setting-guidelines-for-repository-contributors
-- setting:   contributors (3, 2 to 1000): how many contributors there must be
-- setting:   forks (5, 1 to 100000): or how many forks

-- finding
SELECT source, key AS repo, 'Others contribute to it, and nothing tells them how.' AS message,
       rtrim(iif(contributor_count IS NULL, '', printf('Contributors: %d; ', contributor_count)) || iif(forks IS NULL, '', printf('forks: %d; ', forks)), '; ') || '.' AS evidence
  FROM repo
 WHERE has_contributing = 0 AND (contributor_count >= :contributors OR forks >= :forks)
   AND visibility IS NOT 'private' AND archived IS NOT 1 AND fork IS NOT 1 AND empty IS NOT 1;
