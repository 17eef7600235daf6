-- Scores more.

-- rows score_part
SELECT source, key AS repo, 'c' AS component, 2 AS points, 1 AS maximum, 'r' AS reason FROM repo ORDER BY key LIMIT 1;
