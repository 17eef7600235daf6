-- The business: what customers ask and how fast they are answered, and the work that is to be
-- done. There is no such page where no source tells of any.
--
-- path: business
-- title: Business
-- needs: told
-- types: read time, since time, not_read number, open number, critical number, unanswered number, waiting number, more number, tasks number,
--   target number, asked number, answered number, in_time number, median number, points number, opened time, responded time,
--   due date, url url, labels list

-- told
SELECT 1 AS told FROM domain_source WHERE domain = 'business' LIMIT 1;

-- Where this comes from: what was asked for this page, and sources that have rows of it.
-- sources
SELECT s.name, s.demo, min(c.loaded_at) AS read,
       coalesce(sum(c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected), 0) AS not_read
  FROM domain_source d
  JOIN source s ON s.name = d.source
  LEFT JOIN scope c ON c.source = d.source AND c.declaration = d.declaration
 WHERE d.domain = 'business'
 GROUP BY s.name ORDER BY s.position;

-- What could not be read, and of when the rows are that are shown.
-- sources.troubles
SELECT c.declaration, c.outcome, c.reason, c.loaded_at AS since
  FROM domain_source d
  JOIN scope c ON c.source = d.source AND c.declaration = d.declaration
 WHERE d.domain = 'business' AND d.source = :name
   AND c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected
 ORDER BY c.declaration, c.key LIMIT 100;

-- What customers asked. Tasks are counted by themselves.
-- total
SELECT coalesce(sum(state = 'open' AND is_request), 0) AS open, coalesce(sum(state = 'open' AND is_request AND severity = 'critical'), 0) AS critical,
       coalesce(sum(state = 'open' AND is_request AND responded_at IS NULL), 0) AS unanswered,
       coalesce(sum(state = 'waiting' AND is_request), 0) AS waiting, coalesce(sum(state <> 'closed' AND NOT is_request), 0) AS tasks,
       max(coalesce(sum(state <> 'closed' AND is_request), 0) - 500, 0) AS more
  FROM (SELECT t.*, r.key IS NOT NULL AS is_request FROM ticket t LEFT JOIN response r ON r.source = t.source AND r.key = t.key);

-- How fast answers came to what was asked in the last 30 days. What still waits counts once its
-- target has passed.
-- response
WITH request AS (
  SELECT (julianday(t.responded_at) - julianday(t.opened_at)) * 1440 AS minutes, t.responded_at IS NOT NULL AS is_answered,
         r.until, t.responded_at AS responded, r.minutes AS target
    FROM response r JOIN ticket t ON t.source = r.source AND t.key = r.key
   WHERE t.opened_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-30 days')
     AND (t.responded_at IS NOT NULL OR r.until <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
)
SELECT target, count(*) AS asked, sum(is_answered) AS answered, sum(coalesce(responded <= until, 0)) AS in_time,
       printf('%.0f%%', 100.0 * sum(coalesce(responded <= until, 0)) / count(*)) AS share,
       round(median(minutes)) AS median
  FROM request HAVING count(*) > 0;

-- In the one order; what waits for somebody else, too.
-- tickets
SELECT p.urgency, p.points, p.reason, t.title, t.key AS number, t.kind, t.state, t.severity, t.customer, t.labels, t.url, t.about,
       page.path AS page, t.opened_at AS opened, t.responded_at AS responded, date(t.due_at) AS due, t.source, s.demo,
       CASE WHEN t.assignees = '[]' THEN 'nobody' ELSE (SELECT group_concat(value, ', ') FROM json_each(t.assignees)) END AS assigned,
       named_uuid(json_array(t.source, t.key)) AS anchor
  FROM ticket t
  JOIN response r ON r.source = t.source AND r.key = t.key
  JOIN source s ON s.name = t.source
  LEFT JOIN priority p ON p.kind = 'ticket' AND p.source = t.source AND p.key = t.key
  LEFT JOIN page ON page.repo = t.about AND page.source = (SELECT min(source) FROM page WHERE repo = t.about)
 WHERE t.state <> 'closed'
 ORDER BY p.rank IS NULL, p.rank, s.position, t.key LIMIT 500;

-- What is due first; what has no day comes last.
-- work
SELECT p.urgency, p.points, p.reason, t.title, t.key AS number, t.kind, t.project, t.state, t.status, t.severity, t.url,
       date(t.due_at) AS due, t.source, s.demo,
       CASE WHEN t.assignees = '[]' THEN 'nobody' ELSE (SELECT group_concat(value, ', ') FROM json_each(t.assignees)) END AS assigned,
       named_uuid(json_array(t.source, t.key)) AS anchor
  FROM ticket t
  JOIN source s ON s.name = t.source
  LEFT JOIN priority p ON p.kind = 'ticket' AND p.source = t.source AND p.key = t.key
 WHERE t.state <> 'closed' AND NOT EXISTS (SELECT 1 FROM response r WHERE r.source = t.source AND r.key = t.key)
 ORDER BY t.due_at IS NULL, t.due_at, p.rank IS NULL, p.rank, s.position, t.key LIMIT 500;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
