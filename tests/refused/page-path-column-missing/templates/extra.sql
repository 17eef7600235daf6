-- A page for tests.
--
-- path: extra/{slug}
-- each: rows
-- title: Extra

-- rows
SELECT key FROM repo;
