-- Points from priorities.

-- rows priority_part
SELECT 'issue' AS kind, source, repo || '#1' AS key, repo, 1 AS number, 'a' AS component, 1.0 AS points, 'r' AS reason FROM score_part;
