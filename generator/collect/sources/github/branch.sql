-- The default branch of every repository: its last commit, and whether anything protects it.
--
-- answer: object
-- absent: 404
-- rank:   50

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'branches', r.default_branch) AS path,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       iif(r.default_branch IS NULL OR r.pushed_at IS NULL, 'no branch is known', NULL) AS absent,
       coalesce(r.pushed_at, '') || strftime(' %Y-%W', 'now') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- rows branch window(repo)
SELECT :repo AS repo,
       :body ->> '$.name' AS name,
       :body ->> '$.commit.sha' AS head,
       strftime('%Y-%m-%dT%H:%M:%SZ', :body ->> '$.commit.commit.committer.date') AS committed_at,
       :body ->> '$.protected' AS protected;
