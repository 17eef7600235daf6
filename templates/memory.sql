-- What was thought, said and decided before, the latest first, and what of it is remembered
-- beside tonight's items.
--
-- path: memory
-- needs: told
-- title: Memory
-- types: read time, since time, not_read number, total number, more number, documents number, repos number, closed number, points number,
--   url url, day date, relevance number(2), score number(1)

-- told
SELECT 1 AS told
 WHERE EXISTS (SELECT 1 FROM decision)
    OR EXISTS (SELECT 1 FROM context)
    OR EXISTS (SELECT 1 FROM memory WHERE kind <> 'document' AND title IS NOT NULL)
    OR EXISTS (SELECT 1 FROM source s CROSS JOIN declaration d CROSS JOIN scope c ON c.source = s.name AND c.declaration = d.name
                WHERE d.kind = 'source' AND d."group" = 'memory');

-- total
SELECT (SELECT count(*) FROM decision) + (SELECT count(*) FROM memory WHERE kind <> 'document' AND title IS NOT NULL) AS total,
       (SELECT count(*) FROM decision) + (SELECT count(*) FROM memory WHERE kind <> 'document' AND title IS NOT NULL) - (SELECT count(*) FROM memory_entry) AS more,
       (SELECT count(*) FROM memory WHERE kind = 'document' AND title IS NOT NULL) AS documents,
       (SELECT count(*) FROM (SELECT DISTINCT source, repo FROM memory WHERE kind = 'document' AND title IS NOT NULL)) AS repos,
       (SELECT count(*) FROM issue WHERE state = 'closed') AS closed;

-- Where this comes from: what was asked for this page, and sources that have rows of it.
-- sources
SELECT s.name, s.demo, min(c.loaded_at) AS read,
       coalesce(sum(c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected), 0) AS not_read
  FROM domain_source d
  JOIN source s ON s.name = d.source
  LEFT JOIN scope c ON c.source = d.source AND c.declaration = d.declaration
 WHERE d.domain = 'memory'
 GROUP BY s.name ORDER BY s.position;

-- What could not be read, and of when the rows are that are shown.
-- sources.troubles
SELECT c.declaration, c.outcome, c.reason, c.loaded_at AS since
  FROM domain_source d
  JOIN scope c ON c.source = d.source AND c.declaration = d.declaration
 WHERE d.domain = 'memory' AND d.source = :name
   AND c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected
 ORDER BY c.declaration, c.key LIMIT 100;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;

-- tonight
SELECT t.title, t.url, t.kind AS item, t.key, t.source, t.repo, t.number, p.urgency, p.points, page.path AS page, s.demo
  FROM (SELECT DISTINCT kind, source, key FROM context) c
  JOIN priority p ON p.kind = c.kind AND p.source = c.source AND p.key = c.key
  JOIN item t ON t.kind = c.kind AND t.source = c.source AND t.key = c.key
  JOIN source s ON s.name = t.source
  LEFT JOIN page ON page.source = t.source AND page.repo = t.repo
 ORDER BY p.rank;

-- tonight.context
SELECT c.title, CASE c.memory_kind WHEN 'pull' THEN 'pull request' WHEN 'desk' THEN 'former desk' ELSE c.memory_kind END AS kind, c.day, c.status, c.url,
       iif(e.place IS NULL, c.path, 'memory') AS path, iif(e.place IS NULL, NULL, named_uuid(json_array(e.source, e.key))) AS anchor, c.words, c.score, c.relevance,
       (SELECT s.demo FROM source s WHERE s.name = c.memory_source) AS demo
  FROM context c
  LEFT JOIN memory_entry e ON e.source = c.memory_source AND e.key = c.memory_key AND c.memory_kind NOT IN ('issue', 'pull', 'document')
 WHERE c.kind = :item AND c.source = :source AND c.key = :key ORDER BY c.place;

-- The latest, and what is remembered tonight; of the site's own, and of sources.
-- records
SELECT coalesce(m.kind, 'decision') AS kind, e.source, e.key, named_uuid(json_array(e.source, e.key)) AS anchor, m.repo, m.about, m.number,
       coalesce(m.title, d.title) AS title, coalesce(m.status, d.status) AS status, coalesce(date(m.created_at), d.day) AS day, m.url, d.path AS record,
       iif(m.object IS NULL, substr(m.text, 1, 300) || iif(length(m.text) > 300, '…', ''), NULL) AS excerpt,
       s.demo, page.path AS page
  FROM memory_entry e
  LEFT JOIN memory m ON m.source = e.source AND m.key = e.key
  LEFT JOIN decision d ON e.source IS NULL AND d.key = e.key
  LEFT JOIN source s ON s.name = e.source
  LEFT JOIN page ON page.source = m.source AND page.repo = m.repo
 ORDER BY e.place;

-- Beside which of tonight's items it stands.
-- records.beside
SELECT t.title, t.url
  FROM context c JOIN item t ON t.kind = c.kind AND t.source = c.source AND t.key = c.key
 WHERE c.memory_source IS :source AND c.memory_key = :key AND c.memory_kind NOT IN ('issue', 'pull')
 ORDER BY c.kind, c.source, c.key;
