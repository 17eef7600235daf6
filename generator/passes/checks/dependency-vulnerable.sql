-- Dependencies with known vulnerabilities that are critical or high, where the program runs.
-- What is used for development only is left out, and so are archived repositories and forks.
--
-- group:     dependencies
-- severity:  high
-- repeats:   alert
-- remedy:    Update each of them to the first version without the vulnerability; where there is
--            none, replace it, or dismiss the alert and say why it does no harm.
-- reference: https://docs.github.com/en/code-security/dependabot/dependabot-alerts/viewing-and-updating-dependabot-alerts

-- finding
WITH danger AS (
  SELECT a.source, a.repo,
         coalesce(a.component, a.title) || coalesce(' (' || a.advisory || ')', '') || coalesce(', fixed in ' || a.fixed_in, ', no fix known') AS text,
         row_number() OVER (PARTITION BY a.source, a.repo ORDER BY a.severity, a.component, a.number) AS nth,
         count(*) OVER whole AS alerts, min(a.severity) OVER whole AS worst
    FROM alert a JOIN repo r ON r.source = a.source AND r.key = a.repo
   WHERE a.kind = 'dependency' AND a.state = 'open' AND a.severity IN ('critical', 'high')
     AND a.scope IS NOT 'development' AND a.rule IS NOT 'malware' AND r.archived IS NOT 1 AND r.fork IS NOT 1
  WINDOW whole AS (PARTITION BY a.source, a.repo)
)
SELECT source, repo, worst AS severity,
       printf('Critical or high vulnerabilities in what it depends on: %d.', alerts) AS message,
       group_concat(text, '; ') || iif(alerts > 5, printf(' and %d more', alerts - 5), '') AS evidence
  FROM (SELECT * FROM danger WHERE nth <= 5 ORDER BY source, repo, nth)
 GROUP BY source, repo;
