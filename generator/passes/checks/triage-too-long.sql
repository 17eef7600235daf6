-- Issues that wait for somebody to say what becomes of them.
-- Waiting is what has the label state:triage. Archived repositories are left out.
--
-- group:     governance
-- severity:  low
-- remedy:    Give it a priority and a state, or close it.
-- setting:   days (14, 1 to 365): days without a touch

-- finding
SELECT i.source, i.repo, i.number, printf('In triage, and nobody has touched it for %d days.', :days) AS message,
       printf('Last touched on %s, opened on %s.', date(i.updated_at), date(i.created_at)) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.labels LIKE '%"state:triage"%' AND i.labels NOT LIKE '%"gate:paused"%' AND r.archived IS NOT 1
   AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
