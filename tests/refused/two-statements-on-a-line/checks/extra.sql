-- Something to find.
--
-- group: tests
-- severity: low
-- remedy: Do something.

-- finding
SELECT 1 AS number; SELECT 2;
