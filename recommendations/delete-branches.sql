-- Branches whose pull request is merged, and to which nothing was added since.
-- They can be deleted without a look: everything in them is in the default branch. Protected
-- branches are left out, archived repositories, and forks.
--
-- group:     hygiene
-- effort:    0.25
-- reference: https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/configuring-pull-request-merges/managing-the-automatic-deletion-of-branches

-- recommendation
SELECT source, key AS repo, 't' AS title, 'e' AS evidence, 'a' AS action, NULL AS effect, 'r' AS reason FROM repo WHERE 0;
