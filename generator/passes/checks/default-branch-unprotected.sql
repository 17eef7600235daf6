-- Repositories whose default branch nothing protects, though several people write to it.
-- Anybody who may write can overwrite its history or delete it. Archived and empty repositories
-- and forks are left out, and private ones, because free accounts cannot protect those; so is
-- what one person alone contributes to.
--
-- group:     security
-- severity:  medium
-- remedy:    Add a ruleset for the default branch: no deletion, no force pushes, changes by pull
--            request.
-- reference: https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets

-- finding
SELECT r.source, r.key AS repo,
       'Nothing protects the default branch: its history can be overwritten.' AS message,
       printf('No rule holds for the branch %s; contributors: %d.', b.name, r.contributor_count) AS evidence
  FROM repo r JOIN branch b ON b.source = r.source AND b.repo = r.key AND b.name = r.default_branch
 WHERE b.protected = 0 AND r.contributor_count > 1
   AND r.visibility IS NOT 'private' AND r.archived IS NOT 1 AND r.fork IS NOT 1 AND r.empty IS NOT 1;
