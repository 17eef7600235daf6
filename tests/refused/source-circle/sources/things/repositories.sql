-- Things.
--
-- answer: array

-- ask
SELECT json_array(key) AS path FROM owner;

-- rows repo window
SELECT value AS key, value AS name FROM json_each(:body);
