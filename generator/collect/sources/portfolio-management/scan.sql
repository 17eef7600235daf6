-- How healthy it finds each repository. What it could not read it says with the reason.
--
-- answer: object
-- absent: 404

-- ask
SELECT 'scan_portfolio' AS tool, '{"include_private":true}' AS args, 'health' AS kind;

-- Its documents call the list "results", its code "repos". An answer without either is none.
-- rows repo_opinion complete(kind)
SELECT :kind AS kind, value ->> '$.name' AS name,
       iif(value ->> '$.private', 'internal', NULL) AS zone,
       value ->> '$.health_score' AS score,
       value ->> '$.health_grade' AS grade,
       value ->> '$.error' AS problem,
       value ->> '$.archived' AS archived,
       value ->> '$.open_issues' AS open_items,
       value ->> '$.days_since_update' AS idle_days
  FROM json_each(coalesce(:body -> '$.repos', :body -> '$.results', 'there is no list'));
