-- Scores more.

-- rows scores
SELECT 1 AS source;
