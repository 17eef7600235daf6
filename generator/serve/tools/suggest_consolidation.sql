-- What could be united: pairs of repositories that are made from much of the same, and packages
-- that repositories use at different versions. A pair's score is the share of what the two have
-- that both have, weighted by rarity; reason is the arithmetic.
--
-- title:     Suggest consolidation
-- parameter: repo_name (text): only pairs with this repository, owner/name
-- parameter: min_score (number 0 to 1, default 0): only pairs at least this much alike
-- parameter: limit (integer 1 to 200, default 50): how many of each at most
-- types:     score number, packages integer, topics integer, contributors integer, versions integer, repos integer, effort_hours number

-- refuse
SELECT printf('No repository is called %s here; scan_portfolio lists them.', :repo_name) AS message
 WHERE :repo_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM repo WHERE key = :repo_name);

-- pairs limit
SELECT c.repo AS name, c.source, c.other_repo AS other_name, c.other_source, c.score, c.packages, c.topics, c.contributors, c.reason
  FROM consolidation c
 WHERE c.score >= :min_score AND (:repo_name IS NULL OR :repo_name IN (c.repo, c.other_repo))
 ORDER BY c.score DESC, c.source, c.repo, c.other_source, c.other_repo;

-- recommendations limit
SELECT r.rule, r.source, r.repo, r.title, r.evidence, r.action, r.url, r.effort AS effort_hours, r.reason
  FROM recommendation r
 WHERE r.rule IN ('unite-duplicates', 'archive-finished', 'update-together') AND (:repo_name IS NULL OR r.repo = :repo_name)
 ORDER BY r.rule, r.source, r.key;

-- packages limit
SELECT ecosystem, name, versions, repos, reason FROM package_spread
 WHERE :repo_name IS NULL ORDER BY repos DESC, versions DESC, ecosystem, name;
