-- Something to find.
--
-- group: tests
-- severity: low
-- remedy: Do something.

-- finding
DELETE FROM repo;
