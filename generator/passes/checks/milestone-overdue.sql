-- Milestones whose day has passed while something in them is still open.
-- Archived repositories are left out.
--
-- group:     flow
-- severity:  medium
-- remedy:    Close what is done, move the rest to another milestone, or set a new day.
-- reference: https://docs.github.com/en/issues/using-labels-and-milestones-to-track-work/about-milestones

-- finding
SELECT m.source, m.repo, m.repo || ' milestone ' || m.number AS key,
       printf('The milestone "%s" was due on %s.', m.title, m.due_on) AS message,
       printf('Still open: %d%s.', m.open_items, iif(m.closed_items IS NULL, '', printf('; done: %d', m.closed_items))) AS evidence
  FROM milestone m JOIN repo r ON r.source = m.source AND r.key = m.repo
 WHERE m.state = 'open' AND m.due_on < date('now') AND m.open_items > 0 AND r.archived IS NOT 1;
