-- How the default branch is protected by the older kind of rule. Only administrators are told;
-- the same answer means that there is no such rule.
--
-- answer:    object
-- forbidden: 404
-- rank:      60

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'branches', b.name, 'protection') AS path,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       iif(b.protected, NULL, 'nothing protects the branch') AS absent,
       strftime('%Y-%W', 'now') AS validator,
       r.key AS repo, b.name AS branch
  FROM repo r JOIN branch b ON b.repo = r.key AND b.name = r.default_branch
 WHERE b.protected IS NOT NULL
 ORDER BY r.pushed_at DESC, r.key;

-- rows branch_protection complete(repo)
SELECT :repo AS repo, :branch AS branch, 'internal' AS zone,
       iif(json_type(doc, '$.required_pull_request_reviews') = 'object',
           coalesce(doc ->> '$.required_pull_request_reviews.required_approving_review_count', 0), 0) AS approvals,
       coalesce(doc ->> '$.required_pull_request_reviews.require_code_owner_reviews', 0) AS code_owners,
       (SELECT json_group_array(value) FROM json_each(doc, '$.required_status_checks.contexts')) AS checks,
       coalesce(doc ->> '$.required_status_checks.strict', 0) AS up_to_date,
       doc ->> '$.enforce_admins.enabled' AS admins,
       doc ->> '$.allow_force_pushes.enabled' AS force_push,
       doc ->> '$.allow_deletions.enabled' AS deletion,
       doc ->> '$.required_signatures.enabled' AS signatures,
       doc ->> '$.required_linear_history.enabled' AS linear,
       doc ->> '$.required_conversation_resolution.enabled' AS conversations
  FROM (SELECT :body AS doc);
