-- Something to find.
--
-- group: tests
-- severity: low
-- remedy: Do something.

-- finding
SELECT source, soundex2(key) AS repo FROM repo;
