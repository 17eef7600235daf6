-- The repositories of every owner, most recently pushed first. The list of a user is public,
-- but for the one whose token asks; that of an organisation has what the token may see. The
-- settings include, exclude, topic, archived and forks choose among them.
--
-- pages:  link
-- answer: array
-- rank:   1

-- ask
SELECT CASE WHEN viewer THEN json_array('user', 'repos')
            WHEN kind = 'organisation' THEN json_array('orgs', key, 'repos')
            ELSE json_array('users', key, 'repos') END AS path,
       iif(viewer, json_object('affiliation', 'owner', 'sort', 'pushed', 'direction', 'desc', 'per_page', 100),
                   json_object('type', iif(kind = 'organisation', 'all', 'owner'),
                               'sort', 'pushed', 'direction', 'desc', 'per_page', 100)) AS query,
       key AS owner
  FROM owner
 WHERE NOT EXISTS (SELECT 1 FROM setting WHERE key = 'app')
 ORDER BY key;

-- A private repository is at least internal. What is null is known to be none (a licence, a
-- description); what is missing is not known.
-- rows repo complete(owner)
WITH listed AS MATERIALIZED (
  SELECT value AS repo, lower(value ->> '$.full_name') AS full_name, lower(value ->> '$.name') AS name FROM json_each(:body)
), wanted AS (
  SELECT *, (SELECT count(*) FROM setting WHERE key = 'include') AS includes,
         (SELECT count(*) FROM setting WHERE key = 'topic') AS topics
    FROM listed
), chosen AS MATERIALIZED (
  SELECT repo
    FROM wanted
   WHERE lower(coalesce(repo ->> '$.owner.login', :owner)) = lower(:owner)
     AND (NOT includes OR EXISTS (SELECT 1 FROM setting WHERE key = 'include'
                                     AND (full_name GLOB lower(value) OR name GLOB lower(value))))
     AND NOT EXISTS (SELECT 1 FROM setting WHERE key = 'exclude'
                        AND (full_name GLOB lower(value) OR name GLOB lower(value)))
     AND (NOT topics OR EXISTS (SELECT 1 FROM json_each(repo, '$.topics') t JOIN setting s ON s.key = 'topic'
                                 WHERE lower(t.value) = lower(s.value)))
     AND NOT (coalesce(repo ->> '$.archived', 0) AND EXISTS (SELECT 1 FROM setting WHERE key = 'archived' AND value = 'skip'))
     AND NOT (coalesce(repo ->> '$.fork', 0) AND EXISTS (SELECT 1 FROM setting WHERE key = 'forks' AND value = 'skip'))
)
SELECT repo ->> '$.full_name' AS key,
       :owner AS owner,
       repo ->> '$.name' AS name,
       CASE WHEN repo ->> '$.private' OR repo ->> '$.visibility' IN ('private', 'internal') THEN 'internal' END AS zone,
       repo ->> '$.html_url' AS url,
       iif(json_type(repo, '$.description') = 'null', '', repo ->> '$.description') AS description,
       coalesce(repo ->> '$.visibility', iif(repo ->> '$.private', 'private', 'public')) AS visibility,
       repo ->> '$.fork' AS fork,
       repo ->> '$.archived' AS archived,
       repo ->> '$.is_template' AS template,
       repo ->> '$.default_branch' AS default_branch,
       repo ->> '$.language' AS language,
       repo ->> '$.license.spdx_id' AS license,
       CASE json_type(repo, '$.license') WHEN 'null' THEN 0 WHEN 'object' THEN 1 END AS has_license,
       coalesce(repo -> '$.topics', '[]') AS topics,
       repo ->> '$.stargazers_count' AS stars,
       repo ->> '$.forks_count' AS forks,
       repo ->> '$.open_issues_count' AS open_items,
       repo ->> '$.size' AS size_kb,
       strftime('%Y-%m-%dT%H:%M:%SZ', repo ->> '$.created_at') AS created_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', repo ->> '$.updated_at') AS updated_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', repo ->> '$.pushed_at') AS pushed_at
  FROM chosen;
