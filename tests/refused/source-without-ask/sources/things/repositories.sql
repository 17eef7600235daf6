-- Things.
--
-- answer: array

-- rows repo window
SELECT value AS key, value AS name FROM json_each(:body);
