-- CHAOSS: the four metrics to begin with when one looks after a project's health.
-- These are those of the Starter Project Health Metrics Model (https://chaoss.community/kb/metrics-model-starter-project-health/),
-- which has no total and no marks: a figure is read beside the project's own past. Time to first
-- response: the median, in days, over what people opened in the last 180 days; it is known where
-- there is one comment, of another person, and where it was closed without any; what waits still does not count.
-- Change request closure ratio: pull requests closed in the last 90 days for each that was opened in that time.
-- Contributor absence factor (bus factor): the fewest people who made half of all commits. Release
-- frequency: releases in the last 365 days. Bots do not count as people.
--
-- setting: response-days (180, 1 to 3650): of what was opened in how many days the first response counts
-- setting: closure-days (90, 1 to 3650): days in which pull requests are counted
-- setting: release-days (365, 1 to 3650): days in which releases are counted

-- rows model_score
WITH weight (part, reason) AS (
  VALUES ('time to first response', 'days, median'), ('change request closure ratio', 'closed for each opened, ' || :closure_days || ' days'),
         ('contributor absence factor', 'people who made half of all commits'), ('release frequency', 'releases in ' || :release_days || ' days')
), clock AS MATERIALIZED (
  SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :closure_days || ' days') AS closure_since, strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :response_days || ' days') AS response_since,
         strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :release_days || ' days') AS release_since, unixepoch() AS now
), asked AS MATERIALIZED (
  SELECT c.source, c.repo, substr(c.declaration, length(s.system) + 2) AS what, max(c.known) AS known
    FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration IN (s.system || '/issues', s.system || '/releases')
   GROUP BY c.source, c.repo, what
), item AS (
  SELECT source, repo, kind, created_at >= closure_since AS opened, closed_at >= closure_since AS closed,
         CASE WHEN created_at < response_since OR draft OR author LIKE '%[bot]' THEN NULL
              WHEN comments = 1 AND last_comment_by <> author AND last_comment_by NOT LIKE '%[bot]' THEN (unixepoch(last_comment_at) - unixepoch(created_at)) / 86400.0
              WHEN comments = 0 AND state = 'closed' THEN (unixepoch(coalesce(merged_at, closed_at)) - unixepoch(created_at)) / 86400.0 END AS wait
    FROM issue CROSS JOIN clock
), flow AS MATERIALIZED (
  SELECT source, repo, median(wait) AS wait, count(wait) AS waits, sum(kind = 'pull' AND opened) AS opened, total(kind = 'pull' AND closed) AS closed
    FROM item GROUP BY source, repo
), ranked AS (
  SELECT source, repo, sum(commits) OVER (PARTITION BY source, repo) AS total,
         sum(commits) OVER (PARTITION BY source, repo ORDER BY commits DESC, name ROWS UNBOUNDED PRECEDING) - commits AS before
    FROM contributor WHERE name NOT LIKE '%[bot]'
), factor AS MATERIALIZED (
  SELECT source, repo, count(*) FILTER (WHERE 2 * before < total) AS people FROM ranked GROUP BY source, repo
), released AS MATERIALIZED (
  SELECT source, repo, sum(published_at >= release_since) AS releases FROM release CROSS JOIN clock WHERE NOT draft AND published_at IS NOT NULL GROUP BY source, repo
), fact AS MATERIALIZED (
  SELECT r.source, r.key AS repo, f.wait, f.waits, f.opened, f.closed, p.people, e.releases, q.known AS releases_known, r.release_count,
         coalesce(own.known, every.known, f.repo IS NOT NULL) AS issues_known
    FROM repo r
    LEFT JOIN flow f ON f.source = r.source AND f.repo = r.key
    LEFT JOIN factor p ON p.source = r.source AND p.repo = r.key
    LEFT JOIN released e ON e.source = r.source AND e.repo = r.key
    LEFT JOIN asked q ON q.source = r.source AND q.repo = r.key AND q.what = 'releases'
    LEFT JOIN asked own ON own.source = r.source AND own.repo = r.key AND own.what = 'issues'
    LEFT JOIN asked every ON every.source = r.source AND every.repo IS NULL AND every.what = 'issues'
), part AS (
  SELECT f.source, f.repo, w.part,
         CASE w.part WHEN 'time to first response' THEN iif(f.issues_known, round(f.wait, 2), NULL)
                     WHEN 'change request closure ratio' THEN iif(f.issues_known, round(f.closed / nullif(f.opened, 0), 2), NULL)
                     WHEN 'contributor absence factor' THEN f.people
                     WHEN 'release frequency' THEN coalesce(f.releases, iif(f.releases_known OR f.release_count = 0, 0, NULL)) END AS value,
         CASE w.part WHEN 'time to first response' THEN w.reason || iif(f.issues_known, printf(' of %d', coalesce(f.waits, 0)), '')
                     WHEN 'change request closure ratio' THEN w.reason || iif(f.issues_known, printf(': %d / %d', coalesce(f.closed, 0), coalesce(f.opened, 0)), '')
                     ELSE w.reason END AS reason
    FROM fact f CROSS JOIN weight w
)
SELECT source, repo, NULL AS score, NULL AS maximum, NULL AS grade, 1.0 * count(value) / count(*) AS known,
       json_group_array(json_object('part', part, 'value', value, 'weight', NULL, 'points', NULL, 'reason', reason)) AS parts,
       group_concat(part || ' ' || iif(value IS NULL, 'not known', printf('%g', value)), '; ') AS reason
  FROM part GROUP BY source, repo;
