-- Alerts of dependencies with known vulnerabilities, also those that were fixed or dismissed.
-- Whoever may not write to the repository, and everybody where it is switched off, is
-- refused: that is not the same as none.
--
-- pages:     link
-- answer:    array
-- forbidden: 404
-- rank:      40

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'dependabot', 'alerts') AS path,
       json_object('sort', 'updated', 'direction', 'desc', 'per_page', 100) AS query,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1'), NULL, 'needs a token') AS forbidden,
       date('now') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- rows alert window(repo)
WITH listed AS MATERIALIZED (SELECT value FROM json_each(:body))
SELECT :repo AS repo, 'dependency' AS kind,
       value ->> '$.number' AS number,
       'internal' AS zone,
       coalesce(value ->> '$.security_vulnerability.severity', value ->> '$.security_advisory.severity') AS severity,
       CASE value ->> '$.state' WHEN 'auto_dismissed' THEN 'dismissed' ELSE value ->> '$.state' END AS state,
       value ->> '$.security_advisory.summary' AS title,
       value ->> '$.security_advisory.classification' AS rule,
       'Dependabot' AS tool,
       value ->> '$.dependency.package.name' AS component,
       value ->> '$.dependency.package.ecosystem' AS ecosystem,
       value ->> '$.dependency.manifest_path' AS manifest,
       value ->> '$.dependency.scope' AS scope,
       value ->> '$.security_vulnerability.vulnerable_version_range' AS affected,
       value ->> '$.security_vulnerability.first_patched_version.identifier' AS fixed_in,
       coalesce(value ->> '$.security_advisory.cve_id', value ->> '$.security_advisory.ghsa_id') AS advisory,
       coalesce(nullif(value ->> '$.security_advisory.cvss_severities.cvss_v4.score', 0),
                nullif(value ->> '$.security_advisory.cvss_severities.cvss_v3.score', 0),
                nullif(value ->> '$.security_advisory.cvss.score', 0)) AS score,
       coalesce(value ->> '$.security_advisory.epss.percentage',
                value ->> '$.security_advisory.epss[0].percentage') AS likelihood,
       iif(value ->> '$.state' = 'auto_dismissed', 'by a rule', value ->> '$.dismissed_reason') AS resolution,
       value ->> '$.html_url' AS url,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at') AS created_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.updated_at') AS updated_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', coalesce(value ->> '$.fixed_at', value ->> '$.dismissed_at',
                                               value ->> '$.auto_dismissed_at')) AS resolved_at
  FROM listed;
