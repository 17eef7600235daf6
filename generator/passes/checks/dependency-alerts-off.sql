-- Repositories with dependencies that nobody watches for known vulnerabilities.
-- Only where the source says that alerts are off. Where no direct dependency is known it is
-- found if the repository is written in a language whose programs usually have some. Archived
-- repositories and forks are left out.
--
-- group:     security
-- severity:  medium
-- remedy:    Switch on Dependabot alerts in the repository's settings, under "Code security".
-- reference: https://docs.github.com/en/code-security/dependabot/dependabot-alerts/configuring-dependabot-alerts

-- finding
WITH used AS (
  SELECT source, repo, count(*) AS packages FROM dependency WHERE direct IS NOT 0 AND ecosystem <> 'githubactions' GROUP BY source, repo
)
SELECT s.source, s.repo, 'Nobody is told when a vulnerability in a dependency becomes known.' AS message,
       iif(u.packages, printf('Alerts are off; packages that are used: %d.', u.packages),
                       printf('Alerts are off; most of it is written in %s.', r.language)) AS evidence
  FROM repo_security s JOIN repo r ON r.source = s.source AND r.key = s.repo
  LEFT JOIN used u ON u.source = s.source AND u.repo = s.repo
 WHERE s.alerts_enabled = 0 AND r.archived IS NOT 1 AND r.fork IS NOT 1
   AND (u.packages OR r.language IN ('JavaScript', 'TypeScript', 'Python', 'Java', 'Go', 'Rust', 'Ruby', 'PHP', 'C#', 'Kotlin', 'Scala', 'Swift', 'Dart', 'Elixir'));
