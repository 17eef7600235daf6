-- A page for tests.
--
-- path: extra
-- title: Extra

-- rows.rows
SELECT key FROM repo;
