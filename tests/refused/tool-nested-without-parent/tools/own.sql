-- What is open.
--
-- title: Open

-- repos.issues
SELECT number, title FROM issue;
