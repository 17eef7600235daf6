-- Pull requests whose checks fail, and that nobody has touched since.
-- Drafts are left out. Archived repositories are left out.
--
-- group:     flow
-- severity:  low
-- remedy:    Correct what fails, or close it.
-- reference: https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/about-status-checks
-- setting:   days (7, 1 to 365): days without a touch

-- finding
SELECT i.source, i.repo, i.number, printf('Its checks fail, and nobody has touched it for %d days.', :days) AS message,
       printf('State of all checks: %s; last touched on %s.', i.ci_state, date(i.updated_at)) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.kind = 'pull' AND i.draft IS NOT 1 AND i.ci_state IN ('failure', 'error') AND r.archived IS NOT 1
   AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
