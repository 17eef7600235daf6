-- Workflows to repair first: they fail, they cost time, and pull requests wait behind them.
-- Rests on the findings of "workflow-failing" and "workflow-unsteady"; of several workflows of
-- a repository the one is told whose failed runs took longest in the last 30 days.
--
-- group:     ci
-- effort:    4
-- reference: https://docs.github.com/en/actions/monitoring-and-troubleshooting-workflows

-- recommendation
WITH told AS (
  SELECT f.source, f.repo, f.rule, f.message, CAST(substr(f.key, length(f.repo || ' workflow ') + 1) AS INTEGER) AS workflow
    FROM finding f WHERE f.rule IN ('workflow-failing', 'workflow-unsteady') AND f.repo IS NOT NULL
), lost AS (
  SELECT t.*, count(*) AS runs, total(w.seconds) AS seconds, max(w.created_at) AS at, w.url -- that of the row with the maximum
    FROM told t CROSS JOIN workflow_run w ON w.source = t.source AND w.repo = t.repo AND w.workflow = t.workflow
   WHERE w.conclusion IN ('failure', 'timed_out', 'startup_failure') AND w.created_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-30 days')
   GROUP BY t.source, t.repo, t.workflow, t.rule
), worst AS (
  SELECT *, row_number() OVER (PARTITION BY source, repo ORDER BY seconds DESC, runs DESC, workflow, rule) AS nth FROM lost
), waiting AS (
  SELECT w.*, count(i.number) AS pulls
    FROM worst w LEFT JOIN issue i ON i.source = w.source AND i.repo = w.repo AND i.state = 'open' AND i.kind = 'pull' AND i.ci_state IN ('failure', 'error')
   WHERE w.nth = 1 GROUP BY w.source, w.repo
)
SELECT w.source, w.repo, iif(w.pulls > 0, 'Repair the workflow that fails: pull requests wait behind it.', 'Repair the workflow that fails, or switch it off: it takes time for nothing.') AS title,
       printf('%s (found by %s). In the last 30 days %d of its runs failed, which took %d minutes. Open pull requests whose checks fail: %d.',
              rtrim(w.message, '.'), w.rule, w.runs, round(w.seconds / 60), w.pulls) AS evidence,
       printf('Read the log of its run of %s, the last that failed.', date(w.at)) AS action, w.url,
       nullif(round(100 * (p.maximum - p.points) / s.maximum, 1), 0) AS effect,
       iif(s.score IS NULL OR p.points IS NULL, 'What it would give is not known: too little of the score is',
           printf('passing: %g of %g points missing, of %g known = +%.1f, if all runs go well', round(p.maximum - p.points, 1), p.maximum, s.maximum, 100 * (p.maximum - p.points) / s.maximum)) AS reason
  FROM waiting w
  LEFT JOIN score s ON s.source = w.source AND s.repo = w.repo AND s.score IS NOT NULL
  LEFT JOIN score_part p ON p.rule = 'health-ci' AND p.component = 'passing' AND p.source = s.source AND p.repo = s.repo;
