-- The hundred people with the most commits, merges not counted. Whoever has no account is
-- called by name; several of the same name are one. How many contributors there are is known
-- where the list is shorter than that.
--
-- answer:    array
-- forbidden: 404 451
-- rank:      70

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'contributors') AS path,
       json_object('anon', 'true', 'per_page', 100) AS query,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       coalesce(r.pushed_at, '') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- rows contributor complete(repo)
SELECT :repo AS repo, coalesce(value ->> '$.login', value ->> '$.name') AS name, sum(value ->> '$.contributions') AS commits
  FROM json_each(:body) WHERE type = 'object'
 GROUP BY 2;

-- rows repo window
SELECT :repo AS key,
       iif(json_array_length(:body) < 100,
           count(DISTINCT coalesce(value ->> '$.login', value ->> '$.name')), NULL) AS contributor_count
  FROM json_each(:body) WHERE type = 'object';
