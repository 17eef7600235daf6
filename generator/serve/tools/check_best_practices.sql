-- What is missing of good practice: community files, continuous integration, hygiene, each with
-- the evidence and what to do; and how many repositories each check found nothing in.
-- Findings of security are in audit_security.
--
-- title:     Check best practices
-- parameter: repo_name (text): only of this repository, owner/name
-- parameter: groups (some of community|ci|hygiene|governance|flow, default ["community", "ci", "hygiene"]): which checks
-- parameter: limit (integer 1 to 200, default 50): how many findings at most
-- types:     findings_total integer, found integer

-- refuse
SELECT printf('No repository is called %s here; scan_portfolio lists them.', :repo_name) AS message
 WHERE :repo_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM repo WHERE key = :repo_name);

-- result
SELECT count(*) AS findings_total FROM finding f JOIN declaration d ON d.kind = 'check' AND d.name = f.rule
 WHERE d."group" IN (SELECT value FROM json_each(:groups)) AND (:repo_name IS NULL OR f.repo = :repo_name);

-- findings limit
SELECT f.rule || ':' || f.key AS name, f.rule, d."group", f.source, f.repo, f.severity, f.message, f.evidence AS reason, d.remedy AS action, d.reference
  FROM finding f JOIN declaration d ON d.kind = 'check' AND d.name = f.rule
 WHERE d."group" IN (SELECT value FROM json_each(:groups)) AND (:repo_name IS NULL OR f.repo = :repo_name)
 ORDER BY instr('critical high medium low info', f.severity), f.rule, f.source, f.key;

-- What is checked, whether or not anything was found.
-- practices
SELECT d.name AS rule, d."group", d.summary, d.severity,
       (SELECT count(*) FROM finding f WHERE f.rule = d.name AND (:repo_name IS NULL OR f.repo = :repo_name)) AS found
  FROM declaration d WHERE d.kind = 'check' AND d."group" IN (SELECT value FROM json_each(:groups)) ORDER BY d."group", d.name;
