-- Makes the triggers that note in "change" which tables' rows changed, and of which
-- repository. A page is read from the snapshot again only if something that it reads did.

-- Notes kept by the program itself, and what no page can read, are left out. What a new night
-- changes in nearly every row, and few pages ask, is noted by its own name.
-- triggers
WITH own (name) AS (
  VALUES ('generation'), ('change'), ('rendering'), ('file'), ('output'), ('markdown'), ('answer')
), restless ("table", "column") AS (
  VALUES ('priority', 'rank'), ('edition', 'run'), ('edition', 'analysed_at'), ('scope', 'asked_at'),
         ('scope', 'loaded_at'), ('scope', 'cursor'), ('scope', 'validator'), ('scope', 'full_at')
), "table" AS (
  SELECT name FROM pragma_table_list
   WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT IN own
), "column" AS (
  SELECT t.name AS "table", c.name, (t.name, c.name) IN restless AS is_restless
    FROM "table" t JOIN pragma_table_xinfo(t.name) c
), place AS (                        -- which columns name the repository
  SELECT t.name AS "table", iif(t.name = 'repo', 'key', 'repo') AS repo,
         t.name = 'repo' OR EXISTS (SELECT 1 FROM "column" c WHERE c."table" = t.name AND c.name = 'repo') AS is_placed
    FROM "table" t
), event (name, clause, old, new) AS (
  VALUES ('inserted', 'INSERT', 0, 1), ('deleted', 'DELETE', 1, 0), ('updated', 'UPDATE', 1, 1)
), noted AS (
  SELECT p."table", p."table" AS note, e.name, e.clause, e.old, e.new, p.repo, p.is_placed,
         (SELECT group_concat(printf('old."%w" IS NOT new."%w"', c.name, c.name), ' OR ')
            FROM "column" c WHERE c."table" = p."table" AND NOT c.is_restless) AS differs
    FROM place p, event e
  UNION ALL
  SELECT p."table", p."table" || '.' || r."column", r."column", 'UPDATE OF "' || r."column" || '"', 0, 1, p.repo, p.is_placed,
         printf('old."%w" IS NOT new."%w"', r."column", r."column")
    FROM restless r JOIN place p ON p."table" = r."table"
), statement AS (
  SELECT n.*, s.value AS side,
         printf('INSERT INTO change VALUES (%Q, %s, %s, (SELECT value FROM generation)) '
                || 'ON CONFLICT DO UPDATE SET generation = excluded.generation WHERE generation <> excluded.generation; ',
                n.note, iif(n.is_placed, s.value || '.source', ''''''),
                iif(n.is_placed, printf('coalesce(%s.%s, '''')', s.value, n.repo), '''''')) AS text
    FROM noted n, json_each(json_array(iif(n.old, 'old', NULL), iif(n.new, 'new', NULL))) s
   WHERE s.value IS NOT NULL AND (n.is_placed OR NOT (n.old AND n.new) OR s.value = 'new')
)
SELECT printf('CREATE TRIGGER "%w_%w" AFTER %s ON "%w" %sBEGIN %sEND', "table", name, clause, "table",
              iif(clause LIKE 'UPDATE%', printf('WHEN %s ', differs), ''), group_concat(text, ''))
  FROM statement GROUP BY "table", name;

-- old_triggers
SELECT printf('DROP TRIGGER "%w"', name) FROM sqlite_schema WHERE type = 'trigger';

-- next_generation
UPDATE generation SET value = value + 1;
