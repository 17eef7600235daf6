-- The numbers that are kept of every night, so that a page can show how they moved.
-- A number is not known on a night on which what it comes from could not be read: then there is
-- a gap, and not the number of the night before. Of a repository: its score and the components
-- of it, open issues and pull requests, findings by severity, stars and commits. Of all of a
-- source's: what it cost since the month began. Of everything: health, repositories, open issues
-- and pull requests, findings.

-- points
WITH trouble AS MATERIALIZED (       -- what was not read this night, and should have been
  SELECT source, repo, key, declaration LIKE '%/issues' AS of_issues FROM scope
   WHERE outcome NOT IN ('ok', 'unchanged', 'absent') AND NOT expected
), listed AS MATERIALIZED (          -- where issues are asked for: whether all were ever read
  SELECT source, repo, max(known) AS known FROM scope WHERE declaration LIKE '%/issues' GROUP BY source, repo
), doubt AS MATERIALIZED (
  SELECT r.source, r.key AS repo,
         EXISTS (SELECT 1 FROM trouble t WHERE t.source = r.source AND t.repo = r.key) AS own,
         EXISTS (SELECT 1 FROM trouble t WHERE t.source = r.source AND t.repo IS NULL AND t.key IN (r.key, r.owner, '') AND NOT t.of_issues) AS general,
         coalesce(l.known, e.known, (SELECT 1 FROM issue i WHERE i.source = r.source AND i.repo = r.key LIMIT 1)) IS NOT NULL AS asked,
         NOT coalesce(l.known, e.known, EXISTS (SELECT 1 FROM issue i WHERE i.source = r.source AND i.repo = r.key))
         OR EXISTS (SELECT 1 FROM trouble t WHERE t.source = r.source AND t.of_issues
                       AND (t.repo = r.key OR (t.repo IS NULL AND t.key IN (r.key, r.owner, '')))) AS issues
    FROM repo r
    LEFT JOIN listed l ON l.source = r.source AND l.repo = r.key
    LEFT JOIN listed e ON e.source = r.source AND e.repo IS NULL
), open AS MATERIALIZED (
  SELECT source, repo, sum(kind = 'issue') AS issues, sum(kind = 'pull') AS pulls
    FROM issue WHERE state = 'open' GROUP BY source, repo
), counted AS MATERIALIZED (
  SELECT d.source, d.repo, d.asked, iif(d.issues, NULL, coalesce(o.issues, 0)) AS issues,
         iif(d.issues, NULL, coalesce(o.pulls, 0)) AS pulls
    FROM doubt d LEFT JOIN open o ON o.source = d.source AND o.repo = d.repo
), severity (name) AS (
  VALUES ('critical'), ('high'), ('medium'), ('low'), ('info')
), found AS MATERIALIZED (
  SELECT source, repo, severity, count(*) AS findings FROM finding GROUP BY source, repo, severity
)
SELECT 'score' AS metric, s.source, s.repo, iif(d.own OR d.general, NULL, s.score) AS value
  FROM score s JOIN doubt d ON d.source = s.source AND d.repo = s.repo
 UNION ALL
SELECT substr('score.' || p.component, 1, 64), p.source, p.repo, iif(d.own OR d.general, NULL, sum(p.points))
  FROM score_part p JOIN doubt d ON d.source = p.source AND d.repo = p.repo
 GROUP BY p.source, p.repo, substr('score.' || p.component, 1, 64)
 UNION ALL
SELECT 'open_issues', source, repo, issues FROM counted
 UNION ALL
SELECT 'open_pulls', source, repo, pulls FROM counted
 UNION ALL
SELECT 'findings.' || v.name, d.source, d.repo, iif(d.own OR d.general, NULL, coalesce(f.findings, 0))
  FROM doubt d CROSS JOIN severity v
  LEFT JOIN found f ON f.source = d.source AND f.repo = d.repo AND f.severity = v.name
 UNION ALL
SELECT 'stars', r.source, r.key, iif(d.general, NULL, r.stars)
  FROM repo r JOIN doubt d ON d.source = r.source AND d.repo = r.key
 UNION ALL
SELECT 'commits', r.source, r.key, iif(d.own OR d.general, NULL, r.commit_count)
  FROM repo r JOIN doubt d ON d.source = r.source AND d.repo = r.key
 UNION ALL
SELECT 'cost.' || u.currency, u.source, NULL,
       iif(EXISTS (SELECT 1 FROM scope c WHERE c.source = u.source AND c.declaration LIKE '%/billing' AND NOT c.expected
                      AND c.outcome NOT IN ('ok', 'unchanged', 'absent')), NULL,
           coalesce(sum(u.cost) FILTER (WHERE u.day >= date('now', 'start of month')), 0) / 1e6)
  FROM usage u WHERE u.kind = 'actual' AND u.cost IS NOT NULL GROUP BY u.source, u.currency
 UNION ALL
SELECT metric, NULL, NULL, score FROM portfolio
 UNION ALL
SELECT 'repos', NULL, NULL, iif((SELECT total(general) FROM doubt), NULL, (SELECT count(*) FROM repo))
 UNION ALL
SELECT 'open_issues', NULL, NULL, iif(count(*) = count(issues), sum(issues), NULL) FROM counted WHERE asked
 UNION ALL
SELECT 'open_pulls', NULL, NULL, iif(count(*) = count(pulls), sum(pulls), NULL) FROM counted WHERE asked
 UNION ALL
SELECT 'findings.' || v.name, NULL, NULL, (SELECT total(findings) FROM found f WHERE f.severity = v.name) FROM severity v;
