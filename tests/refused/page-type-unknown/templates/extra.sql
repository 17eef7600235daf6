-- A page for tests.
--
-- path: extra
-- types: key numbr
-- title: Extra

-- rows
SELECT key FROM repo;
