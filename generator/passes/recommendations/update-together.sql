-- Packages with a known vulnerability that several repositories use, and that a newer version mends.
-- Who has looked at what the newer version changes has looked for all of them. Of a repository's
-- packages the most severe is told, then the one that most repositories use. Archived
-- repositories and forks are left out, and those in which such a finding is waived.
--
-- group:     security
-- effort:    1
-- reference: https://docs.github.com/en/code-security/dependabot/dependabot-alerts/viewing-and-updating-dependabot-alerts
-- setting:   repos (2, 2 to 10000): in how many repositories it must be found

-- recommendation
WITH open AS MATERIALIZED (
  SELECT a.source, a.repo, coalesce(a.ecosystem, '') AS ecosystem, a.component, a.manifest, a.fixed_in, a.number,
         instr('critical high medium low info', coalesce(a.severity, 'medium')) AS place, coalesce(a.severity, 'not rated') AS severity
    FROM alert a JOIN repo r ON r.source = a.source AND r.key = a.repo
   WHERE a.kind = 'dependency' AND a.state = 'open' AND a.fixed_in IS NOT NULL AND a.component IS NOT NULL AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND NOT EXISTS (SELECT 1 FROM waived_finding w WHERE w.found_by IN ('dependency-vulnerable', 'dependency-fix-waiting', 'dependency-likely-exploited', 'alert-overdue')
                        AND w.source = a.source AND w.repo = a.repo)
), shared AS MATERIALIZED (
  SELECT ecosystem, component, count(DISTINCT source || ' ' || repo) AS repos, count(*) AS alerts FROM open GROUP BY ecosystem, component
), placed AS (
  SELECT o.*, s.repos, s.alerts, count(*) OVER (PARTITION BY o.source, o.repo, o.ecosystem, o.component) AS here,
         row_number() OVER (PARTITION BY o.source, o.repo ORDER BY o.place, s.repos DESC, o.component, o.number) AS nth
    FROM open o LEFT JOIN shared s ON s.ecosystem = o.ecosystem AND s.component = o.component -- for a LEFT JOIN SQLite makes an index
   WHERE coalesce(s.repos, 0) >= :repos
)
SELECT source, repo, printf('Update %s in %d repositories at once.', component, repos) AS title,
       printf('Open alerts about %s: %d in %d repositories, here %d; the most severe of these: %s, mended in %s.', component, alerts, repos, here, severity, fixed_in) AS evidence,
       printf('In %s, require %s %s or later.', coalesce(manifest, 'the manifest'), component, fixed_in) AS action,
       NULL AS effect,
       printf('%d alerts in %d repositories; which version mends all of them, and so how many points follow, is not told', alerts, repos) AS reason
  FROM placed WHERE nth = 1;
