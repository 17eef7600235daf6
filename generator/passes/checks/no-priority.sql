-- Repositories that give their open issues a priority, but not all of them.
-- Where no open issue or pull request has a priority label, labels are not used to tell
-- priorities, and nothing is found.
--
-- group:     governance
-- severity:  info
-- remedy:    Give each of them one of the labels p0 to p3.

-- finding
WITH item AS (
  SELECT i.source, i.repo, i.number, p.component = 'default' AND i.kind = 'issue' AS is_bare,
         p.component = 'label' AS is_rated, i.kind = 'issue' AS is_issue
    FROM priority_part p JOIN issue i ON i.source = p.source AND i.repo = p.repo AND i.number = p.number
   WHERE p.component IN ('default', 'label')
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
