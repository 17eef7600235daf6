-- What is open.
--
-- title: Open

-- repos
SELECT source, key AS name FROM repo;
-- repos.issues
SELECT number, title FROM issue WHERE source = :source AND repo = :key;
