-- The cheapest way to every repository's next grade: what to do first.
-- Of a score's components, those whose remedy is a piece of work are put in the order of the
-- score that they would gain for each hour of effort, and counted until the next grade is
-- reached. How many hours a remedy takes is a rough guess that stands beside it in the rule.
-- It is assumed that the remedy earns all the points that are missing. Where all of them
-- together do not reach the next grade they are listed still, and the last one says so. Nobody
-- can change an archived repository.

-- rows remedy_step
WITH target (grade, floor) AS (
  VALUES ('A', 85), ('B', 70), ('C', 55), ('D', 40)
), aim AS MATERIALIZED (             -- the grade is that of the row with the minimum
  SELECT s.source, s.repo, s.score, s.points, s.maximum, t.grade, min(t.floor) AS floor
    FROM score s CROSS JOIN target t ON t.floor > s.score
    JOIN repo r ON r.source = s.source AND r.key = s.repo
   WHERE r.archived IS NOT 1
   GROUP BY s.source, s.repo
), step AS (
  SELECT a.*, p.component, p.remedy, p.effort, p.maximum - p.points AS missing,
         row_number() OVER way AS nth, sum(p.maximum - p.points) OVER (way ROWS UNBOUNDED PRECEDING) AS gained
    FROM aim a CROSS JOIN score_part p ON p.source = a.source AND p.repo = a.repo
   WHERE p.effort IS NOT NULL AND p.points < p.maximum
  WINDOW way AS (PARTITION BY a.source, a.repo ORDER BY (p.maximum - p.points) / p.effort DESC, p.component)
), scored AS (
  SELECT *, min(round(100 * (points + gained) / maximum, 1), 100) AS after,
         round(100 * (points + gained - missing) / maximum, 1) AS before
    FROM step
)
SELECT source, repo, nth, grade AS target, after >= floor AS reached, component,
       round(100 * missing / maximum, 1) AS gain, effort, after AS score, remedy,
       printf('%g points of %g known = +%.1f, for %g h; then %.1f%s', missing, maximum, 100 * missing / maximum, effort, after,
              iif(after >= floor, printf(', which is %s', grade), '')) AS reason
  FROM scored WHERE before < floor;
