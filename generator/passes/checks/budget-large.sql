-- Issues whose declared budget is so large that somebody has to look at it first.
-- Where a gate says that it is allowed, that it needs approval, or that it is paused, somebody has
-- or will. Archived repositories are left out.
--
-- group:     governance
-- severity:  medium
-- remedy:    Approve it (gate:allowed), divide it, or lower the cap.
-- setting:   cost (100, 1 to 1000000): from which cost on, in whatever currency it is

-- finding
SELECT b.source, b.repo, b.number, printf('It asks for more than %s%.12g, and nobody has approved that.', coalesce(b.currency, ''), :cost) AS message,
       printf('Declared cost: %s%.2f; no gate.', coalesce(b.currency, ''), b.cap) AS evidence
  FROM issue_budget b JOIN issue i ON i.source = b.source AND i.repo = b.repo AND i.number = b.number JOIN repo r ON r.source = b.source AND r.key = b.repo
 WHERE b.measure = 'cost' AND b.cap > :cost AND i.labels NOT LIKE '%"gate:%' AND r.archived IS NOT 1;
