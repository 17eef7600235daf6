-- The health of every repository, as components that make 100 points together.
-- Activity counts 20; continuous integration 15; a README, a licence, a security policy,
-- tests and fresh issues 10 each; a contributing guide and throughput 5 each; a description
-- 3 and topics 2. Facts come from whichever source knows them. What no source told has no
-- points and no share in the score, so it costs nothing; a reason says what is missing.
-- Nothing is expected of an archived repository's commits and issues.
-- Another pass may add components of its own to the table score_part: all of them count.

-- rows score_part
WITH recency (since, points, age) AS MATERIALIZED (
  SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now', column1), column2, column3
    FROM (VALUES ('-30 days', 20, 'in the last 30 days'),
                 ('-90 days', 12, 'more than 30 days ago'),
                 ('-180 days', 6, 'more than 90 days ago'),
                 ('-365 days', 3, 'more than 180 days ago'))
   UNION ALL
  SELECT '', 0, 'more than 365 days ago'
), practice (component, maximum, present, absent, remedy) AS (
  VALUES ('readme', 10, 'a README', 'no README',
          'Add a README that says what this is, how to use it and where to ask.'),
         ('license', 10, 'a licence', 'no licence',
          'Add a file LICENSE with the text of the licence that you choose.'),
         ('security', 10, 'a security policy', 'no security policy',
          'Add a file SECURITY.md that says how to report a vulnerability.'),
         ('contributing', 5, 'a contributing guide', 'no contributing guide',
          'Add a file CONTRIBUTING.md that says how to propose a change.'),
         ('ci', 15, 'continuous integration', 'no continuous integration',
          'Add a workflow that builds and tests every change.'),
         ('tests', 10, 'tests', 'no tests',
          'Add a first test of what must not break, and run it on every change.')
), file AS MATERIALIZED (        -- one of its files, and how many more there are
  SELECT source, repo, kind, min(path) || iif(count(*) > 1, printf(' and %d more', count(*) - 1), '') AS path
    FROM repo_file
   GROUP BY source, repo, kind
), issues_scope AS MATERIALIZED (    -- whether all issues were ever read, where that was asked
  SELECT c.source, c.repo, max(c.known) AS known
    FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration = s.system || '/issues'
   GROUP BY c.source, c.repo
), flow AS MATERIALIZED (            -- without the nightly desk's own issues
  SELECT source, repo,
         sum(state = 'open') AS open,
         sum(state = 'open' AND updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-30 days')) AS stale,
         sum(created_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days')) AS opened,
         total(closed_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days')) AS closed
    FROM issue
   WHERE NOT ((title GLOB 'Decision Desk *' OR title GLOB 'Enhanced Decision Desk *')
              AND labels LIKE '%"state:awaiting-decision"%')
   GROUP BY source, repo
), fact AS MATERIALIZED (
  SELECT r.source, r.key AS repo, r.archived, r.empty, r.description, r.topics, r.license,
         r.has_readme, r.has_license, r.has_security, r.has_contributing, r.has_ci, r.has_tests,
         coalesce(r.last_commit_at, r.pushed_at) AS active_at,
         iif(r.last_commit_at IS NULL, 'push', 'commit') AS act,
         coalesce(f.open, 0) AS open, coalesce(f.stale, 0) AS stale,
         coalesce(f.opened, 0) AS opened, coalesce(f.closed, 0) AS closed,
         r.open_items = 0 AS nothing_open,
         coalesce(own.known, every.known, f.repo IS NOT NULL) AS issues_known
    FROM repo r
    LEFT JOIN flow f ON f.source = r.source AND f.repo = r.key
    LEFT JOIN issues_scope own ON own.source = r.source AND own.repo = r.key
    LEFT JOIN issues_scope every ON every.source = r.source AND every.repo IS NULL
), practised AS (
  SELECT f.source, f.repo, p.component, p.maximum, p.present, p.absent, p.remedy,
         CASE p.component WHEN 'readme' THEN f.has_readme
                          WHEN 'license' THEN iif(f.license IS NULL, f.has_license, 1)
                          WHEN 'security' THEN f.has_security
                          WHEN 'contributing' THEN f.has_contributing
                          WHEN 'ci' THEN f.has_ci
                          WHEN 'tests' THEN f.has_tests END AS has,
         coalesce(iif(p.component = 'license', nullif(f.license, 'NOASSERTION'), NULL), d.path) AS evidence
    FROM fact f CROSS JOIN practice p
    LEFT JOIN file d ON d.source = f.source AND d.repo = f.repo AND d.kind = p.component
), part (source, repo, component, maximum, points, reason, remedy) AS (
  SELECT f.source, f.repo, 'activity', 20,
         CASE WHEN f.archived THEN NULL WHEN f.empty THEN 0 ELSE n.points END,
         CASE WHEN f.archived THEN 'archived, so no commit is expected'
              WHEN f.empty THEN 'No commit yet'
              WHEN f.active_at IS NULL THEN 'no source told when the last commit was made'
              ELSE printf('Last %s on %s, %s', f.act, date(f.active_at), n.age) END,
         'Commit what is waiting, or archive the repository if it is finished.'
    FROM fact f LEFT JOIN recency n ON n.since = (SELECT max(since) FROM recency WHERE since <= f.active_at)
   UNION ALL
  SELECT source, repo, component, maximum, has * maximum,
         CASE has WHEN 1 THEN 'Has ' || present || coalesce(' (' || evidence || ')', '')
                  WHEN 0 THEN 'Has ' || absent
                  ELSE 'no source told whether it has ' || present END,
         remedy
    FROM practised
   UNION ALL
  SELECT source, repo, 'freshness', 10,
         CASE WHEN archived THEN NULL
              WHEN issues_known AND open THEN round(10.0 * (open - stale) / open, 1)
              WHEN issues_known OR nothing_open THEN 10 END,
         CASE WHEN archived THEN 'archived, so nobody can act on its issues'
              WHEN issues_known AND open
              THEN printf('Of %d open issues and pull requests %d untouched for 30 days', open, stale)
              WHEN issues_known OR nothing_open THEN 'No open issue or pull request'
              ELSE 'its issues were not read' END,
         'Answer, move or close what nobody has touched for 30 days.'
    FROM fact
   UNION ALL
  SELECT source, repo, 'throughput', 5,
         CASE WHEN archived OR NOT issues_known THEN NULL
              WHEN closed >= opened THEN 5
              ELSE round(5.0 * closed / opened, 1) END,
         CASE WHEN archived THEN 'archived, so nobody can act on its issues'
              WHEN issues_known
              THEN printf('Closed %d and opened %d issues and pull requests in the last 90 days', closed, opened)
              ELSE 'its issues were not read' END,
         'Close at least as much as is opened, or say what will not be done.'
    FROM fact
   UNION ALL
  SELECT source, repo, 'description', 3,
         CASE WHEN trim(description) = '' THEN 0 WHEN description IS NOT NULL THEN 3 END,
         CASE WHEN description IS NULL THEN 'no source told whether it has a description'
              WHEN trim(description) = '' THEN 'Has no description'
              ELSE 'Has a description' END,
         'Say in one sentence what this is.'
    FROM fact
   UNION ALL
  SELECT source, repo, 'topics', 2, min(json_array_length(topics), 1) * 2,
         CASE json_array_length(topics) WHEN 0 THEN 'Has no topics'
                                        WHEN 1 THEN 'Has 1 topic'
                                        ELSE coalesce('Has ' || json_array_length(topics) || ' topics',
                                                      'no source told whether it has topics') END,
         'Add topics, so that the repository can be found.'
    FROM fact
)
SELECT source, repo, component, points, maximum,
       iif(points IS NULL, 'Not known: ' || reason || '.',
           printf('%s: %g of %g points.', reason, points, maximum)) AS reason,
       iif(points < maximum, remedy, NULL) AS remedy
  FROM part;
