-- Something to find.
--
-- group: tests
-- remedy: Do something.

-- finding
SELECT source, key AS repo, NULL AS number, 'm' AS message, 'e' AS evidence FROM repo;
