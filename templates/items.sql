-- Everything that is open and ranked, of all kinds and sources in the one order, as a table for
-- other programs: what the desk begins with, and the rest of it.
-- Ten thousand to a file: items.csv, items-2.csv and so on.
--
-- path: items{suffix}
-- title: Everything that is open
-- each: part
-- types: url url

-- part
WITH RECURSIVE part (nth) AS (
  VALUES (1)
  UNION ALL
  SELECT nth + 1 FROM part WHERE nth * 10000 < (SELECT count(*) FROM priority)
)
SELECT iif(nth > 1, '-' || nth, '') AS suffix, (nth - 1) * 10000 AS first FROM part;

-- items
SELECT p.rank, p.urgency, p.points, p.reason, p.kind, p.source, s.demo, p.key, p.repo, p.number, t.title, t.url, t.severity, p.approval, p.blocked, p.stale,
       iif(t.labels = '[]', NULL, (SELECT group_concat(value, ', ') FROM json_each(t.labels))) AS labels,
       iif(t.assignees = '[]', NULL, (SELECT group_concat(value, ', ') FROM json_each(t.assignees))) AS assignees,
       t.due_on AS due, t.opened_at AS opened, t.touched_at AS touched
  FROM priority p
  JOIN item t ON t.kind = p.kind AND t.source = p.source AND t.key = p.key
  JOIN source s ON s.name = p.source
 WHERE p.rank > :first AND p.rank <= :first + 10000
 ORDER BY p.rank;
