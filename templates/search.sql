-- A search over everything that is on the site. What it searches is the page search-index.
--
-- path: search
-- title: Search
-- types: found number, shown number

-- How much there is to find, and how much of it the index has (see search-index.sql).
-- total
WITH total AS (
  SELECT (SELECT count(*) FROM page) + (SELECT count(*) FROM finding) +
         (SELECT count(*) FROM issue WHERE state = 'open') +
         (SELECT count(*) FROM declaration WHERE kind = 'check' OR (kind = 'page' AND name LIKE 'content/%')) +
         (SELECT count(*) FROM source) + (SELECT count(*) FROM recommendation) +
         (SELECT count(*) FROM ticket WHERE state <> 'closed') + (SELECT count(*) FROM incident WHERE state = 'open') +
         (SELECT count(*) FROM target) + (SELECT count(*) FROM job) + (SELECT count(*) FROM idea) AS found
)
SELECT found, iif(found > 20000, 20000, NULL) AS shown FROM total;
