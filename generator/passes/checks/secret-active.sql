-- Secrets in a repository that still open something, or that were seen in public.
-- Whoever has read the repository has the secret. An archived repository can be read, too.
--
-- group:     security
-- severity:  critical
-- repeats:   alert
-- remedy:    Revoke each of them where it was issued, put a new one where programs need it, and
--            close the alert as revoked. Taking it out of the files is not enough.
-- reference: https://docs.github.com/en/code-security/secret-scanning/managing-alerts-from-secret-scanning/resolving-alerts

-- finding
WITH danger AS (
  SELECT source, repo, number, title, row_number() OVER whole AS nth, count(*) OVER (PARTITION BY source, repo) AS alerts
    FROM alert WHERE kind = 'secret' AND state = 'open' AND (valid = 1 OR leaked = 1)
  WINDOW whole AS (PARTITION BY source, repo ORDER BY number)
)
SELECT source, repo, printf('Secrets that still open something, or were seen in public: %d.', alerts) AS message,
       group_concat('alert ' || number || ': ' || title, '; ') || iif(alerts > 10, printf(' and %d more', alerts - 10), '') AS evidence
  FROM (SELECT * FROM danger WHERE nth <= 10 ORDER BY source, repo, nth)
 GROUP BY source, repo;
