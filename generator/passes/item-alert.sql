-- Open alerts of scanners as items of the one order.
-- How much one matters its scanner says. Secrets are rated here as the checks do: critical if
-- one still opens something or was seen in public, low if the source calls it invalid, and
-- high where nobody knows. A package that is known to be malicious is critical. Alerts of
-- archived repositories and forks are left out, but for secrets and malicious packages: those
-- do harm there, too. A waiver is of a finding; what is accepted of an alert is said at its
-- source, by dismissing it.

-- rows item
WITH open AS (
  SELECT a.*, coalesce(a.component, a.title) AS what, a.kind = 'dependency' AND lower(a.rule) IS 'malware' AS malware
    FROM alert a WHERE a.state = 'open'
), rated AS (
  SELECT o.*, CASE WHEN o.malware OR (o.kind = 'secret' AND (o.valid = 1 OR o.leaked = 1)) THEN 'critical'
                   WHEN o.severity IS NOT NULL OR o.kind <> 'secret' THEN o.severity
                   WHEN o.valid = 0 THEN 'low' ELSE 'high' END AS rating
    FROM open o JOIN repo r ON r.source = o.source AND r.key = o.repo
   WHERE o.malware OR o.kind = 'secret' OR (r.archived IS NOT 1 AND r.fork IS NOT 1)
)
SELECT 'alert' AS kind, source, kind || ':' || repo || '#' || number AS key, repo,
       coalesce(component || ': ', '') || title AS title, url, rating AS severity, 0 AS declared,
       coalesce(rating, 'not rated') || CASE WHEN malware THEN ', malicious dependency' WHEN kind = 'dependency' THEN ' alert of a dependency'
                                             WHEN kind = 'code' THEN ' alert of the code' ELSE ' alert of a secret' END AS basis,
       CASE WHEN malware THEN 'Take ' || what || ' out, and replace every secret of the machines that installed it.'
            WHEN kind = 'dependency' THEN iif(fixed_in IS NULL, 'No version of ' || what || ' without it is known: replace it, or dismiss the alert and say why.',
                                              'Update ' || what || ' to ' || fixed_in || '.')
            WHEN kind = 'code' THEN 'Correct it, or dismiss the alert and say why it is no danger.'
            ELSE 'Revoke it where it was issued, then close the alert as revoked.' END AS remedy,
       created_at AS opened_at
  FROM rated;
