-- Unites snapshots: every row of the inputs that still counts, once.
--
-- What is about no source counts in every input. Of a source's general rows (owners, lists)
-- those inputs count that have read all of its general scopes that anybody read; where there
-- is none such, all. Of a repository's rows those inputs count that also know each of its
-- scopes as recently as anybody; where there is none such, all. So what an input remembers
-- of another's share neither wins over what was asked tonight nor brings back what is gone.
--
-- Where several inputs count, NULL gives way to a value, and of two values that one stays
-- whose input loaded later. Nothing depends on the order in which the inputs are named.
--
-- What was noted of an edition run by run counts in one input: that analysed last.

-- The snapshot's tables, and how the rows of each are united; what is computed for an
-- edition and can be computed again, or is kept only to save time, is not. "evidence" tells
-- which inputs count.
-- tables
WITH history (name) AS (
  VALUES ('finding_event'), ('standing'), ('edition_rule'), ('rule_change'), ('rescore'), ('point'), ('archive_day'), ('archive'), ('archive_subject'), ('archive_entry')
), "table" AS (
  SELECT name FROM pragma_table_list
   WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
     AND name NOT LIKE '%\_was' ESCAPE '\' AND name NOT IN ('markdown', 'generation', 'change')
), parent AS (
  SELECT t.name, f."table" AS parent FROM "table" t JOIN pragma_foreign_key_list(t.name) f
)
SELECT name,
       CASE WHEN name IN ('run', 'scope') THEN name
            WHEN name IN history THEN 'history'
            WHEN (name, 'run') IN (SELECT name, parent FROM parent) THEN 'log'
            WHEN (name, 'scope') IN (SELECT name, parent FROM parent) THEN 'memory'
            ELSE 'fact' END AS kind,
       name IN ('run', 'scope', 'repo', 'edition_rule') AS evidence
  FROM "table" t
 WHERE name IN history OR NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'edition')
 ORDER BY name;

-- What a snapshot of this program is made of.
-- schema
SELECT type, name, tbl_name, sql FROM main.sqlite_schema ORDER BY type, name;

-- create_input
CREATE TEMP TABLE input (number INTEGER PRIMARY KEY, kept INTEGER NOT NULL, digest TEXT NOT NULL);

-- add_input
INSERT INTO temp.input VALUES (:number, :kept, :digest);

-- create_stage
SELECT printf('CREATE TEMP TABLE "staged_%w" (from_input, %s)', :table, group_concat(printf('"%w"', name), ', '))
  FROM pragma_table_info(:table);

-- read
SELECT printf('SELECT %s FROM main."%w"', group_concat(printf('"%w"', name), ', '), :table)
  FROM pragma_table_info(:table);

-- Stages a row (?2 and on) of an input (?1), unless it is known already not to count.
-- stage
WITH given AS (
  SELECT name, '?' || (cid + 2) AS value FROM pragma_table_info(:table)
)
SELECT printf('INSERT INTO temp."staged_%w" SELECT ?1, %s WHERE %s', :table,
              (SELECT group_concat(value, ', ') FROM given),
              CASE :kind
              WHEN 'fact' THEN
                printf('EXISTS (SELECT 1 FROM temp.counted WHERE source = %s AND repo = %s AND input = ?1)',
                       coalesce((SELECT value FROM given WHERE name = 'source'), ''''''),
                       coalesce((SELECT printf('coalesce(%s, '''')', value) FROM given WHERE name = 'repo'), ''''''))
              WHEN 'memory' THEN
                printf('EXISTS (SELECT 1 FROM temp.counted_scope AS c WHERE %s AND c.input = ?1)',
                       (SELECT group_concat(printf('c."%w" = %s', f."to", g.value), ' AND ')
                          FROM pragma_foreign_key_list(:table) f JOIN given g ON g.name = f."from"
                         WHERE f."table" = 'scope'))
              WHEN 'history' THEN
                printf('EXISTS (SELECT 1 FROM temp.remembered WHERE edition = %s AND input = ?1)',
                       (SELECT value FROM given WHERE name = 'edition'))
              ELSE '1' END);

-- The inputs in an order of their own: the latest run first.
-- create_place
CREATE TEMP TABLE place AS
SELECT i.number AS input, row_number() OVER (ORDER BY r.started_at DESC, i.kept, i.digest) AS place
  FROM temp.input i
  LEFT JOIN (SELECT from_input, max(started_at) AS started_at FROM temp.staged_run GROUP BY from_input) r
    ON r.from_input = i.number;

-- The last runs of the inputs are one run, the united one, if they began within twelve hours
-- of each other; but not a run after which another input has seen a later one. Any other run
-- is the same in two inputs if its number and its beginning are. The requests of the shares
-- of the united run are added up, those of any other are counted once: TELLER tells apart.
-- create_united_run
CREATE TEMP TABLE united_run AS
WITH told AS (
  SELECT from_input AS input, id, started_at, id = max(id) OVER (PARTITION BY from_input) AS is_last
    FROM temp.staged_run
), known AS (
  SELECT t.*, t.is_last
              AND t.started_at > (SELECT strftime('%Y-%m-%dT%H:%M:%SZ', max(started_at), '-12 hours') FROM told)
              AND (t.id, t.started_at) NOT IN (SELECT id, started_at FROM told WHERE NOT is_last) AS is_united
    FROM told t
), named AS (
  SELECT *, iif(is_united, '', id || ' ' || started_at) AS name FROM known
), numbered AS (
  SELECT name, row_number() OVER (ORDER BY is_united, min(started_at), min(id)) AS number FROM named GROUP BY name
)
SELECT n.input, n.id, m.number, iif(n.is_united AND NOT i.kept, -1, n.input) AS teller
  FROM named n JOIN numbered m ON m.name = n.name JOIN temp.input i ON i.number = n.input;

-- Who has read all that anybody read of a source's general scopes.
-- create_whole
CREATE TEMP TABLE whole AS
WITH well AS (
  SELECT source, declaration, key, from_input AS input FROM temp.staged_scope
   WHERE repo IS NULL AND outcome IN ('ok', 'unchanged', 'absent')
), total AS (
  SELECT source, count(*) AS scopes FROM (SELECT DISTINCT source, declaration, key FROM well) GROUP BY source
)
SELECT w.source, w.input FROM well w JOIN total t ON t.source = w.source
 GROUP BY w.source, w.input HAVING count(*) = t.scopes;

-- Who of these knows each of a repository's scopes as recently as anybody.
-- create_current
CREATE TEMP TABLE current AS
WITH asked AS (
  SELECT source, repo, from_input AS input, row_number() OVER same = 1 AS is_first,
         loaded_at IS max(loaded_at) OVER same AND asked_at = max(asked_at) OVER same AS is_latest
    FROM temp.staged_scope WHERE repo IS NOT NULL
  WINDOW same AS (PARTITION BY source, repo, declaration, key)
), total AS (
  SELECT source, repo, sum(is_first) AS scopes FROM asked GROUP BY source, repo
)
SELECT a.source, a.repo, a.input FROM asked a JOIN total t ON t.source = a.source AND t.repo = a.repo
 WHERE (a.source, a.input) IN (SELECT source, input FROM temp.whole)
 GROUP BY a.source, a.repo, a.input HAVING sum(a.is_latest) = t.scopes;

-- Which inputs count, and how much: rank 1 first. What is about no repository has the repo
-- '', what is about no source the source ''.
-- create_counted
CREATE TEMP TABLE counted (
  source TEXT, repo TEXT, input INTEGER, rank INTEGER NOT NULL, place INTEGER NOT NULL,
  PRIMARY KEY (source, repo, input)
) WITHOUT ROWID;

-- count_all
INSERT INTO temp.counted SELECT '', '', input, place, place FROM temp.place;

-- count_sources
INSERT INTO temp.counted
SELECT s.source, '', p.input, p.place, p.place
  FROM (SELECT source FROM temp.staged_scope UNION SELECT source FROM temp.staged_repo) s, temp.place p
 WHERE s.source NOT IN (SELECT source FROM temp.whole)
    OR (s.source, p.input) IN (SELECT source, input FROM temp.whole);

-- A repository is gone if none has it of those that have read all the lists of its source.
-- count_repos
INSERT INTO temp.counted
WITH gone AS (
  SELECT r.source, r.key FROM temp.staged_repo r
   WHERE r.source IN (SELECT source FROM temp.whole)
   GROUP BY r.source, r.key
  HAVING sum((r.source, r.from_input) IN (SELECT source, input FROM temp.whole)) = 0
), latest AS (
  SELECT source, repo, from_input AS input, max(loaded_at) AS loaded_at, max(asked_at) AS asked_at
    FROM temp.staged_scope WHERE repo IS NOT NULL GROUP BY source, repo, from_input
)
SELECT r.source, r.key, r.from_input,
       row_number() OVER (PARTITION BY r.source, r.key ORDER BY l.loaded_at DESC, l.asked_at DESC, p.place), p.place
  FROM temp.staged_repo r
  JOIN temp.place p ON p.input = r.from_input
  LEFT JOIN latest l ON l.source = r.source AND l.repo = r.key AND l.input = r.from_input
 WHERE (r.source, r.key) NOT IN (SELECT source, key FROM gone)
   AND ((r.source, r.key, r.from_input) IN (SELECT source, repo, input FROM temp.current)
        OR (r.source, r.key) NOT IN (SELECT source, repo FROM temp.current));

-- create_counted_scope
CREATE TEMP TABLE counted_scope AS
SELECT s.source, s.declaration, s.key, s.from_input AS input, s.cursor, s.validator, s.hash
  FROM temp.staged_scope s
  JOIN temp.counted c ON c.source = s.source AND c.repo = coalesce(s.repo, '') AND c.input = s.from_input;

-- index_counted_scope
CREATE INDEX temp.counted_scope_key ON counted_scope (source, declaration, key, input);

-- Of an edition that one counts whose last analysed run began last.
-- create_remembered
CREATE TEMP TABLE remembered AS
WITH analysed AS (
  SELECT e.edition, e.from_input AS input, max(r.started_at) AS at
    FROM temp.staged_edition_rule e JOIN temp.staged_run r ON r.from_input = e.from_input AND r.id = e.run
   GROUP BY e.edition, e.from_input
)
SELECT edition, input
  FROM (SELECT a.edition, a.input, row_number() OVER (PARTITION BY a.edition ORDER BY a.at DESC, p.place) AS nth
          FROM analysed a JOIN temp.place p ON p.input = a.input)
 WHERE nth = 1;

-- What the snapshot holds itself is one of the inputs. Its row history goes on.
-- clear
SELECT printf('DELETE FROM main."%w"', name) FROM pragma_table_list
 WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\'
   AND name NOT LIKE '%\_was' ESCAPE '\' AND name <> 'generation';

-- A united run began when the first of its shares did.
-- unite_run
WITH "column" AS (
  SELECT group_concat(printf('"%w"', name), ', ') AS list FROM pragma_table_info(:table) WHERE name <> 'id'
)
SELECT printf('INSERT INTO main."%w" (id, %s) SELECT number, %s FROM (
                 SELECT u.number, s.*, row_number() OVER (PARTITION BY u.number ORDER BY s.started_at, p.place) AS nth
                   FROM temp."staged_%w" AS s
                   JOIN temp.united_run AS u ON u.input = s.from_input AND u.id = s.id
                   JOIN temp.place AS p ON p.input = s.from_input)
                WHERE nth = 1 ORDER BY number',
              :table, list, list, :table)
  FROM "column";

-- Better known is what was loaded at all, loaded later, asked later; then what did not go well.
-- unite_scope
WITH "column" AS (
  SELECT group_concat(printf('"%w"', name), ', ') AS list FROM pragma_table_info(:table)
)
SELECT printf('INSERT INTO main."%w" (%s) SELECT %s FROM (
                 SELECT s.*, row_number() OVER (
                          PARTITION BY s.source, s.declaration, s.key
                          ORDER BY s.loaded_at IS NULL, s.loaded_at DESC, s.asked_at DESC,
                                   instr(''failed held forbidden unreached absent unchanged ok'', s.outcome), c.rank) AS nth
                   FROM temp."staged_%w" AS s
                   JOIN temp.counted AS c
                     ON c.source = s.source AND c.repo = coalesce(s.repo, '''') AND c.input = s.from_input)
                WHERE nth = 1 ORDER BY source, declaration, key',
              :table, list, list, :table)
  FROM "column";

-- How far a source was read is forgotten where the inputs differ about it: the rows are of
-- several, and none of these can say what changed since.
-- forget_progress
UPDATE main.scope AS s SET cursor = NULL, validator = NULL
 WHERE EXISTS (SELECT 1 FROM temp.counted_scope AS c
                WHERE c.source = s.source AND c.declaration = s.declaration AND c.key = s.key
                  AND (c.cursor, c.validator, c.hash) IS NOT (s.cursor, s.validator, s.hash));

-- What is remembered of a scope's answers stays only where all say the same.
-- unite_memory
WITH "column" AS (
  SELECT group_concat(printf('s."%w"', name), ', ') AS list FROM pragma_table_info(:table)
)
SELECT printf('INSERT INTO main."%w" SELECT %s FROM temp."staged_%w" AS s GROUP BY %s
               HAVING count(*) = (SELECT count(*) FROM temp.counted_scope AS c WHERE %s)',
              :table, list, :table, list,
              (SELECT group_concat(printf('c."%w" = s."%w"', "to", "from"), ' AND ')
                 FROM pragma_foreign_key_list(:table) WHERE "table" = 'scope'))
  FROM "column";

-- A table whose key is a mere number, id, has a unique index that tells its rows apart.
-- unite_fact
WITH "column" AS (
  SELECT name, pk FROM pragma_table_info(:table)
   WHERE NOT (pk AND name = 'id' AND (SELECT max(pk) FROM pragma_table_info(:table)) = 1)
), sorted AS (
  SELECT coalesce(group_concat(printf('s."%w"', name), ', ') || ', c.rank, c.place', 'c.rank, s.id, c.place') AS keys
    FROM "column" WHERE pk
)
SELECT printf('INSERT INTO main."%w" (%s) SELECT %s FROM temp."staged_%w" AS s
                 JOIN temp.counted AS c ON c.source = %s AND c.repo = %s AND c.input = s.from_input
                WHERE true ORDER BY %s ON CONFLICT DO %s',
              :table,
              (SELECT group_concat(printf('"%w"', name), ', ') FROM "column"),
              (SELECT group_concat(printf('s."%w"', name), ', ') FROM "column"),
              :table,
              iif(EXISTS (SELECT 1 FROM "column" WHERE name = 'source'), 's.source', ''''''),
              CASE WHEN :table = 'repo' THEN 's.key'
                   WHEN EXISTS (SELECT 1 FROM "column" WHERE name = 'repo') THEN 'coalesce(s.repo, '''')'
                   ELSE '''''' END,
              keys,
              coalesce((SELECT 'UPDATE SET ' || group_concat(printf('"%w" = coalesce("%w"."%w", excluded."%w")', name, :table, name, name), ', ')
                          FROM "column" WHERE NOT pk), 'NOTHING'))
  FROM sorted;

-- With the numbers that the runs have now.
-- unite_history
WITH "column" AS (
  SELECT group_concat(printf('"%w"', name), ', ') AS list,
         group_concat(iif(name = 'run', 'coalesce(u.number, s.run)', printf('s."%w"', name)), ', ') AS given,
         max(name = 'run') AS has_run
    FROM pragma_table_info(:table)
)
SELECT printf('INSERT INTO main."%w" (%s) SELECT %s FROM temp."staged_%w" AS s
                 JOIN temp.remembered AS m ON m.edition = s.edition AND m.input = s.from_input
                 %s ORDER BY %s',
              :table, list, given, :table,
              iif(has_run, 'LEFT JOIN temp.united_run AS u ON u.input = s.from_input AND u.id = s.run', ''), given)
  FROM "column";

-- Rows that are the same in everything but their number stay as many as they were.
-- unite_log
WITH reference AS (
  SELECT "from" AS name FROM pragma_foreign_key_list(:table) WHERE "table" = 'run'
), "column" AS (
  SELECT group_concat(printf('"%w"', name), ', ') AS list,
         group_concat(printf('%s AS "%w"', iif(name IN (SELECT name FROM reference), 'u.number', printf('s."%w"', name)), name), ', ') AS given
    FROM pragma_table_info(:table) WHERE NOT (pk AND name = 'id')
)
SELECT printf('INSERT INTO main."%w" (%s) SELECT %s FROM (
                 SELECT %s, min(id) AS first_id FROM (
                   SELECT *, row_number() OVER (PARTITION BY teller, %s ORDER BY id) AS nth FROM (
                     SELECT u.teller, s.id, %s FROM temp."staged_%w" AS s
                       JOIN temp.united_run AS u ON u.input = s.from_input AND u.id = s."%w"))
                  GROUP BY %s, nth)
                ORDER BY first_id, %s',
              :table, list, list, list, list, given, :table, (SELECT name FROM reference), list, list)
  FROM "column";

-- What refers to something that did not count goes with it.
-- remove_orphans
SELECT printf('DELETE FROM main."%w" AS t WHERE %s AND NOT EXISTS (SELECT 1 FROM main."%w" AS p WHERE %s)',
              t.name, group_concat(printf('t."%w" IS NOT NULL', f."from"), ' AND '), f."table",
              group_concat(printf('p."%w" = t."%w"', f."to", f."from"), ' AND '))
  FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
 WHERE t.schema = 'main' AND t.type = 'table'
 GROUP BY t.name, f.id;

-- count
SELECT count(*) FROM main.repo;
