-- Commits of the last 52 weeks, day by day, on the default branch and without merges. Who made
-- them is not told. A repository without a commit has none.
--
-- answer:    array
-- forbidden: 404 451
-- rank:      45

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'stats', 'commit_activity') AS path,
       coalesce(r.pushed_at, '') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- rows commit_day complete(repo)
SELECT :repo AS repo,
       date(w.value ->> '$.week', 'unixepoch', '+' || d.key || ' days') AS day,
       d.value AS commits
  FROM json_each(:body) w, json_each(w.value, '$.days') d
 WHERE d.value > 0;
