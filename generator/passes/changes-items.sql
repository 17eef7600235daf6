-- Repositories, issues, pull requests and releases that are others than they were then. What
-- happened is told only where the row says so: an issue is closed if its source says closed.
-- What is gone from a source is told nowhere, so neither here. What was there before, and only
-- came to be known, because a source is new or could not be read then, is counted and not
-- listed. A priority is a label that names one, of those that label-meaning lists.

-- rows item_change
WITH repo_then AS MATERIALIZED (                  -- what stands with the lowest run since is how it was then
  SELECT s.name AS span, s.at AS since, w.source, w.key, w.absent, w.archived, w.visibility, min(w.run) AS run
    FROM change_span s CROSS JOIN repo_was w ON w.run > s.run GROUP BY s.name, w.source, w.key
), issue_then AS MATERIALIZED (
  SELECT s.name AS span, s.at AS since, w.source, w.repo, w.number, w.absent, w.state, w.labels, min(w.run) AS run
    FROM change_span s CROSS JOIN issue_was w ON w.run > s.run GROUP BY s.name, w.source, w.repo, w.number
), release_then AS MATERIALIZED (
  SELECT s.name AS span, s.at AS since, w.source, w.repo, w.id, w.absent, w.draft, min(w.run) AS run
    FROM change_span s CROSS JOIN release_was w ON w.run > s.run GROUP BY s.name, w.source, w.repo, w.id
), priority_label (label, place, priority) AS (
  VALUES ('p0', 1, 'critical'), ('priority:critical', 1, 'critical'), ('critical', 1, 'critical'),
         ('p1', 2, 'high'), ('priority:high', 2, 'high'), ('high', 2, 'high'),
         ('p2', 3, 'medium'), ('priority:medium', 3, 'medium'), ('medium', 3, 'medium'),
         ('p3', 4, 'low'), ('priority:low', 4, 'low'), ('low', 4, 'low')
), label_set AS MATERIALIZED (       -- the highest priority among them
  SELECT s.labels, p.priority, min(p.place) AS place
    FROM (SELECT labels FROM issue_then WHERE NOT absent
          UNION
          SELECT i.labels FROM issue_then t JOIN issue i ON i.source = t.source AND i.repo = t.repo AND i.number = t.number) AS s,
         json_each(s.labels) l JOIN priority_label p ON p.label = lower(l.value)
   GROUP BY s.labels
), issue_now AS (
  SELECT t.span, i.kind, i.source, i.repo, i.number, i.created_at, i.closed_at, i.merged_at,
         a.priority AS before, b.priority AS after,
         CASE WHEN t.absent AND i.created_at < t.since THEN 'known'
              WHEN t.absent THEN iif(i.state = 'open', 'opened', 'passed')
              WHEN (t.state, i.state) = ('open', 'closed') THEN iif(i.merged_at IS NULL, 'closed', 'merged')
              WHEN (t.state, i.state) = ('closed', 'open') THEN 'reopened'
              WHEN i.state = 'open' AND a.priority IS NOT b.priority THEN 'prioritised' END AS what
    FROM issue_then t
    JOIN issue i ON i.source = t.source AND i.repo = t.repo AND i.number = t.number
    LEFT JOIN label_set a ON a.labels = t.labels
    LEFT JOIN label_set b ON b.labels = i.labels
), release_now AS (
  SELECT t.span, r.source, r.repo, r.id, r.published_at,
         iif(t.absent AND r.published_at < t.since, 'known', 'published') AS what
    FROM release_then t JOIN release r ON r.source = t.source AND r.repo = t.repo AND r.id = t.id
   WHERE NOT r.draft AND (t.absent OR t.draft)
)
SELECT span, 'repository' AS kind, r.source, r.key AS repo, '' AS key,
       iif(r.created_at >= since, 'created', 'known') AS what, NULL AS number, NULL AS release, 1 AS items,
       r.created_at AS at, NULL AS before, NULL AS after
  FROM repo_then t JOIN repo r ON r.source = t.source AND r.key = t.key WHERE t.absent
 UNION ALL
SELECT span, 'repository', r.source, r.key, '', iif(r.archived, 'archived', 'unarchived'), NULL, NULL, 1, NULL, NULL, NULL
  FROM repo_then t JOIN repo r ON r.source = t.source AND r.key = t.key
 WHERE NOT t.absent AND coalesce(t.archived, 0) <> r.archived
 UNION ALL
SELECT span, 'repository', r.source, r.key, '', 'shown', NULL, NULL, 1, NULL, t.visibility, r.visibility
  FROM repo_then t JOIN repo r ON r.source = t.source AND r.key = t.key
 WHERE t.visibility <> r.visibility
 UNION ALL
SELECT span, kind, source, repo, CAST(number AS TEXT), what, number, NULL, 1,
       CASE what WHEN 'opened' THEN created_at WHEN 'merged' THEN merged_at WHEN 'closed' THEN closed_at
                 WHEN 'passed' THEN coalesce(merged_at, closed_at) END,
       iif(what = 'prioritised', before, NULL), iif(what = 'prioritised', after, NULL)
  FROM issue_now WHERE what <> 'known'
 UNION ALL
SELECT span, kind, source, repo, '', what, NULL, NULL, count(*), NULL, NULL, NULL
  FROM issue_now WHERE what = 'known' GROUP BY span, kind, source, repo
 UNION ALL
SELECT span, 'release', source, repo, CAST(id AS TEXT), what, NULL, id, 1, published_at, NULL, NULL
  FROM release_now WHERE what = 'published'
 UNION ALL
SELECT span, 'release', source, repo, '', what, NULL, NULL, count(*), NULL, NULL, NULL
  FROM release_now WHERE what = 'known' GROUP BY span, source, repo;
