-- DORA: how fast and how safely changes reach those who use them, in the four keys of DevOps Research and Assessment.
-- The metrics, over the last 90 days, and their bands are those of Four Keys
-- (https://github.com/dora-team/fourkeys, METRICS.md and README.md), which follow the State of DevOps Report
-- of 2019. Deployments are the good runs of workflows whose name has "deploy", "release" or
-- "publish" in it; where none is known, releases. Deployment frequency: elite with more than one a day, daily
-- where most of the 13 weeks have 3 days with one, weekly where most weeks have one (both high), monthly
-- where most of the 3 times 30 days have one (medium), else low. Lead time: the median from the opening of a merged pull
-- request to the next deployment, in hours; when its commits were made is not known. Change failure
-- rate: issues with the label "incident" for each deployment. Time to restore: the median from the
-- opening of such an issue to its closing, in hours. Where no issue ever had that label, neither is
-- known; where nothing was ever deployed, nothing is.
--
-- setting: lead-elite (24, 0 to 100000): hours of lead time below which it is elite
-- setting: lead-high (168, 0 to 100000): below which it is high
-- setting: lead-medium (730, 0 to 100000): below which it is medium
-- setting: restore-elite (1, 0 to 100000): hours to restore service below which it is elite
-- setting: restore-high (24, 0 to 100000): below which it is high
-- setting: restore-medium (168, 0 to 100000): below which it is medium
-- setting: failure-high (0.15, 0 to 100): incidents for each deployment up to which it is high
-- setting: failure-medium (0.45, 0 to 100): up to which it is medium

-- rows model_score
WITH weight (part, nth) AS (
  VALUES ('deployment frequency', 1), ('lead time for changes', 2), ('change failure rate', 3), ('time to restore service', 4)
), band (part, below, level) AS (    -- hours; of the failure rate, the share up to which
  VALUES ('lead time for changes', :lead_elite, 'elite'), ('lead time for changes', :lead_high, 'high'), ('lead time for changes', :lead_medium, 'medium'), ('lead time for changes', 1e9, 'low'),
         ('time to restore service', :restore_elite, 'elite'), ('time to restore service', :restore_high, 'high'), ('time to restore service', :restore_medium, 'medium'), ('time to restore service', 1e9, 'low'),
         ('change failure rate', :failure_high + 1e-7, 'high'), ('change failure rate', :failure_medium + 1e-7, 'medium'), ('change failure rate', 1e9, 'low')
), clock AS MATERIALIZED (
  SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days') AS d90, unixepoch() AS now
), ran AS MATERIALIZED (
  SELECT source, repo, coalesce(updated_at, created_at) AS at FROM workflow_run
   WHERE conclusion = 'success' AND (name LIKE '%deploy%' OR name LIKE '%release%' OR name LIKE '%publish%')
), ran_in AS MATERIALIZED (
  SELECT DISTINCT source, repo FROM ran
), deployment AS MATERIALIZED (
  SELECT source, repo, at FROM ran
   UNION ALL
  SELECT source, repo, published_at FROM release
   WHERE NOT draft AND NOT prerelease AND published_at IS NOT NULL AND (source, repo) NOT IN (SELECT source, repo FROM ran_in)
), span AS (
  SELECT d.source, d.repo, d.at, (c.now - unixepoch(d.at)) / (7 * 86400) AS week, (c.now - unixepoch(d.at)) / (30 * 86400) AS month, date(d.at) AS day
    FROM deployment d CROSS JOIN clock c WHERE d.at > c.d90
), weekly AS (
  SELECT source, repo, week, count(*) AS total, count(DISTINCT day) AS days FROM span GROUP BY source, repo, week
), monthly AS (
  SELECT source, repo, count(DISTINCT month) AS months FROM span WHERE month < 3 GROUP BY source, repo
), frequency AS MATERIALIZED (
  SELECT w.source, w.repo, sum(w.total) AS total, count(*) AS weeks, sum(w.days >= 3) AS busy, max(m.months) AS months
    FROM weekly w LEFT JOIN monthly m ON m.source = w.source AND m.repo = w.repo GROUP BY w.source, w.repo
), deployed_in AS MATERIALIZED (
  SELECT source, repo FROM deployment GROUP BY source, repo
), event AS (
  SELECT source, repo, at, at AS deployed_at, NULL AS opened_at FROM deployment
   UNION ALL
  SELECT source, repo, merged_at, NULL, created_at FROM issue WHERE merged_at IS NOT NULL
), followed AS (                     -- by which deployment a change was; that of the same second is
  SELECT source, repo, opened_at, min(deployed_at) OVER (PARTITION BY source, repo ORDER BY at DESC, deployed_at IS NULL ROWS UNBOUNDED PRECEDING) AS deployed_at FROM event
), lead AS MATERIALIZED (
  SELECT source, repo, median((unixepoch(deployed_at) - unixepoch(opened_at)) / 3600.0) AS hours, count(*) AS changes
    FROM followed CROSS JOIN clock WHERE opened_at IS NOT NULL AND deployed_at > d90 GROUP BY source, repo
), incident AS MATERIALIZED (
  SELECT source, repo, total(created_at > d90) AS opened,
         median(iif(created_at > d90, (unixepoch(closed_at) - unixepoch(created_at)) / 3600.0, NULL)) AS hours
    FROM issue CROSS JOIN clock
   WHERE lower(labels) LIKE '%incident%' AND kind = 'issue' AND EXISTS (SELECT 1 FROM json_each(labels) WHERE lower(value) IN ('incident', 'type:incident', 'kind/incident'))
   GROUP BY source, repo
), fact AS MATERIALIZED (
  SELECT r.source, r.key AS repo, d.repo IS NOT NULL AS deploys, coalesce(f.total, 0) AS total, coalesce(f.weeks, 0) AS weeks,
         coalesce(f.busy, 0) AS busy, coalesce(f.months, 0) AS months, l.hours AS lead, l.changes, i.opened, i.hours AS restore
    FROM repo r
    LEFT JOIN deployed_in d ON d.source = r.source AND d.repo = r.key
    LEFT JOIN frequency f ON f.source = r.source AND f.repo = r.key
    LEFT JOIN lead l ON l.source = r.source AND l.repo = r.key
    LEFT JOIN incident i ON i.source = r.source AND i.repo = r.key
), part AS (
  SELECT f.*, w.part, w.nth,
         CASE w.part WHEN 'deployment frequency' THEN iif(deploys, total, NULL) WHEN 'lead time for changes' THEN lead
                     WHEN 'change failure rate' THEN opened / nullif(total, 0) ELSE iif(deploys, restore, NULL) END AS value
    FROM fact f CROSS JOIN weight w
), levelled AS (
  SELECT *, CASE WHEN value IS NULL THEN NULL
                 WHEN part <> 'deployment frequency' THEN (SELECT level FROM band b WHERE b.part = p.part AND p.value < b.below ORDER BY b.below LIMIT 1)
                 WHEN busy >= 7 AND total > 90 THEN 'elite' WHEN busy >= 7 OR weeks >= 7 THEN 'high' WHEN months >= 2 THEN 'medium' ELSE 'low' END AS level
    FROM part p
), worded AS (
  SELECT *, CASE WHEN NOT deploys THEN 'nothing was ever deployed or released, as far as is known'
                 WHEN part = 'deployment frequency' THEN printf('deployments in 90 days, in %d of 13 weeks, in %d of these on 3 days or more', weeks, busy)
                 WHEN part = 'lead time for changes' THEN iif(value IS NULL, 'no merged pull request was deployed in 90 days', printf('hours, median of %d pull requests', changes))
                 WHEN opened IS NULL THEN 'no issue ever had the label "incident"'
                 WHEN part = 'change failure rate' THEN printf('incidents for each deployment: %d / %d', opened, total)
                 ELSE iif(value IS NULL, 'no incident of the last 90 days is closed', 'hours, median') END AS words
    FROM levelled
)
SELECT source, repo, NULL AS score, NULL AS maximum, NULL AS grade, 1.0 * count(value) / count(*) AS known,
       json_group_array(json_object('part', part, 'value', round(value, 3), 'weight', NULL, 'points', NULL, 'level', level, 'reason', words)) AS parts,
       group_concat(part || ' ' || coalesce(level, 'not known'), '; ') AS reason
  FROM (SELECT * FROM worded ORDER BY source, repo, nth) GROUP BY source, repo;
