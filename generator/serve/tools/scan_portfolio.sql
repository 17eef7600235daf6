-- All repositories with their health: score, grade, and the arithmetic behind them.
-- What its source does not tell of a repository is null and named in unknown; health_score is
-- null where too little is known, and health_reason says so. open_issues counts pull requests,
-- too. Nothing is asked of a source: the answer is as of the last run.
--
-- title:     Scan the portfolio
-- parameter: include_private (yes or no, default yes): private repositories, too, as far as this edition may show them
-- parameter: include_archived (yes or no, default yes): archived repositories, too
-- parameter: sort (one of health|name|updated|open_issues, default health): which come first: the least healthy, the first by name, the last updated, those with the most open issues
-- parameter: limit (integer 1 to 200, default 50): how many repositories at most
-- parameter: force_refresh (yes or no, default no): accepted for older clients, without effect
-- types:     cached boolean, repo_count integer, archived_count integer, unknown_count integer, portfolio_score number,
--   private boolean, archived boolean, fork boolean, open_issues integer, stars integer, forks integer, size_kb integer,
--   days_since_update integer, health_score number, topics list, unknown list

-- result
SELECT 1 AS cached, (SELECT count(*) FROM repo) AS repo_count,
       (SELECT count(*) FROM repo WHERE archived) AS archived_count,
       (SELECT count(*) FROM repo r WHERE NOT EXISTS (SELECT 1 FROM score s WHERE s.source = r.source AND s.repo = r.key AND s.score IS NOT NULL)) AS unknown_count,
       (SELECT score FROM portfolio WHERE metric = 'health') AS portfolio_score,
       (SELECT grade FROM portfolio WHERE metric = 'health') AS portfolio_grade,
       coalesce((SELECT reason FROM portfolio WHERE metric = 'health'), 'Nothing was scored yet.') AS portfolio_reason;

-- repos limit
WITH fact AS (
  SELECT r.*, coalesce(r.last_commit_at, r.pushed_at, r.updated_at) AS last
    FROM repo r
   WHERE (:include_private OR r.visibility IS 'public') AND (:include_archived OR r.archived IS NOT 1)
)
SELECT r.key AS name, r.source, r.description, r.visibility <> 'public' AS private, r.archived, r.fork, r.language, r.topics,
       r.open_items AS open_issues, r.stars, r.forks, r.size_kb, r.last AS last_updated,
       CAST(julianday(:as_of) - julianday(r.last) AS INTEGER) AS days_since_update,
       s.score AS health_score, s.grade AS health_grade, coalesce(s.reason, 'It was not scored.') AS health_reason, r.url,
       (SELECT json_group_array(value) FROM json_each(json_array(
          iif(r.visibility IS NULL, 'private', NULL), iif(r.archived IS NULL, 'archived', NULL), iif(r.open_items IS NULL, 'open_issues', NULL),
          iif(r.stars IS NULL, 'stars', NULL), iif(r.forks IS NULL, 'forks', NULL), iif(r.size_kb IS NULL, 'size_kb', NULL),
          iif(r.last IS NULL, 'last_updated', NULL), iif(s.score IS NULL, 'health_score', NULL))) WHERE value IS NOT NULL) AS unknown
  FROM fact r
  LEFT JOIN score s ON s.source = r.source AND s.repo = r.key
 ORDER BY iif(:sort = 'health', s.score, 0) NULLS LAST, iif(:sort = 'updated', r.last, 0) DESC, iif(:sort = 'open_issues', r.open_items, 0) DESC,
          lower(r.key), r.key, r.source;
