-- How often every repository was looked at on each of the last 14 days. Only those who may
-- write are told. GitHub forgets older days, so what was read stays, and is asked for
-- every week.
--
-- answer:    object
-- forbidden: 404
-- rank:      50

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'traffic', 'views') AS path,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       strftime('%Y-%W', 'now') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- Today's numbers still grow.
-- rows traffic_day window(repo)
SELECT :repo AS repo, 'views' AS kind, date(value ->> '$.timestamp') AS day, 'internal' AS zone,
       value ->> '$.count' AS count, value ->> '$.uniques' AS uniques
  FROM json_each(:body, '$.views');
