-- Something to find.
--
-- group: tests
-- severity: low
-- remedy: Do something.

-- finding of repositories that are old
SELECT source FROM repo;
