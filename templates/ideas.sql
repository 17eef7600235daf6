-- Ideas: which are new, which wait for somebody to say where they go, and what they became.
-- Issues whose title begins with "[Idea]" are among them, unless an idea that was kept elsewhere
-- became that issue. There is no such page where no source tells of any.
--
-- path: ideas
-- title: Ideas
-- needs: told
-- types: read time, since time, not_read number, total number, more number, created date, url url, routed_url url

-- told
SELECT 1 AS told FROM domain_source WHERE domain = 'ideas' LIMIT 1;

-- Where this comes from: what was asked for this page, and sources that have rows of it.
-- sources
SELECT s.name, s.demo, min(c.loaded_at) AS read,
       coalesce(sum(c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected), 0) AS not_read
  FROM domain_source d
  JOIN source s ON s.name = d.source
  LEFT JOIN scope c ON c.source = d.source AND c.declaration = d.declaration
 WHERE d.domain = 'ideas'
 GROUP BY s.name ORDER BY s.position;

-- What could not be read, and of when the rows are that are shown.
-- sources.troubles
SELECT c.declaration, c.outcome, c.reason, c.loaded_at AS since
  FROM domain_source d
  JOIN scope c ON c.source = d.source AND c.declaration = d.declaration
 WHERE d.domain = 'ideas' AND d.source = :name
   AND c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected
 ORDER BY c.declaration, c.key LIMIT 100;

-- The states, with how many ideas are in each.
-- states
WITH given AS (
  SELECT source, key, state, title, body, category, actionable, suggested, routed_to, origin, created_at, url FROM idea
), noted AS (                        -- an idea that became an issue is one idea
  SELECT i.source, i.repo || '#' || i.number AS key,
         CASE WHEN i.state = 'open' THEN iif(i.labels LIKE '%"state:triage"%' OR i.labels LIKE '%"state:awaiting-decision"%', 'review', 'new')
              WHEN i.state_reason = 'not_planned' THEN 'dropped' ELSE 'routed' END AS state,
         ltrim(substr(i.title, 7), ': ') AS title, NULL AS body, NULL AS category, NULL AS actionable, i.repo AS suggested,
         iif(i.state = 'open', NULL, i.repo || '#' || i.number) AS routed_to, NULL AS origin, i.created_at, i.url
    FROM issue i
   WHERE i.kind = 'issue' AND i.title GLOB '[[]Idea]*'
     AND NOT EXISTS (SELECT 1 FROM idea d WHERE d.routed_to IN (i.url, i.repo || '#' || i.number))
), thought AS MATERIALIZED (SELECT * FROM given UNION ALL SELECT * FROM noted)
, word (place, id, heading, meaning) AS (
  VALUES (1, 'review', 'To be reviewed', 'Somebody has to say where they go.'), (2, 'new', 'New', 'Nobody has said anything of them yet.'),
         (3, 'routed', 'Routed', 'They became work, or belong somewhere.'), (4, 'dropped', 'Dropped', 'Thought of, and left.')
)
SELECT w.id, w.heading, w.meaning, nullif(w.id = 'routed', 0) AS became, count(t.state) AS total, max(count(t.state) - 200, 0) AS more
  FROM word w LEFT JOIN thought t ON t.state = w.id
 GROUP BY w.place ORDER BY w.place;

-- The last one first. A repository that was suggested is linked where the edition has a page of it.
-- states.ideas
WITH given AS (
  SELECT source, key, state, title, body, category, actionable, suggested, routed_to, origin, created_at, url FROM idea
), noted AS (                        -- an idea that became an issue is one idea
  SELECT i.source, i.repo || '#' || i.number AS key,
         CASE WHEN i.state = 'open' THEN iif(i.labels LIKE '%"state:triage"%' OR i.labels LIKE '%"state:awaiting-decision"%', 'review', 'new')
              WHEN i.state_reason = 'not_planned' THEN 'dropped' ELSE 'routed' END AS state,
         ltrim(substr(i.title, 7), ': ') AS title, NULL AS body, NULL AS category, NULL AS actionable, i.repo AS suggested,
         iif(i.state = 'open', NULL, i.repo || '#' || i.number) AS routed_to, NULL AS origin, i.created_at, i.url
    FROM issue i
   WHERE i.kind = 'issue' AND i.title GLOB '[[]Idea]*'
     AND NOT EXISTS (SELECT 1 FROM idea d WHERE d.routed_to IN (i.url, i.repo || '#' || i.number))
), thought AS MATERIALIZED (SELECT * FROM given UNION ALL SELECT * FROM noted)
SELECT t.title, substr(nullif(t.body, ''), 1, 500) AS body, t.category, t.suggested, iif(t.actionable, 'can be acted upon', iif(t.actionable IS NULL, NULL, 'cannot be acted upon yet')) AS judged,
       iif(t.routed_to GLOB 'http*://*', substr(t.routed_to, instr(t.routed_to, '://') + 3), t.routed_to) AS routed_to, iif(t.routed_to GLOB 'http*', t.routed_to, NULL) AS routed_url, t.origin, t.created_at AS created, t.url, t.source, s.demo,
       page.path AS page, named_uuid(json_array(t.source, t.key)) AS anchor
  FROM thought t
  JOIN source s ON s.name = t.source
  LEFT JOIN page ON page.repo = t.suggested AND page.source = (SELECT min(source) FROM page WHERE repo = t.suggested)
 WHERE t.state = :id
 ORDER BY t.created_at DESC, s.position, t.key LIMIT 200;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
