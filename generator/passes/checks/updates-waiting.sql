-- Repositories where many updates that a program proposed are waiting.
-- Who does not merge them one by one will have to merge them all at once. Counted are open pull
-- requests of Dependabot and Renovate. Archived repositories and forks are left out.
--
-- group:     dependencies
-- severity:  low
-- remedy:    Merge those whose checks succeed, group the rest, or have fewer of them proposed.
-- reference: https://docs.github.com/en/code-security/dependabot/dependabot-version-updates/optimizing-pr-creation-version-updates
-- setting:   pulls (5, 2 to 1000): how many must be waiting

-- finding
SELECT i.source, i.repo, printf('Updates that a program proposed are waiting: %d.', count(*)) AS message,
       printf('The oldest is #%d of %s.', min(i.number), date(min(i.created_at))) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.kind = 'pull' AND r.archived IS NOT 1 AND r.fork IS NOT 1
   AND lower(i.author) IN ('dependabot[bot]', 'dependabot', 'renovate[bot]', 'renovate-bot', 'renovate', 'dependabot-preview[bot]')
 GROUP BY i.source, i.repo
HAVING count(*) >= :pulls;
