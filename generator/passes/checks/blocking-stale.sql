-- Issues that several others wait for, and that nobody has touched for some time.
-- Archived repositories are left out.
--
-- group:     flow
-- severity:  medium
-- remedy:    Work on it before the others, or say that they need not wait for it.
-- reference: https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/creating-issue-dependencies
-- setting:   issues (2, 1 to 100): how many must wait for it
-- setting:   days (14, 1 to 365): days without a touch

-- finding
SELECT i.source, i.repo, i.number, printf('%d open issues wait for this, and nobody has touched it for %d days.', i.blocks, :days) AS message,
       printf('Last touched on %s; %s.', date(i.updated_at), CASE json_array_length(i.assignees) WHEN 0 THEN 'nobody is assigned' WHEN 1 THEN '1 person is assigned'
                                                             ELSE json_array_length(i.assignees) || ' people are assigned' END) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.blocks >= :issues AND r.archived IS NOT 1
   AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
