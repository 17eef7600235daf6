-- Health: whether issues and pull requests are answered, closed and looked after.
-- Response counts 4: the median time to the first answer of what was opened in the last 180
-- days; all of it within 2 days, 60 % within 7, 30 % within 30. The answer is the only comment
-- if it is another person's, else the merge, else the closing; what nobody has answered counts
-- as waiting until now. Where there are several comments, which was the first is not known and
-- it is left out; at least 5 must be known. Drafts and what bots open are left out. Throughput counts 4: what was
-- closed in the last 90 days as a share of what was opened. Age counts 3: the median age of what
-- is open; all of it up to 90 days, 60 % up to 180, 30 % up to 365. Freshness counts 4: the share
-- of what is open that somebody touched in the last 30 days. Nobody can act on an archived
-- repository's issues, and the nightly desk's own ("Decision Desk ...") are left out.
--
-- setting: response (4, 0 to 100): points for a first answer that comes soon; 0 takes the component out
-- setting: throughput (4, 0 to 100): points where as much is closed as is opened; 0 takes the component out
-- setting: age (3, 0 to 100): points where what is open is not old; 0 takes the component out
-- setting: freshness (4, 0 to 100): points where what is open is touched; 0 takes the component out

-- rows score_part
WITH weight (component, maximum, effort, remedy) AS (
  VALUES ('response', :response, 4, 'Give everything that nobody has answered a first answer, even if it is short.'),
         ('throughput', :throughput, 8, 'Close at least as much as is opened, or say what will not be done.'),
         ('age', :age, 4, 'Go through the oldest that are open: do, or close with a reason.'),
         ('freshness', :freshness, 2, 'Answer, move or close what nobody has touched for 30 days.')
), bound (component, days, share) AS (
  VALUES ('response', 2, 1.0), ('response', 7, 0.6), ('response', 30, 0.3), ('response', 1e9, 0.0),
         ('age', 90, 1.0), ('age', 180, 0.6), ('age', 365, 0.3), ('age', 1e9, 0.0)
), clock AS MATERIALIZED (
  SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-30 days') AS d30, strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days') AS d90,
         strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-180 days') AS d180, unixepoch() AS now
), issues_scope AS MATERIALIZED (    -- whether all issues were ever read, where that was asked
  SELECT c.source, c.repo, max(c.known) AS known
    FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration = s.system || '/issues'
   GROUP BY c.source, c.repo
), item AS (
  SELECT source, repo, state, updated_at, created_at, closed_at, c.*,
         CASE WHEN created_at < c.d180 OR draft OR author LIKE '%[bot]' THEN NULL
              WHEN comments = 1 AND last_comment_by <> author AND last_comment_by NOT LIKE '%[bot]' THEN (unixepoch(last_comment_at) - unixepoch(created_at)) / 86400.0
              WHEN comments = 0 AND state = 'closed' THEN (unixepoch(coalesce(merged_at, closed_at)) - unixepoch(created_at)) / 86400.0
              WHEN comments = 0 AND state = 'open' THEN (c.now - unixepoch(created_at)) / 86400.0 END AS wait
    FROM issue CROSS JOIN clock c
   WHERE NOT is_desk(title, labels)
), flow AS MATERIALIZED (
  SELECT source, repo, sum(state = 'open') AS open,
         sum(state = 'open' AND updated_at <= d30) AS stale,
         sum(created_at >= d90) AS opened, total(closed_at >= d90) AS closed,
         median(iif(state = 'open', unixepoch(created_at), NULL)) AS middle,
         count(wait) AS waits, median(wait) AS wait
    FROM item GROUP BY source, repo
), fact AS MATERIALIZED (
  SELECT r.source, r.key AS repo, r.archived,
         coalesce(f.open, 0) AS open, coalesce(f.stale, 0) AS stale,
         coalesce(f.opened, 0) AS opened, coalesce(f.closed, 0) AS closed, f.middle, (unixepoch() - f.middle) / 86400 AS age, f.wait, coalesce(f.waits, 0) AS waits,
         r.open_items = 0 AS nothing_open,
         coalesce(own.known, every.known, f.repo IS NOT NULL) AS issues_known
    FROM repo r
    LEFT JOIN flow f ON f.source = r.source AND f.repo = r.key
    LEFT JOIN issues_scope own ON own.source = r.source AND own.repo = r.key
    LEFT JOIN issues_scope every ON every.source = r.source AND every.repo IS NULL
), part (source, repo, component, share, reason) AS (
  SELECT source, repo, 'response',
         CASE WHEN archived OR NOT issues_known OR waits < 5 THEN NULL
              ELSE (SELECT max(share) FROM bound WHERE component = 'response' AND days >= wait) END,
         CASE WHEN archived THEN 'archived, so nobody can act on its issues'
              WHEN NOT issues_known THEN 'its issues were not read'
              WHEN waits < 5 THEN printf('of what was opened in the last 180 days, the first answer of %d is known, and it takes 5', waits)
              ELSE printf('First answer %s days, the median of %d', coalesce('within ' || (SELECT min(days) FROM bound WHERE component = 'response' AND share > 0 AND days >= wait), 'after more than 30'), waits) END
    FROM fact
   UNION ALL
  SELECT source, repo, 'throughput',
         CASE WHEN archived OR NOT issues_known THEN NULL WHEN closed >= opened THEN 1.0 ELSE closed / opened END,
         CASE WHEN archived THEN 'archived, so nobody can act on its issues'
              WHEN issues_known
              THEN printf('Closed %d and opened %d issues and pull requests in the last 90 days', closed, opened)
              ELSE 'its issues were not read' END
    FROM fact
   UNION ALL
  SELECT source, repo, 'age',
         CASE WHEN archived THEN NULL
              WHEN issues_known AND open THEN (SELECT max(share) FROM bound WHERE component = 'age' AND days >= fact.age)
              WHEN issues_known OR nothing_open THEN 1.0 END,
         CASE WHEN archived THEN 'archived, so nobody can act on its issues'
              WHEN issues_known AND open
              THEN printf('Half of %d open issues and pull requests were opened on %s or before', open, date(middle, 'unixepoch'))
              WHEN issues_known OR nothing_open THEN 'No open issue or pull request'
              ELSE 'its issues were not read' END
    FROM fact
   UNION ALL
  SELECT source, repo, 'freshness',
         CASE WHEN archived THEN NULL
              WHEN issues_known AND open THEN 1.0 * (open - stale) / open
              WHEN issues_known OR nothing_open THEN 1.0 END,
         CASE WHEN archived THEN 'archived, so nobody can act on its issues'
              WHEN issues_known AND open
              THEN printf('Of %d open issues and pull requests %d untouched for 30 days', open, stale)
              WHEN issues_known OR nothing_open THEN 'No open issue or pull request'
              ELSE 'its issues were not read' END
    FROM fact
)
SELECT p.source, p.repo, p.component, round(p.share * w.maximum, 1) AS points, w.maximum,
       iif(p.share IS NULL, 'Not known: ' || p.reason || '.',
           printf('%s: %g of %g points.', p.reason, round(p.share * w.maximum, 1), w.maximum)) AS reason,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.remedy, NULL) AS remedy,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.effort, NULL) AS effort
  FROM part p CROSS JOIN weight w ON w.component = p.component AND w.maximum > 0;
