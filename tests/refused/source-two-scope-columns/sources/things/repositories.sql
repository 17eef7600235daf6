-- Things.
--
-- answer: array

-- ask
SELECT json_array('things') AS path, 'a' AS owner, 'b' AS name;

-- rows repo window(owner)
SELECT value AS key, value AS name, :owner AS owner FROM json_each(:body);

-- rows owner window(name)
SELECT value AS key, 'user' AS kind, :name AS name FROM json_each(:body);
