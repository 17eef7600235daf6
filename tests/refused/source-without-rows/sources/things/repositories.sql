-- Things.
--
-- answer: array

-- ask
SELECT json_array('things') AS path;

