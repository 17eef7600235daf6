-- Runs of workflows that neither began nor ended for a day.
-- They wait for a runner that does not exist, or for somebody to approve them, and may keep
-- others waiting. Of what began more than 14 days ago nothing is asked any more.
--
-- group:     ci
-- severity:  medium
-- remedy:    Cancel the run, or give it what it waits for: a runner, an approval.
-- reference: https://docs.github.com/en/actions/managing-workflow-runs/canceling-a-workflow

-- finding
WITH stuck AS (
  SELECT w.source, w.repo, coalesce(w.name, w.workflow, w.id) || ' (' || replace(w.status, '_', ' ') || ' since ' || date(w.created_at) || ')' AS text,
         row_number() OVER (PARTITION BY w.source, w.repo ORDER BY w.created_at, w.id) AS nth, count(*) OVER (PARTITION BY w.source, w.repo) AS runs
    FROM workflow_run w JOIN repo r ON r.source = w.source AND r.key = w.repo
   WHERE w.status IN ('queued', 'in_progress', 'waiting', 'pending', 'requested') AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND w.created_at BETWEEN strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-14 days') AND strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-1 day')
)
SELECT source, repo, printf('Runs of workflows that have not ended for more than a day: %d.', runs) AS message,
       group_concat(text, ', ') || iif(runs > 5, printf(' and %d more', runs - 5), '') AS evidence
  FROM (SELECT * FROM stuck WHERE nth <= 5 ORDER BY source, repo, nth)
 GROUP BY source, repo;
