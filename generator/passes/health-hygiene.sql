-- Health: whether a repository is tidy enough to find one's way.
-- Labels count 1: the share of open issues that have one. Branches count 1: of the branches
-- beside the default one, the share that moved in the last 90 days. Where a source does not tell
-- all branches that is not known. An archived repository is left as it is.
--
-- setting: labels (1, 0 to 100): points for open issues that have labels; 0 takes the component out
-- setting: branches (1, 0 to 100): points for branches that move; 0 takes the component out

-- rows score_part
WITH weight (component, maximum, effort, remedy) AS (
  VALUES ('labels', :labels, 0.5, 'Give every open issue a label that says what kind of work it is.'),
         ('branches', :branches, 0.25, 'Delete the branches that are merged or given up.')
), issues_scope AS MATERIALIZED (    -- whether all issues were ever read, where that was asked
  SELECT c.source, c.repo, max(c.known) AS known
    FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration = s.system || '/issues'
   GROUP BY c.source, c.repo
), open AS MATERIALIZED (
  SELECT source, repo, sum(state = 'open' AND kind = 'issue') AS issues, sum(state = 'open' AND kind = 'issue' AND labels <> '[]') AS labelled
    FROM issue                       -- without the nightly desk's own issues
   WHERE NOT is_desk(title, labels)
   GROUP BY source, repo
), other AS MATERIALIZED (
  SELECT b.source, b.repo, count(*) AS told, sum(b.name IS NOT r.default_branch) AS total,
         sum(b.name IS NOT r.default_branch AND b.committed_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-90 days')) AS moved
    FROM branch b JOIN repo r ON r.source = b.source AND r.key = b.repo GROUP BY b.source, b.repo
), fact AS MATERIALIZED (
  SELECT r.source, r.key AS repo, r.archived, o.issues, o.labelled, b.total, b.moved, b.told >= r.branch_count AS branches_known,
         coalesce(own.known, every.known, o.repo IS NOT NULL) AS issues_known, r.open_items = 0 AS nothing_open
    FROM repo r
    LEFT JOIN open o ON o.source = r.source AND o.repo = r.key
    LEFT JOIN other b ON b.source = r.source AND b.repo = r.key
    LEFT JOIN issues_scope own ON own.source = r.source AND own.repo = r.key
    LEFT JOIN issues_scope every ON every.source = r.source AND every.repo IS NULL
), part (source, repo, component, share, reason) AS (
  SELECT source, repo, 'labels',
         CASE WHEN archived THEN NULL WHEN issues_known AND issues THEN 1.0 * labelled / issues
              WHEN issues_known OR nothing_open THEN 1.0 END,
         CASE WHEN archived THEN 'archived, so it is left as it is'
              WHEN issues_known AND issues THEN printf('Open issues with a label: %d of %d', labelled, issues)
              WHEN issues_known OR nothing_open THEN 'No open issue'
              ELSE 'its issues were not read' END
    FROM fact
   UNION ALL
  SELECT source, repo, 'branches',
         CASE WHEN archived OR branches_known IS NOT 1 THEN NULL WHEN total THEN 1.0 * moved / total ELSE 1.0 END,
         CASE WHEN archived THEN 'archived, so it is left as it is'
              WHEN branches_known IS NOT 1 THEN 'no source told all its branches'
              WHEN total THEN printf('Branches that moved in the last 90 days, beside the default one: %d of %d', moved, total)
              ELSE 'No branch beside the default one' END
    FROM fact
)
SELECT p.source, p.repo, p.component, round(p.share * w.maximum, 1) AS points, w.maximum,
       iif(p.share IS NULL, 'Not known: ' || p.reason || '.',
           printf('%s: %g of %g points.', p.reason, round(p.share * w.maximum, 1), w.maximum)) AS reason,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.remedy, NULL) AS remedy,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.effort, NULL) AS effort
  FROM part p CROSS JOIN weight w ON w.component = p.component AND w.maximum > 0;
