-- Issues that were paused, and then forgotten.
-- Paused is what has the label gate:paused. Archived repositories are left out.
--
-- group:     governance
-- severity:  info
-- remedy:    Go on with it, or close it as not planned.
-- setting:   days (90, 7 to 3650): days without a touch

-- finding
SELECT i.source, i.repo, i.number, printf('Paused, and nobody has touched it for %d days.', :days) AS message,
       printf('Last touched on %s, opened on %s.', date(i.updated_at), date(i.created_at)) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.labels LIKE '%"gate:paused"%' AND r.archived IS NOT 1
   AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
