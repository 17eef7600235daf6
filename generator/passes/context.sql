-- What is remembered beside each item of tonight: decisions, conversations, notes and reports
-- (the table memory, and the site's own pages in content/decisions), documents of repositories,
-- issues and pull requests that were closed, and what the desks of former days listed.
-- The words of the item's title are looked for in the titles of all these and at the beginning
-- of their texts (4,000 characters). What shares at least two words that tell something, and
-- has relevance enough, is ordered by BM25 (as SQLite's FTS5 computes it), of equal ones the
-- latest first. Relevance is the share of the title's weight that is in the words it has in
-- common with it; a word weighs the more the fewer texts have it, of those that the edition may
-- show. Of several with the same title only the first counts. Left out is what the item's own
-- text links or mentions.
-- A former desk is looked through by the titles of what stood in its lists, its findings and
-- recommendations. Each is one text, on however many days it stood there, and is told of the
-- last of them whose desk the edition may still show. What is open still is no memory; nor is
-- what a desk said of an issue that can be found itself, nor an issue that was a desk.
--
-- setting: relevance (45, 0 to 100): least percentage of a title's weight that both must have
-- setting: most (3, 1 to 10): how much is shown beside an item

-- rows context
WITH today AS MATERIALIZED (
  SELECT date(started_at) AS day FROM run ORDER BY id DESC LIMIT 1
), question AS MATERIALIZED (
  SELECT t.kind, t.source, t.key, t.repo, t.title, i.body || ' ' AS body, row_number() OVER (ORDER BY p.rank) AS nth
    FROM priority p
    JOIN item t ON t.kind = p.kind AND t.source = p.source AND t.key = p.key
    LEFT JOIN issue i ON i.source = t.source AND i.repo = t.repo AND i.number = t.number
   WHERE p.tonight
), asked AS MATERIALIZED (
  SELECT json_group_array(json_array(nth, title)) AS questions FROM (SELECT nth, title FROM question ORDER BY nth) HAVING count(*) > 0
), listed AS MATERIALIZED (          -- on a former day, and no more; the other columns are those of the last
  SELECT e.*, max((SELECT max(d.day) FROM archive_day d WHERE d.day BETWEEN e.since AND e.until AND d.day < t.day AND NOT d.withheld)) AS day
    FROM archive_entry e JOIN today t ON e.since < t.day
   WHERE NOT EXISTS (SELECT 1 FROM item o WHERE o.kind = e.kind AND o.source = e.source AND o.key = e.name)
     AND NOT EXISTS (SELECT 1 FROM issue i WHERE e.kind IN ('issue', 'pull') AND i.source = e.source AND i.repo = e.repo AND i.number = e.number)
     AND NOT (e.kind = 'finding' AND json_array(e.source, e.repo, e.title) IN (SELECT json_array(source, repo, message) FROM finding))
     AND NOT (e.kind = 'recommendation' AND json_array(e.source, e.repo, e.title) IN (SELECT json_array(source, repo, title) FROM recommendation))
   GROUP BY e.kind, e.source, e.name, e.repo, e.title
), document (id, title, text) AS (
  SELECT json_array('memory', source, key), title, substr(text, 1, 4000) FROM memory WHERE title IS NOT NULL
  UNION ALL
  SELECT json_array('issue', source, repo, number), title, substr(body, 1, 4000) FROM issue
   WHERE state = 'closed' AND NOT is_desk(title)
  UNION ALL
  SELECT json_array('decision', d.key), d.title, substr(p.documentation, 1, 4000)
    FROM decision d JOIN declaration p ON p.kind = 'page' AND p.name = 'content/' || d.key
  UNION ALL
  SELECT json_array('desk', key, day), title, NULL FROM listed WHERE day IS NOT NULL
), answer AS MATERIALIZED (
  SELECT a.value ->> 0 AS nth, a.value ->> 1 AS id, a.value ->> 2 AS score, a.value ->> 3 AS relevance, a.value ->> 4 AS words
    FROM (SELECT retrieve(q.questions, d.id, d.title, d.text) AS answers FROM asked q CROSS JOIN document d) r,
         json_each(r.answers) a
   WHERE a.value ->> 3 >= :relevance / 100.0
), remembered AS (
  SELECT a.*, m.kind AS memory_kind, m.source AS memory_source, m.key AS memory_key, m.repo, m.number, m.title,
         date(m.created_at) AS day, m.status, m.url, page.path
    FROM answer a
    JOIN memory m ON m.source = a.id ->> 1 AND m.key = a.id ->> 2
    LEFT JOIN page ON page.source = m.source AND page.repo = m.repo
   WHERE a.id ->> 0 = 'memory'
  UNION ALL
  SELECT a.*, i.kind, i.source, i.repo || '#' || i.number, i.repo, i.number, i.title, date(coalesce(i.closed_at, i.updated_at)),
         CASE WHEN i.merged_at IS NOT NULL THEN 'merged' ELSE coalesce(replace(i.state_reason, '_', ' '), 'closed') END, i.url, page.path
    FROM answer a
    JOIN issue i ON i.source = a.id ->> 1 AND i.repo = a.id ->> 2 AND i.number = a.id ->> 3
    LEFT JOIN page ON page.source = i.source AND page.repo = i.repo
   WHERE a.id ->> 0 = 'issue'
  UNION ALL
  SELECT a.*, 'decision', NULL, d.key, NULL, NULL, d.title, d.day, d.status, NULL, d.path
    FROM answer a JOIN decision d ON d.key = a.id ->> 1
   WHERE a.id ->> 0 = 'decision'
  UNION ALL
  SELECT a.*, 'desk', s.name, l.key, r.key, i.number, l.title, l.day, l.text, NULL, 'archive/' || l.day || '/index'
    FROM answer a
    JOIN listed l ON l.key = a.id ->> 1 AND l.day = a.id ->> 2
    LEFT JOIN source s ON s.name = l.source -- these may be gone
    LEFT JOIN repo r ON r.source = l.source AND r.key = l.repo
    LEFT JOIN issue i ON i.source = l.source AND i.repo = l.repo AND i.number = l.number
   WHERE a.id ->> 0 = 'desk'
), unmentioned AS (
  SELECT q.kind, q.source, q.key, r.*,
         row_number() OVER (PARTITION BY r.nth, r.title ORDER BY r.score DESC, r.day DESC, r.id) AS same
    FROM remembered r JOIN question q ON q.nth = r.nth
   WHERE NOT coalesce(q.body GLOB '*' || replace(replace(replace(r.url, '[', '[[]'), '*', '[*]'), '?', '[?]') || '[^0-9]*', 0)
     AND NOT coalesce(q.repo = r.repo AND r.memory_kind IN ('issue', 'pull') AND q.body GLOB '*#' || r.number || '[^0-9]*', 0)
), placed AS (
  SELECT *, row_number() OVER (PARTITION BY nth ORDER BY score DESC, day DESC, id) AS place FROM unmentioned WHERE same = 1
)
SELECT kind, source, key, place, memory_kind, memory_source, memory_key, repo, number, title, day, status, url, path,
       score, relevance, words
  FROM placed WHERE place <= :most;
