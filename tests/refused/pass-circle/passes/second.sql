-- Parts from points.

-- rows score_part
SELECT source, repo, 'b' AS component, 1.0 AS points, 1.0 AS maximum, 'r' AS reason FROM priority_part;
