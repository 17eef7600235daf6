-- What changed since the run before this one, since yesterday and since a week ago: what calls
-- for a decision first. Each is a comparison of two runs; what was open then and is open now is
-- not told, whatever happened in between.
--
-- path: changes
-- title: What changed
-- types: since time, at date, last_good time, url url,
--   findings number, quiet number, scores number, issues number, releases number, repositories number, costs number, domains number, numbers number, all number,
--   known number, lost number, found number, more_findings number, more_quiet number, more_scores number, more_issues number,
--   more_releases number, more_repositories number, more_domains number, count_before number, count_after number, count_difference number, scopes number, sources number,
--   before number(1), after number(1), difference number(1), by_rule number(1), by_fact number(1), cost_before number(2), cost_after number(2), cost_difference number(2)

-- What could not be read tells of no change.
-- trouble
SELECT count(*) AS scopes, count(DISTINCT source) AS sources FROM scope
 WHERE outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT expected
HAVING count(*) > 0;

-- Where two begin with the same run, the second refers to the first.
-- spans
WITH wanted (name, place, heading, shortness) AS (
  VALUES ('run', 1, 'Since the run before this one', NULL),
         ('day', 2, 'Since yesterday', 'There is no run of an earlier day to compare with; this is the first run of which everything is kept.'),
         ('week', 3, 'Since a week ago', 'There is no run of a week ago to compare with; this is the first run of which everything is kept.')
)
SELECT w.name AS id, w.heading, s.at AS since, iif(s.short, w.shortness, NULL) AS shortness,
       nullif(s.day = (SELECT max(date(started_at)) FROM run), 0) AS same_day,
       (SELECT e.name FROM wanted e JOIN change_span o ON o.name = e.name WHERE e.place < w.place AND o.run = s.run ORDER BY e.place LIMIT 1) AS same,
       (SELECT e.heading FROM wanted e JOIN change_span o ON o.name = e.name WHERE e.place < w.place AND o.run = s.run ORDER BY e.place LIMIT 1) AS same_heading
  FROM wanted w JOIN change_span s ON s.name = w.name
 ORDER BY w.place;

-- How much each list holds, and how much of it is not listed here.
-- spans.total
WITH count AS (
  SELECT (SELECT count(*) FROM finding_change WHERE span = :id) AS findings,
         (SELECT count(*) FROM source_change WHERE span = :id) AS quiet,
         (SELECT count(*) FROM score_change WHERE span = :id AND component = '' AND before IS NOT NULL AND after IS NOT NULL) AS scores,
         (SELECT count(*) FROM score_change WHERE span = :id AND component = '' AND after IS NULL) AS lost,
         (SELECT count(*) FROM score_change WHERE span = :id AND component = '' AND before IS NULL) AS found,
         (SELECT count(*) FROM item_change WHERE span = :id AND kind IN ('issue', 'pull') AND what <> 'known') AS issues,
         (SELECT count(*) FROM item_change WHERE span = :id AND kind = 'release' AND what <> 'known') AS releases,
         (SELECT count(*) FROM item_change WHERE span = :id AND kind = 'repository') AS repositories,
         (SELECT count(*) FROM domain_change WHERE span = :id AND what <> 'known') AS domains,
         (SELECT count(*) FROM number_change WHERE span = :id) AS numbers,
         (SELECT coalesce(sum(items), 0) FROM item_change WHERE span = :id AND kind <> 'repository' AND what = 'known')
           + (SELECT coalesce(sum(items), 0) FROM domain_change WHERE span = :id AND what = 'known') AS known,
         (SELECT count(*) FROM cost_change WHERE span = :id) AS costs
)
SELECT *, findings + quiet + scores + lost + found + issues + releases + repositories + domains + numbers + known + costs AS "all",
       max(findings - 100, 0) AS more_findings, max(quiet - 100, 0) AS more_quiet, max(scores - 100, 0) AS more_scores,
       max(issues - 100, 0) AS more_issues, max(releases - 100, 0) AS more_releases, max(repositories - 100, 0) AS more_repositories, max(domains - 100, 0) AS more_domains
  FROM count WHERE :same IS NULL;

-- spans.findings
SELECT replace(c.what, 'passed', 'opened and resolved') AS what, c.severity, nullif(c.severity_before, c.severity) AS severity_before,
       c.found_by AS rule, c.at, e.message, e.evidence,
       CASE WHEN c.cause = 'rule' THEN 'the check changed' WHEN c.repo IS NULL THEN 'the source changed' ELSE 'the repository changed' END AS cause,
       c.source, c.repo, c.number, i.title AS issue, i.url, page.path AS page, s.demo
  FROM finding_change c
  JOIN finding_event e ON e.rule = c.found_by AND e.source = c.source AND e.key = c.key AND e.nth = c.nth
  JOIN source s ON s.name = c.source
  LEFT JOIN page ON page.source = c.source AND page.repo = c.repo
  LEFT JOIN issue i ON i.source = c.source AND i.repo = c.repo AND i.number = c.number
 WHERE c.span = :id AND :same IS NULL
 ORDER BY c.what IN ('resolved', 'lowered', 'passed'), c.what = 'passed', instr('critical high medium low info', c.severity), s.position, c.key, c.found_by
 LIMIT 100;

-- spans.quiet
SELECT iif(c.what = 'quiet', 'gone quiet', 'answers again') AS what, iif(c.what = 'quiet', 'failed', 'ok') AS mark, iif(c.what = 'back', 1, NULL) AS back,
       c.source, s.demo, c.declaration, c.scopes, c.reason, c.loaded_at AS last_good
  FROM source_change c JOIN source s ON s.name = c.source
 WHERE c.span = :id AND :same IS NULL
 ORDER BY c.what = 'back', s.position, c.declaration LIMIT 100;

-- What broke or came first, of that what is most urgent.
-- spans.domains
SELECT CASE WHEN c.kind = 'incident' AND c.what = 'closed' THEN 'resolved' WHEN c.what = 'passed' THEN CASE c.kind WHEN 'idea' THEN 'came and decided' WHEN 'incident' THEN 'opened and resolved' ELSE 'opened and closed' END
            WHEN c.what = 'raised' THEN 'more severe' WHEN c.what = 'lowered' THEN 'less severe' WHEN c.what = 'reached' THEN 'threshold reached'
            WHEN c.kind = 'idea' AND c.what = 'opened' THEN 'came' ELSE c.what END AS what,
       c.kind, c.title, c.severity, c.at, c.url, c.source, s.demo, p.urgency,
       CASE c.kind WHEN 'ticket' THEN 'business' WHEN 'job' THEN 'jobs' WHEN 'idea' THEN 'ideas' WHEN 'budget' THEN 'costs' ELSE 'homelab' END AS domain,
       iif(c.what IN ('raised', 'lowered'), c.before, NULL) AS severity_before, iif(c.what = 'decided', c.after, NULL) AS decided,
       iif(c.what = 'reached', c.after, NULL) AS threshold, iif(c.what = 'reached', c.before, NULL) AS threshold_before
  FROM domain_change c
  JOIN source s ON s.name = c.source
  LEFT JOIN priority p ON p.kind = c.kind AND p.source = c.source AND p.key = c.key
 WHERE c.span = :id AND :same IS NULL AND c.what <> 'known'
 ORDER BY c.what NOT IN ('opened', 'reopened', 'raised', 'failed', 'reached'), p.rank IS NULL, p.rank,
          instr('reached failed reopened opened raised lowered silenced recovered closed decided passed', c.what), c.kind, s.position, c.key
 LIMIT 100;

-- spans.numbers
SELECT replace(c.metric, '_', ' ') AS metric, CAST(c.before AS INTEGER) AS count_before, CAST(c.after AS INTEGER) AS count_after,
       CAST(c.after - c.before AS INTEGER) AS count_difference, iif(c.after > c.before, '+', '') AS sign, c.source, s.demo,
       CASE c.metric WHEN 'open_tickets' THEN 'business' WHEN 'open_incidents' THEN 'homelab' WHEN 'failed_jobs' THEN 'jobs' ELSE 'ideas' END AS domain
  FROM number_change c JOIN source s ON s.name = c.source
 WHERE c.span = :id AND :same IS NULL
 ORDER BY instr('open_incidents failed_jobs open_tickets waiting_ideas', c.metric), s.position LIMIT 100;

-- The greatest losses first.
-- spans.scores
SELECT c.source, c.repo, c.before, c.after, round(c.after - c.before, 1) AS difference, iif(c.after > c.before, '+', '') AS sign,
       iif(c.after > c.before, 'rose', 'fell') AS what, CASE c.cause WHEN 'fact' THEN 'the repository changed' WHEN 'rule' THEN 'the rule changed' ELSE 'both changed' END AS cause,
       iif(c.cause = 'both', c.by_rule, NULL) AS by_rule, iif(c.cause = 'both', round(c.after - c.before - c.by_rule, 1), NULL) AS by_fact,
       :id AS span, page.path AS page, s.demo
  FROM score_change c
  JOIN source s ON s.name = c.source
  JOIN page ON page.source = c.source AND page.repo = c.repo
 WHERE c.span = :id AND :same IS NULL AND c.component = '' AND c.before IS NOT NULL AND c.after IS NOT NULL
 ORDER BY c.after - c.before, s.position, c.repo LIMIT 100;

-- spans.scores.parts
SELECT component, before, after, round(after - before, 1) AS difference, iif(after > before, '+', '') AS sign
  FROM score_change
 WHERE span = :span AND source = :source AND repo = :repo AND component <> ''
 ORDER BY abs(coalesce(after, 0) - coalesce(before, 0)) DESC, component;

-- spans.issues
SELECT replace(replace(c.what, 'passed', 'opened and closed'), 'prioritised', 'other priority') AS what,
       iif(c.kind = 'pull', 'pull request', 'issue') AS kind, iif(c.what = 'prioritised', coalesce(c.before, 'none'), NULL) AS priority_before,
       coalesce(c.after, 'none') AS priority, c.at, c.source, c.repo, c.number, i.title, i.url, p.urgency, page.path AS page, s.demo
  FROM item_change c
  JOIN issue i ON i.source = c.source AND i.repo = c.repo AND i.number = c.number
  JOIN source s ON s.name = c.source
  JOIN page ON page.source = c.source AND page.repo = c.repo
  LEFT JOIN priority p ON p.source = c.source AND p.repo = c.repo AND p.number = c.number
 WHERE c.span = :id AND :same IS NULL AND c.kind IN ('issue', 'pull')
 ORDER BY instr('reopened opened prioritised merged closed passed', c.what), p.rank IS NULL, p.rank, s.position, c.repo, c.number
 LIMIT 100;

-- spans.releases
SELECT c.at, c.repo, r.tag, r.name, r.url, nullif(r.prerelease, 0) AS prerelease, page.path AS page, s.demo
  FROM item_change c
  JOIN release r ON r.source = c.source AND r.repo = c.repo AND r.id = c.release
  JOIN source s ON s.name = c.source
  JOIN page ON page.source = c.source AND page.repo = c.repo
 WHERE c.span = :id AND :same IS NULL AND c.kind = 'release'
 ORDER BY r.prerelease, c.at DESC, s.position, c.repo, r.id LIMIT 100;

-- spans.repositories
SELECT CASE c.what WHEN 'known' THEN 'came to be known' WHEN 'unarchived' THEN 'archived no more' WHEN 'shown' THEN 'other visibility' ELSE c.what END AS what,
       c.before AS visibility_before, c.after AS visibility, c.at, c.repo, page.path AS page, s.demo
  FROM item_change c
  JOIN source s ON s.name = c.source
  JOIN page ON page.source = c.source AND page.repo = c.repo
 WHERE c.span = :id AND :same IS NULL AND c.kind = 'repository'
 ORDER BY instr('shown archived unarchived created known', c.what), s.position, c.repo LIMIT 100;

-- spans.costs
SELECT c.source, c.currency, c.month_before, c.before AS cost_before, c.month, c.after AS cost_after, s.demo,
       iif(c.month = c.month_before, c.after - c.before, NULL) AS cost_difference, iif(c.after > c.before, '+', '') AS sign
  FROM cost_change c JOIN source s ON s.name = c.source
 WHERE c.span = :id AND :same IS NULL
 ORDER BY s.position, c.currency LIMIT 100;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
