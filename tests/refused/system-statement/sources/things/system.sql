-- Things of a test.
--
-- transport: http
-- url: http://127.0.0.1:1

-- ask
SELECT 1 AS path;
