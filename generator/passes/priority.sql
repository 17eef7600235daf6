-- The order in which open issues and pull requests matter tonight.
-- The points of an item's components are added up and held between 0 and 100; the reason is
-- the sum written out. From 85 it is critical, from 65 high, from 40 medium, and low below.
-- Among equals comes first what was touched longest ago.

-- rows priority
WITH term AS (
  SELECT source, repo, number, component, points,
         printf('%s %g %s', iif(points < 0, ' -', ' +'), abs(points), reason) AS text
    FROM priority_part
   ORDER BY source, repo, number, component NOT IN ('label', 'default'), points DESC, component
), summed AS (
  SELECT source, repo, number, sum(points) AS total, group_concat(text, '') AS text,
         max(component = 'approval') AS approval,
         max(component IN ('blocked', 'paused')) AS blocked,
         max(component = 'stale') AS stale
    FROM term
   GROUP BY source, repo, number
), clamped AS (
  SELECT *, min(max(total, 0), 100) AS points FROM summed
)
SELECT c.source, c.repo, c.number, c.points,
       CASE WHEN c.points >= 85 THEN 'critical' WHEN c.points >= 65 THEN 'high'
            WHEN c.points >= 40 THEN 'medium' ELSE 'low' END AS urgency,
       row_number() OVER (ORDER BY c.points DESC, i.updated_at, c.source, c.repo, c.number) AS rank,
       ltrim(c.text, ' +') || printf(' = %g', c.total)
         || iif(c.total <> c.points, printf(', counted as %g', c.points), '') AS reason,
       c.approval, c.blocked, c.stale
  FROM clamped c JOIN issue i ON i.source = c.source AND i.repo = c.repo AND i.number = c.number;
