-- Predecessor: the score that the program before this one gave every repository.
-- It starts at 100 and loses 2 for each open issue (up to 40), 0.5 for each day without an update
-- after the first 30 (up to 30), 10 without a README and 5 without a licence; it gains 10 where
-- the last update is fewer than 7 whole days old. It is held between 0 and 100, and that of an
-- archived repository is 0. A is 85 or more, B 70, C 55, D 40, and F is less. Open issues are
-- those that the source counts, with pull requests, as there; days are whole ones. Where one of
-- the facts is not known there is no score: the program before took what it did not know for
-- missing, and so gave two scores to the same repository.
--
-- setting: start (100, 0 to 1000): points to begin with
-- setting: open-issue (2, 0 to 100): points lost for each open issue
-- setting: open-issues (40, 0 to 1000): lost for them at most
-- setting: idle-days (30, 0 to 3650): days without an update that cost nothing
-- setting: idle-day (0.5, 0 to 100): points lost for each day after these
-- setting: idle (30, 0 to 1000): lost for them at most
-- setting: no-readme (10, 0 to 1000): points lost without a README
-- setting: no-license (5, 0 to 1000): points lost without a licence
-- setting: updated-lately (10, 0 to 1000): points gained by an update not long ago
-- setting: updated-days (7, 0 to 3650): within how many days that is

-- rows model_score
WITH weight (part, points, most) AS (
  VALUES ('start', 1.0 * :start, 1.0 * :start), ('open issues', -1.0 * :open_issue, -1.0 * :open_issues), ('days without update', -1.0 * :idle_day, -1.0 * :idle),
         ('no README', -1.0 * :no_readme, -1.0 * :no_readme), ('no licence', -1.0 * :no_license, -1.0 * :no_license), ('updated lately', 1.0 * :updated_lately, 1.0 * :updated_lately)
), bound (idle, lately) AS (
  VALUES (:idle_days, :updated_days)
), grade (floor, name) AS (
  VALUES (85, 'A'), (70, 'B'), (55, 'C'), (40, 'D'), (0, 'F')
), fact AS MATERIALIZED (
  SELECT source, key AS repo, archived, coalesce(open_items, open_issues + open_pulls) AS open, has_readme,
         iif(license IS NULL, has_license, 1) AS has_license, coalesce(updated_at, pushed_at, last_commit_at) AS updated_at
    FROM repo
), aged AS (
  SELECT *, (strftime('%s', 'now') - strftime('%s', updated_at)) / 86400 AS days FROM fact
), part AS (                         -- how often its points count
  SELECT a.source, a.repo, a.archived, w.part, w.points, w.most,
         CASE w.part WHEN 'start' THEN 1
                     WHEN 'open issues' THEN a.open
                     WHEN 'days without update' THEN min(max(a.days - b.idle, 0), coalesce(CAST(w.most / w.points AS INTEGER), 0))
                     WHEN 'no README' THEN NOT a.has_readme
                     WHEN 'no licence' THEN NOT a.has_license
                     WHEN 'updated lately' THEN a.days < b.lately END AS value,
         CASE w.part WHEN 'open issues' THEN 'as the source counts them'
                     WHEN 'days without update' THEN 'after the first ' || b.idle || ' since ' || coalesce(date(a.updated_at), 'a day that is not known')
                     WHEN 'updated lately' THEN 'updated fewer than ' || b.lately || ' days ago' ELSE '' END AS reason
    FROM aged a CROSS JOIN bound b CROSS JOIN weight w
), counted AS (
  SELECT *, iif(points < 0, max(points * value, most), points * value) AS earned FROM part
), summed AS (
  SELECT source, repo, archived, iif(count(earned) = count(*), total(earned), NULL) AS total, 1.0 * count(earned) / count(*) AS known,
         group_concat(iif(earned <> 0 OR part = 'start', printf('%s %g %s', iif(earned < 0, ' -', ' +'), abs(earned), part), ''), '') AS text,
         group_concat(iif(earned IS NULL, part, NULL), ', ') AS missing,
         json_group_array(json_object('part', part, 'value', value, 'weight', points, 'points', earned, 'reason', reason)) AS parts
    FROM counted GROUP BY source, repo
), clamped AS (
  SELECT *, CASE WHEN archived THEN 0.0 ELSE min(max(total, 0), 100) END AS score FROM summed
)
SELECT source, repo, score, 100 AS maximum, (SELECT name FROM grade WHERE floor <= score ORDER BY floor DESC LIMIT 1) AS grade,
       known, parts,
       CASE WHEN archived THEN 'Archived, so 0'
            WHEN total IS NULL THEN 'Not known: ' || missing
            ELSE ltrim(text, ' +') || printf(' = %g', total) || iif(score <> total, printf(', counted as %g', score), '') END AS reason
  FROM clamped;
