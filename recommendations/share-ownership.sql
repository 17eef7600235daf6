-- Repositories that many use, one person looks after, and no second one is named.
-- Used is what has stars or forks; who looks after it is who committed in the last year, without
-- programs. That there are code owners is enough. Archived repositories and forks are left out.
--
-- group:     community
-- effort:    1
-- reference: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
