-- Dependencies with a known vulnerability for which there is a fix since some time.
-- Of any severity, also where only development needs them. Archived repositories and forks are
-- left out.
--
-- group:     dependencies
-- severity:  low
-- repeats:   alert
-- remedy:    Update them, best by letting Dependabot or Renovate propose it.
-- reference: https://docs.github.com/en/code-security/dependabot/dependabot-security-updates/about-dependabot-security-updates
-- setting:   days (30, 1 to 3650): how long the alert must be open

-- finding
WITH waiting AS (
  SELECT a.source, a.repo, coalesce(a.component, a.title) || ' to ' || a.fixed_in || ', since ' || date(a.created_at) AS text,
         row_number() OVER (PARTITION BY a.source, a.repo ORDER BY a.created_at, a.number) AS nth, count(*) OVER whole AS alerts
    FROM alert a JOIN repo r ON r.source = a.source AND r.key = a.repo
   WHERE a.kind = 'dependency' AND a.state = 'open' AND a.fixed_in IS NOT NULL AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND a.created_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
  WINDOW whole AS (PARTITION BY a.source, a.repo)
)
SELECT source, repo, printf('Updates that would close an alert, waiting for more than %d days: %d.', :days, alerts) AS message,
       group_concat(text, '; ') || iif(alerts > 5, printf(' and %d more', alerts - 5), '') AS evidence
  FROM (SELECT * FROM waiting WHERE nth <= 5 ORDER BY source, repo, nth)
 GROUP BY source, repo;
