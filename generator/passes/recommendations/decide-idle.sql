-- Repositories that nobody works on, though others still open issues and pull requests there.
-- What counts is what people opened after the last commit: they do not know that nobody will
-- answer. Archived repositories and forks are left out, and what programs opened.
--
-- group:     flow
-- effort:    1
-- reference: https://chaoss.community/kb/metric-time-to-first-response/
-- setting:   days (180, 30 to 3650): days without a commit
-- setting:   items (3, 1 to 10000): how much people must have opened since, that is still open

-- recommendation
WITH idle AS (
  SELECT r.source, r.key AS repo, r.url, coalesce(r.last_commit_at, r.pushed_at) AS worked_at
    FROM repo r
   WHERE r.archived IS NOT 1 AND r.fork IS NOT 1
     AND coalesce(r.last_commit_at, r.pushed_at) <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
     AND NOT EXISTS (SELECT 1 FROM waived_finding w WHERE w.found_by = 'inactive' AND w.source = r.source AND w.repo = r.key)
), open AS (
  SELECT d.*, i.number, i.author, i.created_at, i.created_at > d.worked_at AND coalesce(i.author, '') NOT LIKE '%[bot]' AS since
    FROM idle d CROSS JOIN issue i ON i.source = d.source AND i.repo = d.repo
   WHERE i.state = 'open'
), asked AS (
  SELECT source, repo, url, worked_at, sum(since) AS items, count(DISTINCT iif(since, author, NULL)) AS people, min(iif(since, number, NULL)) AS first,
         max(iif(since, created_at, NULL)) AS last, count(*) AS open
    FROM open GROUP BY source, repo HAVING sum(since) >= :items
)
SELECT a.source, a.repo, printf('Say what becomes of it: people ask, and nobody has worked on it since %s.', date(a.worked_at)) AS title,
       printf('Opened after the last commit and still open: %d, by %d people, the last on %s. Open in all: %d.', a.items, a.people, date(a.last), a.open) AS evidence,
       printf('Answer, close or hand over what is open, beginning with #%d.', a.first) AS action,
       a.url || '/issues?q=is%3Aopen+sort%3Acreated-asc' AS url,
       nullif(round(100 * (p.maximum - p.points) / s.maximum, 1), 0) AS effect,
       iif(s.score IS NULL OR p.points IS NULL, 'What it would give is not known: too little of the score is',
           printf('freshness: %g of %g points missing, of %g known = +%.1f, if all that is open is touched', round(p.maximum - p.points, 1), p.maximum, s.maximum, 100 * (p.maximum - p.points) / s.maximum)) AS reason
  FROM asked a
  LEFT JOIN score s ON s.source = a.source AND s.repo = a.repo AND s.score IS NOT NULL
  LEFT JOIN score_part p ON p.rule = 'health-flow' AND p.component = 'freshness' AND p.source = s.source AND p.repo = s.repo;
