-- Workflows that run by the clock, again and again, over a repository that nobody changes.
-- What runs often and finds everything as it was takes time and money for nothing; once a week
-- tells as much. Of several the one is told that takes longest. A workflow that commits changes
-- its repository, and so is left out; archived repositories and forks, too.
--
-- group:     cost
-- effort:    0.25
-- reference: https://docs.github.com/en/actions/writing-workflows/choosing-when-your-workflow-runs/events-that-trigger-workflows#schedule
-- setting:   runs (15, 5 to 10000): how often it must have run in the last 30 days
-- setting:   days (30, 7 to 3650): days without a commit

-- recommendation
WITH span AS MATERIALIZED (
  SELECT strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-30 days') AS since
), run AS (
  SELECT w.source, w.repo, w.workflow, max(w.name) AS name, count(*) AS runs, total(w.seconds) / 60 AS minutes
    FROM span CROSS JOIN repo r CROSS JOIN workflow_run w ON w.source = r.source AND w.repo = r.key
   WHERE w.event = 'schedule' AND w.status = 'completed' AND w.workflow IS NOT NULL AND w.created_at >= span.since
     AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND coalesce(r.last_commit_at, r.pushed_at) <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
     AND NOT EXISTS (SELECT 1 FROM waived_finding x WHERE x.found_by = 'cost-of-idle' AND x.source = r.source AND x.repo = r.key)
   GROUP BY w.source, w.repo, w.workflow HAVING count(*) >= :runs
), longest AS (
  SELECT *, row_number() OVER (PARTITION BY source, repo ORDER BY minutes DESC, workflow) AS nth FROM run
), spent AS (
  SELECT total(w.seconds) / 60 AS minutes FROM span CROSS JOIN workflow_run w WHERE w.created_at >= span.since
)
SELECT l.source, l.repo, printf('Run "%s" once a week: nothing has changed since %s.', coalesce(f.name, l.name, l.workflow), date(coalesce(r.last_commit_at, r.pushed_at))) AS title,
       printf('In the last 30 days it ran %d times by the clock and took %d minutes, %.0f %% of all that is known of this edition; last commit on %s.',
              l.runs, round(l.minutes), 100 * l.minutes / s.minutes, date(coalesce(r.last_commit_at, r.pushed_at))) AS evidence,
       printf('In %s, change the "cron" line to once a week.', coalesce(f.path, 'its file below .github/workflows')) AS action,
       NULL AS effect,
       printf('%d runs of %.1f minutes; 4 of them instead save %d minutes a month', l.runs, l.minutes / l.runs, round(l.minutes - 4 * l.minutes / l.runs)) AS reason
  FROM longest l CROSS JOIN spent s
  JOIN repo r ON r.source = l.source AND r.key = l.repo
  LEFT JOIN workflow f ON f.source = l.source AND f.repo = l.repo AND f.id = l.workflow
 WHERE l.nth = 1 AND s.minutes > 0 AND coalesce(f.state, 'active') = 'active';
