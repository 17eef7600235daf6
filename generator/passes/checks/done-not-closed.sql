-- Issues that are labelled as done and still open.
-- Archived repositories are left out.
--
-- group:     governance
-- severity:  info
-- remedy:    Close it, or take the label state:done away.

-- finding
SELECT i.source, i.repo, i.number, 'Labelled as done, and still open.' AS message, printf('Label state:done; last touched on %s.', date(i.updated_at)) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.labels LIKE '%"state:done"%' AND r.archived IS NOT 1
   AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-1 day');
