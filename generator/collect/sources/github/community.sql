-- The community profile: how many of the files that GitHub recommends a repository has. Forks
-- have no profile.
--
-- answer:    object
-- forbidden: 404 451
-- rank:      60

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'community', 'profile') AS path,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       iif(r.fork, 'forks have no profile', NULL) AS absent,
       coalesce(r.pushed_at, '') || strftime(' %Y-%W', 'now') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- rows repo window(repo)
SELECT :repo AS key,
       :body ->> '$.health_percentage' AS community_health,
       CASE json_type(:body, '$.files.code_of_conduct') WHEN 'null' THEN 0 WHEN 'object' THEN 1 END AS has_code_of_conduct,
       CASE json_type(:body, '$.files.issue_template') WHEN 'null' THEN 0 WHEN 'object' THEN 1 END AS has_issue_template,
       CASE json_type(:body, '$.files.pull_request_template') WHEN 'null' THEN 0 WHEN 'object' THEN 1 END AS has_pull_template;
