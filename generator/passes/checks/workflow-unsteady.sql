-- Workflows that fail often and succeed again, so that a failure tells nothing any more.
-- Looked at are the runs on the default branch of the last days. Where the last few all failed it
-- is another finding. Archived repositories and forks are left out.
--
-- group:     ci
-- severity:  medium
-- remedy:    Find the test that fails now and then, and correct it or take it out; then believe
--            failures again.
-- reference: https://docs.github.com/en/actions/monitoring-and-troubleshooting-workflows
-- setting:   days (30, 7 to 365): the runs of how many days are looked at
-- setting:   runs (20, 5 to 1000): how many of them there must be
-- setting:   percent (20, 1 to 99): how many of a hundred must have failed

-- finding
WITH counted AS (
  SELECT w.source, w.repo, w.workflow, w.branch, count(*) AS runs, sum(w.conclusion <> 'success') AS failed,
         max(w.created_at) FILTER (WHERE w.conclusion = 'success') = max(w.created_at) AS ends_well, max(w.name) AS name
    FROM workflow_run w JOIN repo r ON r.source = w.source AND r.key = w.repo AND r.default_branch = w.branch
   WHERE w.status = 'completed' AND w.conclusion IN ('success', 'failure', 'timed_out') AND w.workflow IS NOT NULL
     AND coalesce(w.event, '') NOT GLOB 'pull_request*' AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND w.created_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
   GROUP BY w.source, w.repo, w.workflow
)
SELECT source, repo, repo || ' workflow ' || workflow AS key,
       printf('The workflow "%s" fails and succeeds by turns.', coalesce(name, workflow)) AS message,
       printf('Of %d runs on %s within %d days %d failed, the last one succeeded.', runs, branch, :days, failed) AS evidence
  FROM counted WHERE runs >= :runs AND failed * 100 >= runs * :percent AND ends_well;
