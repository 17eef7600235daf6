-- Actions of others that several repositories use by a name that can be moved.
-- Whoever takes over such an action reaches all of them at once. Rests on the finding
-- "action-floating"; of a repository's actions the one is told that most repositories use.
--
-- group:     security
-- effort:    0.5
-- reference: https://github.com/ossf/scorecard/blob/main/docs/checks.md#pinned-dependencies
-- setting:   repos (2, 1 to 10000): how many repositories must use the action

-- recommendation
WITH action AS MATERIALIZED (
  SELECT d.source, d.repo, d.name, lower(d.name) AS plain, d.version, length(d.version) = 40 AND d.version NOT GLOB '*[^0-9a-f]*' AS pinned,
         lower(d.name) GLOB 'actions/*' OR lower(d.name) GLOB 'github/*' AS own
    FROM dependency d WHERE d.ecosystem IN ('githubactions', 'github-actions', 'actions')
), shared AS MATERIALIZED (
  SELECT plain AS name, count(DISTINCT source || ' ' || repo) AS repos FROM action WHERE NOT pinned AND NOT own GROUP BY plain
), placed AS MATERIALIZED (
  SELECT a.source, a.repo, a.name, a.version, s.repos, count(*) OVER (PARTITION BY a.source, a.repo) AS loose,
         row_number() OVER (PARTITION BY a.source, a.repo ORDER BY s.repos DESC, a.name, a.version) AS nth
    FROM action a LEFT JOIN shared s ON s.name = a.plain -- for a LEFT JOIN SQLite makes an index
   WHERE NOT a.pinned AND NOT a.own AND (a.source, a.repo) IN (SELECT source, repo FROM finding WHERE rule = 'action-floating')
), total AS MATERIALIZED (
  SELECT source, repo, count(*) AS actions FROM action GROUP BY source, repo
)
SELECT l.source, l.repo, printf('Fix %s to a commit: %d repositories use it by a name that can be moved.', l.name, l.repos) AS title,
       printf('Used here as %s@%s; actions of others that are not fixed to a commit: %d of %d actions (found by action-floating).', l.name, l.version, l.loose, t.actions) AS evidence,
       printf('In .github/workflows, write the full commit behind "%s@", with %s in a comment.', l.name, l.version) AS action,
       nullif(round(100 * min(p.maximum - p.points, p.maximum / t.actions) / s.maximum, 1), 0) AS effect,
       iif(s.score IS NULL OR p.points IS NULL, 'What it would give is not known: too little of the score is',
           printf('pinned: one of %d actions, so %g / %d points, of %g known = +%.1f', t.actions, p.maximum, t.actions, s.maximum, 100 * min(p.maximum - p.points, p.maximum / t.actions) / s.maximum)) AS reason
  FROM placed l
  LEFT JOIN total t ON t.source = l.source AND t.repo = l.repo
  LEFT JOIN score s ON s.source = l.source AND s.repo = l.repo AND s.score IS NOT NULL
  LEFT JOIN score_part p ON p.rule = 'health-security' AND p.component = 'pinned' AND p.source = s.source AND p.repo = s.repo
 WHERE l.nth = 1 AND l.repos >= :repos;
