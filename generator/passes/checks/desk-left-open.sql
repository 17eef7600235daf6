-- Nightly desks that are still open although there is a newer one.
-- A desk is an issue called "Decision Desk" and a day that awaits a decision; only the last one
-- should be open. Archived repositories are left out.
--
-- group:     governance
-- severity:  low
-- remedy:    Close the older ones as completed, after moving what is still to be decided.

-- finding
WITH desk AS (
  SELECT i.source, i.repo, i.number, i.title, row_number() OVER (PARTITION BY i.source, i.repo, i.title GLOB 'Enhanced*' ORDER BY i.created_at DESC, i.number DESC) AS nth
    FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
   WHERE i.state = 'open' AND i.kind = 'issue' AND is_desk(i.title, i.labels) AND i.title GLOB '*Decision Desk [0-9]*'
     AND r.archived IS NOT 1
)
SELECT source, repo, printf('Older desks that are still open: %d.', count(*)) AS message, group_concat('#' || number, ', ') AS evidence
  FROM (SELECT * FROM desk WHERE nth > 1 ORDER BY source, repo, number) GROUP BY source, repo;
