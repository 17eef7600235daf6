-- A page for tests.
--
-- path: extra
-- types: key number(99)
-- title: Extra

-- rows
SELECT key FROM repo;
