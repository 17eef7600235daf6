-- What is heard of rows that came, changed or went; see change.h.

-- The columns of the tables that pages can read, in the order of the tables' names. Not of
-- interest is what the program notes for itself. "place": 1 names the source, 2 the repository.
-- columns
WITH own (name) AS (
  VALUES ('generation'), ('change'), ('analysis'), ('rendering'), ('file'), ('output'), ('markdown'), ('answer')
), "table" AS MATERIALIZED (
  SELECT name, ',' || (SELECT group_concat("from") FROM pragma_foreign_key_list(name)) || ',' AS referring
    FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT IN own
   ORDER BY name
)
SELECT t.name AS "table", c.name, c.cid,
       c.pk OR c.name IN ('zone', 'active', 'edition') OR coalesce(instr(t.referring, ',' || c.name || ','), 0) AS identifies,
       CASE c.name WHEN 'source' THEN 1 WHEN iif(t.name = 'repo', 'key', 'repo') THEN 2 END AS place
  FROM "table" t CROSS JOIN pragma_table_xinfo(t.name) c
 WHERE c.hidden <> 2
 ORDER BY t.name, c.cid;

-- note
INSERT INTO change SELECT :what, :source, :repo, value FROM generation WHERE true
ON CONFLICT DO UPDATE SET generation = excluded.generation WHERE generation <> excluded.generation;

-- Triggers on the columns that are computed when they are read.
-- triggers
SELECT printf('CREATE TRIGGER "%w_%w_changed" AFTER UPDATE ON "%w" WHEN old."%w" IS NOT new."%w" BEGIN '
              || 'INSERT INTO change SELECT %Q, new.source, coalesce(new.repo, ''''), value FROM generation WHERE true '
              || 'ON CONFLICT DO UPDATE SET generation = excluded.generation WHERE generation <> excluded.generation; END',
              t.name, c.name, t.name, c.name, c.name, t.name || '.' || c.name)
  FROM pragma_table_list t, pragma_table_xinfo(t.name) c
 WHERE t.schema = 'main' AND t.type = 'table' AND c.hidden = 2;

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

-- Every page is read again, and every pass computed.
-- distrust_pages
DELETE FROM rendering;

-- distrust_passes
DELETE FROM analysis;

-- Notes that every page and every pass has heard of.
-- forget
DELETE FROM change
 WHERE generation <= (SELECT min(generation) FROM (SELECT generation FROM rendering UNION ALL SELECT generation FROM analysis));

-- next_generation
UPDATE generation SET value = value + 1;
