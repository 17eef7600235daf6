-- Milestones, of repositories whose issues have any.
--
-- pages:  link
-- answer: array
-- absent: 404 410 451
-- rank:   60

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'milestones') AS path,
       json_object('state', 'all', 'sort', 'due_on', 'direction', 'desc', 'per_page', 100) AS query,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       iif(i.milestones, NULL, 'no issue with a milestone is known') AS absent,
       i.updated_at || strftime(' %Y-%W', 'now') AS validator,
       r.key AS repo
  FROM repo r
  LEFT JOIN (SELECT repo, count(milestone) AS milestones, max(updated_at) AS updated_at
               FROM issue GROUP BY repo) i ON i.repo = r.key
 ORDER BY max(r.pushed_at, coalesce(i.updated_at, '')) DESC, r.key;

-- rows milestone complete(repo)
SELECT :repo AS repo,
       value ->> '$.number' AS number,
       value ->> '$.title' AS title,
       value ->> '$.description' AS description,
       value ->> '$.state' AS state,
       value ->> '$.open_issues' AS open_items,
       value ->> '$.closed_issues' AS closed_items,
       value ->> '$.html_url' AS url,
       date(value ->> '$.due_on') AS due_on,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at') AS created_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.closed_at') AS closed_at
  FROM json_each(:body);
