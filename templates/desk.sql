-- What needs a decision tonight. First the most urgent of everything that is open; then what else
-- awaits approval, is blocked, was forgotten, what else the checks found, and which sources could
-- not be read.
--
-- path: index
-- title: Desk
-- types: read time, not_read number, total number, more number, above number, repos number, known number, points number, score number(1), critical number, high number, effect number(1), sources number, scopes number,
--   never number, other_reasons number, changed number, earlier time, scores sparkline,
--   url url, since date, day date, value number(1), expected number(1), labels list, opened date, touched date, due date, oldest time, newest time, until date, rank number

-- portfolio
SELECT grade, score, reason FROM portfolio WHERE metric = 'health';

-- The portfolio's health of each of the last 90 days with a run; what was not known is a gap, a
-- day without a run too.
-- moves
WITH RECURSIVE span (first, last) AS (
  SELECT max(min(p.day), date(r.last, '-90 days')), r.last
    FROM point p, (SELECT date(max(started_at)) AS last FROM run) r
   WHERE p.source = '' AND p.repo = '' AND p.metric = 'health' HAVING count(*) > 1
), day (day, last) AS (
  SELECT first, last FROM span
  UNION ALL
  SELECT date(day, '+1 day'), last FROM day WHERE day < last
)
SELECT json_group_array(iif(day IN (SELECT date(started_at) FROM run),
                            (SELECT value FROM point
                              WHERE source = '' AND repo = '' AND metric = 'health' AND day <= d.day
                              ORDER BY day DESC LIMIT 1), NULL)) AS scores,
       min(day) AS since
  FROM (SELECT day FROM day ORDER BY day) AS d HAVING count(*) > 1;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;

-- The issues of how many repositories are known, so that no issue means none (as on the page
-- of repositories).
-- coverage
SELECT count(*) AS repos,
       count(nullif(coalesce(own.known,
                             (SELECT max(known) FROM scope c WHERE c.source = r.source AND c.repo IS NULL AND +c.declaration = s.system || '/issues'),
                             EXISTS (SELECT 1 FROM issue i WHERE i.source = r.source AND i.repo = r.key))
                    OR r.open_items IS 0, 0)) AS known
  FROM repo r
  JOIN source s ON s.name = r.source
  LEFT JOIN scope own ON own.source = r.source AND own.declaration = s.system || '/issues' AND own.key = r.key AND own.repo = r.key;

-- With what the last run is compared.
-- compared
SELECT at AS earlier FROM change_span WHERE name = 'run';

-- What changed since the run before this one, by kind; what calls for a decision first.
-- changes
WITH domain (kind, name) AS (
  VALUES ('incident', 'incidents'), ('job', 'jobs'), ('ticket', 'tickets'), ('idea', 'ideas'), ('budget', 'budgets')
), told (list, place, items, part) AS (
  SELECT 'findings', iif(what IN ('opened', 'raised'), 1, 6), 1, severity FROM finding_change WHERE span = 'run' AND what <> 'passed'
   UNION ALL
  SELECT 'domains', iif(what IN ('opened', 'reopened', 'raised', 'failed', 'reached'), 2, 7), 1, d.name
    FROM domain_change c JOIN domain d ON d.kind = c.kind WHERE span = 'run' AND what NOT IN ('known', 'passed')
   UNION ALL
  SELECT 'quiet', iif(what = 'quiet', 3, 13), scopes, NULL FROM source_change WHERE span = 'run'
   UNION ALL
  SELECT 'scores', iif(after < before, 4, 8), 1, NULL FROM score_change WHERE span = 'run' AND component = '' AND after <> before
   UNION ALL
  SELECT 'issues', CASE WHEN what IN ('opened', 'reopened') THEN 5 WHEN what = 'prioritised' THEN 9 ELSE 10 END, 1, NULL
    FROM item_change WHERE span = 'run' AND kind IN ('issue', 'pull') AND what NOT IN ('known', 'passed')
   UNION ALL
  SELECT 'releases', 11, 1, NULL FROM item_change WHERE span = 'run' AND kind = 'release' AND what = 'published'
   UNION ALL
  SELECT 'numbers', 12, 1, replace(metric, '_', ' ') || iif(sum(after - before) IS NULL, ', not comparable', replace(printf(' %+d', sum(after - before)), '-', '−')) FROM number_change WHERE span = 'run' GROUP BY metric
), words (place, text) AS (
  VALUES (1, 'Findings opened, or more severe'), (2, 'Tickets, incidents, jobs, ideas and budgets that came, broke or are more severe'),
         (3, 'Things asked of sources that could be read then and not now'),
         (4, 'Scores that fell'), (5, 'Issues and pull requests opened or reopened'), (6, 'Findings resolved, or less severe'),
         (7, 'Tickets, incidents, jobs and ideas closed, mended or decided'),
         (8, 'Scores that rose'), (9, 'Open issues and pull requests with another label of priority'),
         (10, 'Issues and pull requests closed or merged'), (11, 'Releases published'),
         (12, 'Counts of open tickets, open incidents, failed jobs or waiting ideas that moved'),
         (13, 'Things asked of sources that could not be read then and are read now')
), part AS (
  SELECT place, part, count(*) AS items FROM told WHERE part IS NOT NULL GROUP BY place, part ORDER BY place, items DESC, part
)
SELECT t.list, w.text, sum(t.items) AS changed,
       CASE w.place WHEN 1 THEN sum(t.part = 'critical') || ' critical, ' || sum(t.part = 'high') || ' high'
                    WHEN 12 THEN (SELECT group_concat(part, ', ') FROM part WHERE place = 12)
                    ELSE (SELECT group_concat(part || ': ' || items, ', ') FROM part p WHERE p.place = w.place AND p.place IN (2, 7)) END AS detail
  FROM told t JOIN words w ON w.place = t.place
 GROUP BY w.place ORDER BY w.place;

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

-- The first list, and of the others the first 10 that are not in it, the most urgent first: in
-- the order of the ranks' index, and no further than there are any. Which these are is found
-- before anything else is looked up of them.
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
       t.source, t.repo, t.number, t.title, t.url, i.draft, t.labels, t.key, t.kind AS item,
       CASE t.kind WHEN 'pull' THEN 'pull request' ELSE t.kind END AS kind,
       iif(t.labels = '[]', NULL, (SELECT group_concat(value, ', ') FROM json_each(t.labels))) AS label_names,
       CASE WHEN t.assignees = '[]' THEN 'nobody' ELSE (SELECT group_concat(value, ', ') FROM json_each(t.assignees)) END AS assigned,
       t.opened_at AS opened, t.touched_at AS touched, t.due_on AS due,
       coalesce(t.remedy, d.remedy,
                CASE WHEN p.approval THEN 'Decide: approve, reject or defer it.'
                     WHEN p.blocked THEN 'Unblock it, or say until when it waits.'
                     WHEN t.assignees = '[]' THEN 'Give it to somebody, or close it.'
                     WHEN t.kind = 'pull' THEN 'Merge it, or say what is missing.'
                     WHEN t.declared THEN 'Do it, or lower its priority.' END) AS remedy,
       page.path AS page, s.demo,
       CASE t.kind WHEN 'incident' THEN 'homelab' WHEN 'ticket' THEN 'business' WHEN 'job' THEN 'jobs' WHEN 'idea' THEN 'ideas' WHEN 'budget' THEN 'costs' END AS domain,
       iif(t.kind = 'budget', t.key, named_uuid(json_array(t.source, t.key))) AS anchor,
       CASE WHEN t.number IS NOT NULL THEN 'issue-' || t.number WHEN t.kind = 'finding' THEN 'findings' END AS place
  FROM first f
  JOIN priority p ON p.kind = f.kind AND p.source = f.source AND p.key = f.key
  JOIN item t ON t.kind = f.kind AND t.source = f.source AND t.key = f.key
  JOIN source s ON s.name = f.source
  LEFT JOIN page ON page.source = p.source AND page.repo = p.repo
  LEFT JOIN issue i ON i.source = p.source AND i.repo = p.repo AND i.number = p.number
  LEFT JOIN declaration d ON d.kind = 'check' AND d.name = t.found_by
 ORDER BY p.rank;

-- What is not code: a line for each domain that a source tells of, as its page does (which needs
-- the same).
-- domains
WITH asked AS MATERIALIZED (
  SELECT d."group" AS name, min(c.loaded_at) AS read,
         sum(c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected) AS not_read
    FROM source s CROSS JOIN declaration d CROSS JOIN scope c ON c.source = s.name AND c.declaration = d.name
   WHERE d.kind = 'source' AND d."group" IS NOT NULL GROUP BY d."group"
), domain (place, id, heading, text, is_there) AS (
  SELECT 1, 'homelab', 'Homelab',
         (SELECT printf('open incidents: %d, critical: %d', coalesce(sum(state = 'open'), 0), coalesce(sum(state = 'open' AND severity = 'critical'), 0)) FROM incident)
           || (SELECT iif(count(*), printf('; down: %d of %d that are watched', sum(state = 'down'), count(*)), '') FROM target),
         EXISTS (SELECT 1 FROM incident) OR EXISTS (SELECT 1 FROM target)
  UNION ALL
  SELECT 2, 'business', 'Business',
         (SELECT printf('open tickets and tasks: %d, critical: %d, waiting for somebody else: %d', coalesce(sum(state = 'open'), 0),
                        coalesce(sum(state = 'open' AND severity = 'critical'), 0), coalesce(sum(state = 'waiting'), 0)) FROM ticket),
         EXISTS (SELECT 1 FROM ticket)
  UNION ALL
  SELECT 3, 'jobs', 'Jobs',
         (SELECT printf('jobs: %d, failed: %d', count(*), coalesce(sum(state = 'failed' AND enabled IS NOT 0), 0)) FROM job)
           || (SELECT printf(', late: %d', count(*)) FROM finding WHERE rule = 'job-late')
           || (SELECT iif(count(*), printf('; scheduled workflows: %d', count(DISTINCT json_array(source, repo, workflow))), '') FROM workflow_run WHERE event = 'schedule'),
         EXISTS (SELECT 1 FROM job) OR EXISTS (SELECT 1 FROM workflow_run WHERE event = 'schedule')
  UNION ALL
  SELECT 4, 'ideas', 'Ideas',
         (SELECT printf('to be reviewed: %d, new: %d', coalesce(sum(state = 'review'), 0), coalesce(sum(state = 'new'), 0)) FROM idea)
           || (SELECT iif(count(*), printf('; open issues that are ideas: %d', count(*)), '') FROM issue
                WHERE kind = 'issue' AND +state = 'open' AND title GLOB '[[]Idea]*'), -- by the index of ideas
         EXISTS (SELECT 1 FROM idea) OR EXISTS (SELECT 1 FROM issue WHERE kind = 'issue' AND title GLOB '[[]Idea]*')
  UNION ALL
  SELECT 5, 'costs', 'Costs',
         (SELECT coalesce('in ' || month || ': ' || coalesce(group_concat(text, ', '), 'an unknown amount'), 'nothing is recorded')
            FROM (SELECT l.month, money_text((l.cost + 5000) / 10000 * 10000) || ' ' || l.currency AS text FROM ledger l
                   WHERE l.dimension = 'month' AND l.month = (SELECT max(month) FROM ledger) ORDER BY l.cost DESC, l.currency))
           || (SELECT iif(count(*), printf('; overspent budgets: %d of %d', coalesce(sum(spent > monthly), 0), count(*)), '') FROM budget_state),
         EXISTS (SELECT 1 FROM ledger)
  UNION ALL
  SELECT 6, 'memory', 'Memory',
         printf('decisions, conversations, notes: %d; beside items of tonight: %d',
                (SELECT count(*) FROM memory WHERE kind <> 'document' AND title IS NOT NULL) + (SELECT count(*) FROM decision), (SELECT count(*) FROM context)),
         EXISTS (SELECT 1 FROM memory WHERE kind <> 'document' AND title IS NOT NULL)
)
SELECT d.id, d.heading, d.text, iif(a.read >= (SELECT max(started_at) FROM run), NULL, a.read) AS read, a.not_read -- what this run read needs no date
  FROM domain d LEFT JOIN asked a ON a.name = d.id
 WHERE d.is_there OR a.name IS NOT NULL ORDER BY d.place;

-- What is farthest from what was expected, at most 5.
-- unusual
SELECT s.name, a.source, a.repo, a.day, a.value, a.expected, page.path AS page, o.demo
  FROM anomaly a
  JOIN series s ON s.key = a.key AND s.metric = a.metric
  LEFT JOIN source o ON o.name = a.source
  LEFT JOIN page ON page.source = a.source AND page.repo = a.repo
 ORDER BY a.score IS NOT NULL, abs(a.score) DESC, o.position, a.key, a.metric LIMIT 5;

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
SELECT r.title, r.action, r.url, r.effect, printf('%g', r.effort) AS hours, r.source, r.repo, f.demo, page.path AS page
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
       page.path AS page, d.remedy, t.demo,
       (SELECT e.at FROM finding_event e
         WHERE e.rule = f.rule AND e.source = f.source AND e.key = f.key AND e.state = 'open' AND e.severity_before IS NULL
         ORDER BY e.nth DESC LIMIT 1) AS since
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

-- What is remembered beside an item. What has no address stands on the page of memory.
-- sections.items.context
SELECT c.title, CASE c.memory_kind WHEN 'pull' THEN 'pull request' WHEN 'desk' THEN 'former desk' ELSE c.memory_kind END AS kind, c.day, c.status, c.url,
       iif(e.place IS NULL, coalesce(c.path, 'memory'), 'memory') AS path, iif(e.place IS NULL, NULL, named_uuid(json_array(e.source, e.key))) AS anchor, c.memory_source AS source, c.repo, c.number, c.words,
       (SELECT s.demo FROM source s WHERE s.name = c.memory_source) AS demo
  FROM context c
  LEFT JOIN memory_entry e ON e.source = c.memory_source AND e.key = c.memory_key AND c.memory_kind NOT IN ('issue', 'pull', 'document')
 WHERE c.kind = :item AND c.source = :source AND c.key = :key ORDER BY c.place;

-- What became of it before tonight.
-- sections.items.episodes
SELECT since, until, day, rank, reason, nullif(what, 'resolved') AS listed
  FROM episode WHERE kind = :item AND source = :source AND key = :key ORDER BY place;
