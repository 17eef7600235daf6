-- Owners.

-- ask
SELECT json_array(key) AS path FROM repo;

-- rows owner window
SELECT value AS key, 'user' AS kind FROM json_each(:body);
