-- Secrets in a repository of which nobody knows whether they still open something.
-- Those that certainly do are another finding; those that the source calls invalid are none.
--
-- group:     security
-- severity:  high
-- repeats:   alert
-- remedy:    Find out what each of them opens, revoke it there, and close the alert with the
--            reason.
-- reference: https://docs.github.com/en/code-security/secret-scanning/managing-alerts-from-secret-scanning/resolving-alerts

-- finding
WITH danger AS (
  SELECT source, repo, number, title, row_number() OVER whole AS nth, count(*) OVER (PARTITION BY source, repo) AS alerts
    FROM alert WHERE kind = 'secret' AND state = 'open' AND valid IS NULL AND leaked IS NOT 1
  WINDOW whole AS (PARTITION BY source, repo ORDER BY number)
)
SELECT source, repo, printf('Secrets that may still open something: %d.', alerts) AS message,
       group_concat('alert ' || number || ': ' || title, '; ') || iif(alerts > 10, printf(' and %d more', alerts - 10), '') AS evidence
  FROM (SELECT * FROM danger WHERE nth <= 10 ORDER BY source, repo, nth)
 GROUP BY source, repo;
