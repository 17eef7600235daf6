-- Makes the texts of a reader's views; :schema is the name that the snapshot is attached under.

-- Asks which tables that others belong to have a row that is hidden by its own columns.
-- hiding_tables
WITH parent AS (
  SELECT DISTINCT f."table" AS name
    FROM pragma_table_list t, pragma_foreign_key_list(t.name, :schema) f
   WHERE t.schema = :schema AND t.type = 'table'
), condition AS (
  SELECT p.name AS "table",
         CASE c.name WHEN 'zone' THEN printf('t.zone IS NOT NULL AND t.zone NOT IN (%s)', (SELECT group_concat(quote(value)) FROM json_each(:zones)))
                     WHEN 'active' THEN 'NOT t.active'
                     ELSE '1' END AS text -- of an edition's rows others are hidden
    FROM parent p JOIN pragma_table_info(p.name, :schema) c
   WHERE c.name IN ('zone', 'active', 'edition')
  UNION ALL
  SELECT p.name, '1' FROM parent p   -- of what has none of these and belongs to nothing, all are
   WHERE NOT EXISTS (SELECT 1 FROM pragma_table_info(p.name, :schema) WHERE name IN ('zone', 'edition'))
     AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(p.name, :schema))
)
SELECT 'SELECT json_group_array(name) FROM ('
       || group_concat(printf('SELECT %Q AS name WHERE EXISTS (SELECT 1 FROM "%w"."%w" t WHERE %s)', "table", :schema, "table", text), ' UNION ALL ')
       || ')'
  FROM condition;

-- Of these, what is not of editions.
-- hiding_facts
SELECT json_group_array(value) FROM json_each(:hiding) t
 WHERE EXISTS (SELECT 1 FROM pragma_table_info(t.value, :schema) WHERE name IN ('zone', 'active'));

-- What belongs to them, directly or not, may be hidden; of the others every row is shown, and
-- what belongs to those need not look there. (That there is such a row, foreign keys and
-- triggers see to; see change.sql.)
-- open_tables
WITH RECURSIVE parent AS (
  SELECT t.name AS "table", f."table" AS parent
    FROM pragma_table_list t, pragma_foreign_key_list(t.name, :schema) f
   WHERE t.schema = :schema AND t.type = 'table'
), hiding (name) AS (
  SELECT value FROM json_each(:hiding)
  UNION
  SELECT p."table" FROM hiding h JOIN parent p ON p.parent = h.name
)
SELECT json_group_array(DISTINCT parent) FROM parent WHERE parent NOT IN (SELECT name FROM hiding);

-- A row is shown if its own zone and all its parents are, and what was only if what is. With
-- :part only the rows of one repository are, and those of its source that are of no repository;
-- who chooses it has seen that it and its source are shown.
-- edition_views
WITH "table" AS (
  SELECT name FROM pragma_table_list
   WHERE schema = :schema AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
), "column" AS (
  SELECT t.name AS "table", c.name, c."notnull" FROM "table" t JOIN pragma_table_info(t.name, :schema) c
), parent AS (
  SELECT t.name AS "table", f."table" AS parent, 1 AS is_certain, -- that there is one
         group_concat(printf('t."%w" IS NULL', f."from"), ' OR ') AS absent,
         group_concat(printf('p."%w" = t."%w"', f."to", f."from"), ' AND ') AS same
    FROM "table" t JOIN pragma_foreign_key_list(t.name, :schema) f
   GROUP BY t.name, f.id
  UNION ALL                          -- what may lack its parent: row history, points, events, standings and waivers
  SELECT w.name, t.name, 0, '0', (SELECT group_concat(printf('p."%w" = t."%w"', name, name), ' AND ') FROM pragma_table_info(t.name, :schema) WHERE pk)
    FROM "table" t JOIN "table" w ON w.name = t.name || '_was'
  UNION ALL
  VALUES ('point', 'source', 0, 't.source = ''''', 'p.name = t.source'),
         ('point', 'repo', 0, 't.repo = ''''', 'p.source = t.source AND p.key = t.repo'),
         ('waiver', 'source', 0, '0', 'p.name = t.source'),
         ('waiver', 'repo', 0, 't.repo IS NULL', 'p.source = t.source AND p.key = t.repo'),
         ('waiver', 'issue', 0, 't.number IS NULL', 'p.source = t.source AND p.repo = t.repo AND p.number = t.number'),
         ('finding_event', 'source', 0, '0', 'p.name = t.source'),
         ('finding_event', 'repo', 0, 't.repo IS NULL', 'p.source = t.source AND p.key = t.repo'),
         ('finding_event', 'issue', 0, 't.number IS NULL', 'p.source = t.source AND p.repo = t.repo AND p.number = t.number'),
         ('standing', 'source', 0, '0', 'p.name = t.source'),
         ('standing', 'repo', 0, 't.repo IS NULL', 'p.source = t.source AND p.key = t.repo'),
         ('standing', 'issue', 0, 't.number IS NULL', 'p.source = t.source AND p.repo = t.repo AND p.number = t.number'),
         ('standing', 'archive_day', 0, 't.rank IS NULL', 'p.day = t.day AND NOT p.withheld'), -- what a desk said is told while it is
         ('episode', 'archive_day', 0, 't.day IS NULL', 'p.day = t.day AND NOT p.withheld'),
         ('context', 'archive_day', 0, 't.memory_kind <> ''desk''', 'p.day = t.day AND NOT p.withheld'),
         ('archive_entry', 'archive_day', 0, '0', 'p.day BETWEEN t.since AND t.until AND NOT p.withheld')
), placed AS (                      -- tables whose rows are of a repository, and the column that names it
  SELECT r."table", iif(r."table" = 'repo', 'key', 'repo') AS repo, r."notnull" OR r."table" = 'repo' AS always
    FROM "column" r JOIN "column" s ON s."table" = r."table" AND s.name = 'source'
   WHERE :part AND r.name = iif(r."table" = 'repo', 'key', 'repo')
), condition AS (
  SELECT "table", printf('(t.zone IS NULL OR t.zone IN (%s))',
                         (SELECT group_concat(quote(value)) FROM json_each(:zones))) AS text
    FROM "column" WHERE name = 'zone' AND "table" NOT IN (SELECT value FROM json_each(:open))
  UNION ALL
  SELECT t.value, printf('t."%w" IS NOT x''''', c.name) -- true; a view that reads no column is taken for the table itself
    FROM json_each(:open) t JOIN pragma_table_info(t.value, :schema) c
   WHERE NOT (c.type = 'INTEGER' AND c.pk) GROUP BY t.value HAVING min(c.cid) IS NOT NULL
  UNION ALL
  SELECT "table", printf('t.edition = %Q', :edition) FROM "column" WHERE name = 'edition'
  UNION ALL
  SELECT name, '0' FROM "table" WHERE name IN ('archive', 'archive_subject') -- what these hold may be hidden by now
  UNION ALL
  SELECT "table", 't.active' FROM "column" WHERE name = 'active'
  UNION ALL
  SELECT "table", iif(is_certain AND parent IN (SELECT value FROM json_each(:open)), '1',
                      printf('(%s OR EXISTS (SELECT 1 FROM temp."%w" AS p WHERE %s))', absent, parent, same))
    FROM parent WHERE parent NOT IN ('repo', 'source') OR "table" NOT IN (SELECT "table" FROM placed)
  UNION ALL
  SELECT "table", printf('t.source = this_source() AND (t.%s = this_repo()%s)', repo, iif(always, '', ' OR t.repo IS NULL'))
    FROM placed
)
SELECT printf('CREATE TEMP VIEW "%w" AS SELECT t.* FROM "%w"."%w" AS t WHERE %s',
              t.name, :schema, t.name,
              coalesce((SELECT group_concat(text, ' AND ') FROM condition WHERE "table" = t.name), '0'))
  FROM "table" t;

-- A row is shown if it is the source's.
-- source_views
WITH "table" AS (
  SELECT name FROM pragma_table_list
   WHERE schema = :schema AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
)
SELECT printf('CREATE TEMP VIEW "%w" AS SELECT t.* FROM "%w"."%w" AS t WHERE %s',
              t.name, :schema, t.name,
              CASE WHEN t.name = 'scope' AND :afresh THEN '0'
                   WHEN t.name = 'scope'
                   THEN printf('t.source = %Q AND (t.full_at IS NULL OR t.full_at > %Q)', :source, :full_before)
                   WHEN t.name = 'source' THEN printf('t.name = %Q', :source)
                   WHEN EXISTS (SELECT 1 FROM pragma_table_info(t.name, :schema) WHERE name = 'source')
                   THEN printf('t.source = %Q', :source)
                   ELSE '0' END)
  FROM "table" t;

-- create_settings
CREATE TEMP TABLE setting (key TEXT, value TEXT, position INTEGER);

-- add_setting
INSERT INTO setting VALUES (:key, :value, :position);
