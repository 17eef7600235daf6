-- Health: whether changes are built and tested, and how that goes.
-- Continuous integration counts 8 and tests 6. Passing counts 4: of the runs on the default
-- branch in the last 90 days that ended well or badly, the share that ended well; from 95 % on
-- it counts in full, because a run also fails for want of a machine. At least 5 must be known.
-- Duration counts 2: of the workflow with the most good runs, their median time in the last 45
-- days beside that in the 45 days before; all of it up to 10 % more, none from twice as much on.
-- At least 5 of each must be known. Nothing has to run in an archived repository.
--
-- setting: ci (8, 0 to 100): points for continuous integration; 0 takes the component out
-- setting: tests (6, 0 to 100): points for tests; 0 takes the component out
-- setting: passing (4, 0 to 100): points for runs that go well; 0 takes the component out
-- setting: duration (2, 0 to 100): points for runs that take no longer than before; 0 takes the component out

-- rows score_part
WITH weight (component, maximum, effort, remedy) AS (
  VALUES ('ci', :ci, 4, 'Add a workflow that builds and tests every change.'),
         ('tests', :tests, 8, 'Add a first test of what must not break, and run it on every change.'),
         ('passing', :passing, 4, 'Find out why runs fail: repair the cause, or take out the test that fails by chance.'),
         ('duration', :duration, 8, 'Find out which step takes longer than before, and cache or split it.')
), file AS MATERIALIZED (            -- one of its files, and how many more there are
  SELECT source, repo, min(path) || iif(count(*) > 1, printf(' and %d more', count(*) - 1), '') AS path
    FROM repo_file WHERE kind = 'ci'
   GROUP BY source, repo
), clock AS MATERIALIZED (
  SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days') AS d90, strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-45 days') AS d45
), run AS (
  SELECT w.source, w.repo, w.workflow, w.conclusion = 'success' AS good, iif(w.conclusion = 'success', w.seconds, NULL) AS seconds,
         w.created_at < c.d45 AS older
    FROM clock c CROSS JOIN repo r CROSS JOIN workflow_run w ON w.source = r.source AND w.repo = r.key
   WHERE w.conclusion IN ('success', 'failure', 'timed_out', 'startup_failure')
     AND w.created_at >= c.d90 AND w.branch IS r.default_branch
), ended AS (
  SELECT source, repo, workflow, count(*) AS total, sum(good) AS good,
         min(count(iif(older, seconds, NULL)), count(iif(older, NULL, seconds))) AS told,
         median(iif(older, seconds, NULL)) AS before, median(iif(older, NULL, seconds)) AS after
    FROM run GROUP BY source, repo, workflow
), told AS MATERIALIZED (            -- the times are those of the row with the maximum
  SELECT source, repo, sum(total) AS total, sum(good) AS good, max(told) AS told, before, after FROM ended GROUP BY source, repo
), fact AS MATERIALIZED (
  SELECT r.source, r.key AS repo, r.archived, coalesce(r.has_ci, iif(t.total > 0, 1, NULL)) AS has_ci, r.has_tests, f.path,
         coalesce(t.total, 0) AS total, coalesce(t.good, 0) AS good,
         iif(t.told >= 5 AND t.before > 0, t.before, NULL) AS before, t.after
    FROM repo r
    LEFT JOIN file f ON f.source = r.source AND f.repo = r.key
    LEFT JOIN told t ON t.source = r.source AND t.repo = r.key
), part (source, repo, component, share, reason) AS (
  SELECT source, repo, 'ci', 1.0 * has_ci,
         CASE has_ci WHEN 1 THEN 'Has continuous integration' || coalesce(' (' || path || ')', '')
                     WHEN 0 THEN 'Has no continuous integration'
                     ELSE 'no source told whether it has continuous integration' END
    FROM fact
   UNION ALL
  SELECT source, repo, 'tests', 1.0 * has_tests,
         CASE has_tests WHEN 1 THEN 'Has tests' WHEN 0 THEN 'Has no tests' ELSE 'no source told whether it has tests' END
    FROM fact
   UNION ALL
  SELECT source, repo, 'passing', iif(archived IS 1 OR total < 5, NULL, min(good / 0.95 / total, 1.0)),
         CASE WHEN archived THEN 'archived, so nothing has to run'
              WHEN total < 5 THEN printf('%d runs on the default branch ended in the last 90 days, and it takes 5', total)
              ELSE printf('Of %d runs on the default branch in the last 90 days %d went well', total, good) END
    FROM fact
   UNION ALL
  SELECT source, repo, 'duration', iif(archived IS 1, NULL, min(max((2 - after / before) / 0.9, 0.0), 1.0)),
         CASE WHEN archived THEN 'archived, so nothing has to run'
              WHEN before IS NULL THEN 'no workflow has 5 good runs in the last 45 days and 5 in the 45 days before'
              ELSE printf('Median time of a run in the last 45 days %g seconds, in the 45 days before %g', after, before) END
    FROM fact
)
SELECT p.source, p.repo, p.component, round(p.share * w.maximum, 1) AS points, w.maximum,
       iif(p.share IS NULL, 'Not known: ' || p.reason || '.',
           printf('%s: %g of %g points.', p.reason, round(p.share * w.maximum, 1), w.maximum)) AS reason,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.remedy, NULL) AS remedy,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.effort, NULL) AS effort
  FROM part p CROSS JOIN weight w ON w.component = p.component AND w.maximum > 0;
