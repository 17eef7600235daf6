-- Repositories that say what is allowed to be worked on, but not of all that is.
-- Where no open issue has a label gate:allowed, gate:needs-approval or gate:paused, gates are not
-- used, and nothing is found. Archived repositories are left out.
--
-- group:     governance
-- severity:  low
-- remedy:    Give each of them gate:allowed, gate:needs-approval or gate:paused.

-- finding
WITH item AS (
  SELECT i.source, i.repo, i.number, i.labels LIKE '%"gate:%' AS has,
         i.labels LIKE '%"state:build"%' OR i.labels LIKE '%"state:research"%' OR i.labels LIKE '%"state:planning"%' AS active
    FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
   WHERE i.state = 'open' AND i.kind = 'issue' AND r.archived IS NOT 1 AND (i.labels LIKE '%"state:%' OR i.labels LIKE '%"gate:%')
     AND NOT is_desk(i.title, i.labels)
), counted AS (
  SELECT *, max(has) OVER whole AS uses, sum(active AND NOT has) OVER whole AS bare,
         row_number() OVER (PARTITION BY source, repo, active AND NOT has ORDER BY number) AS nth
    FROM item WINDOW whole AS (PARTITION BY source, repo)
)
SELECT source, repo, printf('What is being worked on without a gate: %d.', bare) AS message,
       group_concat('#' || number, ', ') || iif(bare > 20, printf(' and %d more', bare - 20), '') AS evidence
  FROM (SELECT * FROM counted WHERE active AND NOT has AND uses AND nth <= 20 ORDER BY source, repo, nth)
 GROUP BY source, repo;
