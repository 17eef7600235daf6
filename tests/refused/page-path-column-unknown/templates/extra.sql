-- A page for tests.
--
-- path: extra/{slug}
-- each: rows
-- title: Extra

-- rows
SELECT key, name FROM repo;

-- rows.issues
SELECT number, title FROM issue WHERE repo = :key;
