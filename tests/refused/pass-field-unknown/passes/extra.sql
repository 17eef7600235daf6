-- Scores more.
--
-- severity: low

-- rows score_part
SELECT 1 AS source;
