-- Issues and pull requests of every repository, in the order in which they changed.
-- After the first time only what changed since is asked for. Where issues are switched off,
-- or the repository is blocked, there are none.
--
-- pages:  link
-- answer: array
-- absent: 404 410 451
-- cursor: updated_at

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'issues') AS path,
       json_object('state', 'all', 'sort', 'updated', 'direction', 'asc',
                   'since', s.cursor, 'per_page', 100) AS query,
       r.key AS repo
  FROM repo r
  LEFT JOIN scope s ON s.declaration = 'small/issues' AND s.key = r.key AND s.hash = :hash
 ORDER BY r.pushed_at DESC, r.key;

-- A label may be an object or a bare word; a deleted user's place is taken by "ghost"; an
-- empty body comes as null.
-- rows issue window(repo)
WITH i AS MATERIALIZED (SELECT value FROM json_each(:body))
SELECT :repo AS repo,
       value ->> '$.number' AS number,
       iif(json_type(value, '$.pull_request') = 'object', 'pull', 'issue') AS kind,
       value ->> '$.title' AS title,
       iif(json_type(value, '$.body') = 'null', '', value ->> '$.body') AS body,
       value ->> '$.html_url' AS url,
       value ->> '$.state' AS state,
       value ->> '$.state_reason' AS state_reason,
       coalesce(value ->> '$.user.login', 'ghost') AS author,
       (SELECT json_group_array(a.value ->> '$.login') FROM json_each(i.value -> '$.assignees') a) AS assignees,
       (SELECT json_group_array(iif(l.type = 'object', l.value ->> '$.name', l.atom))
          FROM json_each(i.value -> '$.labels') l) AS labels,
       value ->> '$.milestone.title' AS milestone,
       date(value ->> '$.milestone.due_on') AS due_on,
       value ->> '$.draft' AS draft,
       value ->> '$.comments' AS comments,
       value ->> '$.node_id' AS node_id,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at') AS created_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updated_at') AS updated_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.closed_at') AS closed_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.pull_request.merged_at') AS merged_at
  FROM i;
