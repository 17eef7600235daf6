-- Repositories that many use and one person alone looks after.
-- Used is what has stars or forks; who looks after it is who committed in the last year. Programs
-- do not count as persons. Archived repositories and forks are left out.
--
-- group:     community
-- severity:  info
-- remedy:    Look for a second person who may merge and release, or write down what becomes of it
--            without you.
-- reference: https://chaoss.community/kb/metric-contributor-absence-factor/
-- setting:   stars (50, 1 to 1000000): how many stars it must have
-- setting:   forks (10, 1 to 1000000): or how many forks

-- finding
WITH active AS (
  SELECT c.source, c.repo, count(*) AS people, sum(c.commits) AS commits
    FROM contributor c
   WHERE c.last_commit_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-365 days') AND c.name NOT LIKE '%[bot]'
   GROUP BY c.source, c.repo
)
SELECT r.source, r.key AS repo, 'Others rely on it, and one person alone looks after it.' AS message,
       printf('In the last year 1 person committed; stars: %d, forks: %d.', coalesce(r.stars, 0), coalesce(r.forks, 0)) AS evidence
  FROM active a JOIN repo r ON r.source = a.source AND r.key = a.repo
 WHERE a.people = 1 AND (r.stars >= :stars OR r.forks >= :forks) AND r.archived IS NOT 1 AND r.fork IS NOT 1;
