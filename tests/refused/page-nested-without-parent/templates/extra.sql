-- A page for tests.
--
-- path: extra
-- title: Extra

-- rows
SELECT key FROM repo;

-- row.inner
SELECT 1 AS one;
