-- Repositories that used to release, with many changes that nobody was handed.
-- Archived repositories and forks are left out, and what never released.
--
-- group:     flow
-- severity:  low
-- remedy:    Release what is there, or say that there will be no more releases.
-- reference: https://chaoss.community/kb/metric-release-frequency/
-- setting:   days (180, 7 to 3650): how long ago the last release must be
-- setting:   commits (20, 1 to 100000): how many commits there must be since

-- finding
SELECT r.source, r.key AS repo, 'What was changed was not released for a long time.' AS message,
       printf('Last release %s on %s; commits since: %d, the last on %s.', r.latest_release, date(r.released_at), sum(c.commits), max(c.day)) AS evidence
  FROM repo r JOIN commit_day c ON c.source = r.source AND c.repo = r.key AND c.day > date(r.released_at)
 WHERE r.latest_release IS NOT NULL AND r.archived IS NOT 1 AND r.fork IS NOT 1
   AND r.released_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
 GROUP BY r.source, r.key
HAVING sum(c.commits) >= :commits;
