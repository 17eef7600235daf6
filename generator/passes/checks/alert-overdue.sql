-- Alerts of dependencies and code that are open for longer than their severity allows.
-- The time given is, for critical and high, that of CISA's Binding Operational Directive 19-02,
-- and for medium that of FedRAMP's Continuous Monitoring Strategy Guide. Secrets are findings
-- of their own from the first day. Archived repositories and forks are left out.
--
-- group:     security
-- severity:  high
-- repeats:   alert
-- remedy:    Deal with the oldest first: update, correct, or dismiss with a reason.
-- reference: https://www.cisa.gov/news-events/directives/bod-19-02-vulnerability-remediation-requirements-internet-accessible-systems
-- setting:   critical (15, 1 to 3650): days that a critical alert may be open
-- setting:   high (30, 1 to 3650): days that a high one may be
-- setting:   medium (90, 1 to 3650): days that a medium one may be

-- finding
WITH given (severity, days) AS (
  VALUES ('critical', :critical), ('high', :high), ('medium', :medium)
), late AS (
  SELECT a.source, a.repo, a.severity, coalesce(a.component || ': ', '') || a.title AS text, date(a.created_at) AS day,
         row_number() OVER (PARTITION BY a.source, a.repo ORDER BY a.created_at, a.kind, a.number) AS nth, count(*) OVER whole AS alerts
    FROM alert a JOIN given g ON g.severity = a.severity JOIN repo r ON r.source = a.source AND r.key = a.repo
   WHERE a.kind <> 'secret' AND a.state = 'open' AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND a.created_at < strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || g.days || ' days')
  WINDOW whole AS (PARTITION BY a.source, a.repo)
)
SELECT source, repo,
       printf('Alerts that are open for longer than their severity allows: %d.', alerts) AS message,
       group_concat(printf('%s since %s (%s)', text, day, severity), '; ') || iif(alerts > 5, printf(' and %d more', alerts - 5), '') AS evidence
  FROM (SELECT * FROM late WHERE nth <= 5 ORDER BY source, repo, nth)
 GROUP BY source, repo;
