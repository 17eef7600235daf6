-- Things.
--
-- answer: array

-- ask
SELECT json_array('things') AS path;

-- rows repo complete(owner)
SELECT value AS key, value AS name FROM json_each(:body);
