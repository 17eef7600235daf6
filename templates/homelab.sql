-- The homelab: what monitoring sees going wrong, what is watched and whether it runs, and how the
-- monitors' own last runs went. There is no such page where no source tells of any.
--
-- path: homelab
-- title: Homelab
-- needs: told
-- types: read time, since time, not_read number, open number, critical number, silenced number, watched number, up number,
--   down number, degraded number, unknown number, more number, points number, started time, checked time, ended time,
--   next time, url url

-- told
SELECT 1 AS told FROM domain_source WHERE domain = 'homelab' LIMIT 1;

-- Where this comes from: what was asked for this page, and sources that have rows of it.
-- sources
SELECT s.name, s.demo, min(c.loaded_at) AS read,
       coalesce(sum(c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected), 0) AS not_read
  FROM domain_source d
  JOIN source s ON s.name = d.source
  LEFT JOIN scope c ON c.source = d.source AND c.declaration = d.declaration
 WHERE d.domain = 'homelab'
 GROUP BY s.name ORDER BY s.position;

-- What could not be read, and of when the rows are that are shown.
-- sources.troubles
SELECT c.declaration, c.outcome, c.reason, c.loaded_at AS since
  FROM domain_source d
  JOIN scope c ON c.source = d.source AND c.declaration = d.declaration
 WHERE d.domain = 'homelab' AND d.source = :name
   AND c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected
 ORDER BY c.declaration, c.key LIMIT 100;

-- total
SELECT coalesce(sum(state = 'open'), 0) AS open, coalesce(sum(state = 'open' AND severity = 'critical'), 0) AS critical,
       coalesce(sum(state = 'silenced'), 0) AS silenced, max(coalesce(sum(state = 'open'), 0) - 500, 0) AS more
  FROM incident;

-- In the one order.
-- incidents
SELECT p.urgency, p.points, p.reason, i.title, i.component, i.rule, i.kind, i.severity, i.rating, i.url, i.body,
       i.started_at AS started, i.about, page.path AS page, i.source, s.demo, named_uuid(json_array(i.source, i.key)) AS anchor
  FROM incident i
  JOIN source s ON s.name = i.source
  LEFT JOIN priority p ON p.kind = 'incident' AND p.source = i.source AND p.key = i.key
  LEFT JOIN page ON page.repo = i.about AND page.source = (SELECT min(source) FROM page WHERE repo = i.about)
 WHERE i.state = 'open'
 ORDER BY p.rank IS NULL, p.rank, s.position, i.key LIMIT 500;

-- What somebody knows of and wants to hear no more.
-- silenced
SELECT i.title, i.component, i.url, i.started_at AS started, i.source, s.demo
  FROM incident i JOIN source s ON s.name = i.source WHERE i.state = 'silenced'
 ORDER BY i.started_at DESC, s.position, i.key LIMIT 100;

-- watch
SELECT count(*) AS watched, sum(state = 'up') AS up, sum(state = 'down') AS down, sum(state = 'degraded') AS degraded,
       sum(state = 'unknown') AS unknown, max(count(*) - 500, 0) AS more
  FROM target HAVING count(*) > 0;

-- What does not run first.
-- targets
SELECT t.name, t.kind, t.state, t.detail, t.since, t.checked_at AS checked, t.url, t.source, s.demo,
       CASE t.state WHEN 'up' THEN 'ok' WHEN 'down' THEN 'failed' WHEN 'degraded' THEN 'medium' ELSE 'unknown' END AS mark
  FROM target t JOIN source s ON s.name = t.source
 ORDER BY CASE t.state WHEN 'down' THEN 1 WHEN 'degraded' THEN 2 WHEN 'unknown' THEN 3 ELSE 4 END, s.position, t.kind, t.name, t.key LIMIT 500;

-- What the monitors do by themselves.
-- scans
SELECT j.name, j.state, j.detail, j.ended_at AS ended, j.due_at AS next, j.url, j.source, s.demo,
       CASE j.state WHEN 'succeeded' THEN 'ok' WHEN 'failed' THEN 'failed' ELSE j.state END AS mark
  FROM job j JOIN source s ON s.name = j.source
 WHERE j.source IN (SELECT source FROM incident UNION SELECT source FROM target)
 ORDER BY s.position, j.name, j.key LIMIT 100;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
