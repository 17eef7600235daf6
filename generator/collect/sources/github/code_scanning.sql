-- What scanners found in the code, also what was fixed or dismissed. Where nothing scans, or to
-- those who may not write, GitHub refuses: that is not the same as nothing found.
--
-- pages:     link
-- answer:    array
-- forbidden: 404
-- rank:      45

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'code-scanning', 'alerts') AS path,
       json_object('sort', 'updated', 'direction', 'desc', 'per_page', 100) AS query,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       date('now') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- rows alert window(repo)
SELECT :repo AS repo, 'code' AS kind,
       value ->> '$.number' AS number,
       'internal' AS zone,
       CASE coalesce(value ->> '$.rule.security_severity_level', value ->> '$.rule.severity')
            WHEN 'error' THEN 'high' WHEN 'warning' THEN 'medium' WHEN 'note' THEN 'low' WHEN 'none' THEN 'info'
            ELSE coalesce(value ->> '$.rule.security_severity_level', value ->> '$.rule.severity') END AS severity,
       CASE value ->> '$.state' WHEN 'closed' THEN 'fixed' ELSE value ->> '$.state' END AS state,
       coalesce(value ->> '$.rule.description', value ->> '$.rule.name', value ->> '$.rule.id') AS title,
       value ->> '$.rule.id' AS rule,
       value ->> '$.tool.name' AS tool,
       value ->> '$.most_recent_instance.location.path' AS component,
       value ->> '$.dismissed_reason' AS resolution,
       value ->> '$.html_url' AS url,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at') AS created_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updated_at') AS updated_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', coalesce(value ->> '$.fixed_at', value ->> '$.dismissed_at')) AS resolved_at
  FROM json_each(:body);
