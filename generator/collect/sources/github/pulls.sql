-- Open pull requests: branches, whose review was asked for, whether it merges by itself.
--
-- pages:  link
-- answer: array
-- rank:   20

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'pulls') AS path,
       json_object('state', 'open', 'sort', 'updated', 'direction', 'desc', 'per_page', 100) AS query,
       iif(i.pulls IS NULL, 'no open pull request is known', NULL) AS absent,
       i.pulls || ' ' || i.updated_at AS validator,
       r.key AS repo
  FROM repo r
  LEFT JOIN (SELECT repo, count(*) AS pulls, max(updated_at) AS updated_at FROM issue
              WHERE kind = 'pull' AND state = 'open' GROUP BY repo) i ON i.repo = r.key
 ORDER BY max(r.pushed_at, coalesce(i.updated_at, '')) DESC, r.key;

-- A team is asked as "owner/team". The branch of a repository that is gone has no owner.
-- rows issue window(repo)
SELECT i.repo, i.number,
       p.value ->> '$.draft' AS draft,
       iif(p.value ->> '$.head.repo.full_name' = p.value ->> '$.base.repo.full_name',
           p.value ->> '$.head.ref', coalesce(p.value ->> '$.head.label', p.value ->> '$.head.ref')) AS head_branch,
       p.value ->> '$.head.sha' AS head,
       p.value ->> '$.base.ref' AS base_branch,
       (SELECT json_group_array(name)
          FROM (SELECT u.value ->> '$.login' AS name FROM json_each(p.value -> '$.requested_reviewers') u
                 UNION ALL
                SELECT substr(i.repo, 1, instr(i.repo, '/')) || (t.value ->> '$.slug')
                  FROM json_each(p.value -> '$.requested_teams') t)) AS reviewers,
       CASE json_type(p.value, '$.auto_merge') WHEN 'null' THEN 0 WHEN 'object' THEN 1 END AS auto_merge
  FROM json_each(:body) p
  JOIN issue i ON i.repo = :repo AND i.number = p.value ->> '$.number';
