-- Backlogs that grow, with what to go through first.
-- Counted is what was opened and closed in the last 90 days, where all issues were read, and what
-- that makes of a year. If at least a third of the open issues has no label these are first,
-- because nobody can choose among them; else what nobody has touched for half a year. Archived
-- repositories and forks are left out.
--
-- group:     flow
-- effort:    2
-- reference: https://chaoss.community/kb/metric-change-request-closure-ratio/
-- setting:   open (20, 2 to 100000): how many issues must be open
-- setting:   growth (10, 1 to 100000): by how many they must have grown in 90 days

-- recommendation
WITH known AS (
  SELECT c.source, c.repo FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration = s.system || '/issues' WHERE c.known
), counted AS (
  SELECT i.source, i.repo, total(i.created_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days')) AS opened,
         total(i.closed_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days')) AS closed, sum(i.state = 'open') AS open,
         total(i.state = 'open' AND i.labels = '[]') AS unlabelled,
         total(i.state = 'open' AND i.updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-180 days')) AS old
    FROM issue i WHERE i.kind = 'issue' GROUP BY i.source, i.repo
), growing AS (
  SELECT n.*, r.url, opened - closed AS growth, 3 * unlabelled >= open AS by_label
    FROM counted n JOIN repo r ON r.source = n.source AND r.key = n.repo
   WHERE n.open >= :open AND n.opened - n.closed >= :growth AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND EXISTS (SELECT 1 FROM known k WHERE k.source = n.source AND (k.repo = n.repo OR k.repo IS NULL))
     AND NOT EXISTS (SELECT 1 FROM waived_finding w WHERE w.found_by IN ('backlog-growing', 'issues-unlabelled') AND w.source = n.source AND w.repo = n.repo)
), named AS (
  SELECT *, iif(by_label, 'health-hygiene', 'health-flow') AS rule, iif(by_label, 'labels', 'freshness') AS component FROM growing WHERE by_label OR old > 0
)
SELECT n.source, n.repo, printf('Work off the backlog: at this pace %d more issues are open in a year.', round(n.growth * 365 / 90)) AS title,
       printf('Open issues: %d, of these without a label: %d, not touched for 180 days: %d. In the last 90 days %d were opened and %d closed.', n.open, n.unlabelled, n.old, n.opened, n.closed) AS evidence,
       iif(n.by_label, printf('Give the %d without a label one.', n.unlabelled), printf('Close or take on the %d that nobody has touched for 180 days.', n.old)) AS action,
       n.url || '/issues?q=is%3Aissue+is%3Aopen+' || iif(n.by_label, 'no%3Alabel', 'sort%3Aupdated-asc') AS url,
       nullif(round(100 * (p.maximum - p.points) / s.maximum, 1), 0) AS effect,
       printf('(%d - %d) x 365 / 90 = %d; ', n.opened, n.closed, round(n.growth * 365 / 90))
         || iif(s.score IS NULL OR p.points IS NULL, 'what it would give is not known: too little of the score is',
                printf('%s: %g of %g points missing, of %g known = +%.1f', p.component, round(p.maximum - p.points, 1), p.maximum, s.maximum, 100 * (p.maximum - p.points) / s.maximum)) AS reason
  FROM named n
  LEFT JOIN score s ON s.source = n.source AND s.repo = n.repo AND s.score IS NOT NULL
  LEFT JOIN score_part p ON p.rule = n.rule AND p.component = n.component AND p.source = s.source AND p.repo = s.repo;
