-- The one thing to do next, and why: the most urgent of what is open and not blocked.
-- Beside it stand the next few, and the recommendation that raises the score of a repository
-- the most for an hour; an effort is a rough guess.
--
-- title:     Suggest the next action
-- parameter: repo_name (text): only of this repository, owner/name
-- parameter: hours (number 0 to 1000): the time at hand: no recommendation that takes longer
-- types:     rank integer, priority_score number, effect number, effort_hours number

-- refuse
SELECT printf('No repository is called %s here; scan_portfolio lists them.', :repo_name) AS message
 WHERE :repo_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM repo WHERE key = :repo_name);

-- next one
SELECT p.key AS name, p.kind, p.source, p.repo, t.title, p.rank, p.points AS priority_score, p.urgency, p.reason AS priority_reason,
       coalesce(t.remedy, d.remedy, CASE WHEN p.approval THEN 'Decide: it awaits approval.' WHEN p.stale THEN 'Go on with it, or close it with a reason.'
                                         WHEN p.kind = 'pull' THEN 'Review it.' ELSE 'Do it, or say who does.' END) AS action, t.url
  FROM priority p
  JOIN item t ON t.kind = p.kind AND t.source = p.source AND t.key = p.key
  LEFT JOIN declaration d ON d.kind = 'check' AND d.name = t.found_by
 WHERE NOT p.blocked AND (:repo_name IS NULL OR p.repo = :repo_name) ORDER BY p.rank LIMIT 1;

-- then
SELECT p.key AS name, p.kind, p.source, p.repo, t.title, p.rank, p.points AS priority_score, p.urgency, p.reason AS priority_reason, t.url
  FROM priority p JOIN item t ON t.kind = p.kind AND t.source = p.source AND t.key = p.key
 WHERE NOT p.blocked AND (:repo_name IS NULL OR p.repo = :repo_name) ORDER BY p.rank LIMIT 4 OFFSET 1;

-- recommendation one
SELECT rule, source, repo, title, evidence, action, url, effect, effort AS effort_hours, reason FROM recommendation
 WHERE (:repo_name IS NULL OR repo = :repo_name) AND (:hours IS NULL OR effort <= :hours)
 ORDER BY effect / effort DESC NULLS LAST, rule, source, key LIMIT 1;
