-- Which repositories it would look at first. Its documents tell of this tool; a server that has
-- none is not asked.
--
-- absent: 404

-- ask
SELECT 'get_priorities' AS tool, '{}' AS args, 'priority' AS kind;

-- rows repo_opinion complete(kind)
SELECT :kind AS kind, value ->> '$.name' AS name,
       iif(value ->> '$.private', 'internal', NULL) AS zone,
       value ->> '$.priority_score' AS score,
       value ->> '$.priority_reason' AS reason,
       value ->> '$.action' AS action
  FROM json_each(iif(json_type(:body) = 'array', :body, coalesce(:body -> '$.priorities', :body -> '$.results', 'there is no list')));
