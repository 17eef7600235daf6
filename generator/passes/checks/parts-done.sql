-- Issues that are divided into others, all of which are done.
-- Archived repositories are left out.
--
-- group:     flow
-- severity:  info
-- remedy:    Close it, or add what is still missing.
-- reference: https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/adding-sub-issues

-- finding
SELECT i.source, i.repo, i.number, 'All parts of it are done, and it is still open.' AS message,
       printf('Parts: %d, done: %d.', i.parts, i.parts_done) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.parts > 0 AND i.parts_done >= i.parts AND r.archived IS NOT 1;
