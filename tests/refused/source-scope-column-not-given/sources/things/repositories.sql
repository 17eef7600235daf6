-- Things.
--
-- answer: array

-- ask
SELECT json_array('things') AS path, 'a' AS owner;

-- rows repo complete(owner)
SELECT value AS key, value AS name FROM json_each(:body);
