-- All open issues and pull requests by repository, as a table for other programs.
-- Ten thousand to a file: issues.csv, issues-2.csv and so on. Those of archived repositories
-- are not ranked, as nobody can act on them.
--
-- path: issues{suffix}
-- title: Open issues and pull requests
-- each: part
-- types: url url

-- Where each file begins.
-- part
WITH place AS (
  SELECT source, repo, number, row_number() OVER (ORDER BY source, repo, number) - 1 AS nth
    FROM issue WHERE state = 'open'
)
SELECT iif(nth > 0, '-' || (nth / 10000 + 1), '') AS suffix, source, repo, number
  FROM place WHERE nth % 10000 = 0
UNION ALL
SELECT '', '', '', 0 WHERE NOT EXISTS (SELECT 1 FROM place);

-- CROSS: in the order of the issues' key, so that nothing is sorted and LIMIT is the end.
-- issues
SELECT p.urgency, p.points, p.reason, p.approval, p.blocked, i.source, s.demo, i.repo, i.number,
       i.kind, i.title, i.url,
       iif(i.labels = '[]', NULL, (SELECT group_concat(value, ', ') FROM json_each(i.labels))) AS labels,
       iif(i.assignees = '[]', NULL, (SELECT group_concat(value, ', ') FROM json_each(i.assignees))) AS assignees,
       i.author, i.due_on AS due, i.created_at AS opened, i.updated_at AS touched
  FROM issue i
  CROSS JOIN source s ON s.name = i.source
  LEFT JOIN priority p ON p.source = i.source AND p.repo = i.repo AND p.number = i.number
 WHERE (i.source, i.repo, i.number) >= (:source, :repo, :number) AND i.state = 'open'
 ORDER BY i.source, i.repo, i.number LIMIT 10000;
