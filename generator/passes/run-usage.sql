-- Minutes of GitHub Actions: those that workflows of private repositories ran, by day, where nobody
-- tells what they cost. The bill knows the jobs, their runners and what a plan includes; where it, or
-- a file, tells of an account's or a repository's Actions in a month, that alone counts. Otherwise
-- each completed run counts from its start to its end, in begun minutes: jobs side by side count
-- once, and of a run that was tried again the last attempt. Free are, and so not here: public
-- repositories (on standard runners, and of the others only the bill tells), GitHub Pages and
-- Dependabot. What the minutes cost, the file of prices says: of provider "github", model "actions",
-- kind "minute".

-- rows run_usage
WITH told AS MATERIALIZED (          -- an account's month, or a repository's
  SELECT DISTINCT substr(day, 1, 7) AS month, lower(account) AS account, NULL AS repo
    FROM usage WHERE kind = 'actual' AND provider = 'github' AND lower(service) GLOB 'actions*' AND account IS NOT NULL
   UNION
  SELECT substr(day, 1, 7), NULL, lower(coalesce(about, repo))
    FROM usage WHERE kind = 'actual' AND provider = 'github' AND (lower(service) GLOB 'actions*' OR lower(unit) IN ('minute', 'minutes')) AND coalesce(about, repo) IS NOT NULL
   UNION
  SELECT substr(key, -7), lower(substr(key, 1, length(key) - 8)), NULL FROM scope WHERE declaration = 'github/billing' AND known
), run AS (
  SELECT w.source, w.repo, coalesce(w.name, '') AS workflow, date(coalesce(w.started_at, w.created_at)) AS day, lower(r.owner) AS owner, (w.seconds + 59) / 60 AS minutes
    FROM workflow_run w
    JOIN repo r ON r.source = w.source AND r.key = w.repo
    JOIN source s ON s.name = w.source
    LEFT JOIN workflow f ON f.source = w.source AND f.repo = w.repo AND f.id = w.workflow
   WHERE s.system = 'github' AND r.visibility IN ('private', 'internal') AND w.seconds > 0
     AND w.conclusion NOT IN ('skipped', 'action_required', 'startup_failure', 'stale')
     AND coalesce(f.path, '') NOT GLOB 'dynamic/pages/*' AND coalesce(f.path, '') NOT GLOB 'dynamic/dependabot/*'
)
SELECT source, repo, workflow, day, count(*) AS runs, sum(minutes) AS minutes
  FROM run
 WHERE NOT EXISTS (SELECT 1 FROM told t WHERE t.month = substr(run.day, 1, 7) AND (t.account = run.owner OR t.repo = lower(run.repo)))
 GROUP BY source, repo, workflow, day;
