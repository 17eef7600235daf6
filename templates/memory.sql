-- What was thought, said and decided before, the latest first, and what of it is remembered
-- beside tonight's items.
--
-- path: memory
-- needs: total
-- title: Memory
-- types: total number, more number, documents number, repos number, closed number, points number,
--   url url, day date, relevance number(2), score number(1)

-- total
SELECT (SELECT count(*) FROM decision) + (SELECT count(*) FROM memory WHERE kind <> 'document' AND title IS NOT NULL) AS total,
       max((SELECT count(*) FROM decision) + (SELECT count(*) FROM memory WHERE kind <> 'document' AND title IS NOT NULL) - 200, 0) AS more,
       (SELECT count(*) FROM memory WHERE kind = 'document' AND title IS NOT NULL) AS documents,
       (SELECT count(*) FROM (SELECT DISTINCT source, repo FROM memory WHERE kind = 'document' AND title IS NOT NULL)) AS repos,
       (SELECT count(*) FROM issue WHERE state = 'closed') AS closed
 WHERE EXISTS (SELECT 1 FROM decision) OR EXISTS (SELECT 1 FROM context) OR EXISTS (SELECT 1 FROM memory WHERE kind <> 'document' AND title IS NOT NULL);

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
SELECT title, iif(memory_kind = 'pull', 'pull request', memory_kind) AS kind, day, status, url, path, words, score, relevance,
       (SELECT s.demo FROM source s WHERE s.name = memory_source) AS demo
  FROM context WHERE kind = :item AND source = :source AND key = :key ORDER BY place;

-- The 200 latest; of the site's own, and of sources.
-- records
SELECT m.*, s.demo, page.path AS page
  FROM (SELECT 'decision' AS kind, NULL AS source, key, NULL AS repo, NULL AS about, NULL AS number, title, status, day, NULL AS url, path AS record, NULL AS excerpt
          FROM decision
         UNION ALL
        SELECT kind, source, key, repo, about, number, title, status, date(created_at), url, NULL,
               iif(object IS NULL, substr(text, 1, 300) || iif(length(text) > 300, '…', ''), NULL)
          FROM memory WHERE kind <> 'document' AND title IS NOT NULL) m
  LEFT JOIN source s ON s.name = m.source
  LEFT JOIN page ON page.source = m.source AND page.repo = m.repo
 ORDER BY m.day DESC NULLS LAST, s.position NULLS FIRST, m.key LIMIT 200;

-- Beside which of tonight's items it stands.
-- records.beside
SELECT t.title, t.url
  FROM context c JOIN item t ON t.kind = c.kind AND t.source = c.source AND t.key = c.key
 WHERE c.memory_source IS :source AND c.memory_key = :key AND c.memory_kind NOT IN ('issue', 'pull')
 ORDER BY c.kind, c.source, c.key;
