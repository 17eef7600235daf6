-- The workflows of every repository, with those that somebody or GitHub itself switched off.
--
-- pages:     link
-- items:     $.workflows
-- answer:    object
-- forbidden: 404 451
-- rank:      50

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'actions', 'workflows') AS path,
       json_object('per_page', 100) AS query,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       coalesce(r.pushed_at, '') || strftime(' %Y-%W', 'now') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- rows workflow complete(repo)
SELECT :repo AS repo,
       value ->> '$.id' AS id,
       value ->> '$.name' AS name,
       value ->> '$.path' AS path,
       value ->> '$.state' AS state,
       value ->> '$.html_url' AS url,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at') AS created_at
  FROM json_each(:body, '$.workflows');
