-- Makes the triggers that note in "change" which tables' rows came and went and which columns
-- changed, and of which repository. A page is read from the snapshot again only if something
-- that it reads did.

-- Notes kept by the program itself, and what no page can read, are left out. Whether a row is
-- shown at all may depend on its identity: what it belongs to, its zone. That is noted as if
-- it had gone and come.
-- triggers
WITH own (name) AS (
  VALUES ('generation'), ('change'), ('rendering'), ('file'), ('output'), ('markdown'), ('answer')
), "table" AS (
  SELECT name FROM pragma_table_list
   WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT IN own
), "column" AS (
  SELECT t.name AS "table", c.name,
         c.pk OR c.name IN ('zone', 'active', 'edition')
              OR c.name IN (SELECT "from" FROM pragma_foreign_key_list(t.name)) AS identifies
    FROM "table" t JOIN pragma_table_xinfo(t.name) c
), place AS (                        -- which columns name the repository
  SELECT t.name AS "table", iif(t.name = 'repo', 'key', 'repo') AS repo,
         t.name = 'repo' OR EXISTS (SELECT 1 FROM "column" c WHERE c."table" = t.name AND c.name = 'repo') AS is_placed
    FROM "table" t
), event (name, clause, side) AS (
  VALUES ('inserted', 'INSERT', 'new'), ('deleted', 'DELETE', 'old'), ('updated', 'UPDATE', 'new'), ('updated', 'UPDATE', 'old')
), noted AS (                        -- where the row moved, both where it was and where it is
  SELECT c."table", e.name, e.clause, e.side,
         iif(c.identifies, c."table", c."table" || '.' || c.name) AS note,
         iif(e.clause = 'UPDATE', group_concat(printf('old."%w" IS NOT new."%w"', c.name, c.name), ' OR '), '1') AS differs
    FROM "column" c, event e
   WHERE (e.clause <> 'UPDATE' OR c."table" NOT LIKE '%\_was' ESCAPE '\')
     AND ((e.clause, e.side) = ('UPDATE', 'new') OR (c.identifies AND (e.clause <> 'UPDATE' OR c."table" IN (SELECT "table" FROM place WHERE is_placed))))
   GROUP BY c."table", e.name, e.side, note
), statement AS (
  SELECT n."table", n.name, n.clause,
         printf('INSERT INTO change SELECT column1, %s, %s, value FROM (VALUES %s) JOIN generation WHERE column2 '
                || 'ON CONFLICT DO UPDATE SET generation = excluded.generation WHERE generation <> excluded.generation; ',
                iif(p.is_placed, printf('coalesce(%s.source, '''')', n.side), ''''''),
                iif(p.is_placed, printf('coalesce(%s.%s, '''')', n.side, p.repo), ''''''),
                group_concat(printf('(%Q, %s)', n.note, n.differs), ', ')) AS text
    FROM noted n JOIN place p ON p."table" = n."table"
   GROUP BY n."table", n.name, n.side
)
SELECT printf('CREATE TRIGGER "%w_%w" AFTER %s ON "%w" BEGIN %s END', "table", name, clause, "table", group_concat(text, ''))
  FROM statement GROUP BY "table", name;

-- What belongs to a row goes with it, also where a tool does not look at foreign keys: what a
-- reader finds without looking for its parent has one.
-- cascades
WITH child AS (
  SELECT f."table" AS parent, t.name AS "table", f.id,
         group_concat(printf('"%w" = old."%w"', f."from", f."to"), ' AND ') AS same
    FROM pragma_table_list t, pragma_foreign_key_list(t.name) f
   WHERE t.schema = 'main' AND t.type = 'table' AND f.on_delete = 'CASCADE'
   GROUP BY t.name, f.id
)
SELECT printf('CREATE TRIGGER "%w_cascaded" AFTER DELETE ON "%w" BEGIN %s END', parent, parent,
              group_concat(printf('DELETE FROM "%w" WHERE %s; ', "table", same), ''))
  FROM child GROUP BY parent;

-- old_triggers
SELECT printf('DROP TRIGGER "%w"', name) FROM sqlite_schema WHERE type = 'trigger';

-- Notes that every page has heard of.
-- forget
DELETE FROM change WHERE generation <= (SELECT min(generation) FROM rendering);

-- next_generation
UPDATE generation SET value = value + 1;
