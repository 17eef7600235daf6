-- Repositories in which twice as much is opened as is closed.
-- Counted are issues and pull requests of the last 90 days, where all issues were read. Archived
-- repositories and forks are left out.
--
-- group:     flow
-- severity:  low
-- remedy:    Close what will not be done, and decide what comes first; or say in the README what
--            people may expect.
-- reference: https://chaoss.community/kb/metric-change-request-closure-ratio/
-- setting:   opened (20, 2 to 100000): how much must have been opened

-- finding
WITH known AS (
  SELECT c.source, c.repo FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration = s.system || '/issues' WHERE c.known
), counted AS (
  SELECT source, repo, sum(created_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days')) AS opened,
         total(closed_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days')) AS closed, sum(state = 'open') AS open
    FROM issue GROUP BY source, repo
)
SELECT n.source, n.repo, 'Far more is opened than closed.' AS message,
       printf('In the last 90 days %d issues and pull requests were opened and %d closed; open now: %d.', n.opened, n.closed, n.open) AS evidence
  FROM counted n JOIN repo r ON r.source = n.source AND r.key = n.repo
 WHERE n.opened >= :opened AND n.opened >= 2 * n.closed AND r.archived IS NOT 1 AND r.fork IS NOT 1
   AND EXISTS (SELECT 1 FROM known k WHERE k.source = n.source AND (k.repo = n.repo OR k.repo IS NULL));
