-- Scorecard: how safely a repository is made, from 0 to 10, by the checks of OpenSSF Scorecard that the facts allow.
-- Checks and how they score are those of version 5.5.0 (https://github.com/ossf/scorecard, docs/checks.md);
-- the total is the mean of the known ones, weighted by risk: critical 10, high 7.5, medium 5, low 2.5.
-- What cannot be told exactly is inconclusive and left out, as there. Maintained: commits in the last 90
-- days for each week of them; 0 when archived or younger than that; where there are too few, and
-- somebody touched an issue, who that was is not known. Branch-Protection: the tiers of the default
-- branch, without what only administrators are told. Vulnerabilities: 10 less the open alerts of
-- dependencies. Security-Policy: 0 where there is none; what it says is not read.
-- Dependency-Update-Tool: a bot has updated something. CI-Tests: of the last 30 merged pull requests
-- whose checks are known, those that passed. License: 9 for one, 1 more where OSI or FSF approve it. Eleven checks need
-- what no source tells: Binary-Artifacts, CII-Best-Practices, Code-Review, Contributors,
-- Dangerous-Workflow, Fuzzing, Packaging, Pinned-Dependencies, SAST, Signed-Releases, Token-Permissions.
--
-- setting: critical (10, 0 to 100): weight of a check whose risk is critical
-- setting: high (7.5, 0 to 100): of one whose risk is high
-- setting: medium (5, 0 to 100): of one whose risk is medium
-- setting: low (2.5, 0 to 100): of one whose risk is low

-- rows model_score
WITH weight (part, weight) AS (
  VALUES ('Branch-Protection', 1.0 * :high), ('CI-Tests', 1.0 * :low), ('Dependency-Update-Tool', 1.0 * :high), ('License', 1.0 * :low),
         ('Maintained', 1.0 * :high), ('Security-Policy', 1.0 * :medium), ('Vulnerabilities', 1.0 * :high)
), all_checks (weight) AS (
  VALUES (1.0 * :critical + 8 * :high + 5 * :medium + 4 * :low) -- of all 18, those too that are never known here
), refused (license) AS (            -- neither OSI nor FSF approve them
  VALUES ('BUSL-*'), ('SSPL-*'), ('Elastic-*'), ('JSON'), ('CC-BY-N*'), ('PolyForm-*'), ('Hippocratic-*'), ('Parity-*'), ('FSL-*')
), bot (author) AS (
  VALUES ('dependabot[bot]'), ('dependabot-preview[bot]'), ('renovate[bot]'), ('renovate-bot'), ('pyup-bot'), ('greenkeeper[bot]')
), clock AS MATERIALIZED (
  SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days') AS d90
), worked AS MATERIALIZED (
  SELECT source, repo, total(commits) FILTER (WHERE day >= date(d90)) AS commits FROM commit_day CROSS JOIN clock GROUP BY source, repo
), asked AS MATERIALIZED (
  SELECT c.source, c.repo, substr(c.declaration, length(s.system) + 2) AS what, max(c.known) AS known
    FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration IN (s.system || '/issues', s.system || '/dependabot')
   GROUP BY c.source, c.repo, what
), item AS MATERIALIZED (
  SELECT source, repo, sum(kind = 'issue' AND updated_at >= d90) AS touched, max(kind = 'pull' AND author IN (SELECT author FROM bot)) AS updates
    FROM issue CROSS JOIN clock GROUP BY source, repo
), merged AS (
  SELECT source, repo, ci_state = 'success' AS good, row_number() OVER (PARTITION BY source, repo ORDER BY merged_at DESC, number DESC) AS nth
    FROM issue WHERE merged_at IS NOT NULL AND ci_state IS NOT NULL
), tested AS MATERIALIZED (
  SELECT source, repo, count(*) AS total, sum(good) AS good FROM merged WHERE nth <= 30 GROUP BY source, repo
), danger AS MATERIALIZED (
  SELECT source, repo, count(DISTINCT iif(state = 'open' AND kind = 'dependency', coalesce(advisory, 'number ' || number), NULL)) AS open
    FROM alert GROUP BY source, repo
), ruled AS (
  SELECT source, repo, branch, approvals, checks, NULL AS code_owners, type = 'non_fast_forward' AS no_force, type = 'deletion' AS no_deletion FROM branch_rule
   UNION ALL
  SELECT source, repo, branch, approvals, checks, code_owners, force_push = 0, deletion = 0 FROM branch_protection
), protection AS MATERIALIZED (
  SELECT u.source, u.repo, max(coalesce(u.no_force, 0)) + max(coalesce(u.no_deletion, 0)) AS basic, max(coalesce(u.approvals, 0)) AS approvals,
         max(coalesce(json_array_length(u.checks), 0)) AS checks, max(coalesce(u.code_owners, 0)) AS code_owners
    FROM ruled u JOIN repo r ON r.source = u.source AND r.key = u.repo AND r.default_branch = u.branch GROUP BY u.source, u.repo
), tiered AS (
  SELECT *, CASE WHEN basic < 2 THEN CAST(1.5 * basic AS INTEGER) WHEN approvals = 0 THEN 3 WHEN checks = 0 THEN 6
                 WHEN approvals < 2 OR NOT code_owners THEN CAST(8 + 0.5 * ((approvals >= 2) + code_owners) AS INTEGER) ELSE 10 END AS score
    FROM protection
), fact AS MATERIALIZED (
  SELECT r.source, r.key AS repo, r.archived, min(coalesce(r.created_at, r.first_commit_at), coalesce(r.first_commit_at, r.created_at)) >= d90 AS young,
         coalesce(w.commits, iif(coalesce(r.last_commit_at, r.pushed_at) < d90 OR r.commit_count = 0, 0, NULL)) AS commits,
         iif(coalesce(own.known, every.known, i.repo IS NOT NULL), coalesce(i.touched, 0), NULL) AS touched, i.updates,
         b.protected, t.score AS tiers, t.basic, t.approvals, t.checks,
         c.total, c.good, coalesce(d.open, 0) AS open, d.repo IS NOT NULL OR (s.alerts_enabled IS 1 AND k.known IS 1) AS alerts_known,
         max(coalesce(r.has_security, r.security_policy), coalesce(r.security_policy, r.has_security)) AS has_security,
         iif(r.license IS NULL, r.has_license, 1) AS has_license, r.license,
         r.license <> 'NOASSERTION' AND NOT EXISTS (SELECT 1 FROM refused WHERE r.license GLOB refused.license) AS approved
    FROM clock CROSS JOIN repo r
    LEFT JOIN worked w ON w.source = r.source AND w.repo = r.key
    LEFT JOIN item i ON i.source = r.source AND i.repo = r.key
    LEFT JOIN asked own ON own.source = r.source AND own.repo = r.key AND own.what = 'issues'
    LEFT JOIN asked every ON every.source = r.source AND every.repo IS NULL AND every.what = 'issues'
    LEFT JOIN asked k ON k.source = r.source AND k.repo = r.key AND k.what = 'dependabot'
    LEFT JOIN branch b ON b.source = r.source AND b.repo = r.key AND b.name = r.default_branch
    LEFT JOIN tiered t ON t.source = r.source AND t.repo = r.key
    LEFT JOIN tested c ON c.source = r.source AND c.repo = r.key
    LEFT JOIN danger d ON d.source = r.source AND d.repo = r.key
    LEFT JOIN repo_security s ON s.source = r.source AND s.repo = r.key
), judged AS (
  SELECT f.source, f.repo, w.part, w.weight,
         CASE w.part
              WHEN 'Branch-Protection' THEN iif(f.protected = 0, 0, f.tiers)
              WHEN 'CI-Tests' THEN 10 * f.good / f.total
              WHEN 'Dependency-Update-Tool' THEN iif(f.updates, 10, NULL)
              WHEN 'License' THEN iif(f.has_license = 0, 0, 9 * f.has_license + coalesce(f.approved, 0))
              WHEN 'Maintained' THEN CASE WHEN f.archived OR f.young THEN 0
                                          WHEN f.commits >= 12 OR f.touched = 0 THEN CAST(min(10 * f.commits / 12, 10) AS INTEGER) END
              WHEN 'Security-Policy' THEN iif(f.has_security = 0, 0, NULL)
              WHEN 'Vulnerabilities' THEN iif(f.alerts_known, max(10 - f.open, 0), NULL) END AS value,
         CASE w.part
              WHEN 'Branch-Protection' THEN CASE WHEN f.protected = 0 THEN 'nothing protects the default branch'
                   WHEN f.tiers IS NULL THEN 'inconclusive: how the default branch is protected is not known'
                   ELSE printf('of force-pushing and deletion %d prevented, required approvals %d, required checks %d', f.basic, f.approvals, f.checks) END
              WHEN 'CI-Tests' THEN iif(f.total, printf('of %d merged pull requests %d were tested', f.total, f.good), 'inconclusive: of no merged pull request the checks are known')
              WHEN 'Dependency-Update-Tool' THEN iif(f.updates, 'a bot opens pull requests', 'inconclusive: no pull request of a bot is known')
              WHEN 'License' THEN CASE f.has_license WHEN 0 THEN 'no licence' WHEN 1 THEN 'licence ' || coalesce(f.license, 'of a kind that is not clear') ELSE 'inconclusive: no source told' END
              WHEN 'Maintained' THEN CASE WHEN f.archived THEN 'archived' WHEN f.young THEN 'created in the last 90 days'
                   WHEN f.commits IS NULL THEN 'inconclusive: its commits are not known'
                   WHEN f.commits >= 12 OR f.touched = 0 THEN printf('%d commits in the last 90 days, of 12', f.commits)
                   ELSE printf('inconclusive: %d commits in the last 90 days, and who works on its issues is not known', f.commits) END
              WHEN 'Security-Policy' THEN CASE f.has_security WHEN 0 THEN 'no security policy' WHEN 1 THEN 'inconclusive: what the policy says is not read' ELSE 'inconclusive: no source told' END
              WHEN 'Vulnerabilities' THEN iif(f.alerts_known, printf('%d known vulnerabilities', f.open), 'inconclusive: its alerts were not read, or are not for this edition') END AS reason
    FROM fact f CROSS JOIN weight w
), summed AS (
  SELECT source, repo, total(weight * value) AS points, total(iif(value IS NULL, 0, weight)) AS weight,
         group_concat(iif(value IS NULL, NULL, printf('%g x %d', weight, value)), ' + ') AS text,
         json_group_array(json_object('part', part, 'value', value, 'weight', weight, 'points', weight * value, 'reason', reason)) AS parts
    FROM judged GROUP BY source, repo
)
SELECT s.source, s.repo, iif(s.weight > 0, round(s.points / s.weight, 4), NULL) AS score, 10 AS maximum, NULL AS grade, s.weight / a.weight AS known, s.parts,
       iif(s.weight > 0, printf('(%s) / %g = %.1f; checks with a weight of %g of %g are inconclusive', s.text, s.weight, s.points / s.weight, a.weight - s.weight, a.weight),
           'Not known: every check is inconclusive') AS reason
  FROM summed s CROSS JOIN all_checks a;
