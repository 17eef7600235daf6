-- How much of every repository is written in what, as GitHub counts it.
--
-- answer:    object
-- forbidden: 404 451
-- rank:      55

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'languages') AS path,
       coalesce(r.pushed_at, '') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- rows language complete(repo)
SELECT :repo AS repo, key AS name, value AS bytes FROM json_each(:body);
