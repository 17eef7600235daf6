-- A page for tests.
--
-- title: Extra

-- rows
SELECT key FROM repo;
