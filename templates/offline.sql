-- The desk and a summary of every repository in one file, which needs nothing beside it: to
-- mail, to read on the way. Of the 500 repositories that changed last there is a summary,
-- with the 25 most urgent of its open issues and pull requests; of all others a line.
--
-- path: offline
-- title: Offline copy
-- formats: html
-- types: total number, more number, above number, repos number, known number, points number, score number(1), critical number, high number, effect number(1), sources number, scopes number,
--   never number, other_reasons number, left_out number, earned number(1), maximum number, open_more number,
--   commits number, contributors number, issues number, pulls number, stars number, forks number, branches number, tags number,
--   url url, labels list, topics list, opened date, touched date, due date, oldest time, newest time, last date,
--   created date, pushed_on date, first_commit date, released date, by_month sparkline, documentation markdown

-- portfolio
SELECT grade, score, reason FROM portfolio WHERE metric = 'health';

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;

-- The issues of how many repositories are known, so that no issue means none.
-- coverage
SELECT count(*) AS repos,
       count(nullif(coalesce(own.known,
                             (SELECT max(known) FROM scope c WHERE c.source = r.source AND c.repo IS NULL AND +c.declaration = s.system || '/issues'),
                             EXISTS (SELECT 1 FROM issue i WHERE i.source = r.source AND i.repo = r.key))
                    OR r.open_items IS 0, 0)) AS known
  FROM repo r
  JOIN source s ON s.name = r.source
  LEFT JOIN scope own ON own.source = r.source AND own.declaration = s.system || '/issues' AND own.key = r.key AND own.repo = r.key;

-- The lists of what is open, with how many belong into each and how many of them stand in the
-- first one already.
-- sections
WITH total AS (
  SELECT tonight, pressing - pressing_above AS pressing, approval, approval_above, blocked, blocked_above, stale, stale_above
    FROM (SELECT coalesce(sum(urgency IN ('critical', 'high')), 0) AS pressing, coalesce(sum(approval), 0) AS approval,
                 coalesce(sum(blocked), 0) AS blocked, coalesce(sum(stale), 0) AS stale FROM priority),
         (SELECT count(*) AS tonight, coalesce(sum(urgency IN ('critical', 'high')), 0) AS pressing_above, coalesce(sum(approval), 0) AS approval_above,
                 coalesce(sum(blocked), 0) AS blocked_above, coalesce(sum(stale), 0) AS stale_above FROM priority WHERE rank <= 1000 AND tonight)
), section AS (
  SELECT 'tonight' AS id, 'Tonight' AS heading, tonight AS total, 0 AS above, pressing AS more, ' of critical or high urgency' AS more_of,
         'The most urgent of everything that is open, of all sources in one order: issues, pull requests, alerts, findings, tickets, incidents, jobs, ideas, budgets.' AS meaning,
         'Nothing that is open is of medium urgency or above.' AS otherwise
    FROM total
  UNION ALL
  SELECT 'approval', 'Awaits approval', approval, approval_above, approval - approval_above - 10, '',
         'What waits for a decision of yours.', 'Nothing awaits approval.'
    FROM total
  UNION ALL
  SELECT 'blocked', 'Blocked', blocked, blocked_above, blocked - blocked_above - 10, '',
         'What cannot go on until something else happens, or is paused.', 'Nothing is blocked.'
    FROM total
  UNION ALL
  SELECT 'stale', 'Stale', stale, stale_above, stale - stale_above - 10, '',
         'What nobody has touched for long. Some may be in a list above, too.', 'Nothing open has gone untouched for long.'
    FROM total
)
SELECT id, heading, meaning, total, nullif(above, 0) AS above, max(more, 0) AS more, more_of,
       iif(total > 0, 'All of it stands in the first list.', otherwise) AS if_empty
  FROM section;

-- The first list, and of the others the first 10 that are not in it, the most urgent first.
-- sections.items
WITH first AS MATERIALIZED (
  SELECT kind, source, key FROM priority
   WHERE rank > 0
     AND CASE :id WHEN 'tonight' THEN tonight
                  WHEN 'approval' THEN approval AND NOT tonight
                  WHEN 'blocked' THEN blocked AND NOT tonight
                  ELSE stale AND NOT tonight END
   ORDER BY rank LIMIT CASE :id WHEN 'tonight' THEN 0 + :total ELSE min(10, :total - coalesce(:above, 0)) END
)
SELECT p.urgency, p.points, p.reason, p.approval, p.blocked, p.stale,
       t.source, t.repo, t.number, t.title, t.url, i.draft, t.labels,
       CASE t.kind WHEN 'pull' THEN 'pull request' ELSE t.kind END AS kind,
       CASE WHEN t.assignees = '[]' THEN 'nobody' ELSE (SELECT group_concat(value, ', ') FROM json_each(t.assignees)) END AS assigned,
       t.opened_at AS opened, t.touched_at AS touched, t.due_on AS due,
       coalesce(t.remedy, d.remedy,
                CASE WHEN p.approval THEN 'Decide: approve, reject or defer it.'
                     WHEN p.blocked THEN 'Unblock it, or say until when it waits.'
                     WHEN t.assignees = '[]' THEN 'Give it to somebody, or close it.'
                     WHEN t.kind = 'pull' THEN 'Merge it, or say what is missing.'
                     WHEN t.declared THEN 'Do it, or lower its priority.' END) AS remedy,
       page.path AS page, s.demo
  FROM first f
  JOIN priority p ON p.kind = f.kind AND p.source = f.source AND p.key = f.key
  JOIN item t ON t.kind = f.kind AND t.source = f.source AND t.key = f.key
  JOIN source s ON s.name = f.source
  LEFT JOIN page ON page.source = p.source AND page.repo = p.repo
  LEFT JOIN issue i ON i.source = p.source AND i.repo = p.repo AND i.number = p.number
  LEFT JOIN declaration d ON d.kind = 'check' AND d.name = t.found_by
 ORDER BY p.rank;

-- What is worth doing next beside that, at most 5: the most points for an hour first, and each rule
-- and repository once before any comes twice. Which these are
-- is found before anything else is looked up of them.
-- recommended
WITH best AS MATERIALIZED (          -- of each rule
  SELECT r.rule, r.source, r.key, r.repo, coalesce(r.effect / r.effort, 0) AS gain
    FROM (SELECT DISTINCT rule FROM recommendation) u
    JOIN recommendation r ON r.rule = u.rule
     AND (r.source, r.key) = (SELECT b.source, b.key FROM recommendation b JOIN source o ON o.name = b.source
                               WHERE b.rule = u.rule ORDER BY b.effect / b.effort DESC NULLS LAST, o.position, b.key LIMIT 1)
), once AS MATERIALIZED (            -- of these, of each repository
  SELECT b.rule, b.source, b.key FROM best b
   WHERE NOT EXISTS (SELECT 1 FROM recommendation r
                      WHERE r.source = b.source AND r.repo IS b.repo AND (-coalesce(r.effect / r.effort, 0), r.rule) < (-b.gain, b.rule))
), first AS MATERIALIZED (
  SELECT r.rule, r.source, r.key, o.position, o.demo, f.rule IS NULL AS again
    FROM recommendation r
    JOIN source o ON o.name = r.source
    LEFT JOIN once f ON f.rule = r.rule AND f.source = r.source AND f.key = r.key
   ORDER BY again, r.effect / r.effort DESC NULLS LAST, r.rule, o.position, r.key LIMIT 5
)
SELECT r.title, r.url, r.effect, printf('%g', r.effort) AS hours, r.source, r.repo, f.demo, page.path AS page
  FROM first f
  JOIN recommendation r ON r.rule = f.rule AND r.source = f.source AND r.key = f.key
  LEFT JOIN page ON page.source = r.source AND page.repo = r.repo
 ORDER BY f.again, r.effect / r.effort DESC NULLS LAST, r.rule, f.position, r.key;

-- recommended_total
SELECT count(*) AS total, max(count(*) - 5, 0) AS more FROM recommendation;

-- finding_total
WITH shown AS (
  SELECT count(*) AS above FROM priority WHERE rank <= 1000 AND tonight AND kind = 'finding'
)
SELECT count(f.rule) AS total, coalesce(sum(severity = 'critical'), 0) AS critical,
       coalesce(sum(severity = 'high'), 0) AS high, nullif(max(s.above), 0) AS above, max(count(f.rule) - max(s.above) - 25, 0) AS more
  FROM shown s LEFT JOIN finding f ON true;

-- Those that are not in the first list. Which come first is found before anything else is looked
-- up of them.
-- findings
WITH above AS MATERIALIZED (
  SELECT source, key FROM priority WHERE rank <= 1000 AND tonight AND kind = 'finding'
), first AS MATERIALIZED (
  SELECT f.rule, f.source, f.key, s.demo, s.position
    FROM finding f JOIN source s ON s.name = f.source
   ORDER BY instr('critical high medium low info', f.severity), f.repo IS NOT NULL,
            s.position, f.key, f.rule
   LIMIT 25 + (SELECT count(*) FROM above)
)
SELECT f.rule, f.severity, f.message, f.evidence, f.source, f.repo, f.number, i.title AS issue, i.url,
       page.path AS page, d.remedy, t.demo
  FROM first t
  JOIN finding f ON f.rule = t.rule AND f.source = t.source AND f.key = t.key
  LEFT JOIN page ON page.source = f.source AND page.repo = f.repo
  LEFT JOIN issue i ON i.source = f.source AND i.repo = f.repo AND i.number = f.number
  LEFT JOIN declaration d ON d.kind = 'check' AND d.name = f.rule
 WHERE NOT EXISTS (SELECT 1 FROM above a WHERE a.source = f.source AND a.key = f.rule || ':' || f.key)
 ORDER BY instr('critical high medium low info', f.severity), f.repo IS NOT NULL,
          t.position, f.key, f.rule LIMIT 25;

-- trouble_total
SELECT coalesce(sum(scopes), 0) AS scopes, count(*) AS sources
  FROM (SELECT count(*) AS scopes FROM scope
         WHERE outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT expected GROUP BY source);

-- What could not be read, by what was asked for and how that ended. One of the reasons is shown.
-- trouble
WITH cause AS (
  SELECT source, declaration, outcome, count(*) AS scopes, min(reason) AS reason, count(*) - count(loaded_at) AS never,
         min(loaded_at) AS oldest, max(loaded_at) AS newest
    FROM scope
   WHERE outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT expected
   GROUP BY source, declaration, outcome
)
SELECT c.source, s.demo, c.declaration, c.outcome, c.scopes, c.reason,
       (SELECT count(*) FROM (SELECT DISTINCT o.reason FROM scope o -- in the order of an index
                               WHERE o.source = c.source AND o.declaration = c.declaration AND o.outcome = c.outcome AND o.reason > c.reason
                                 AND o.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT o.expected)) AS other_reasons,
       c.never, c.oldest, nullif(c.newest, c.oldest) AS newest
  FROM cause c
  JOIN source s ON s.name = c.source
 ORDER BY s.position, c.declaration, c.outcome;

-- How many repositories have a line only.
-- repo_total
SELECT count(*) AS total, nullif(max(count(*) - 500, 0), 0) AS left_out FROM page;

-- All repositories by name. Those that changed last have a summary.
-- repos
WITH asked AS (
  SELECT c.source, c.repo, max(c.known) AS known
    FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration = s.system || '/issues'
   GROUP BY c.source, c.repo
), tally AS (
  SELECT source, repo, sum(kind = 'issue') AS issues, sum(kind = 'pull') AS pulls
    FROM issue WHERE state = 'open' GROUP BY source, repo
), newest AS MATERIALIZED (
  SELECT source, key FROM repo
   ORDER BY coalesce(last_commit_at, pushed_at) DESC, source, key LIMIT 500
), fact AS (
  SELECT r.*, t.issues, t.pulls, coalesce(r.last_commit_at, r.pushed_at) AS last,
         n.key IS NOT NULL AS summary,
         coalesce(own.known, every.known,
                  EXISTS (SELECT 1 FROM issue i WHERE i.source = r.source AND i.repo = r.key))
           OR r.open_items IS 0 AS issues_known
    FROM repo r
    LEFT JOIN newest n ON n.source = r.source AND n.key = r.key
    LEFT JOIN tally t ON t.source = r.source AND t.repo = r.key
    LEFT JOIN asked own ON own.source = r.source AND own.repo = r.key
    LEFT JOIN asked every ON every.source = r.source AND every.repo IS NULL
)
SELECT r.source, r.key AS repo, page.path AS page, s.demo, r.summary, h.grade, h.score, h.reason AS score_reason,
       r.last, r.last_commit_at IS NULL AND r.pushed_at IS NOT NULL AS pushed,
       r.commit_count AS commits, r.contributor_count AS contributors,
       iif(r.issues_known, coalesce(r.issues, 0), NULL) AS issues,
       iif(r.issues_known, coalesce(r.pulls, 0), NULL) AS pulls,
       nullif(max(coalesce(r.issues + r.pulls, 0) - 25, 0), 0) AS open_more, r.issues_known,
       coalesce(r.language, 'unknown') AS language,
       CASE WHEN r.license <> 'NOASSERTION' THEN r.license
            WHEN r.license IS NOT NULL OR r.has_license THEN 'unclear'
            WHEN r.has_license = 0 THEN 'none'
            ELSE 'unknown' END AS license,
       r.description, r.topics, r.url, r.url AS address, r.archived, r.fork, r.template, r.empty, r.shallow,
       coalesce(r.visibility, 'unknown') AS visibility, nullif(r.visibility, 'public') AS hidden,
       coalesce(r.default_branch, 'unknown') AS default_branch, coalesce(r.latest_release, l.tag, iif(t.known, 'none', 'unknown')) AS latest_release,
       iif(r.latest_release IS NULL, l.published_at, r.released_at) AS released,
       coalesce(replace(r.ci_state, 'none', 'nothing checks it'), 'unknown') AS ci_state,
       r.stars, r.forks, r.branch_count AS branches, r.tag_count AS tags,
       r.created_at AS created, r.first_commit_at AS first_commit, r.pushed_at AS pushed_on
  FROM fact r
  JOIN source s ON s.name = r.source
  JOIN page ON page.source = r.source AND page.repo = r.key
  LEFT JOIN score h ON h.source = r.source AND h.repo = r.key
  LEFT JOIN scope t ON t.source = r.source AND t.declaration = s.system || '/releases' AND t.key = r.key
  LEFT JOIN release l ON l.source = r.source AND l.repo = r.key
        AND l.id = (SELECT id FROM release WHERE source = r.source AND repo = r.key AND NOT draft AND NOT prerelease
                     ORDER BY published_at DESC, id DESC LIMIT 1)
 ORDER BY lower(r.key), s.position;

-- The months up to the last commit that is known, at most 12 (as on the repository's page).
-- repos.activity
WITH RECURSIVE span (first, last) AS MATERIALIZED (
  SELECT min(day), max(day) FROM commit_day
   WHERE :summary AND source = :source AND repo = :repo AND day <= date(coalesce(:pushed_on, :last, day), '+1 day')
), month (start, next, last) AS (
  SELECT max(date(first, 'start of month'), date(last, 'start of month', '-11 months')),
         max(date(first, 'start of month', '+1 month'), date(last, 'start of month', '-10 months')), last
    FROM span WHERE last IS NOT NULL
  UNION ALL
  SELECT next, date(next, '+1 month'), last FROM month WHERE next <= last
)
SELECT json_group_array(total) AS by_month
  FROM (SELECT (SELECT coalesce(sum(commits), 0) FROM commit_day
                 WHERE source = :source AND repo = :repo AND day >= m.start AND day < m.next) AS total
          FROM month m ORDER BY m.start)
HAVING count(*) > 0;

-- repos.health
SELECT component, points AS earned, maximum, reason, remedy FROM score_part
 WHERE :summary AND source = :source AND repo = :repo
 ORDER BY +rule, maximum DESC, component;

-- repos.faults
SELECT f.rule, f.severity, f.number, f.message, f.evidence, i.url
  FROM finding f
  LEFT JOIN issue i ON i.source = f.source AND i.repo = f.repo AND i.number = f.number
 WHERE :summary AND f.source = :source AND f.repo = :repo
 ORDER BY instr('critical high medium low info', f.severity), f.rule, f.key LIMIT 50;

-- repos.open
SELECT i.number, i.title, i.url, i.labels, p.urgency, p.points, p.reason,
       CASE i.kind WHEN 'pull' THEN 'pull request' ELSE i.kind END AS kind
  FROM issue i
  LEFT JOIN priority p ON p.source = i.source AND p.repo = i.repo AND p.number = i.number
 WHERE :summary AND i.source = :source AND i.repo = :repo AND i.state = 'open'
 ORDER BY p.points DESC NULLS LAST, i.number LIMIT 25;

-- checks
SELECT name, severity, summary, remedy FROM declaration WHERE kind = 'check'
 ORDER BY "group", instr('critical high medium low info', severity), name;

-- passes
SELECT name, documentation FROM declaration WHERE kind = 'pass' ORDER BY name;
