-- Branches whose pull request is merged, and to which nothing was added since.
-- They can be deleted without a look: everything in them is in the default branch. Protected
-- branches are left out, archived repositories, and forks.
--
-- group:     hygiene
-- effort:    0.25
-- reference: https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/configuring-pull-request-merges/managing-the-automatic-deletion-of-branches
-- setting:   branches (5, 1 to 10000): how many there must be

-- recommendation
WITH merged AS (
  SELECT b.source, b.repo, b.name, max(i.number) AS number, b.committed_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days') AS moved
    FROM branch b
    JOIN repo r ON r.source = b.source AND r.key = b.repo
    JOIN issue i ON i.source = b.source AND i.repo = b.repo AND i.head_branch = b.name AND i.merged_at IS NOT NULL AND i.base_branch = r.default_branch
   WHERE b.name <> r.default_branch AND b.protected IS NOT 1 AND b.committed_at <= i.merged_at AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND NOT EXISTS (SELECT 1 FROM issue o WHERE o.source = b.source AND o.repo = b.repo AND o.state = 'open' AND o.head_branch = b.name)
     AND NOT EXISTS (SELECT 1 FROM waived_finding w WHERE w.found_by = 'stale-branches' AND w.source = b.source AND w.repo = b.repo)
   GROUP BY b.source, b.repo, b.name
), numbered AS (
  SELECT *, row_number() OVER (PARTITION BY source, repo ORDER BY number, name) AS nth, count(*) OVER whole AS branches, sum(moved) OVER whole AS moved_too FROM merged
  WINDOW whole AS (PARTITION BY source, repo)
), named AS (
  SELECT source, repo, branches, moved_too, group_concat(printf('%s (#%d)', name, number), ', ') AS names
    FROM (SELECT * FROM numbered WHERE branches >= :branches AND nth <= 5 ORDER BY source, repo, nth) GROUP BY source, repo
), other AS (
  SELECT n.source, n.repo, count(*) AS total, total(b.committed_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days')) AS moved
    FROM named n JOIN repo r ON r.source = n.source AND r.key = n.repo CROSS JOIN branch b ON b.source = n.source AND b.repo = n.repo AND b.name IS NOT r.default_branch
   GROUP BY n.source, n.repo
), gained AS (
  SELECT n.*, o.total, o.moved, p.maximum, s.maximum AS known,
         max(p.maximum * iif(o.total = n.branches, 1, (o.moved - n.moved_too) / (o.total - n.branches)) - p.points, 0) AS points
    FROM named n LEFT JOIN other o ON o.source = n.source AND o.repo = n.repo
    LEFT JOIN score s ON s.source = n.source AND s.repo = n.repo AND s.score IS NOT NULL
    LEFT JOIN score_part p ON p.rule = 'health-hygiene' AND p.component = 'branches' AND p.source = s.source AND p.repo = s.repo
)
SELECT g.source, g.repo, printf('Delete %d branches: their pull requests are merged.', g.branches) AS title,
       printf('Merged, without a commit since: %s%s.', g.names, iif(g.branches > 5, printf(' and %d more', g.branches - 5), '')) AS evidence,
       'Delete them, and let branches be deleted once they are merged.' AS action, r.url || '/branches' AS url,
       nullif(round(100 * g.points / g.known, 1), 0) AS effect,
       iif(g.points IS NULL, 'What it would give is not known: not all branches are, or too little of the score',
           printf('branches that moved in 90 days: %d of %d; without these %d of %d = %g points more, of %g known = +%.1f', g.moved, g.total, g.moved - g.moved_too, g.total - g.branches,
                  round(g.points, 2), g.known, 100 * g.points / g.known)) AS reason
  FROM gained g JOIN repo r ON r.source = g.source AND r.key = g.repo;
