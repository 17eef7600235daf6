-- What labels say: of the priority, and what makes an issue or pull request press.
-- The words are these, without regard to letter case. Priority: p0, critical, priority:critical;
-- p1, high, priority:high; p2, medium, priority:medium; p3, low, priority:low. Awaiting
-- somebody: gate:needs-approval, state:awaiting-decision. Blocked: state:blocked, blocked.
-- Paused on purpose: gate:paused. About security: security, type:security, kind/security,
-- vulnerability. A bug: bug, type:bug, kind/bug. Of several that say something of the same,
-- the strongest counts. Each set of labels is looked at once, however many issues have it.

-- Of an aspect's labels the first in this list counts.
-- rows label_meaning
WITH word (place, label, aspect, meaning) AS (
  VALUES (1, 'p0', 'priority', 'critical'), (2, 'priority:critical', 'priority', 'critical'), (3, 'critical', 'priority', 'critical'),
         (4, 'p1', 'priority', 'high'), (5, 'priority:high', 'priority', 'high'), (6, 'high', 'priority', 'high'),
         (7, 'p2', 'priority', 'medium'), (8, 'priority:medium', 'priority', 'medium'), (9, 'medium', 'priority', 'medium'),
         (10, 'p3', 'priority', 'low'), (11, 'priority:low', 'priority', 'low'), (12, 'low', 'priority', 'low'),
         (20, 'gate:needs-approval', 'approval', 'awaits approval'), (21, 'state:awaiting-decision', 'approval', 'awaits a decision'),
         (30, 'state:blocked', 'blocked', 'blocked'), (31, 'blocked', 'blocked', 'blocked'),
         (40, 'gate:paused', 'paused', 'paused'),
         (50, 'security', 'security', 'about security'), (51, 'type:security', 'security', 'about security'),
         (52, 'kind/security', 'security', 'about security'), (53, 'vulnerability', 'security', 'about security'),
         (60, 'bug', 'bug', 'a bug'), (61, 'type:bug', 'bug', 'a bug'), (62, 'kind/bug', 'bug', 'a bug')
), label_set AS MATERIALIZED (
  SELECT DISTINCT labels FROM issue WHERE state = 'open'
)
SELECT labels, aspect, label, meaning
  FROM (SELECT s.labels, w.aspect, w.label, w.meaning, min(w.place) AS place -- the other columns are those of that row
          FROM label_set s, json_each(s.labels) l JOIN word w ON w.label = lower(l.value)
         GROUP BY s.labels, w.aspect);
