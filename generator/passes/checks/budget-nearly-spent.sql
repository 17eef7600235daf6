-- Issues that have taken most of the budget that their own text declares.
-- What has taken more than all of it is another finding. Archived repositories are left out.
--
-- group:     governance
-- severity:  low
-- remedy:    Look whether the rest will do; if not, ask for more before it is spent.
-- setting:   percent (80, 1 to 100): how much of it must be spent, in per cent

-- finding
WITH near AS (
  SELECT source, repo, number, max(spent / cap) AS share, measure
    FROM issue_budget WHERE cap > 0 AND spent IS NOT NULL GROUP BY source, repo, number
)
SELECT n.source, n.repo, n.number, 'Its budget is nearly spent.' AS message, printf('Of its %s %.0f%% is spent.', n.measure, floor(100 * n.share)) AS evidence
  FROM near n JOIN issue i ON i.source = n.source AND i.repo = n.repo AND i.number = n.number JOIN repo r ON r.source = n.source AND r.key = n.repo
 WHERE 100 * n.share >= :percent AND n.share <= 1 AND r.archived IS NOT 1 AND i.labels NOT LIKE '%"gate:needs-approval"%' AND i.labels NOT LIKE '%"gate:paused"%';
