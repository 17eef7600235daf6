-- All repositories.
--
-- title:     All
-- parameter: most (integer 1 to 9): without a default

-- repos most
SELECT key AS name FROM repo;
