-- All repositories, with what is known of each.
--
-- path: repos
-- title: Repositories
-- types: score number(1), commits number, contributors number, issues number, pulls number,
--   repos number, archived number, fork number, forks number, template number, empty number,
--   shallow number, demo number, stars number, commits_known number, last date, url url

-- total
SELECT count(*) AS repos, coalesce(sum(archived), 0) AS archived, coalesce(sum(fork), 0) AS forks,
       sum(commit_count) AS commits, count(commit_count) AS commits_known,
       (SELECT count(*) FROM issue WHERE state = 'open' AND kind = 'issue') AS issues,
       (SELECT count(*) FROM issue WHERE state = 'open' AND kind = 'pull') AS pulls
  FROM repo;

-- How many issues are open is known where all of them were read at least once, or where the
-- source itself says that there are none.
-- repos
WITH asked AS (
  SELECT c.source, c.repo, max(c.known) AS known
    FROM source s CROSS JOIN scope c ON c.source = s.name AND c.declaration = s.system || '/issues'
   GROUP BY c.source, c.repo
), tally AS (
  SELECT source, repo, sum(kind = 'issue') AS issues, sum(kind = 'pull') AS pulls
    FROM issue WHERE state = 'open' GROUP BY source, repo
), fact AS (
  SELECT r.*, t.issues, t.pulls,
         coalesce(own.known, every.known,
                  EXISTS (SELECT 1 FROM issue i WHERE i.source = r.source AND i.repo = r.key))
           OR r.open_items IS 0 AS issues_known
    FROM repo r
    LEFT JOIN tally t ON t.source = r.source AND t.repo = r.key
    LEFT JOIN asked own ON own.source = r.source AND own.repo = r.key
    LEFT JOIN asked every ON every.source = r.source AND every.repo IS NULL
)
SELECT r.source, r.key AS repo, page.path AS page, s.demo, h.grade, h.score,
       coalesce(r.last_commit_at, r.pushed_at) AS last,
       r.last_commit_at IS NULL AND r.pushed_at IS NOT NULL AS pushed,
       r.commit_count AS commits, r.contributor_count AS contributors,
       iif(r.issues_known, coalesce(r.issues, 0), NULL) AS issues,
       iif(r.issues_known, coalesce(r.pulls, 0), NULL) AS pulls,
       coalesce(r.language, 'unknown') AS language,
       CASE WHEN r.license <> 'NOASSERTION' THEN r.license
            WHEN r.license IS NOT NULL OR r.has_license THEN 'unclear'
            WHEN r.has_license = 0 THEN 'none'
            ELSE 'unknown' END AS license,
       r.archived, r.fork, r.template, r.empty, r.shallow,
       r.url, r.stars, r.forks,
       coalesce(r.visibility, 'unknown') AS visibility, nullif(r.visibility, 'public') AS hidden
  FROM fact r
  JOIN source s ON s.name = r.source
  JOIN page ON page.source = r.source AND page.repo = r.key
  LEFT JOIN score h ON h.source = r.source AND h.repo = r.key
 ORDER BY lower(r.key), s.position;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
