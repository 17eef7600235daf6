-- Drafts of pull requests that nobody has touched for a long time.
-- Archived repositories are left out.
--
-- group:     flow
-- severity:  info
-- remedy:    Go on with it, or close it; the branch keeps what was done.
-- reference: https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/proposing-changes-to-your-work-with-pull-requests/about-pull-requests#draft-pull-requests
-- setting:   days (60, 7 to 3650): days without a touch

-- finding
SELECT i.source, i.repo, i.number, printf('A draft that nobody has touched for %d days.', :days) AS message,
       printf('Last touched on %s, opened on %s.', date(i.updated_at), date(i.created_at)) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.kind = 'pull' AND i.draft = 1 AND r.archived IS NOT 1
   AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
