-- Places in the code that a scanner calls a critical or high danger.
-- Archived repositories and forks are left out.
--
-- group:     security
-- severity:  high
-- repeats:   alert
-- remedy:    Correct each place, or dismiss the alert and say why it is no danger.
-- reference: https://docs.github.com/en/code-security/code-scanning/managing-code-scanning-alerts/resolving-code-scanning-alerts

-- finding
WITH danger AS (
  SELECT a.source, a.repo, a.severity, a.number, coalesce(a.component || ': ', '') || a.title AS text,
         row_number() OVER (PARTITION BY a.source, a.repo ORDER BY a.severity, a.number) AS nth,
         count(*) OVER whole AS alerts, min(a.severity) OVER whole AS worst
    FROM alert a JOIN repo r ON r.source = a.source AND r.key = a.repo
   WHERE a.kind = 'code' AND a.state = 'open' AND a.severity IN ('critical', 'high')
     AND r.archived IS NOT 1 AND r.fork IS NOT 1
  WINDOW whole AS (PARTITION BY a.source, a.repo)
)
SELECT source, repo, worst AS severity,
       printf('Open code scanning alerts that are critical or high: %d.', alerts) AS message,
       group_concat(text, '; ') || iif(alerts > 5, printf(' and %d more', alerts - 5), '') AS evidence
  FROM (SELECT * FROM danger WHERE nth <= 5 ORDER BY source, repo, nth)
 GROUP BY source, repo;
