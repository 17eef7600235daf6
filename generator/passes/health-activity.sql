-- Health: whether a repository is worked on, today and beside its own past.
-- Activity counts 10: all of it for a commit in the last 30 days, 60 % for one in the last 90,
-- 30 % for one in 180 and 15 % for one in 365. Where the date of the last commit is not known,
-- the last push counts. Pace counts 4: the commits of the last 90 days as a share of what was
-- usual, which is the median of the up to three spans of 90 days before; at least two must be
-- known. A pace of its own is fair to a small library and to a large product alike. Nothing is
-- expected of an archived repository, and a fork's commits are mostly those of another.
--
-- setting: activity (10, 0 to 100): points for commits not long ago; 0 takes the component out
-- setting: pace (4, 0 to 100): points for as many commits as usual; 0 takes the component out

-- rows score_part
WITH weight (component, maximum, effort, remedy) AS (
  VALUES ('activity', :activity, 4, 'Commit what is waiting, or archive the repository if it is finished.'),
         ('pace', :pace, NULL, 'Find out what holds the work up; if less is to be done from now on, say so in the README.')
), recency (since, share, age) AS MATERIALIZED (
  SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now', column1), column2, column3
    FROM (VALUES ('-30 days', 1.0, 'in the last 30 days'),
                 ('-90 days', 0.6, 'more than 30 days ago'),
                 ('-180 days', 0.3, 'more than 90 days ago'),
                 ('-365 days', 0.15, 'more than 180 days ago'))
   UNION ALL
  SELECT '', 0.0, 'more than 365 days ago'
), clock AS MATERIALIZED (
  SELECT date('now', '-90 days') AS d90, date('now', '-180 days') AS d180, date('now', '-270 days') AS d270,
         date('now', '-360 days') AS d360, date('now', '+1 day') AS tomorrow -- somewhere it is
), pace AS MATERIALIZED (            -- whole spans count only: known is how far back its commits go
  SELECT source, repo, min(day) AS known, total(commits) FILTER (WHERE day > d90 AND day <= tomorrow) AS recent,
         total(commits) FILTER (WHERE day > d180 AND day <= d90) AS first,
         total(commits) FILTER (WHERE day > d270 AND day <= d180) AS second,
         total(commits) FILTER (WHERE day > d360 AND day <= d270) AS third
    FROM commit_day CROSS JOIN clock GROUP BY source, repo
), usual AS MATERIALIZED (
  SELECT source, repo, recent,
         CASE WHEN known <= date(d360, '+1 day') THEN first + second + third - max(first, second, third) - min(first, second, third)
              WHEN known <= date(d270, '+1 day') THEN (first + second) / 2 END AS commits
    FROM pace CROSS JOIN clock
), part (source, repo, component, share, reason) AS (
  SELECT r.source, r.key, 'activity',
         CASE WHEN r.archived THEN NULL WHEN r.empty THEN 0.0 ELSE n.share END,
         CASE WHEN r.archived THEN 'archived, so no commit is expected'
              WHEN r.empty THEN 'No commit yet'
              WHEN n.since IS NULL THEN 'no source told when the last commit was made'
              ELSE printf('Last %s on %s, %s', iif(r.last_commit_at IS NULL, 'push', 'commit'),
                          date(coalesce(r.last_commit_at, r.pushed_at)), n.age) END
    FROM repo r LEFT JOIN recency n
      ON n.since = (SELECT max(since) FROM recency WHERE since <= coalesce(r.last_commit_at, r.pushed_at))
   UNION ALL
  SELECT r.source, r.key, 'pace',
         CASE WHEN r.archived OR r.fork OR u.commits = 0 THEN NULL ELSE min(u.recent / u.commits, 1.0) END,
         CASE WHEN r.archived THEN 'archived, so no commit is expected'
              WHEN r.fork THEN 'a fork, so most commits are those of another repository'
              WHEN u.commits IS NULL THEN 'too little of its history is known to tell what is usual'
              WHEN u.commits = 0 THEN 'in most of the spans before nothing was committed'
              ELSE printf('Commits in the last 90 days: %g, usual before: %g', u.recent, u.commits) END
    FROM repo r LEFT JOIN usual u ON u.source = r.source AND u.repo = r.key
)
SELECT p.source, p.repo, p.component, round(p.share * w.maximum, 1) AS points, w.maximum,
       iif(p.share IS NULL, 'Not known: ' || p.reason || '.',
           printf('%s: %g of %g points.', p.reason, round(p.share * w.maximum, 1), w.maximum)) AS reason,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.remedy, NULL) AS remedy,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.effort, NULL) AS effort
  FROM part p CROSS JOIN weight w ON w.component = p.component AND w.maximum > 0;
