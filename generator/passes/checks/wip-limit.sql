-- Repositories where too many issues are being built, or researched, at once.
-- The limit holds for the label state:build and for state:research, each on its own. Pull
-- requests do not count, because they belong to an issue. Archived repositories are left out.
--
-- group:     governance
-- severity:  medium
-- remedy:    Finish or pause some of them, and label those state:blocked that wait for their turn.
-- setting:   limit (3, 1 to 1000): how many may be built, and how many researched, at once

-- finding
WITH busy AS (
  SELECT DISTINCT i.source, i.repo, i.number, lower(l.value) AS state
    FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo, json_each(i.labels) l
   WHERE i.state = 'open' AND i.kind = 'issue' AND r.archived IS NOT 1
     AND (i.labels LIKE '%"state:build"%' OR i.labels LIKE '%"state:research"%') AND lower(l.value) IN ('state:build', 'state:research')
), counted AS (
  SELECT *, row_number() OVER state AS nth, count(*) OVER (PARTITION BY source, repo, state) AS issues
    FROM busy
  WINDOW state AS (PARTITION BY source, repo, state ORDER BY number)
)
SELECT source, repo, NULL AS number, repo || ' ' || state AS key,
       printf('%d issues are in %s at once; the limit is %d.', issues, state, :limit) AS message,
       group_concat('#' || number, ', ') || iif(issues > 20, printf(' and %d more', issues - 20), '') AS evidence
  FROM (SELECT * FROM counted WHERE issues > :limit AND nth <= 20 ORDER BY source, repo, state, nth)
 GROUP BY source, repo, state;
