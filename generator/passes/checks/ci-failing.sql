-- Repositories whose default branch fails its checks since the day before or longer.
-- Where a workflow of the forge itself failed, that is told of the workflow. Archived
-- repositories and forks are left out.
--
-- group:     ci
-- severity:  high
-- remedy:    Correct what fails, or take back the change that broke it.
-- reference: https://docs.github.com/en/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/about-status-checks
-- setting:   days (1, 0 to 365): how old the last commit must be

-- finding
SELECT source, key AS repo, 'The checks of the default branch fail.' AS message,
       printf('State of all checks on %s: %s; committed on %s.', coalesce(substr(head, 1, 12), 'the head'), ci_state, date(last_commit_at)) AS evidence
  FROM repo r
 WHERE ci_state IN ('failure', 'error') AND archived IS NOT 1 AND fork IS NOT 1
   AND last_commit_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-' || :days || ' days')
   AND NOT EXISTS (SELECT 1 FROM workflow_run w WHERE w.source = r.source AND w.repo = r.key AND w.branch = r.default_branch
                      AND w.conclusion IN ('failure', 'timed_out', 'startup_failure'));
