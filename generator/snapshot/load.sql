-- Makes the statements that load rows into :table, from the schema itself. :columns is a JSON
-- array of the columns that are given, :stage the temporary table that holds them.

-- columns
SELECT name, pk > 0 AS key, "notnull" AND dflt_value IS NULL AS needed FROM pragma_table_info(:table);

-- The same types, so that values mean the same: an index of other ones would be of no use
-- for comparing the two.
-- create_stage
SELECT printf('CREATE TEMP TABLE "%w" (%s)', :stage,
              group_concat(printf('"%w" %s', value, (SELECT type FROM pragma_table_info(:table) WHERE name = value)), ', '))
  FROM json_each(:columns);

-- index_stage
SELECT printf('CREATE INDEX temp."%w_key" ON "%w" (%s)', :stage, :stage,
              group_concat(printf('"%w"', name), ', '))
  FROM pragma_table_info(:table) WHERE pk > 0;

-- empty_stage
SELECT printf('DELETE FROM temp."%w" WHERE rowid BETWEEN :first AND :last', :stage);

-- drop_stage
SELECT printf('DROP TABLE temp."%w"', :stage);

-- add
SELECT printf('INSERT INTO temp."%w" (%s, rowid) VALUES (%s, :place)', :stage,
              group_concat(printf('"%w"', value), ', '), group_concat(printf('?%d', key + 1), ', '))
  FROM json_each(:columns);

-- staged
SELECT printf('SELECT %s FROM temp."%w" WHERE rowid BETWEEN :first AND :last ORDER BY rowid',
              group_concat(printf('"%w"', value), ', '), :stage)
  FROM json_each(:columns);

-- row_json
SELECT printf('SELECT json_object(%s) FROM (SELECT %s)',
              group_concat(printf('%Q, value_%d', value, key), ', '),
              group_concat(printf('?%d AS value_%d', key + 1, key), ', '))
  FROM json_each(:columns);

-- key_json
SELECT printf('SELECT json_array(%s)', group_concat(printf('?%d', key + 1), ', '))
  FROM json_each(:columns)
 WHERE value IN (SELECT name FROM pragma_table_info(:table) WHERE pk > 0);

-- What was refused before is judged anew where the same row has come again.
-- supersede
SELECT printf('DELETE FROM reject AS r WHERE r.source = :source AND r.declaration = :declaration
                  AND r.scope = :scope AND r."table" = %Q
                  AND EXISTS (SELECT 1 FROM temp."%w" AS s
                               WHERE s.rowid BETWEEN :first AND :last AND json_array(%s) = r.key)',
              :table, :stage, group_concat(printf('s."%w"', value), ', '))
  FROM json_each(:columns)
 WHERE value IN (SELECT name FROM pragma_table_info(:table) WHERE pk > 0);

-- exists
SELECT printf('SELECT 1 FROM "%w" WHERE %s', :table, group_concat(printf('"%w" = ?%d', value, key + 1), ' AND '))
  FROM json_each(:columns)
 WHERE value IN (SELECT name FROM pragma_table_info(:table) WHERE pk > 0);

-- insert
SELECT printf('INSERT INTO "%w" (%s) VALUES (%s)', :table,
              group_concat(printf('"%w"', value), ', '), group_concat(printf('?%d', key + 1), ', '))
  FROM json_each(:columns);

-- A table whose every column belongs to its key has nothing to update.
-- update
WITH given AS (
  SELECT value AS name, key + 1 AS number,
         value IN (SELECT name FROM pragma_table_info(:table) WHERE pk > 0) AS is_key
    FROM json_each(:columns)
)
SELECT printf('UPDATE "%w" SET %s WHERE %s AND (%s)', :table,
              (SELECT group_concat(printf('"%w" = ?%d', name, number), ', ') FROM given WHERE NOT is_key),
              (SELECT group_concat(printf('"%w" = ?%d', name, number), ' AND ') FROM given WHERE is_key),
              (SELECT group_concat(printf('"%w" IS NOT ?%d', name, number), ' OR ') FROM given WHERE NOT is_key))
 WHERE EXISTS (SELECT 1 FROM given WHERE NOT is_key);

-- A row as it is to be, whether it is there or not. What is as it was is not touched.
-- upsert
WITH given AS (
  SELECT value AS name, key + 1 AS number,
         value IN (SELECT name FROM pragma_table_info(:table) WHERE pk > 0) AS is_key
    FROM json_each(:columns)
)
SELECT printf('INSERT INTO "%w" (%s) VALUES (%s) ON CONFLICT (%s) DO %s', :table,
              (SELECT group_concat(printf('"%w"', name), ', ') FROM given),
              (SELECT group_concat(printf('?%d', number), ', ') FROM given),
              (SELECT group_concat(printf('"%w"', name), ', ') FROM given WHERE is_key),
              coalesce((SELECT 'UPDATE SET ' || group_concat(printf('"%w" = excluded."%w"', name, name), ', ')
                               || ' WHERE ' || group_concat(printf('"%w" IS NOT excluded."%w"', name, name), ' OR ')
                          FROM given WHERE NOT is_key HAVING count(*)), 'NOTHING'));

-- Keys alone, each once.
-- create_keys
SELECT printf('CREATE TEMP TABLE "%w" (%s, PRIMARY KEY (%s)) WITHOUT ROWID', :stage,
              group_concat(printf('"%w" %s', name, type), ', '), group_concat(printf('"%w"', name), ', '))
  FROM pragma_table_info(:table) WHERE pk > 0;

-- add_key
SELECT printf('INSERT OR IGNORE INTO temp."%w" (%s) VALUES (%s)', :stage,
              group_concat(printf('"%w"', value), ', '), group_concat(printf('?%d', key + 1), ', '))
  FROM json_each(:columns)
 WHERE value IN (SELECT name FROM pragma_table_info(:table) WHERE pk > 0);

-- remove_others
SELECT printf('DELETE FROM "%w" AS t WHERE %s AND NOT EXISTS (SELECT 1 FROM temp."%w" AS s WHERE %s)', :table,
              (SELECT group_concat(printf('t."%w" = %Q', key, value), ' AND ') FROM json_each(:fixed)
                WHERE key IN (SELECT name FROM pragma_table_info(:table) WHERE pk > 0)),
              :stage,
              (SELECT group_concat(printf('s."%w" = t."%w"', name, name), ' AND ') FROM pragma_table_info(:table) WHERE pk > 0));

-- has_rows
SELECT printf('SELECT EXISTS (SELECT 1 FROM "%w" AS t WHERE %s)', :table, group_concat(printf('t."%w" = %Q', key, value), ' AND '))
  FROM json_each(:fixed) WHERE key IN (SELECT name FROM pragma_table_info(:table) WHERE pk > 0);

-- What a scope holds: :fixed is a JSON object of the fixed columns, :column and :value the
-- scope's own column, or NULL.
-- known
SELECT printf('SELECT count(*) FROM "%w" AS t WHERE %s', :table, group_concat(text, ' AND '))
  FROM (SELECT printf('t."%w" = %Q', key, value) AS text FROM json_each(:fixed)
          WHERE key IN (SELECT name FROM pragma_table_info(:table) WHERE pk > 0)
         UNION ALL
        SELECT printf('t."%w" = %Q', :column, :value) WHERE :column IS NOT NULL);

-- What it holds and the staged rows do not: :verb counts or deletes it.
-- gone
WITH condition (text) AS (
  SELECT printf('t."%w" = %Q', key, value) FROM json_each(:fixed)
          WHERE key IN (SELECT name FROM pragma_table_info(:table) WHERE pk > 0)
   UNION ALL
  SELECT printf('t."%w" = %Q', :column, :value) WHERE :column IS NOT NULL
   UNION ALL
  SELECT printf('NOT EXISTS (SELECT 1 FROM temp."%w" AS s WHERE s.rowid BETWEEN :first AND :last AND %s)', :stage,
                group_concat(printf('s."%w" = t."%w"', name, name), ' AND '))
    FROM pragma_table_info(:table) WHERE pk > 0
)
SELECT printf('%s FROM "%w" AS t WHERE %s', :verb, :table, group_concat(text, ' AND ')) FROM condition;
