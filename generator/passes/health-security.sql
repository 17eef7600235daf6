-- Health: whether a repository can be harmed, and whether somebody would notice.
-- A security policy counts 6. Alerts count 6, less what is open: 4 for a critical one, 2 for a
-- high one, 1 for a medium one, 0.5 for a low one, and twice that once it has been open longer
-- than it should be (7, 30, 90 and 180 days); one that is not rated counts as medium, one that
-- only informs does not. Where dependencies are not watched there are no points. Alerts are told
-- to those who work on a repository; in an edition for others they are not known. Protection
-- counts 4 for the default branch: half of it for any rule, a quarter each for a required
-- approval and a required check; where only the source's word is known, its yes counts in full.
-- Pinned counts 2: the share of the actions which workflows use that is fixed to a commit, and not
-- to a name that can be moved (see OpenSSF Scorecard's Pinned-Dependencies); as far as the list
-- of dependencies has them. Which permissions workflows have, no source tells yet.
--
-- setting: security (6, 0 to 100): points for a security policy; 0 takes the component out
-- setting: alerts (6, 0 to 100): points where no alert is open; 0 takes the component out
-- setting: protection (4, 0 to 100): points for a protected default branch; 0 takes the component out
-- setting: pinned (2, 0 to 100): points for actions that are fixed to a commit; 0 takes the component out

-- rows score_part
WITH weight (component, maximum, effort, remedy) AS (
  VALUES ('security', :security, 1, 'Add a file SECURITY.md that says how to report a vulnerability.'),
         ('alerts', :alerts, 2, 'Go through the open alerts, the most severe first: update, repair, or dismiss with a reason.'),
         ('protection', :protection, 0.5, 'Protect the default branch: require an approval and a check before a change is merged.'),
         ('pinned', :pinned, 1, 'Fix every action that a workflow uses to the full hash of a commit.')
), severity (name, points, days) AS (
  VALUES ('critical', 4.0, 7), ('high', 2.0, 30), ('medium', 1.0, 90), ('low', 0.5, 180), ('info', 0.0, 180)
), file AS MATERIALIZED (
  SELECT source, repo, min(path) AS path FROM repo_file WHERE kind = 'security' GROUP BY source, repo
), danger AS MATERIALIZED (
  SELECT a.source, a.repo, sum(a.state = 'open') AS open,
         total(iif(a.state = 'open', s.points * iif(unixepoch() - unixepoch(a.created_at) > 86400 * s.days, 2, 1), 0)) AS points,
         total(a.state = 'open' AND unixepoch() - unixepoch(a.created_at) > 86400 * s.days) AS late
    FROM alert a CROSS JOIN severity s ON s.name = coalesce(a.severity, 'medium')
   GROUP BY a.source, a.repo
), asked AS MATERIALIZED (
  SELECT c.source, c.repo, max(c.known) AS known
    FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration = s.system || '/dependabot'
   GROUP BY c.source, c.repo
), rule AS MATERIALIZED (            -- of both kinds
  SELECT source, repo, max(approvals) AS approvals, max(checks) AS checks FROM (
    SELECT source, repo, branch, approvals, coalesce(json_array_length(checks), 0) AS checks FROM branch_rule
     UNION ALL
    SELECT source, repo, branch, approvals, coalesce(json_array_length(checks), 0) FROM branch_protection)
   GROUP BY source, repo
), action AS MATERIALIZED (
  SELECT source, repo, count(*) AS total, sum(length(version) = 40 AND version NOT GLOB '*[^0-9a-f]*') AS pinned
    FROM dependency WHERE ecosystem IN ('githubactions', 'actions') GROUP BY source, repo
), fact AS MATERIALIZED (
  SELECT r.source, r.key AS repo, max(coalesce(r.has_security, r.security_policy), coalesce(r.security_policy, r.has_security)) AS has_security,
         f.path, s.alerts_enabled, coalesce(d.open, 0) AS open, coalesce(d.points, 0) AS lost, coalesce(d.late, 0) AS late,
         d.repo IS NOT NULL OR (s.alerts_enabled IS 1 AND k.known IS 1) AS alerts_known,
         b.protected, u.approvals, u.checks, u.repo IS NOT NULL AS rules_known, a.total, a.pinned
    FROM repo r
    LEFT JOIN file f ON f.source = r.source AND f.repo = r.key
    LEFT JOIN repo_security s ON s.source = r.source AND s.repo = r.key
    LEFT JOIN danger d ON d.source = r.source AND d.repo = r.key
    LEFT JOIN asked k ON k.source = r.source AND k.repo = r.key
    LEFT JOIN branch b ON b.source = r.source AND b.repo = r.key AND b.name = r.default_branch
    LEFT JOIN rule u ON u.source = r.source AND u.repo = r.key
    LEFT JOIN action a ON a.source = r.source AND a.repo = r.key
), part (source, repo, component, share, reason) AS (
  SELECT source, repo, 'security', 1.0 * has_security,
         CASE has_security WHEN 1 THEN 'Has a security policy' || coalesce(' (' || path || ')', '')
                           WHEN 0 THEN 'Has no security policy'
                           ELSE 'no source told whether it has a security policy' END
    FROM fact
   UNION ALL
  SELECT source, repo, 'alerts',
         CASE WHEN alerts_enabled = 0 AND NOT open THEN 0.0 WHEN alerts_known THEN max(1 - lost / 6, 0.0) END,
         CASE WHEN alerts_enabled = 0 AND NOT open THEN 'Nobody watches its dependencies for vulnerabilities'
              WHEN NOT alerts_known THEN 'its alerts were not read, or are not for this edition'
              WHEN open THEN printf('Open alerts: %d, of these %d for too long; they weigh %g', open, late, lost)
              ELSE 'No open alert' END
    FROM fact
   UNION ALL
  SELECT source, repo, 'protection',
         CASE WHEN NOT protected THEN 0.0
              WHEN protected AND rules_known THEN 0.5 + 0.25 * (coalesce(approvals, 0) > 0) + 0.25 * (checks > 0)
              WHEN protected THEN 1.0 END,
         CASE WHEN protected IS NULL THEN 'no source told whether the default branch is protected'
              WHEN NOT protected THEN 'Nothing protects the default branch'
              WHEN rules_known THEN printf('The default branch is protected; required approvals: %d, required checks: %d', coalesce(approvals, 0), checks)
              ELSE 'The default branch is protected; how is not told' END
    FROM fact
   UNION ALL
  SELECT source, repo, 'pinned', 1.0 * pinned / total,
         iif(total IS NULL, 'no source told which actions it uses',
             printf('Actions of workflows that are fixed to a commit: %d of %d', pinned, total))
    FROM fact
)
SELECT p.source, p.repo, p.component, round(p.share * w.maximum, 1) AS points, w.maximum,
       iif(p.share IS NULL, 'Not known: ' || p.reason || '.',
           printf('%s: %g of %g points.', p.reason, round(p.share * w.maximum, 1), w.maximum)) AS reason,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.remedy, NULL) AS remedy,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.effort, NULL) AS effort
  FROM part p CROSS JOIN weight w ON w.component = p.component AND w.maximum > 0;
