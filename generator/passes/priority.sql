-- The order in which open issues and pull requests matter tonight.
-- The points of an item's components are added up and held between 0 and 100; the reason is
-- the sum written out. From 85 it is critical, from 65 high, from 40 medium, and low below.
-- Among equals comes first what was touched longest ago.

-- rows priority
WITH term AS (
  SELECT source, repo, number, component, points,
         printf('%s %g %s', iif(points < 0, ' -', ' +'), abs(points), reason) AS text
    FROM priority_part
), summed AS (
  SELECT source, repo, number,
         row_number() OVER item AS nth,
         sum(points) OVER item AS total,
         group_concat(text, '') OVER item AS text,
         max(component = 'approval') OVER item AS approval,
         max(component IN ('blocked', 'paused')) OVER item AS blocked,
         max(component = 'stale') OVER item AS stale
    FROM term
  WINDOW item AS (PARTITION BY source, repo, number
                  ORDER BY component NOT IN ('label', 'default'), points DESC, component
                  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
), clamped AS (
  SELECT *, min(max(total, 0), 100) AS points FROM summed WHERE nth = 1
)
SELECT c.source, c.repo, c.number, c.points,
       CASE WHEN c.points >= 85 THEN 'critical' WHEN c.points >= 65 THEN 'high'
            WHEN c.points >= 40 THEN 'medium' ELSE 'low' END AS urgency,
       row_number() OVER (ORDER BY c.points DESC, i.updated_at, c.source, c.repo, c.number) AS rank,
       ltrim(c.text, ' +') || printf(' = %g', c.total)
         || iif(c.total <> c.points, printf(', counted as %g', c.points), '') AS reason,
       c.approval, c.blocked, c.stale
  FROM clamped c JOIN issue i ON i.source = c.source AND i.repo = c.repo AND i.number = c.number;
