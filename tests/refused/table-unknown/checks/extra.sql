-- Something to find.
--
-- group: tests
-- severity: low
-- remedy: Do something.

-- finding
SELECT source, key AS repo
  FROM repos;
