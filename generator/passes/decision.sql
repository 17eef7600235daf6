-- The records of decisions among the site's own pages: content/decisions/NAME.md.
-- The title is the first heading. The day is the one that the name begins with
-- ("2026-03-01-some-name"), or that of a line "Date: 2026-03-01" near the beginning. What became
-- of it a line "Status: accepted" says, or the first words below a heading "Status". What is
-- called README, index or template is no record.

-- rows decision
WITH record AS MATERIALIZED (
  SELECT name, substr(name, 9) AS key, summary, substr(documentation, 1, 4000) AS text,
         substr(replace(name, rtrim(name, replace(name, '/', '')), ''), 1, 10) AS prefix
    FROM declaration
   WHERE kind = 'page' AND name GLOB 'content/decisions/*'
     AND lower(replace(name, rtrim(name, replace(name, '/', '')), '')) NOT IN ('readme', 'index', 'template')
), line AS MATERIALIZED (
  SELECT r.name, l.key AS nth, trim(l.value, ' *-#' || char(9)) AS text, l.value GLOB '#*' AS heading
    FROM record r, json_each(lines_json(r.text)) l
), said AS MATERIALIZED (
  SELECT name, nth, substr(trim(substr(text, 6), ' *'), 1, 10) AS day, NULL AS status FROM line WHERE lower(text) GLOB 'date:*'
  UNION ALL
  SELECT name, nth, NULL, trim(substr(text, 8), ' *') FROM line WHERE lower(text) GLOB 'status:*'
  UNION ALL
  SELECT h.name, h.nth, NULL, (SELECT n.text FROM line n WHERE n.name = h.name AND n.nth > h.nth AND n.text <> '' ORDER BY n.nth LIMIT 1)
    FROM line h WHERE h.heading AND lower(h.text) = 'status'
)
SELECT key, slug(key) AS path, summary AS title,
       coalesce(iif(prefix GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]', date(prefix), NULL),
                (SELECT date(day) FROM said s WHERE s.name = r.name AND s.day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' ORDER BY nth LIMIT 1)) AS day,
       (SELECT substr(status, 1, 256) FROM said s WHERE s.name = r.name AND s.status <> '' ORDER BY nth LIMIT 1) AS status
  FROM record r;
