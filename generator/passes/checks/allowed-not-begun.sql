-- Issues that are allowed, and with which nobody begins.
-- Allowed is what has the label gate:allowed; begun what somebody is assigned to, or what is in
-- state:build, state:research or state:blocked. Archived repositories are left out.
--
-- group:     governance
-- severity:  low
-- remedy:    Give it to somebody, or take gate:allowed away: others may wait for the place.
-- setting:   days (14, 1 to 365): days without a touch

-- finding
SELECT i.source, i.repo, i.number, printf('Allowed, and nobody has begun for %d days.', :days) AS message,
       printf('Label gate:allowed, nobody assigned; last touched on %s.', date(i.updated_at)) AS evidence
  FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
 WHERE i.state = 'open' AND i.kind = 'issue' AND i.labels LIKE '%"gate:allowed"%' AND i.assignees = '[]' AND r.archived IS NOT 1
   AND i.labels NOT LIKE '%"state:build"%' AND i.labels NOT LIKE '%"state:research"%' AND i.labels NOT LIKE '%"state:blocked"%'
   AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
