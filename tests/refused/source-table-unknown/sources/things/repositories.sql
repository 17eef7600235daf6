-- Things.
--
-- answer: array

-- ask
SELECT json_array('things') AS path;

-- rows repos window
SELECT value AS key, value AS name FROM json_each(:body);
