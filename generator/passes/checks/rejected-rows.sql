-- Rows that a source gave and that the snapshot refused.
-- They are missing on every page. What they hold is not shown here; the table reject has it.
--
-- group:     sources
-- severity:  medium
-- remedy:    Look at the rows with tower sql "SELECT * FROM reject"; correct them at the source,
--            or correct the declaration that reads them.

-- finding
WITH refused AS (
  SELECT source, declaration, "table", substr(reason, 1, 200) AS reason, count(*) AS rows
    FROM reject
   GROUP BY 1, 2, 3, 4
), counted AS (
  SELECT *, sum(rows) OVER whole AS total,
         row_number() OVER (whole ORDER BY rows DESC, reason) AS nth
    FROM refused
  WINDOW whole AS (PARTITION BY source, declaration, "table")
)
SELECT source, NULL AS repo, NULL AS number, declaration || ' ' || "table" AS key,
       printf('Rows of %s from %s that were refused: %d.', "table", declaration, total) AS message,
       group_concat(reason || ' (' || rows || ')', '; ') AS evidence
  FROM (SELECT * FROM counted WHERE nth <= 10 ORDER BY source, declaration, "table", nth)
 GROUP BY source, declaration, "table";
