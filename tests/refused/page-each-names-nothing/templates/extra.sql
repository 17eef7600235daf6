-- A page for tests.
--
-- path: extra
-- each: these
-- title: Extra

-- rows
SELECT key FROM repo;
