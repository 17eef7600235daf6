-- Workflows that keep people waiting.
-- What counts is how long the last successful runs on the default branch took on average, from
-- start to end. Workflows that run by the clock are left out: nobody waits for those. Archived
-- repositories and forks are left out.
--
-- group:     ci
-- severity:  low
-- remedy:    Look for the longest step; keep what it downloads, run tests side by side, or take
--            slow ones into a nightly run.
-- reference: https://dora.dev/capabilities/continuous-integration/
-- setting:   minutes (30, 1 to 1440): how long is too long

-- finding
WITH last AS (
  SELECT w.source, w.repo, w.workflow, w.branch, w.name, w.seconds, row_number() OVER (PARTITION BY w.source, w.repo, w.workflow ORDER BY w.created_at DESC, w.id DESC) AS nth
    FROM workflow_run w JOIN repo r ON r.source = w.source AND r.key = w.repo AND r.default_branch = w.branch
   WHERE w.conclusion = 'success' AND w.seconds IS NOT NULL AND w.workflow IS NOT NULL AND w.event IN ('push', 'pull_request', 'merge_group')
     AND coalesce(w.attempt, 1) = 1 AND r.archived IS NOT 1 AND r.fork IS NOT 1
)
SELECT source, repo, repo || ' workflow ' || workflow AS key,
       printf('The workflow "%s" takes %d minutes.', coalesce(max(name), workflow), round(avg(seconds) / 60)) AS message,
       printf('Average of the last %d successful runs on %s; at most %d minutes should pass before an answer comes.', count(*), branch, :minutes) AS evidence
  FROM last WHERE nth <= 10
 GROUP BY source, repo, workflow HAVING count(*) >= 5 AND avg(seconds) > 60 * :minutes;
