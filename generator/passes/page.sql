-- Where every repository's own page is: below repo/ and the source, called as its key is.
-- Each part of the key becomes a path segment of its own. A folder's name has no dot, so that
-- no folder is called as another page's file is ("a.html/b"). Where two paths are equal but
-- for letter case, which some file systems ignore, the later one gets a number; a slug never
-- ends in a dash, so that one more dash sets the number apart from a key that ends the same.

-- rows page
WITH segment AS (                    -- json_quote() never writes a slash of its own
  SELECT r.source, r.key, s.key AS place, slug(s.value) AS slug,
         s.key = count(*) OVER (PARTITION BY r.source, r.key) - 1 AS is_last
    FROM repo r, json_each('[' || replace(json_quote(r.key), '/', '","') || ']') s
), plain AS (
  SELECT source, key,
         group_concat('/' || iif(is_last, slug, replace(slug, '.', '-')), '') AS path
    FROM (SELECT * FROM segment ORDER BY source, key, place)
   GROUP BY source, key
), base AS MATERIALIZED (
  SELECT source, key, 'repo/' || replace(slug(source), '.', '-') || path AS path FROM plain
), counted AS (
  SELECT source, key, path,
         row_number() OVER (PARTITION BY lower(path) ORDER BY source, key) AS nth
    FROM base
), numbered AS (
  SELECT source, key, path || iif(nth > 1, '-' || nth, '') AS path, nth > 1 AS is_numbered FROM counted
)
SELECT source, key AS repo,
       path || iif(is_numbered AND lower(path) IN (SELECT lower(path) FROM base), '-', '') AS path
  FROM numbered;
