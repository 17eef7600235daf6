-- Health: whether what was done is handed out.
-- Release counts 3: all of it where nothing was committed since the last release, or that was in
-- the last 90 days; 60 % where it was in the last 180 and 30 % where it was in the last 365.
-- Cadence counts 2: the time since the last release beside what was usual, the median of the
-- times between releases; all of it up to 1.5 times that, half of it up to 3 times. At least 3
-- releases must be known. Drafts and prereleases do not count. Where no release is known, tags
-- with a number in their name are taken for releases. What was never released is not expected to be.
--
-- setting: release (3, 0 to 100): points for a release not long ago; 0 takes the component out
-- setting: cadence (2, 0 to 100): points for releases as often as usual; 0 takes the component out

-- rows score_part
WITH weight (component, maximum, effort, remedy) AS (
  VALUES ('release', :release, 1, 'Release what was done since the last time.'),
         ('cadence', :cadence, NULL, 'Release small and often: let a workflow do it.')
), bound (days, share) AS (
  VALUES (90, 1.0), (180, 0.6), (365, 0.3), (1e9, 0.0)
), released AS MATERIALIZED (
  SELECT source, repo, published_at AS at FROM release WHERE NOT draft AND NOT prerelease AND published_at IS NOT NULL
), event AS (
  SELECT source, repo, at FROM released
   UNION ALL
  SELECT source, repo, created_at FROM tag t
   WHERE name GLOB '*[0-9]*' AND created_at IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM released r WHERE r.source = t.source AND r.repo = t.repo)
), interval AS (
  SELECT source, repo, at, (unixepoch(at) - unixepoch(lag(at) OVER (PARTITION BY source, repo ORDER BY at))) / 86400.0 AS days FROM event
), rhythm AS MATERIALIZED (
  SELECT source, repo, count(*) AS releases, max(at) AS at, median(days) AS usual FROM interval GROUP BY source, repo
), fact AS MATERIALIZED (
  SELECT r.source, r.key AS repo, r.archived, max(coalesce(y.at, r.released_at), coalesce(r.released_at, y.at)) AS at,
         iif(y.releases >= 3 AND y.usual > 0, y.usual, NULL) AS usual, r.release_count,
         coalesce(r.last_commit_at, r.pushed_at) AS committed_at
    FROM repo r LEFT JOIN rhythm y ON y.source = r.source AND y.repo = r.key
), aged AS (
  SELECT *, (unixepoch() - unixepoch(at)) / 86400.0 AS days, committed_at <= at AS done FROM fact
), part (source, repo, component, share, reason) AS (
  SELECT source, repo, 'release',
         CASE WHEN archived OR at IS NULL THEN NULL WHEN done THEN 1.0
              ELSE (SELECT max(share) FROM bound b WHERE b.days >= aged.days) END,
         CASE WHEN archived THEN 'archived, so no release is expected'
              WHEN at IS NULL THEN iif(release_count = 0, 'nothing was ever released, so none is expected', 'no release is known')
              WHEN done THEN 'Nothing was committed since the last release on ' || date(at)
              ELSE printf('Last release on %s, and commits since', date(at)) END
    FROM aged
   UNION ALL
  SELECT source, repo, 'cadence',
         CASE WHEN archived OR usual IS NULL THEN NULL WHEN days <= 1.5 * usual OR done THEN 1.0
              WHEN days <= 3 * usual THEN 0.5 ELSE 0.0 END,
         CASE WHEN archived THEN 'archived, so no release is expected'
              WHEN usual IS NULL THEN 'fewer than 3 releases are known'
              WHEN done THEN 'Nothing was committed since the last release on ' || date(at)
              ELSE printf('Last release on %s, the usual time between two is %.1f days', date(at), usual) END
    FROM aged
)
SELECT p.source, p.repo, p.component, round(p.share * w.maximum, 1) AS points, w.maximum,
       iif(p.share IS NULL, 'Not known: ' || p.reason || '.',
           printf('%s: %g of %g points.', p.reason, round(p.share * w.maximum, 1), w.maximum)) AS reason,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.remedy, NULL) AS remedy,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.effort, NULL) AS effort
  FROM part p CROSS JOIN weight w ON w.component = p.component AND w.maximum > 0;
