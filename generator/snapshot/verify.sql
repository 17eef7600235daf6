-- What is asked of a file to see whether it is a whole snapshot. Each is asked of the file
-- itself: nothing here may need more than it has.

-- application
PRAGMA application_id;

-- version
PRAGMA user_version;

-- integrity
PRAGMA integrity_check(1);

-- references
PRAGMA foreign_key_check;

-- Tables and their columns, in words that differ where the meaning does.
-- columns
SELECT printf('%s.%s %s %d %d %d', t.name, c.name, c.type, c."notnull", c.pk, t.strict) AS what
  FROM pragma_table_list t JOIN pragma_table_xinfo(t.name) c
 WHERE t.schema = 'main' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\'
 ORDER BY what;

-- Of how many tables how many rows, as a statement.
-- count
SELECT printf('SELECT %d, %s', count(*), group_concat(printf('(SELECT count(*) FROM main."%w")', name), ' + '))
  FROM pragma_table_list
 WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\';
