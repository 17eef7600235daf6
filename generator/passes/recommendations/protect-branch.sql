-- Default branches to protect, with the check that can be required at once.
-- Rests on the finding "default-branch-unprotected", and looks which workflow has run for pull
-- requests and went well: that one can be required. How many pull requests were merged
-- without an approval tells what would change for those who work there.
--
-- group:     security
-- effort:    0.5
-- reference: https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository

-- recommendation
WITH bare AS MATERIALIZED (
  SELECT f.source, f.repo, f.message, r.url, r.default_branch FROM finding f JOIN repo r ON r.source = f.source AND r.key = f.repo
   WHERE f.rule = 'default-branch-unprotected'
), checked AS MATERIALIZED (         -- of the workflow with the most good runs
  SELECT source, repo, name, max(runs) AS runs FROM (
    SELECT b.source, b.repo, w.name, count(*) AS runs
      FROM bare b CROSS JOIN workflow_run w ON w.source = b.source AND w.repo = b.repo
     WHERE w.conclusion = 'success' AND w.event = 'pull_request' AND w.name IS NOT NULL AND w.created_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days')
     GROUP BY b.source, b.repo, w.name ORDER BY b.source, b.repo, w.name)
   GROUP BY source, repo
), merged AS MATERIALIZED (
  SELECT b.*, count(i.number) AS pulls, total(i.approvals = 0) AS alone
    FROM bare b LEFT JOIN issue i ON i.source = b.source AND i.repo = b.repo AND i.merged_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days')
   GROUP BY b.source, b.repo
)
SELECT b.source, b.repo, iif(c.name IS NULL, 'Protect the default branch.', printf('Protect the default branch: the check "%s" can be required at once.', c.name)) AS title,
       printf('%s (found by default-branch-unprotected) Merged in the last 90 days: %d, of these known to be without an approval: %d. %s', b.message, b.pulls, b.alone,
              iif(c.name IS NULL, 'No workflow is known that ran for pull requests and went well.', printf('"%s" ran well for pull requests %d times.', c.name, c.runs))) AS evidence,
       printf('Add a ruleset for %s: no deletion, no force pushes, changes by pull request%s.', b.default_branch, iif(c.name IS NULL, '', printf(', with "%s" passed', c.name))) AS action,
       b.url || '/settings/rules/new?target=branch' AS url,
       nullif(round(100 * (p.maximum - p.points) / s.maximum, 1), 0) AS effect,
       iif(s.score IS NULL OR p.points IS NULL, 'What it would give is not known: too little of the score is',
           printf('protection: %g of %g points missing, of %g known = +%.1f, with an approval and a check required', round(p.maximum - p.points, 1), p.maximum, s.maximum, 100 * (p.maximum - p.points) / s.maximum)) AS reason
  FROM merged b
  LEFT JOIN checked c ON c.source = b.source AND c.repo = b.repo
  LEFT JOIN score s ON s.source = b.source AND s.repo = b.repo AND s.score IS NOT NULL
  LEFT JOIN score_part p ON p.rule = 'health-security' AND p.component = 'protection' AND p.source = s.source AND p.repo = s.repo;
