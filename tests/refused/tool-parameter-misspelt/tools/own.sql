-- How many repositories there are.
--
-- title:     Count
-- parameter: limit (integer 1 to 9, default 10): more than it may be

-- result
SELECT count(*) AS repos FROM repo;
