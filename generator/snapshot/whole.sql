-- A new snapshot as a script; see snapshot/whole.c.

-- objects
SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY rowid;

-- Migrations leave rows of their own in this table only.
-- rows
SELECT printf('INSERT INTO generation VALUES (%d);', value) FROM generation;
