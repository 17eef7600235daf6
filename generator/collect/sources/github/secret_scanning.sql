-- Secrets that were found in the repository, also those that were dealt with. The secrets
-- themselves are never asked for. Where it is switched off, or to those who may not see them,
-- GitHub refuses: that is not the same as none found.
--
-- pages:     link
-- answer:    array
-- forbidden: 404
-- rank:      40

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'secret-scanning', 'alerts') AS path,
       json_object('hide_secret', 'true', 'sort', 'updated', 'direction', 'desc', 'per_page', 100) AS query,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       date('now') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- rows alert window(repo)
SELECT :repo AS repo, 'secret' AS kind,
       value ->> '$.number' AS number,
       'restricted' AS zone,
       iif(value ->> '$.validity' = 'active', 'critical', 'high') AS severity,
       CASE WHEN value ->> '$.state' = 'open' THEN 'open'
            WHEN value ->> '$.resolution' = 'revoked' THEN 'fixed'
            ELSE 'dismissed' END AS state,
       coalesce(value ->> '$.secret_type_display_name', value ->> '$.secret_type') AS title,
       value ->> '$.secret_type' AS rule,
       'Secret scanning' AS tool,
       CASE value ->> '$.validity' WHEN 'active' THEN 1 WHEN 'inactive' THEN 0 END AS valid,
       value ->> '$.publicly_leaked' AS leaked,
       value ->> '$.resolution' AS resolution,
       value ->> '$.html_url' AS url,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at') AS created_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updated_at') AS updated_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.resolved_at') AS resolved_at
  FROM json_each(:body);
