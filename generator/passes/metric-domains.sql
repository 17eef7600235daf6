-- The numbers of each night of what is not code: open tickets, open incidents, failed jobs, ideas
-- that wait for somebody, and the threshold that each budget has reached, in per cent. Where a
-- source could not be read its numbers are not known.

-- points
WITH trouble AS MATERIALIZED (
  SELECT DISTINCT source FROM scope WHERE outcome NOT IN ('ok', 'unchanged', 'absent') AND NOT expected
), number AS (
  SELECT 'open_tickets' AS metric, source, sum(state <> 'closed') AS value FROM ticket GROUP BY source
   UNION ALL
  SELECT 'open_incidents', source, sum(state = 'open') FROM incident GROUP BY source
   UNION ALL
  SELECT 'failed_jobs', source, sum(state = 'failed' AND enabled IS NOT 0) FROM job GROUP BY source
   UNION ALL
  SELECT 'waiting_ideas', source, sum(state IN ('new', 'review')) FROM idea GROUP BY source
)
SELECT metric, source, NULL AS repo, iif(source IN (SELECT source FROM trouble), NULL, value) AS value FROM number
 UNION ALL
SELECT substr('budget.' || budget, 1, 64), NULL, NULL, max(coalesce(threshold, 0)) FROM budget_state GROUP BY 1;
