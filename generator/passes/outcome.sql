-- What an outcome cost on average, month by month: a request of each task that records of the ledger
-- name, such as a summary, and a closed issue of each repository. It is what the month cost for the
-- task by its requests, as its records tell them; and what it cost for the repository by the issues
-- of it that were closed in the month: an average, not what each of them took. Where the cost of one
-- of the records is not known, or a record of the task does not tell its requests, the average is
-- not known. What cost something in several currencies has an average in each.

-- rows outcome
WITH record (month, kind, name, currency, cost, requests) AS MATERIALIZED (
  SELECT substr(day, 1, 7), 'request', task, currency, cost, requests FROM charge WHERE task <> ''
  UNION ALL
  SELECT substr(day, 1, 7), 'closed issue', repository, currency, cost, NULL FROM charge WHERE repository <> ''
), closed AS MATERIALIZED (          -- a repository that several sources know has what the one that knows most of it tells
  SELECT repo, month, max(issues) AS issues
    FROM (SELECT source, repo, substr(closed_at, 1, 7) AS month, count(*) AS issues FROM issue
           WHERE kind = 'issue' AND state = 'closed' AND repo IN (SELECT repository FROM charge) GROUP BY 1, 2, 3)
   GROUP BY 1, 2
), total AS (
  SELECT r.month, r.kind, r.name, count(*) AS records, count(*) - count(r.cost) AS unknown, count(*) - count(r.requests) AS silent,
         iif(r.kind = 'request', iif(count(r.requests) = count(*), sum(r.requests), NULL), max(c.issues)) AS outcomes
    FROM record r LEFT JOIN closed c ON r.kind = 'closed issue' AND c.repo = r.name AND c.month = r.month
   GROUP BY 1, 2, 3
), amount AS (
  SELECT month, kind, name, currency, sum(cost) AS cost FROM record WHERE cost IS NOT NULL GROUP BY 1, 2, 3, 4
), averaged AS (
  SELECT t.*, coalesce(a.currency, '') AS currency, a.cost, iif(t.unknown, NULL, money_divided(a.cost, t.outcomes)) AS each_cost
    FROM total t LEFT JOIN amount a ON a.month = t.month AND a.kind = t.kind AND a.name = t.name
   WHERE t.kind = 'request' OR t.outcomes
)
SELECT month, kind, name, currency, cost, records, unknown, outcomes, each_cost,
       CASE WHEN unknown THEN printf('the cost of %d of %d records is not known', unknown, records)
            WHEN outcomes IS NULL THEN printf('%d of %d records do not tell their requests', silent, records)
            WHEN outcomes = 0 THEN 'its records tell of no request'
            ELSE printf('%s %s / %d = %s %s', money_text(cost), currency, outcomes, money_text(each_cost), currency) END AS reason
  FROM averaged;
