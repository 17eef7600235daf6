-- Tickets, incidents, jobs, ideas and budgets that are others than they were then. As of issues,
-- what happened is told only where the source says so, and what was there before and only came
-- to be known is counted and not listed. What a source just lists no more is told by the number
-- of those that are left. A threshold counts as reached since then if the budget was below it
-- then, or another month has begun. What is watched and down is told as a finding.

-- rows domain_change
WITH ticket_then AS MATERIALIZED (                -- what stands with the lowest run since is how it was then
  SELECT s.name AS span, s.at AS since, w.source, w.key, w.absent, w.state, w.severity, min(w.run) AS run
    FROM change_span s CROSS JOIN ticket_was w ON w.run > s.run GROUP BY s.name, w.source, w.key
), incident_then AS MATERIALIZED (
  SELECT s.name AS span, s.at AS since, w.source, w.key, w.absent, w.state, w.severity, min(w.run) AS run
    FROM change_span s CROSS JOIN incident_was w ON w.run > s.run GROUP BY s.name, w.source, w.key
), job_then AS MATERIALIZED (
  SELECT s.name AS span, s.at AS since, w.source, w.key, w.absent, w.state, min(w.run) AS run
    FROM change_span s CROSS JOIN job_was w ON w.run > s.run GROUP BY s.name, w.source, w.key
), idea_then AS MATERIALIZED (
  SELECT s.name AS span, s.at AS since, w.source, w.key, w.absent, w.state, min(w.run) AS run
    FROM change_span s CROSS JOIN idea_was w ON w.run > s.run GROUP BY s.name, w.source, w.key
), pressing AS (                     -- what is rated, and open or not
  SELECT 'ticket' AS kind, t.span, t.since, t.source, t.key, t.absent, n.title, n.url, n.opened_at AS begun, n.closed_at AS ended,
         replace(t.state, 'waiting', 'open') AS before, replace(n.state, 'waiting', 'open') AS after, t.severity AS severity_before, n.severity
    FROM ticket_then t JOIN ticket n ON n.source = t.source AND n.key = t.key
   UNION ALL
  SELECT 'incident', t.span, t.since, t.source, t.key, t.absent, coalesce(n.component || ': ', '') || n.title, n.url, n.started_at, n.resolved_at,
         replace(t.state, 'resolved', 'closed'), replace(n.state, 'resolved', 'closed'), t.severity, n.severity
    FROM incident_then t JOIN incident n ON n.source = t.source AND n.key = t.key
), running AS (                      -- what is paused is nobody's trouble
  SELECT t.span, t.since, t.source, t.key, t.absent, n.name || coalesce(': ' || n.detail, '') AS title, n.url,
         coalesce(n.ended_at, n.started_at) AS at, t.state AS before, n.state AS after
    FROM job_then t JOIN job n ON n.source = t.source AND n.key = t.key WHERE n.enabled IS NOT 0
), thought AS (
  SELECT t.span, t.since, t.source, t.key, t.absent, n.title, n.url, n.created_at, n.updated_at, t.state AS before, n.state AS after,
         n.state IN ('new', 'review') AS waits
    FROM idea_then t JOIN idea n ON n.source = t.source AND n.key = t.key
), spending AS (
  SELECT s.name AS span, b.source, b.budget, b.reason, b.threshold, b.reached_on,
         (SELECT iif(substr(s.day, 1, 7) = b.month, p.value, 0) FROM point p
           WHERE p.source = '' AND p.repo = '' AND p.metric = substr('budget.' || b.budget, 1, 64) AND p.day <= s.day ORDER BY p.day DESC LIMIT 1) AS before
    FROM change_span s CROSS JOIN budget_state b WHERE b.source IS NOT NULL
), told AS (
  SELECT kind, span, source, key,
         CASE WHEN absent AND begun < since THEN 'known'
              WHEN absent THEN CASE after WHEN 'closed' THEN 'passed' WHEN 'silenced' THEN after ELSE 'opened' END
              WHEN after <> before THEN iif(after = 'open', 'reopened', after)
              WHEN after <> 'open' THEN NULL
              WHEN instr('critical high medium low info', severity) < instr('critical high medium low info', severity_before) THEN 'raised'
              WHEN instr('critical high medium low info', severity) > instr('critical high medium low info', severity_before) THEN 'lowered' END AS what,
         title, severity, begun, ended, severity_before AS before, severity AS after, url
    FROM pressing
   UNION ALL
  SELECT 'job', span, source, key,
         CASE WHEN after = 'failed' AND before IS NOT 'failed' THEN iif(absent AND coalesce(at, '') < since, 'known', 'failed')
              WHEN (before, after) = ('failed', 'succeeded') THEN 'recovered' WHEN absent THEN 'known' END,
         title, NULL, at, at, NULL, NULL, url
    FROM running
   UNION ALL
  SELECT 'idea', span, source, key,
         CASE WHEN absent AND created_at < since THEN 'known' WHEN absent AND waits THEN 'opened'
              WHEN absent THEN 'passed' WHEN before IN ('new', 'review') AND NOT waits THEN 'decided'
              WHEN before NOT IN ('new', 'review') AND waits THEN 'reopened' END,
         title, NULL, created_at, updated_at, NULL, after, url
    FROM thought
   UNION ALL
  SELECT 'budget', span, source, budget, 'reached', 'Budget ' || budget || ': ' || reason, NULL, reached_on || 'T00:00:00Z', NULL, CAST(CAST(before AS INTEGER) AS TEXT), CAST(threshold AS TEXT), NULL
    FROM spending WHERE threshold > before
)
SELECT span, kind, source, key, what, 1 AS items, title, severity,
       CASE WHEN what IN ('opened', 'failed', 'reached') THEN begun WHEN what IN ('closed', 'passed', 'decided', 'recovered') THEN ended END AS at,
       iif(what IN ('raised', 'lowered', 'reached'), before, NULL) AS before, iif(what IN ('raised', 'lowered', 'reached', 'decided'), after, NULL) AS after, url
  FROM told WHERE what <> 'known'
 UNION ALL
SELECT span, kind, source, '', what, count(*), NULL, NULL, NULL, NULL, NULL, NULL
  FROM told WHERE what = 'known' GROUP BY span, kind, source;

-- rows number_change
WITH last AS (
  SELECT max(date(started_at)) AS day FROM run
), series AS (
  SELECT DISTINCT p.source, p.metric FROM source s CROSS JOIN point p ON p.source = s.name AND p.repo = ''
   WHERE p.metric IN ('open_tickets', 'open_incidents', 'failed_jobs', 'waiting_ideas')
), pair AS (
  SELECT m.name AS span, s.source, s.metric,
         (SELECT p.value FROM point p WHERE p.source = s.source AND p.repo = '' AND p.metric = s.metric AND p.day <= m.day ORDER BY p.day DESC LIMIT 1) AS before,
         (SELECT p.value FROM point p WHERE p.source = s.source AND p.repo = '' AND p.metric = s.metric ORDER BY p.day DESC LIMIT 1) AS after
    FROM change_span m CROSS JOIN last l CROSS JOIN series s WHERE m.day < l.day
)
SELECT span, source, metric, before, after FROM pair WHERE before IS NOT after;
