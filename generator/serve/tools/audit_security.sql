-- What is dangerous: open alerts of scanners, and what the checks of security and dependencies
-- found. alerts_known counts the repositories whose alerts of dependencies this edition may know;
-- not_known names the others: no alert of theirs means nothing.
--
-- title:     Audit security
-- parameter: repo_name (text): only of this repository, owner/name
-- parameter: severity (one of critical|high|medium|low|info, default info): nothing less severe than this; what nobody rated is told always
-- parameter: limit (integer 1 to 200, default 50): how many of each at most
-- types:     repo_count integer, alerts_known integer, cvss number, likelihood number, tier integer

-- refuse
SELECT printf('No repository is called %s here; scan_portfolio lists them.', :repo_name) AS message
 WHERE :repo_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM repo WHERE key = :repo_name);

-- result
SELECT count(*) AS repo_count, count(s.open_alerts) AS alerts_known
  FROM repo r LEFT JOIN repo_security s ON s.source = r.source AND s.repo = r.key WHERE :repo_name IS NULL OR r.key = :repo_name;

-- alerts limit
SELECT a.kind || ':' || a.repo || '#' || a.number AS name, a.source, a.repo, a.kind, a.severity, t.severity AS rated, t.basis AS reason, a.title, a.component, a.affected, a.fixed_in, a.advisory,
       a.score AS cvss, a.likelihood, t.remedy AS action, a.url, a.created_at AS opened_at
  FROM alert a LEFT JOIN item t ON t.kind = 'alert' AND t.source = a.source AND t.key = a.kind || ':' || a.repo || '#' || a.number
 WHERE a.state = 'open' AND (:repo_name IS NULL OR a.repo = :repo_name)
   AND instr('critical high medium low info', coalesce(t.severity, a.severity, 'critical')) <= instr('critical high medium low info', :severity)
 ORDER BY instr('critical high medium low info', coalesce(t.severity, a.severity, 'medium')), a.likelihood DESC, a.created_at, a.source, a.repo, a.kind, a.number;

-- findings limit
SELECT f.rule || ':' || f.key AS name, f.rule, d."group", f.source, f.repo, f.severity, f.message, f.evidence AS reason, d.remedy AS action, d.reference, e.since, e.tier
  FROM finding f
  JOIN declaration d ON d.kind = 'check' AND d.name = f.rule AND d."group" IN ('security', 'dependencies')
  LEFT JOIN finding_state e ON e.found_by = f.rule AND e.source = f.source AND e.key = f.key
 WHERE (:repo_name IS NULL OR f.repo = :repo_name)
   AND instr('critical high medium low info', f.severity) <= instr('critical high medium low info', :severity)
 ORDER BY instr('critical high medium low info', f.severity), f.rule, f.source, f.key;

-- What a waiver accepts for a time.
-- accepted limit
SELECT w.found_by || ':' || w.key AS name, w.source, w.repo, w.severity, w.message, w.who, w.why AS reason, w.until
  FROM waived_finding w JOIN declaration d ON d.kind = 'check' AND d.name = w.found_by AND d."group" IN ('security', 'dependencies')
 WHERE :repo_name IS NULL OR w.repo = :repo_name ORDER BY w.until, w.found_by, w.source, w.key;

-- not_known limit
SELECT r.key AS name, r.source,
       coalesce(iif(s.alerts_enabled = 0, 'Its dependencies are not watched.', NULL), iif(s.source IS NOT NULL, 'Its alerts could not be read.', NULL),
                'Its alerts were not read, or are not for this edition.') AS reason
  FROM repo r LEFT JOIN repo_security s ON s.source = r.source AND s.repo = r.key
 WHERE s.open_alerts IS NULL AND (:repo_name IS NULL OR r.key = :repo_name) ORDER BY lower(r.key), r.key, r.source;
