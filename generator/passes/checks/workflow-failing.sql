-- Workflows whose last runs on the default branch all failed.
-- One failure is everyday life; several in a row mean that nobody looks. What was cancelled or
-- skipped does not count, nor do runs for pull requests. Workflows that are switched off or gone,
-- archived repositories and forks are left out.
--
-- group:     ci
-- severity:  high
-- remedy:    Correct it, or switch it off if nobody needs it: a check that always fails hides the
--            next mistake.
-- reference: https://docs.github.com/en/actions/monitoring-and-troubleshooting-workflows
-- setting:   runs (3, 2 to 50): how many runs in a row must have failed

-- finding
WITH numbered AS (
  SELECT w.source, w.repo, w.workflow, w.name, w.branch, w.conclusion, w.created_at,
         row_number() OVER (PARTITION BY w.source, w.repo, w.workflow ORDER BY w.created_at DESC, w.id DESC) AS nth
    FROM workflow_run w JOIN repo r ON r.source = w.source AND r.key = w.repo AND r.default_branch = w.branch
   WHERE w.status = 'completed' AND w.conclusion IN ('success', 'failure', 'timed_out', 'startup_failure')
     AND w.workflow IS NOT NULL AND coalesce(w.event, '') NOT GLOB 'pull_request*' AND r.archived IS NOT 1 AND r.fork IS NOT 1
), failing AS (
  SELECT source, repo, workflow, name, branch, min(created_at) AS first, max(created_at) AS last FROM numbered WHERE nth <= :runs
   GROUP BY source, repo, workflow HAVING count(*) = :runs AND sum(conclusion = 'success') = 0
)
SELECT f.source, f.repo, f.repo || ' workflow ' || f.workflow AS key,
       printf('The workflow "%s" failed %d times in a row.', coalesce(w.name, f.name, f.workflow), :runs) AS message,
       printf('Runs on %s, the first of these on %s, the last on %s.', f.branch, date(f.first), date(f.last)) AS evidence
  FROM failing f LEFT JOIN workflow w ON w.source = f.source AND w.repo = f.repo AND w.id = f.workflow
 WHERE coalesce(w.state, 'active') = 'active'
   AND (w.id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM workflow o WHERE o.source = f.source AND o.repo = f.repo));
