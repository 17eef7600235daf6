-- Repositories that give their open issues a priority, but not all of them.
-- Where no open issue or pull request has a priority label, labels are not used to tell
-- priorities, and nothing is found.
--
-- group:     governance
-- severity:  info
-- remedy:    Give each of them one of the labels p0 to p3.

-- finding
WITH item AS (
  SELECT i.source, i.repo, i.number, m.labels IS NULL AND i.kind = 'issue' AS is_bare,
         m.labels IS NOT NULL AS is_rated, i.kind = 'issue' AS is_issue
    FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
    LEFT JOIN label_meaning m ON m.labels = i.labels AND m.aspect = 'priority'
   WHERE i.state = 'open' AND r.archived IS NOT 1
     AND NOT is_desk(i.title, i.labels)
), counted AS (
  SELECT *, sum(is_bare) OVER whole AS bare, sum(is_issue) OVER whole AS issues, max(is_rated) OVER whole AS uses,
         row_number() OVER (PARTITION BY source, repo, is_bare ORDER BY number) AS nth
    FROM item
  WINDOW whole AS (PARTITION BY source, repo)
)
SELECT source, repo, NULL AS number,
       printf('Open issues without a priority label: %d of %d.', bare, issues) AS message,
       group_concat('#' || number, ', ') || iif(bare > 20, printf(' and %d more', bare - 20), '') AS evidence
  FROM (SELECT * FROM counted WHERE is_bare AND uses AND nth <= 20 ORDER BY source, repo, nth)
 GROUP BY source, repo;
