-- Something to find.
--
-- group: tests
-- severity: low
-- remedy: Do something.

-- finding
SELECT source,
       kee AS repo
  FROM repo;
