-- How many repositories there are.

-- result
SELECT count(*) AS repos FROM repo;
