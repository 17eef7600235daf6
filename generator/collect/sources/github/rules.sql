-- The rules of all rulesets that hold for the default branch. A private repository of a free
-- account cannot have any, and does not say so.
--
-- pages:     link
-- answer:    array
-- forbidden: 404
-- rank:      55

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'rules', 'branches', r.default_branch) AS path,
       json_object('per_page', 100) AS query,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       iif(r.default_branch IS NULL OR r.pushed_at IS NULL, 'no branch is known', NULL) AS absent,
       r.default_branch AS branch,
       coalesce(r.pushed_at, '') || strftime(' %Y-%W', 'now') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- rows branch_rule complete(repo)
SELECT :repo AS repo, :branch AS branch,
       value ->> '$.ruleset_id' AS ruleset,
       value ->> '$.type' AS type,
       lower(value ->> '$.ruleset_source_type') AS level,
       value ->> '$.parameters.required_approving_review_count' AS approvals,
       iif(json_type(value, '$.parameters.required_status_checks') = 'array',
           (SELECT json_group_array(c.value ->> '$.context')
              FROM json_each(r.value -> '$.parameters.required_status_checks') c), NULL) AS checks
  FROM json_each(:body) r;
