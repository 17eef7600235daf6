-- A page for tests.
--
-- path: extra/{slug}
-- each: rows
-- title: Extra

-- rows
SELECT '../' || name AS slug FROM repo ORDER BY name LIMIT 1;
