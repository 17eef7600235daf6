-- Forks that nothing was done with for a year.
-- Somebody who finds one does not know that it is out of date. Those with stars or anything open,
-- and archived ones, are left out.
--
-- group:     hygiene
-- severity:  info
-- remedy:    Delete the fork; what was proposed from it stays with the original.
-- reference: https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/working-with-forks/about-forks
-- setting:   days (365, 30 to 3650): days without a push

-- finding
SELECT source, key AS repo, printf('A fork that nothing was pushed to for %d days.', :days) AS message, printf('Last push on %s; no stars, nothing open.', date(pushed_at)) AS evidence
  FROM repo
 WHERE fork = 1 AND archived IS NOT 1 AND stars = 0 AND open_items = 0
   AND pushed_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
   AND coalesce(created_at, '') <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days');
