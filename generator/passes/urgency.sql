-- How urgent every open issue and pull request is, as components that are added up.
-- A declared priority gives the base: critical 90, high 70, medium 50, low 20, and 30 where
-- none is declared; of several only the highest counts. To that is added what makes it press:
-- 15 if it awaits approval or a decision, 10 if it is about security, 5 for a bug, 5 if it is
-- blocked and somebody has to unblock it, 5 if it is due within 7 days and 10 if that day has
-- passed, 5 if nobody has touched it for 30 days, 2 if it has been open for 90 days. What is
-- paused on purpose loses 20. Labels are compared without regard to letter case.
-- An archived repository's issues are left out, because nobody can act on them, and so are
-- the nightly desk's own issues ("Decision Desk ..." that await a decision).

-- Of a component's labels the first in this list counts; the last line stands for none.
-- rows priority_part
WITH weight (place, label, component, points, reason) AS (
  VALUES (1, 'p0', 'label', 90, 'label p0'),
         (2, 'priority:critical', 'label', 90, 'label priority:critical'),
         (3, 'critical', 'label', 90, 'label critical'),
         (4, 'p1', 'label', 70, 'label p1'),
         (5, 'priority:high', 'label', 70, 'label priority:high'),
         (6, 'high', 'label', 70, 'label high'),
         (7, 'p2', 'label', 50, 'label p2'),
         (8, 'priority:medium', 'label', 50, 'label priority:medium'),
         (9, 'medium', 'label', 50, 'label medium'),
         (10, 'p3', 'label', 20, 'label p3'),
         (11, 'priority:low', 'label', 20, 'label priority:low'),
         (12, 'low', 'label', 20, 'label low'),
         (20, 'gate:needs-approval', 'approval', 15, 'awaits approval'),
         (21, 'state:awaiting-decision', 'approval', 15, 'awaits a decision'),
         (30, 'state:blocked', 'blocked', 5, 'blocked'),
         (31, 'blocked', 'blocked', 5, 'blocked'),
         (40, 'gate:paused', 'paused', -20, 'paused'),
         (50, 'security', 'security', 10, 'about security'),
         (51, 'type:security', 'security', 10, 'about security'),
         (52, 'kind/security', 'security', 10, 'about security'),
         (53, 'vulnerability', 'security', 10, 'about security'),
         (60, 'bug', 'bug', 5, 'a bug'),
         (61, 'type:bug', 'bug', 5, 'a bug'),
         (62, 'kind/bug', 'bug', 5, 'a bug'),
         (99, '', 'label', 30, 'no priority label')
), item AS MATERIALIZED (
  SELECT i.source, i.repo, i.number, i.labels, i.due_on, i.created_at, i.updated_at
    FROM issue i JOIN repo r ON r.source = i.source AND r.key = i.repo
   WHERE i.state = 'open' AND r.archived IS NOT 1
     AND NOT ((i.title GLOB 'Decision Desk *' OR i.title GLOB 'Enhanced Decision Desk *')
              AND i.labels LIKE '%"state:awaiting-decision"%')
), label_set AS MATERIALIZED (          -- many issues have the same labels
  SELECT DISTINCT labels FROM item
), word AS (
  SELECT s.labels, lower(l.value) AS label FROM label_set s, json_each(s.labels) l
   UNION ALL
  SELECT labels, '' FROM label_set
), labelled AS MATERIALIZED (
  SELECT word.labels, min(w.place) AS place, w.component, w.points, w.reason
    FROM word CROSS JOIN weight w ON w.label = word.label
   GROUP BY word.labels, w.component
)
SELECT i.source, i.repo, i.number, iif(l.place = 99, 'default', l.component) AS component, l.points, l.reason
  FROM item i JOIN labelled l ON l.labels = i.labels
 UNION ALL
SELECT source, repo, number, 'due', iif(due_on < date('now'), 10, 5),
       iif(due_on < date('now'), 'was due on ', 'due on ') || due_on
  FROM item WHERE due_on <= date('now', '+7 days')
 UNION ALL
SELECT source, repo, number, 'stale', 5, 'untouched since ' || date(updated_at)
  FROM item WHERE updated_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-30 days')
 UNION ALL
SELECT source, repo, number, 'age', 2, 'open since ' || date(created_at)
  FROM item WHERE created_at <= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days');
