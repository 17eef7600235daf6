-- The repositories of every owner, most recently pushed first. The public list of a user
-- never has private repositories; that of an organisation has those that the token may see.
--
-- pages:  link
-- answer: array

-- ask
SELECT json_array(iif(kind = 'organisation', 'orgs', 'users'), key, 'repos') AS path,
       json_object('type', iif(kind = 'organisation', 'all', 'owner'),
                   'sort', 'pushed', 'direction', 'desc', 'per_page', 100) AS query,
       key AS owner
  FROM owner ORDER BY key;

-- A private repository is at least internal. What is null is known to be none (a licence, a
-- description); what is missing is not known.
-- rows repo complete(owner)
SELECT value ->> '$.full_name' AS key,
       :owner AS owner,
       value ->> '$.name' AS name,
       CASE WHEN value ->> '$.private' OR value ->> '$.visibility' IN ('private', 'internal') THEN 'internal' END AS zone,
       value ->> '$.html_url' AS url,
       iif(json_type(value, '$.description') = 'null', '', value ->> '$.description') AS description,
       coalesce(value ->> '$.visibility', iif(value ->> '$.private', 'private', 'public')) AS visibility,
       value ->> '$.fork' AS fork,
       value ->> '$.archived' AS archived,
       value ->> '$.is_template' AS template,
       value ->> '$.default_branch' AS default_branch,
       value ->> '$.language' AS language,
       value ->> '$.license.spdx_id' AS license,
       CASE json_type(value, '$.license') WHEN 'null' THEN 0 WHEN 'object' THEN 1 END AS has_license,
       coalesce(value -> '$.topics', '[]') AS topics,
       value ->> '$.stargazers_count' AS stars,
       value ->> '$.forks_count' AS forks,
       value ->> '$.open_issues_count' AS open_items,
       value ->> '$.size' AS size_kb,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at') AS created_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updated_at') AS updated_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.pushed_at') AS pushed_at
  FROM json_each(:body);
