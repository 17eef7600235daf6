-- What repositories say of themselves and of what was decided: records of decisions, the README,
-- other Markdown at the top and below docs. The first 4,000 characters of each are kept, which
-- is what is looked through. The title is the first heading, or the file's name. The day is that
-- of a line "Date: 2026-03-01" near the beginning, or the one that the name begins with. What
-- became of a decision a line "Status: accepted" says, or the first words below a heading "Status".
--
-- answer: array
-- output: objects

-- All of a repository at once, and only when one of them changed.
-- ask
SELECT r.key AS repo, r.folder, named_uuid(group_concat(m.key || ' ' || m.object, char(10))) AS validator,
       iif(count(m.key) = 0, 'the repository has no such document', NULL) AS absent,
       json_array('cat-file', '--batch') AS args,
       group_concat(m.object || char(10), '') AS input,
       json_group_array(m.key) AS documents
  FROM repo r LEFT JOIN (SELECT * FROM memory WHERE object IS NOT NULL ORDER BY repo, key) m ON m.repo = r.key
 GROUP BY r.key
 ORDER BY r.key;

-- rows memory window
WITH file AS MATERIALIZED (
  SELECT d.value AS key, replace(d.value, rtrim(d.value, replace(replace(d.value, '/', ''), ':', '')), '') AS name,
         ltrim(b.value, char(65279)) AS text
    FROM json_each(:documents) d JOIN json_each(:body) b ON b.key = d.key
   WHERE b.value IS NOT NULL
), line AS MATERIALIZED (
  SELECT f.key, l.key AS nth, trim(l.value, ' *-#' || char(9)) AS text, l.value GLOB '#*' AS heading, l.value GLOB '# *' AS first
    FROM file f, json_each(lines_json(substr(f.text, 1, 4000))) l
), said AS MATERIALIZED (
  SELECT key, nth, substr(trim(substr(text, 6), ' *'), 1, 10) AS day, NULL AS status FROM line WHERE lower(text) GLOB 'date:*'
  UNION ALL
  SELECT key, nth, NULL, trim(substr(text, 8), ' *') FROM line WHERE lower(text) GLOB 'status:*'
  UNION ALL
  SELECT h.key, h.nth, NULL, (SELECT n.text FROM line n WHERE n.key = h.key AND n.nth > h.nth AND n.text <> '' ORDER BY n.nth LIMIT 1)
    FROM line h WHERE h.heading AND lower(h.text) = 'status'
), dated AS (
  SELECT f.*, coalesce((SELECT date(day) FROM said s WHERE s.key = f.key AND s.day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' ORDER BY nth LIMIT 1),
                       iif(name GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*', date(substr(name, 1, 10)), NULL)) AS day
    FROM file f
)
SELECT key, substr(coalesce((SELECT l.text FROM line l LEFT JOIN line n ON n.key = l.key AND n.nth = l.nth + 1
                          WHERE l.key = d.key AND l.text <> '' AND (l.first OR n.text GLOB '==*') ORDER BY l.nth LIMIT 1), name), 1, 1024) AS title,
       substr(text, 1, 4000) AS text,
       (SELECT substr(status, 1, 256) FROM said s WHERE s.key = d.key AND s.status <> '' ORDER BY nth LIMIT 1) AS status,
       day || 'T00:00:00Z' AS created_at
  FROM dated d;
