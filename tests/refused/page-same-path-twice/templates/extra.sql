-- A page for tests.
--
-- path: Repos
-- title: Extra

-- rows
SELECT key FROM repo;
