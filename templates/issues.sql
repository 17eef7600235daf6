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
WITH RECURSIVE part (nth, first) AS (
  SELECT 1, (SELECT json_array(source, repo, number) FROM issue WHERE state = 'open'
              ORDER BY source, repo, number LIMIT 1)
  UNION ALL
  SELECT nth + 1, (SELECT json_array(source, repo, number) FROM issue
                    WHERE state = 'open' AND (source, repo, number) > (first ->> 0, first ->> 1, first ->> 2)
                    ORDER BY source, repo, number LIMIT 1 OFFSET 9999)
    FROM part WHERE first IS NOT NULL
)
SELECT iif(nth > 1, '-' || nth, '') AS suffix, coalesce(first ->> 0, '') AS source,
       coalesce(first ->> 1, '') AS repo, coalesce(first ->> 2, 0) AS number
  FROM part WHERE nth = 1 OR first IS NOT NULL;

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
