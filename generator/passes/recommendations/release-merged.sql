-- Repositories in which merged pull requests wait for a release, while nothing is broken.
-- Looked at is what was merged since the last release, and whether the checks on the default
-- branch fail: then that is first. What never released, archived repositories and forks are
-- left out, and pull requests of programs.
--
-- group:     flow
-- effort:    1
-- reference: https://chaoss.community/kb/metric-release-frequency/
-- setting:   days (60, 7 to 3650): how long the first of them must have waited
-- setting:   pulls (5, 1 to 10000): how many must have been merged since the last release

-- recommendation
WITH released AS (
  SELECT r.source, r.key AS repo, r.url, r.latest_release, r.released_at, r.ci_state FROM repo r
   WHERE r.latest_release IS NOT NULL AND r.released_at IS NOT NULL AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND coalesce(r.ci_state, 'none') NOT IN ('failure', 'error')
     AND NOT EXISTS (SELECT 1 FROM waived_finding w WHERE w.found_by = 'release-overdue' AND w.source = r.source AND w.repo = r.key)
), merged AS (
  SELECT r.*, count(*) AS pulls, count(DISTINCT i.author) AS people, min(i.merged_at) AS first, max(i.merged_at) AS last
    FROM released r CROSS JOIN issue i ON i.source = r.source AND i.repo = r.repo
   WHERE i.merged_at > r.released_at AND coalesce(i.author, '') NOT LIKE '%[bot]'
   GROUP BY r.source, r.repo
  HAVING count(*) >= :pulls AND min(i.merged_at) <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
)
SELECT m.source, m.repo, printf('Release what was merged: %d pull requests wait, the first since %s.', m.pulls, date(m.first)) AS title,
       printf('Last release %s on %s; merged since: %d, by %d people, the last on %s. Checks on the default branch: %s.', m.latest_release, date(m.released_at),
              m.pulls, m.people, date(m.last), CASE m.ci_state WHEN 'none' THEN 'there are none' ELSE coalesce(m.ci_state, 'unknown') END) AS evidence,
       'Draft the next release.' AS action, m.url || '/releases/new' AS url,
       nullif(round(100 * (p.maximum - p.points) / s.maximum, 1), 0) AS effect,
       iif(s.score IS NULL OR p.points IS NULL, 'What it would give is not known: too little of the score is',
           printf('release: %g of %g points missing, of %g known = +%.1f', round(p.maximum - p.points, 1), p.maximum, s.maximum, 100 * (p.maximum - p.points) / s.maximum)) AS reason
  FROM merged m
  LEFT JOIN score s ON s.source = m.source AND s.repo = m.repo AND s.score IS NOT NULL
  LEFT JOIN score_part p ON p.rule = 'health-releases' AND p.component = 'release' AND p.source = s.source AND p.repo = s.repo;
