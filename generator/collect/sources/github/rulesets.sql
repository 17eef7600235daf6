-- The rulesets of every repository, with those of its owner, whether or not they are in force.
--
-- pages:     link
-- answer:    array
-- forbidden: 404
-- rank:      75

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'rulesets') AS path,
       json_object('includes_parents', 'true', 'per_page', 100) AS query,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       coalesce(r.pushed_at, '') || strftime(' %Y-%W', 'now') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- rows ruleset complete(repo)
SELECT :repo AS repo,
       value ->> '$.id' AS id,
       value ->> '$.name' AS name,
       value ->> '$.target' AS target,
       lower(value ->> '$.source_type') AS level,
       value ->> '$.enforcement' AS enforcement,
       value ->> '$._links.html.href' AS url
  FROM json_each(:body);
