-- A page for tests.
--
-- path: extra/{key}
-- title: Extra

-- rows
SELECT key FROM repo;
