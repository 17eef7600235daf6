-- Scores more.

-- row score_part
SELECT 1 AS source;
