-- Repositories beside each other, by the criteria asked for.
-- A criterion that was not asked for is null, and so is whatever is not known; error says that
-- a name is none here.
--
-- title:     Compare repositories
-- parameter: repo_names (list 1 to 20, required): owner/name of each
-- parameter: criteria (some of activity|health|issues|size, default ["activity", "health", "issues", "size"]): what is compared
-- types:     score number, known_share number, open_issues integer, open_pulls integer, oldest_days integer, size_kb integer, commit_count integer,
--   contributor_count integer, days_since_update integer, commits_90_days integer, closed_90_days integer, opened_90_days integer

-- repos
SELECT n.value AS name, r.source, iif(r.key IS NULL, 'No repository is called ' || n.value || ' here.', NULL) AS error
  FROM json_each(:repo_names) n LEFT JOIN repo r ON r.key = n.value ORDER BY n.key, r.source;

-- repos.activity one
SELECT coalesce(last_commit_at, pushed_at, updated_at) AS last_updated,
       CAST(julianday(:as_of) - julianday(coalesce(last_commit_at, pushed_at, updated_at)) AS INTEGER) AS days_since_update,
       iif(EXISTS (SELECT 1 FROM commit_day c WHERE c.source = :source AND c.repo = :name),
           (SELECT coalesce(sum(c.commits), 0) FROM commit_day c WHERE c.source = :source AND c.repo = :name AND c.day > date(:as_of, '-90 days')), NULL) AS commits_90_days
  FROM repo WHERE source = :source AND key = :name AND 'activity' IN (SELECT value FROM json_each(:criteria));

-- repos.health one
SELECT score, grade, reason, known AS known_share FROM score
 WHERE source = :source AND repo = :name AND 'health' IN (SELECT value FROM json_each(:criteria));

-- Whether all its issues were read, or the source itself says that there are none.
-- repos.issues one
WITH known AS (
  SELECT 1 FROM repo r JOIN source s ON s.name = r.source
   WHERE r.source = :source AND r.key = :name
     AND (r.open_items IS 0 OR EXISTS (SELECT 1 FROM scope c WHERE c.source = r.source AND c.known AND c.declaration = s.system || '/issues' AND (c.key = :name OR c.repo IS NULL)))
)
SELECT iif(EXISTS (SELECT 1 FROM known), count(*) FILTER (WHERE state = 'open' AND kind = 'issue'), NULL) AS open_issues,
       iif(EXISTS (SELECT 1 FROM known), count(*) FILTER (WHERE state = 'open' AND kind = 'pull'), NULL) AS open_pulls,
       CAST(julianday(:as_of) - julianday(min(created_at) FILTER (WHERE state = 'open')) AS INTEGER) AS oldest_days,
       iif(EXISTS (SELECT 1 FROM known), count(*) FILTER (WHERE created_at > strftime('%Y-%m-%dT%H:%M:%SZ', :as_of, '-90 days')), NULL) AS opened_90_days,
       iif(EXISTS (SELECT 1 FROM known), count(*) FILTER (WHERE closed_at > strftime('%Y-%m-%dT%H:%M:%SZ', :as_of, '-90 days')), NULL) AS closed_90_days,
       iif(EXISTS (SELECT 1 FROM known), NULL, 'Its issues were not all read, so how many there are is not known.') AS why_unknown
  FROM issue WHERE source = :source AND repo = :name
 HAVING :source IS NOT NULL AND 'issues' IN (SELECT value FROM json_each(:criteria));

-- repos.size one
SELECT size_kb, commit_count, contributor_count FROM repo
 WHERE source = :source AND key = :name AND 'size' IN (SELECT value FROM json_each(:criteria));
