-- Milestones of which all is done and that are still open.
-- Archived repositories are left out.
--
-- group:     flow
-- severity:  info
-- remedy:    Close the milestone, and release what is in it.
-- reference: https://docs.github.com/en/issues/using-labels-and-milestones-to-track-work/about-milestones

-- finding
SELECT m.source, m.repo, m.repo || ' milestone ' || m.number AS key,
       printf('All of the milestone "%s" is done, and it is still open.', m.title) AS message,
       printf('Done: %d, open: 0%s.', m.closed_items, coalesce(', due on ' || m.due_on, '')) AS evidence
  FROM milestone m JOIN repo r ON r.source = m.source AND r.key = m.repo
 WHERE m.state = 'open' AND m.open_items = 0 AND m.closed_items > 0 AND r.archived IS NOT 1;
