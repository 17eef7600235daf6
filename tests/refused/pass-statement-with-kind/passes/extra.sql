-- Scores more.

-- rows score_part window
SELECT 1 AS source;
