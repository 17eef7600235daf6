-- Issues that have taken more than the budget that their own text declares.
-- Where a gate says already that it needs approval, or that it is paused, it is dealt with, and
-- nothing is found. Archived repositories are left out.
--
-- group:     governance
-- severity:  high
-- remedy:    Stop, label it gate:needs-approval, and decide: a new cap with a reason, or the end of
--            it.

-- finding
WITH over AS (
  SELECT source, repo, number, measure,
         CASE measure WHEN 'cost' THEN printf('cost %s%.2f of %s%.2f', coalesce(currency, ''), spent, coalesce(currency, ''), cap)
                      WHEN 'time' THEN printf('time %g h of %g h', round(spent, 2), round(cap, 2)) ELSE printf('tokens %d of %d', spent, cap) END AS text
    FROM issue_budget WHERE spent > cap ORDER BY source, repo, number, measure
)
SELECT o.source, o.repo, o.number, 'It has taken more than its budget allows.' AS message, group_concat(o.text, '; ') AS evidence
  FROM over o JOIN issue i ON i.source = o.source AND i.repo = o.repo AND i.number = o.number JOIN repo r ON r.source = o.source AND r.key = o.repo
 WHERE r.archived IS NOT 1 AND i.labels NOT LIKE '%"gate:needs-approval"%' AND i.labels NOT LIKE '%"gate:paused"%'
 GROUP BY o.source, o.repo, o.number;
