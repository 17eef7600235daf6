-- Row history: for each table of facts a table X_was, in which stands what its rows were before
-- the runs that changed them. A row of it says: "run" was the first that did not find this
-- state any more; "absent": before it there was no such row. What stands in X itself is the
-- state since. So the state after run N is, for each key, what stands in X_was with the lowest
-- run above N, and else what stands in X. Triggers keep it, and the first state of a run wins.

-- What is kept: facts, and how asking for them went. Not kept is what the program notes for
-- itself. Before the fourth schema there was no history.
-- create_kept_table
CREATE TEMP TABLE IF NOT EXISTS kept_table AS
SELECT t.name, t.name || '_was' AS was
  FROM pragma_table_list t
 WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE '%\_was' ESCAPE '\'
   AND t.name NOT IN ('request', 'reject', 'answer', 'allowance', 'change')
   AND EXISTS (SELECT 1 FROM pragma_table_info('run') WHERE name = 'kept')
   AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'source')
   AND NOT EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'edition');

-- Its columns. Left out are long texts, and of scopes what only asking needs. What is idle makes
-- no version alone: another time every night. That a scope was unchanged instead of ok neither.
-- create_kept_column
CREATE TEMP TABLE IF NOT EXISTS kept_column AS
WITH left_out ("table", "column") AS (
  VALUES ('issue', 'body'), ('milestone', 'description'), ('project', 'description'), ('project', 'status_note'),
         ('ticket', 'body'), ('incident', 'body'), ('idea', 'body'), ('memory', 'text'),
         ('scope', 'cursor'), ('scope', 'validator'), ('scope', 'full_at')
), idle ("table", "column") AS (
  VALUES ('scope', 'asked_at'), ('scope', 'loaded_at'), ('scope', 'hash'), ('target', 'checked_at')
)
SELECT t.name AS "table", c.cid, c.name, c.type, c.pk,
       CASE WHEN c.pk OR (t.name, c.name) IN idle THEN NULL
            WHEN (t.name, c.name) = ('scope', 'outcome')
            THEN 'replace(old.outcome, ''unchanged'', ''ok'') IS NOT replace(new.outcome, ''unchanged'', ''ok'')'
            ELSE printf('old."%w" IS NOT new."%w"', c.name, c.name) END AS differs
  FROM kept_table t, pragma_table_info(t.name) c
 WHERE (t.name, c.name) NOT IN left_out;

-- The pieces that statements are made of, in the order of the key and of the columns.
-- create_kept_list
CREATE TEMP TABLE IF NOT EXISTS kept_list AS
SELECT DISTINCT t.name, t.was,
       group_concat(printf('"%w"', c.name), ', ') FILTER (WHERE c.pk) OVER whole AS keys,
       group_concat(printf('"%w" %s NOT NULL', c.name, c.type), ', ') FILTER (WHERE c.pk) OVER whole AS key_columns,
       group_concat(printf('new."%w"', c.name), ', ') FILTER (WHERE c.pk) OVER whole AS new_keys,
       group_concat(printf('old."%w"', c.name), ', ') FILTER (WHERE c.pk) OVER whole AS old_keys,
       group_concat(printf('old."%w" = new."%w"', c.name, c.name), ' AND ') FILTER (WHERE c.pk) OVER whole AS same,
       coalesce(group_concat(printf(', "%w"', c.name), '') FILTER (WHERE NOT c.pk) OVER whole, '') AS others,
       coalesce(group_concat(printf('  "%w" %s,' || char(10), c.name, c.type), '') FILTER (WHERE NOT c.pk) OVER whole, '') AS other_columns,
       coalesce(group_concat(printf(', old."%w"', c.name), '') FILTER (WHERE NOT c.pk) OVER whole, '') AS old_others,
       'UPDATE SET ' || group_concat(printf('"%w" = excluded."%w"', c.name, c.name), ', ') FILTER (WHERE NOT c.pk) OVER whole AS replace_others,
       group_concat(c.differs, ' OR ') FILTER (WHERE c.differs IS NOT NULL) OVER whole AS differs,
       max(c.name = 'zone') OVER whole AS has_zone
  FROM kept_table t JOIN kept_column c ON c."table" = t.name
WINDOW whole AS (PARTITION BY t.name ORDER BY c.pk, c.cid ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);

-- forget_table
DROP TABLE IF EXISTS temp.kept_table;

-- forget_column
DROP TABLE IF EXISTS temp.kept_column;

-- forget_list
DROP TABLE IF EXISTS temp.kept_list;

-- Tables that an earlier schema has made are made again from the present one: then they are the
-- same, word by word, whatever the way here was.
-- set_aside
SELECT printf('ALTER TABLE "%w" RENAME TO "old_%w"', was, was) FROM kept_list
 WHERE was IN (SELECT name FROM pragma_table_list WHERE schema = 'main');

-- tables
SELECT printf('CREATE TABLE "%w" ( -- What rows of %s were before the runs that changed them.' || char(10)
              || '  %s, -- whose row' || char(10) || '  run INTEGER NOT NULL, -- the first that did not find this any more' || char(10)
              || '  absent INTEGER NOT NULL CHECK (absent IN (0, 1)), -- 1: there was no such row, and the rest is NULL' || char(10)
              || '%s  PRIMARY KEY (%s, run)) STRICT, WITHOUT ROWID', was, name, key_columns, other_columns, keys)
  FROM kept_list;

-- What came to belong to the key since was empty.
-- fill
SELECT printf('INSERT INTO "%w" (%s) SELECT %s FROM "%w"', n.was, n.list, n.given, o.name)
  FROM (SELECT l.was, group_concat(printf('"%w"', c.name), ', ') AS list,
               group_concat(iif(old.name IS NULL, quote(''), printf('"%w"', c.name)), ', ') AS given
          FROM kept_list l JOIN pragma_table_info(l.was) c
          LEFT JOIN pragma_table_info('old_' || l.was) old ON old.name = c.name
         WHERE old.name IS NOT NULL OR c.pk
         GROUP BY l.was) n
  JOIN pragma_table_list o ON o.schema = 'main' AND o.name = 'old_' || n.was;

-- drop_old
SELECT printf('DROP TABLE "%w"', name) FROM pragma_table_list
 WHERE schema = 'main' AND name LIKE 'old\_%\_was' ESCAPE '\';

-- What a run changed is asked for each night.
-- indexes
SELECT printf('CREATE INDEX "%w_run" ON "%w" (run)', was, was) FROM kept_list;

-- Of the first run nothing is kept: there was nothing before it.
-- triggers
WITH event (name, clause, condition, absent) AS (
  VALUES ('inserted', 'INSERT', '', 1), ('updated', 'UPDATE', ' AND (%s)', 0), ('deleted', 'DELETE', '', 0)
)
SELECT printf('CREATE TRIGGER "history_%w_%s" AFTER %s ON "%w" '
              || 'WHEN (SELECT max(id) FROM run) > (SELECT min(id) FROM run)%s BEGIN '
              || 'INSERT INTO "%w" (%s, run, absent%s) VALUES (%s, (SELECT max(id) FROM run), %d%s) ON CONFLICT DO NOTHING; END',
              l.name, e.name, e.clause, l.name, printf(e.condition, l.differs),
              l.was, l.keys, iif(e.absent, '', l.others), iif(e.absent, l.new_keys, l.old_keys), e.absent,
              iif(e.absent, '', l.old_others))
  FROM kept_list l, event e WHERE e.name <> 'updated' OR l.differs IS NOT NULL;

-- drop_triggers
SELECT printf('DROP TRIGGER "%w"', name) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'history\_%' ESCAPE '\';

-- as of a night

-- :when is a number, a date or a time: what it names, if it is well formed.
-- find_run
SELECT id, started_at, kept FROM run
 WHERE CASE WHEN :when NOT GLOB '*[^0-9]*' THEN id = CAST(:when AS INTEGER)
            WHEN :when IS date(:when, '+0 days') THEN date(started_at) <= :when
            WHEN :when IS strftime('%Y-%m-%dT%H:%M:%SZ', :when, '+0 days') THEN started_at <= :when END
 ORDER BY id DESC LIMIT 1;

-- is_moment
SELECT :when <> '' AND (:when NOT GLOB '*[^0-9]*' OR :when IS date(:when, '+0 days') OR :when IS strftime('%Y-%m-%dT%H:%M:%SZ', :when, '+0 days'));

-- is_number
SELECT :when NOT GLOB '*[^0-9]*';

-- first_run
SELECT 'run ' || id || ' of ' || started_at FROM run ORDER BY id LIMIT 1;

-- last_run
SELECT 'run ' || id || ' of ' || started_at FROM run ORDER BY id DESC LIMIT 1;

-- near_run
SELECT 'run ' || id || ' of ' || started_at FROM run WHERE kept ORDER BY abs(id - :run), id DESC LIMIT 1;

-- The highest zone that a row had since: what is not public any more is not made so again.
-- note_zones
SELECT printf('CREATE TEMP TABLE "zone_%w" AS SELECT %s, max(instr(''internal restricted'', zone)) AS height '
              || 'FROM (SELECT %s, zone FROM main."%w" UNION ALL SELECT %s, zone FROM main."%w" WHERE run > %d) '
              || 'WHERE zone <> ''public'' GROUP BY %s', name, keys, keys, name, keys, was, :run, keys)
  FROM kept_list WHERE has_zone;

-- raise_zones
SELECT printf('UPDATE main."%w" AS new SET zone = iif(old.height = 1, ''internal'', ''restricted'') FROM temp."zone_%w" AS old '
              || 'WHERE %s AND old.height > instr(''internal restricted'', iif(coalesce(new.zone, ''public'') = ''public'', ''-'', new.zone))', name, name, same)
  FROM kept_list WHERE has_zone;

-- find_past
SELECT printf('CREATE TEMP TABLE "past_%w" AS SELECT *, min(run) AS since FROM main."%w" WHERE run > %d GROUP BY %s', name, was, :run, keys)
  FROM kept_list;

-- restore
SELECT printf('INSERT INTO main."%w" (%s%s) SELECT %s%s FROM temp."past_%w" WHERE NOT absent ON CONFLICT DO %s',
              name, keys, others, keys, others, name, coalesce(replace_others, 'NOTHING'))
  FROM kept_list;

-- remove
SELECT printf('DELETE FROM main."%w" WHERE (%s) IN (SELECT %s FROM temp."past_%w" WHERE absent)', name, keys, keys, name)
  FROM kept_list;

-- forget_future
SELECT printf('DELETE FROM main."%w" WHERE run > %d', was, :run) FROM kept_list
UNION ALL
SELECT printf('DROP TABLE temp."past_%w"', name) FROM kept_list;

-- What went well then was read then.
-- return_scopes
UPDATE scope SET asked_at = min(asked_at, :at), loaded_at = min(loaded_at, :at), cursor = NULL, validator = NULL, full_at = NULL;

-- What the program noted for itself is not known of that night, and what is derived is computed
-- again, but what was kept of each night.
-- forget_derived
SELECT printf('DELETE FROM main."%w"', t.name) FROM pragma_table_list t
 WHERE t.schema = 'main' AND t.type = 'table'
   AND (t.name IN ('reject', 'answer', 'allowance', 'change')
        OR (t.name NOT IN ('point', 'finding_event', 'standing', 'edition_rule', 'rule_change', 'rescore', 'archive_day', 'archive', 'archive_subject', 'archive_entry')
            AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'edition')))
UNION ALL
SELECT printf('DELETE FROM main."%w" WHERE %s > %Q', column1, column2,
              CASE column2 WHEN 'day' THEN date(:at) WHEN 'since' THEN :at ELSE :run END)
  FROM (VALUES ('point', 'day'), ('standing', 'day'), ('archive', 'day'), ('archive_day', 'day'), ('archive_subject', 'since'), ('archive_entry', 'since'),
               ('finding_event', 'run'), ('edition_rule', 'run'), ('rule_change', 'run'), ('rescore', 'run'), ('request', 'run'), ('run', 'id'));

-- retention

-- Which runs can be asked for no more: older than :daily days, and not the last of their week;
-- or older than :weekly weeks before these, where that is not 0.
-- release_runs
WITH old AS (
  SELECT id, started_at,
         id = max(id) OVER (PARTITION BY date(started_at, 'weekday 0')) AS is_last
    FROM run
)
UPDATE run SET kept = 0
 WHERE kept AND id IN (SELECT id FROM old
                        WHERE date(started_at) < date('now', '-' || :daily || ' days')
                          AND (NOT is_last
                               OR (:weekly AND date(started_at) < date('now', '-' || (:daily + 7 * :weekly) || ' days'))))
   AND id < (SELECT max(id) FROM run);

-- count_runs
SELECT sum(kept), count(*) FROM run;

-- What no run needs that is kept.
-- prune
SELECT printf('DELETE FROM "%w" WHERE (%s, run) IN ('
              || 'SELECT %s, run FROM (SELECT %s, run, lag(run, 1, 0) OVER (PARTITION BY %s ORDER BY run) AS since FROM "%w") AS w '
              || 'WHERE NOT EXISTS (SELECT 1 FROM run AS k WHERE k.kept AND k.id >= w.since AND k.id < w.run))',
              was, keys, keys, keys, keys, was)
  FROM kept_list;

-- prune_points
DELETE FROM point WHERE (edition, source, repo, metric, day) IN (
  SELECT edition, source, repo, metric, day
    FROM (SELECT *, lead(day) OVER (PARTITION BY edition, source, repo, metric ORDER BY day) AS next FROM point) AS p
   WHERE next IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM run AS k WHERE k.kept AND date(k.started_at) >= p.day AND date(k.started_at) < p.next)
     AND p.day < (SELECT max(date(started_at)) FROM run WHERE NOT kept));

-- Desks are compressed with the first of their month, so a month goes as one.
-- prune_archive
DELETE FROM archive_day
 WHERE substr(day, 1, 7) NOT IN (SELECT strftime('%Y-%m', started_at) FROM run WHERE kept);

-- prune_archive_entries
DELETE FROM archive_entry AS e
 WHERE NOT EXISTS (SELECT 1 FROM archive_day d WHERE d.edition = e.edition AND d.day BETWEEN e.since AND e.until);

-- Of an item the last stays, if it stands there still.
-- prune_standing
DELETE FROM standing WHERE (edition, kind, source, key, day) IN (
  SELECT edition, kind, source, key, day
    FROM (SELECT *, lead(day) OVER (PARTITION BY edition, kind, source, key ORDER BY day) AS next FROM standing) AS s
   WHERE (next IS NOT NULL OR rank IS NULL)
     AND substr(day, 1, 7) NOT IN (SELECT strftime('%Y-%m', started_at) FROM run WHERE kept));

-- merging: what the snapshot itself held goes on, with the numbers that its runs have now

-- note_present
SELECT printf('CREATE TEMP TABLE "present_%w" AS SELECT * FROM main."%w"', name, name) FROM kept_list
UNION ALL
SELECT printf('CREATE UNIQUE INDEX temp."present_%w_key" ON "present_%w" (%s)', name, name, keys) FROM kept_list;

-- Twice, so that a number that is taken still is in nobody's way.
-- renumber
WITH place ("table") AS (
  SELECT was FROM kept_list
)
SELECT printf('UPDATE main."%w" SET run = -(SELECT number FROM temp.united_run WHERE input = %d AND id = run)', "table", :input) FROM place
UNION ALL
SELECT printf('UPDATE main."%w" SET run = -run', "table") FROM place;

-- keep_runs
UPDATE run SET kept = id = (SELECT max(id) FROM run)
                      OR id IN (SELECT u.number FROM temp.united_run AS u
                                  JOIN temp.staged_run AS s ON s.from_input = u.input AND s.id = u.id
                                 WHERE u.input = :input AND s.kept);

-- compare
SELECT printf('INSERT INTO main."%w" (%s, run, absent%s) SELECT %s, (SELECT max(id) FROM main.run), 0%s FROM temp."present_%w" AS old '
              || 'WHERE NOT EXISTS (SELECT 1 FROM main."%w" AS new WHERE %s AND NOT (%s)) ON CONFLICT DO NOTHING',
              was, keys, others, old_keys, old_others, name, name, same, coalesce(differs, '0'))
  FROM kept_list
UNION ALL
SELECT printf('INSERT INTO main."%w" (%s, run, absent) SELECT %s, (SELECT max(id) FROM main.run), 1 FROM main."%w" AS new '
              || 'WHERE NOT EXISTS (SELECT 1 FROM temp."present_%w" AS old WHERE %s) ON CONFLICT DO NOTHING',
              was, keys, new_keys, name, name, same)
  FROM kept_list
UNION ALL
SELECT printf('DROP TABLE temp."present_%w"', name) FROM kept_list;
