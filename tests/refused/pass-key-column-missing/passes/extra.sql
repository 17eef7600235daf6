-- Scores more.

-- rows score_part
SELECT source, key AS repo, 1 AS points, 1 AS maximum, 'r' AS reason FROM repo;
