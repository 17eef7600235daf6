-- Scores more.

-- rows repo
SELECT source, key, 'x' AS name FROM repo;
