-- A page for tests.
--
-- path: extra
-- title: Extra

-- rows
SELECT key FROM repo;

-- rows.inner
SELECT 1 AS one WHERE :kye = 1;
