-- All things.

-- ask
SELECT json_array('things') AS path;

-- rows repo complete
SELECT value AS key, value AS name FROM json_each(:body);
