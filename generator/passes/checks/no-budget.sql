-- Repositories that declare budgets for what is being built or researched, but not for all of it.
-- Where no open issue declares one, budgets are not used, and nothing is found. A label that
-- begins with "budget:" or "cost:" is as good as a text. Archived repositories are left out.
--
-- group:     governance
-- severity:  low
-- remedy:    Write a line such as "Budget: 2h, £5" into each of them.

-- finding
WITH told AS MATERIALIZED (
  SELECT DISTINCT source, repo, number FROM issue_budget
), item AS MATERIALIZED (
  SELECT i.source, i.repo, i.number,
         (i.source, i.repo, i.number) IN told OR i.labels LIKE '%"budget:%' OR i.labels LIKE '%"cost:%' AS has,
         i.labels LIKE '%"state:build"%' OR i.labels LIKE '%"state:research"%' AS active
    FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
   WHERE i.state = 'open' AND i.kind = 'issue' AND r.archived IS NOT 1
     AND ((i.source, i.repo, i.number) IN told OR i.labels LIKE '%"budget:%' OR i.labels LIKE '%"cost:%'
          OR ((i.labels LIKE '%"state:build"%' OR i.labels LIKE '%"state:research"%') AND i.body IS NOT NULL))
), counted AS (
  SELECT *, max(has) OVER whole AS uses, sum(active AND NOT has) OVER whole AS bare,
         row_number() OVER (PARTITION BY source, repo, active AND NOT has ORDER BY number) AS nth
    FROM item WINDOW whole AS (PARTITION BY source, repo)
)
SELECT source, repo, printf('What is being built or researched without a budget: %d.', bare) AS message,
       group_concat('#' || number, ', ') || iif(bare > 20, printf(' and %d more', bare - 20), '') AS evidence
  FROM (SELECT * FROM counted WHERE active AND NOT has AND uses AND nth <= 20 ORDER BY source, repo, nth)
 GROUP BY source, repo;
