-- With what the last run is compared: the run before it, the last one of an earlier day, and the
-- last one of a day at least a week earlier. Days are in UTC. Only what runs left is compared,
-- never the clock: without a new run nothing is another. A run whose night was pruned, or that
-- was before this edition was first analysed, cannot be compared with; where there is none as
-- old as wanted, the first that can be is taken, and that is said.

-- rows change_span
WITH last AS (
  SELECT id, date(started_at) AS day FROM run ORDER BY id DESC LIMIT 1
), wanted (name, until) AS (
  SELECT 'run', day FROM last
  UNION ALL
  SELECT 'day', date(day, '-1 day') FROM last
  UNION ALL
  SELECT 'week', date(day, '-7 days') FROM last
), candidate AS (
  SELECT r.id, r.started_at, date(r.started_at) AS day FROM run r, last
   WHERE r.kept AND r.id < last.id
     AND date(r.started_at) >= (SELECT min(day) FROM point WHERE source = '' AND repo = '')
), chosen AS (
  SELECT w.name, coalesce(max(c.id) FILTER (WHERE c.day <= w.until), min(c.id)) AS id,
         max(c.id) FILTER (WHERE c.day <= w.until) IS NULL AS short
    FROM wanted w, candidate c GROUP BY w.name
)
SELECT h.name, h.id AS run, c.started_at AS at, c.day, h.short
  FROM chosen h JOIN candidate c ON c.id = h.id;
