-- What became earlier of each item of tonight: when it stood in the desk's first list, where it
-- stood highest then and for which reason, and when it was resolved and came back, the latest
-- first. That it stood there is told of days whose desk the archive still shows, and only of
-- days before the last run's. That it came back is told of issues, pull requests, tickets and
-- incidents as far as their history is kept, and of findings as their events say.
--
-- setting: most (3, 1 to 10): how many are shown beside an item

-- rows episode
WITH tonight AS MATERIALIZED (
  SELECT p.kind, p.source, p.key, p.repo, p.number, t.found_by
    FROM priority p JOIN item t ON t.kind = p.kind AND t.source = p.source AND t.key = p.key
   WHERE p.tonight
), today AS MATERIALIZED (
  SELECT date(started_at) AS day FROM run ORDER BY id DESC LIMIT 1
), stood AS MATERIALIZED (           -- a row without a rank ends a stay
  SELECT t.*, s.day, s.rank, s.reason, count(*) FILTER (WHERE s.rank IS NULL) OVER (PARTITION BY s.kind, s.source, s.key ORDER BY s.day) AS stay
    FROM tonight t JOIN standing s ON s.kind = t.kind AND s.source = t.source AND s.key = t.key
   WHERE s.day < (SELECT day FROM today)
), highest AS (
  SELECT *, min(day) OVER stays AS since, row_number() OVER (PARTITION BY kind, source, key, stay ORDER BY rank, day) AS nth
    FROM stood WHERE rank IS NOT NULL
  WINDOW stays AS (PARTITION BY kind, source, key, stay)
), listed AS (
  SELECT h.*, (SELECT min(s.day) FROM stood s WHERE s.kind = h.kind AND s.source = h.source AND s.key = h.key AND s.stay > h.stay) AS until
    FROM highest h WHERE nth = 1
), closed (kind, source, key, repo, number, closed_at, run) AS (
  SELECT t.kind, t.source, t.key, t.repo, t.number, w.closed_at, w.run
    FROM tonight t JOIN issue_was w ON w.source = t.source AND w.repo = t.repo AND w.number = t.number
   WHERE NOT w.absent AND w.state = 'closed'
  UNION ALL
  SELECT t.kind, t.source, t.key, t.repo, t.number, w.closed_at, w.run
    FROM tonight t JOIN ticket_was w ON t.kind = 'ticket' AND w.source = t.source AND w.key = t.key
   WHERE NOT w.absent AND w.state = 'closed'
  UNION ALL
  SELECT t.kind, t.source, t.key, t.repo, t.number, w.resolved_at, w.run
    FROM tonight t JOIN incident_was w ON t.kind = 'incident' AND w.source = t.source AND w.key = t.key
   WHERE NOT w.absent AND w.state = 'resolved'
), resolved AS (                     -- several versions of what was closed once are one
  SELECT c.kind, c.source, c.key, c.repo, c.number, date(c.closed_at) AS since, date(r.started_at) AS until
    FROM (SELECT kind, source, key, repo, number, closed_at, max(run) AS run FROM closed GROUP BY kind, source, key, closed_at) c
    JOIN run r ON r.id = c.run
  UNION ALL
  SELECT t.kind, t.source, t.key, t.repo, t.number, date(e.at), date(again.at)
    FROM tonight t
    JOIN finding_event e ON e.rule = t.found_by AND e.source = t.source AND e.key = substr(t.key, length(t.found_by) + 2)
    JOIN finding_event again ON again.rule = e.rule AND again.source = e.source AND again.key = e.key AND again.nth = e.nth + 1
   WHERE t.kind = 'finding' AND e.state = 'resolved'
), told AS (
  SELECT kind, source, key, repo, number, 'listed' AS what, since, until, day, rank, reason FROM listed
  UNION ALL
  SELECT kind, source, key, repo, number, 'resolved', since, until, NULL, NULL, NULL FROM resolved
), placed AS (
  SELECT *, row_number() OVER (PARTITION BY kind, source, key ORDER BY coalesce(since, until) DESC, what) AS place FROM told
)
SELECT kind, source, key, place, repo, number, what, since, until, day, rank, reason FROM placed WHERE place <= :most;
