-- Makes the texts of a reader's views; :schema is the name that the snapshot is attached under.

-- Asks which tables without parents have no row that is hidden: what belongs to them need not
-- look there for every row.
-- open_tables
WITH "table" AS (
  SELECT name FROM pragma_table_list
   WHERE schema = :schema AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
), condition AS (
  SELECT t.name AS "table",
         iif(c.name = 'zone', printf('coalesce(t.zone IN (%s), 1)', (SELECT group_concat(quote(value)) FROM json_each(:zones))), 't.active') AS text
    FROM "table" t JOIN pragma_table_info(t.name, :schema) c
   WHERE c.name IN ('zone', 'active')
     AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name, :schema))
     AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name, :schema) e WHERE e.name = 'edition')
)
SELECT 'SELECT json_group_array(name) FROM (' || group_concat(text, ' UNION ALL ') || ')'
  FROM (SELECT printf('SELECT %Q AS name WHERE NOT EXISTS (SELECT 1 FROM "%w"."%w" t WHERE NOT (%s))',
                      "table", :schema, "table", group_concat(text, ' AND ')) AS text
          FROM condition GROUP BY "table");

-- A row is shown if its own zone and all its parents are. With :part only the rows of one
-- repository are, and those of its source that are of no repository; who chooses it has seen
-- that it and its source are shown.
-- edition_views
WITH "table" AS (
  SELECT name FROM pragma_table_list
   WHERE schema = :schema AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
), "column" AS (
  SELECT t.name AS "table", c.name, c."notnull" FROM "table" t JOIN pragma_table_info(t.name, :schema) c
), parent AS (
  SELECT t.name AS "table", f."table" AS parent,
         group_concat(printf('t."%w" IS NULL', f."from"), ' OR ') AS absent,
         group_concat(printf('p."%w" = t."%w"', f."to", f."from"), ' AND ') AS same
    FROM "table" t JOIN pragma_foreign_key_list(t.name, :schema) f
   GROUP BY t.name, f.id
), placed AS (                      -- tables whose rows are of a repository, and the column that names it
  SELECT r."table", iif(r."table" = 'repo', 'key', 'repo') AS repo, r."notnull" OR r."table" = 'repo' AS always
    FROM "column" r JOIN "column" s ON s."table" = r."table" AND s.name = 'source'
   WHERE :part AND r.name = iif(r."table" = 'repo', 'key', 'repo')
), condition AS (
  SELECT "table", printf('(t.zone IS NULL OR t.zone IN (%s))',
                         (SELECT group_concat(quote(value)) FROM json_each(:zones))) AS text
    FROM "column" WHERE name = 'zone'
  UNION ALL
  SELECT "table", printf('t.edition = %Q', :edition) FROM "column" WHERE name = 'edition'
  UNION ALL
  SELECT "table", 't.active' FROM "column" WHERE name = 'active'
  UNION ALL
  SELECT "table", iif(parent IN (SELECT value FROM json_each(:open)), '1',
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
