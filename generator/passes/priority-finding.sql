-- What findings about an issue or pull request add to its priority. Of several only the most
-- severe counts, and all are named. The weights are small, as most of what is found presses
-- already by itself: by its age, its deadline.
--
-- setting: critical (10, 0 to 100): points of a critical finding
-- setting: high (5, 0 to 100): points of a high one
-- setting: medium (3, 0 to 100): points of a medium one
-- setting: low (1, 0 to 100): points of a low one

-- rows priority_part
WITH worth (severity, points) AS (
  VALUES ('critical', :critical), ('high', :high), ('medium', :medium), ('low', :low)
), told AS MATERIALIZED (
  SELECT source, repo, number, max(points) AS points, group_concat(rule, ', ') AS rules
    FROM (SELECT f.source, f.repo, f.number, f.rule, max(w.points) AS points
            FROM finding f JOIN worth w ON w.severity = f.severity
           WHERE f.number IS NOT NULL AND w.points <> 0
           GROUP BY f.source, f.repo, f.number, f.rule ORDER BY f.source, f.repo, f.number, f.rule)
   GROUP BY source, repo, number
)
SELECT t.kind, t.source, t.key, t.repo, t.number, 'finding' AS component, f.points, 'found by ' || f.rules AS reason
  FROM told f CROSS JOIN item t ON t.source = f.source AND t.repo = f.repo AND t.number = f.number;
