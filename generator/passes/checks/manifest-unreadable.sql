-- Manifests that could not be read: what the repository is made from is known in part only.
-- Archived repositories are left out.
--
-- group:     dependencies
-- severity:  info
-- remedy:    Repair the file where it is not well formed; the tools that use it would stumble, too.

-- finding
WITH bad AS (
  SELECT m.source, m.repo, m.path || ': ' || coalesce(m.problem, m.skipped) AS words,
         row_number() OVER (PARTITION BY m.source, m.repo ORDER BY m.path) AS nth, count(*) OVER whole AS files
    FROM manifest m JOIN repo r ON r.source = m.source AND r.key = m.repo
   WHERE m.kind <> 'other-lock' AND (m.problem IS NOT NULL OR m.skipped IS NOT NULL) AND r.archived IS NOT 1
  WINDOW whole AS (PARTITION BY m.source, m.repo)
)
SELECT source, repo, printf('Manifests that were not read: %d.', files) AS message,
       group_concat(words, '; ') || iif(files > 10, printf(' and %d more', files - 10), '') AS evidence
  FROM (SELECT * FROM bad WHERE nth <= 10 ORDER BY source, repo, nth)
 GROUP BY source, repo;
