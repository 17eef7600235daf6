-- The open issues and pull requests of all repositories of an owner at once, where site.conf
-- says "issues = search": at most 1,000, in the order in which they changed. After the first
-- time all that changed since are asked for, so that what was closed is seen.
--
-- pages:  link
-- items:  $.items
-- answer: object
-- cursor: updated_at
-- rank:   10

-- ask
SELECT json_array('search', 'issues') AS path,
       json_object('q', printf('user:%s %s', o.key, coalesce('updated:>=' || s.cursor, 'is:open')),
                   'sort', 'updated', 'order', 'asc', 'per_page', 100) AS query,
       o.key AS owner
  FROM owner o
  LEFT JOIN scope s ON s.declaration = 'github/search' AND s.key = o.key AND s.hash = :hash
 WHERE EXISTS (SELECT 1 FROM setting WHERE key = 'issues' AND value = 'search')
   AND EXISTS (SELECT 1 FROM repo r WHERE r.owner = o.key)
 ORDER BY o.key;

-- The repository's address ends with its owner and name. What is not in the list of
-- repositories is left out.
-- rows issue window(owner)
WITH i AS MATERIALIZED (SELECT value FROM json_each(:body, '$.items'))
SELECT r.key AS repo,
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
       value ->> '$.type.name' AS type,
       value ->> '$.reactions.total_count' AS reactions,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at') AS created_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updated_at') AS updated_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.closed_at') AS closed_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.pull_request.merged_at') AS merged_at
  FROM i
 CROSS JOIN repo r ON r.owner = :owner
   AND r.key = substr(i.value ->> '$.repository_url',
                      instr(i.value ->> '$.repository_url', '/repos/') + length('/repos/'));
