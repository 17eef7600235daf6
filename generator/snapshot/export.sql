-- What of a snapshot is exported, and read in again.

-- The tables that are, each with the statement that reads its rows: the month first, empty
-- where the table has no date of its own, then the columns. What is computed from the rest
-- whenever it is missing stays behind.
-- tables
WITH remade (name) AS (
  VALUES ('markdown'), ('generation'), ('change'), ('analysis'), ('rendering'), ('file'), ('output')
), "table" AS (
  SELECT name FROM pragma_table_list
   WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT IN remade
), "column" AS (
  SELECT t.name AS "table", c.name, c.type, c.pk, c.cid, c."notnull" FROM "table" t JOIN pragma_table_info(t.name) c
), usual (name, place) AS (
  VALUES ('day', 1), ('at', 2), ('started_at', 3), ('created_at', 4)
), date AS (                         -- where a row has it always, and keeps it
  SELECT "table", CASE WHEN "table" = 'request' OR "table" LIKE '%\_was' ESCAPE '\'
                       THEN '(SELECT started_at FROM run WHERE id = t.run)' ELSE printf('t."%w"', name) END AS expression
    FROM (SELECT c."table", c.name, row_number() OVER (PARTITION BY c."table" ORDER BY u.place) AS nth
            FROM "column" c LEFT JOIN usual u ON u.name = c.name
           WHERE CASE WHEN c."table" = 'request' OR c."table" LIKE '%\_was' ESCAPE '\'
                      THEN c.name = 'run' ELSE u.name IS NOT NULL AND c."notnull" AND c.type = 'TEXT' END)
   WHERE nth = 1
)
SELECT t.name,
       printf('SELECT %s, %s FROM main."%w" AS t ORDER BY 1, %s',
              coalesce((SELECT printf('iif(substr(%s, 1, 7) GLOB ''[0-9][0-9][0-9][0-9]-[0-9][0-9]'', substr(%s, 1, 7), ''other'')', expression, expression)
                          FROM date d WHERE d."table" = t.name), ''''''),
              (SELECT group_concat(printf('t."%w"', name), ', ') FROM "column" c WHERE c."table" = t.name),
              t.name,
              coalesce((SELECT group_concat(printf('t."%w"', name), ', ') FROM (SELECT name FROM "column" c WHERE c."table" = t.name AND pk ORDER BY pk)),
                       (SELECT group_concat(printf('t."%w"', name), ', ') FROM "column" c WHERE c."table" = t.name)))
  FROM "table" t ORDER BY t.name;

-- The columns of a table that is exported, and their types.
-- columns
SELECT name, type FROM pragma_table_info(:table) ORDER BY cid;

-- insert
SELECT printf('INSERT INTO main."%w" (%s) VALUES (%s)', :table,
              group_concat(printf('"%w"', name), ', '), group_concat('?', ', '))
  FROM pragma_table_info(:table);

-- references
PRAGMA foreign_key_check;
