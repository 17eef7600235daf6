-- How many repositories there are.
--
-- title: Count
-- types: repos count

-- result
SELECT count(*) AS repos FROM repo;
