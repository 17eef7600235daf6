-- Workflows that the forge switched off, because nobody touched the repository for 60 days.
-- Nobody decided that. Those that somebody switched off are left out, and so are archived
-- repositories and forks.
--
-- group:     ci
-- severity:  medium
-- remedy:    Switch it on again where it is still needed, or delete it.
-- reference: https://docs.github.com/en/actions/managing-workflow-runs/disabling-and-enabling-a-workflow

-- finding
SELECT w.source, w.repo, printf('Workflows that were switched off because nothing happened for 60 days: %d.', count(*)) AS message,
       group_concat(w.name, ', ') AS evidence
  FROM (SELECT * FROM workflow ORDER BY source, repo, name) w JOIN repo r ON r.source = w.source AND r.key = w.repo
 WHERE w.state = 'disabled_inactivity' AND r.archived IS NOT 1 AND r.fork IS NOT 1
 GROUP BY w.source, w.repo;
