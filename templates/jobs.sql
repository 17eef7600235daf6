-- What is to run by itself: scheduled jobs, and the scheduled workflows of repositories, with how
-- each went last, which are late, and when they run next. There is no such page where no source
-- tells of any.
--
-- path: jobs
-- title: Jobs
-- needs: told
-- types: read time, since time, not_read number, total number, failed number, late number, paused number, more number,
--   ended time, succeeded time, next time, url url

-- told
SELECT 1 AS told FROM domain_source WHERE domain = 'jobs' LIMIT 1;

-- Where this comes from: what was asked for this page, and sources that have rows of it.
-- sources
SELECT s.name, s.demo, min(c.loaded_at) AS read,
       coalesce(sum(c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected), 0) AS not_read
  FROM domain_source d
  JOIN source s ON s.name = d.source
  LEFT JOIN scope c ON c.source = d.source AND c.declaration = d.declaration
 WHERE d.domain = 'jobs'
 GROUP BY s.name ORDER BY s.position;

-- What could not be read, and of when the rows are that are shown.
-- sources.troubles
SELECT c.declaration, c.outcome, c.reason, c.loaded_at AS since
  FROM domain_source d
  JOIN scope c ON c.source = d.source AND c.declaration = d.declaration
 WHERE d.domain = 'jobs' AND d.source = :name
   AND c.outcome IN ('failed', 'forbidden', 'held', 'unreached') AND NOT c.expected
 ORDER BY c.declaration, c.key LIMIT 100;

-- total
SELECT count(*) AS total, coalesce(sum(state = 'failed' AND enabled IS NOT 0), 0) AS failed, coalesce(sum(enabled IS 0), 0) AS paused,
       (SELECT count(*) FROM finding WHERE rule = 'job-late') AS late, max(count(*) - 500, 0) AS more
  FROM job;

-- What failed first, then what is late.
-- jobs
SELECT j.name, j.project, j.about, page.path AS page, j.schedule, j.state, j.detail, j.enabled IS 0 AS paused, f.evidence AS late,
       coalesce(j.ended_at, j.started_at) AS ended, iif(j.state = 'succeeded', NULL, j.succeeded_at) AS succeeded, j.due_at AS next,
       j.url, j.source, s.demo, CASE j.state WHEN 'succeeded' THEN 'ok' ELSE j.state END AS mark,
       named_uuid(json_array(j.source, j.key)) AS anchor
  FROM job j
  JOIN source s ON s.name = j.source
  LEFT JOIN finding f ON f.rule = 'job-late' AND f.source = j.source AND f.key = j.key
  LEFT JOIN page ON page.repo = j.about AND page.source = (SELECT min(source) FROM page WHERE repo = j.about)
 ORDER BY j.enabled IS 0, j.state <> 'failed', f.rule IS NULL, s.position, j.name, j.key LIMIT 500;

-- The last run of each that a schedule began.
-- workflows
SELECT coalesce(w.name, l.name, 'workflow ' || l.workflow) AS name, l.repo, page.path AS page, iif(l.status = 'completed', l.conclusion, l.status) AS state,
       l.updated_at AS ended, l.url, l.source, s.demo,
       CASE WHEN l.conclusion = 'success' THEN 'ok' WHEN l.conclusion IN ('failure', 'timed_out', 'startup_failure') THEN 'failed' ELSE 'unknown' END AS mark,
       iif(coalesce(w.state, 'active') = 'active', NULL, w.state) AS off
  FROM (SELECT r.*, max(r.created_at || printf(' %020d', r.id)) AS last FROM workflow_run r
         WHERE r.event = 'schedule' GROUP BY r.source, r.repo, r.workflow) AS l
  JOIN source s ON s.name = l.source
  LEFT JOIN workflow w ON w.source = l.source AND w.repo = l.repo AND w.id = l.workflow
  LEFT JOIN page ON page.source = l.source AND page.repo = l.repo
 ORDER BY mark <> 'failed', s.position, l.repo, name, l.workflow LIMIT 500;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
