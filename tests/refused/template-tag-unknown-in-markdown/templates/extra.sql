-- A page for tests.
--
-- path: extra
-- title: Extra

-- rows
SELECT key FROM repo;
