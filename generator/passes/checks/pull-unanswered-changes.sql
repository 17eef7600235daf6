-- Pull requests of which a reviewer asked for changes, and that nobody has touched since.
-- Drafts are left out. Archived repositories are left out.
--
-- group:     flow
-- severity:  low
-- remedy:    Make the changes, answer why not, or close it.
-- reference: https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/reviewing-changes-in-pull-requests/incorporating-feedback-in-your-pull-request
-- setting:   days (14, 1 to 365): days without a touch

-- finding
SELECT i.source, i.repo, i.number, printf('Changes were asked for, and nobody has touched it for %d days.', :days) AS message,
       printf('Last touched on %s, opened on %s%s.', date(i.updated_at), date(i.created_at), coalesce(' by ' || i.author, '')) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.kind = 'pull' AND i.draft IS NOT 1 AND i.review_state = 'changes_requested' AND r.archived IS NOT 1
   AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
