-- Things.
--
-- answer: array
-- unless: owner

-- ask
SELECT json_array('things') AS path;

-- rows repo window
SELECT value AS key, value AS name FROM json_each(:body);
