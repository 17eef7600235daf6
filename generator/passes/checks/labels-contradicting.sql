-- Issues whose labels say two different things of their priority, state or gate.
-- Programs that go by labels, this one among them, take one of the two. Archived repositories are
-- left out.
--
-- group:     governance
-- severity:  low
-- remedy:    Keep the label that is true, and take the others away.

-- finding
WITH item AS MATERIALIZED (
  SELECT i.source, i.repo, i.number, i.labels
    FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
   WHERE i.state = 'open' AND i.labels LIKE '%,%' AND r.archived IS NOT 1
), label_set AS MATERIALIZED (          -- many issues have the same labels
  SELECT DISTINCT labels FROM item
), meant (label, about, meaning) AS (
  VALUES ('p0', 'priority', 1), ('priority:critical', 'priority', 1), ('p1', 'priority', 2), ('priority:high', 'priority', 2),
         ('p2', 'priority', 3), ('priority:medium', 'priority', 3), ('p3', 'priority', 4), ('priority:low', 'priority', 4),
         ('gate:allowed', 'gate', 1), ('gate:needs-approval', 'gate', 2), ('gate:paused', 'gate', 3),
         ('state:triage', 'state', 1), ('state:research', 'state', 2), ('state:planning', 'state', 3), ('state:build', 'state', 4),
         ('state:awaiting-decision', 'state', 5), ('state:done', 'state', 6), ('state:report', 'state', 7)
), word AS (
  SELECT DISTINCT s.labels, lower(l.value) AS label FROM label_set s, json_each(s.labels) l ORDER BY 1, 2
), contradicting AS (
  SELECT w.labels, m.about, group_concat(w.label, ', ') AS given
    FROM word w JOIN meant m ON m.label = w.label
   GROUP BY w.labels, m.about HAVING count(DISTINCT m.meaning) > 1
), said AS MATERIALIZED (
  SELECT labels, group_concat(about, ', ') AS about, group_concat(given, '; ') AS given
    FROM (SELECT * FROM contradicting ORDER BY labels, about) GROUP BY labels
)
SELECT i.source, i.repo, i.number, printf('Its labels contradict each other: %s.', s.about) AS message, s.given AS evidence
  FROM item i JOIN said s ON s.labels = i.labels;
