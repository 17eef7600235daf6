-- A name.
--
-- title: Name

-- result
SELECT nme AS name FROM repo;
