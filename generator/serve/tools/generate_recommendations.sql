-- What is worth doing: each with the facts behind it, one next step, the effect on the score and
-- a rough guess of the hours. Those with the most points for an hour come first; effect is null
-- where the score would not rise, or by how much is not known.
--
-- title:     Generate recommendations
-- parameter: repo_name (text): only of this repository, owner/name
-- parameter: group (text): only of this group, like security or dependencies
-- parameter: hours (number 0 to 1000): nothing that takes longer
-- parameter: limit (integer 1 to 200, default 50): how many at most
-- types:     total integer, effect number, effort_hours number

-- refuse
SELECT printf('No repository is called %s here; scan_portfolio lists them.', :repo_name) AS message
 WHERE :repo_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM repo WHERE key = :repo_name);

-- result
SELECT count(*) AS total FROM recommendation;

-- recommendations limit
SELECT r.rule || ':' || r.key AS name, r.rule, d."group", r.source, r.repo, r.title, r.evidence, r.action, r.url, r.effect, r.effort AS effort_hours, r.reason
  FROM recommendation r LEFT JOIN declaration d ON d.kind = 'recommendation' AND d.name = r.rule
 WHERE (:repo_name IS NULL OR r.repo = :repo_name) AND (:group IS NULL OR d."group" = :group) AND (:hours IS NULL OR r.effort <= :hours)
 ORDER BY r.effect / r.effort DESC NULLS LAST, r.rule, r.source, r.key;
