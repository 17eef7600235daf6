-- Scores more: two rows that are good, and then one that is not.

-- rows score_part
SELECT source, key AS repo, 'c' AS component, row_number() OVER (ORDER BY key) AS points, 2 AS maximum, 'r' AS reason FROM repo ORDER BY key;
