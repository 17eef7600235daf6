-- Scores and grades: a repository's earned points as a share of those that are known.
-- The score is 100 x earned / known maximum, rounded to one decimal. Where less than 30 % of
-- the maxima are known there is no score. A is 85 or more, B 70, C 55, D 40, and F is less.
-- The portfolio's score is the mean of its repositories' scores; archived repositories and
-- forks have a score of their own but do not count there.

-- rows score
WITH earned AS MATERIALIZED (
  SELECT source, repo, total(points) AS points,
         total(iif(points IS NULL, 0, maximum)) AS maximum, total(maximum) AS possible
    FROM score_part
   GROUP BY source, repo
), scored AS (
  SELECT *, iif(10 * maximum >= 3 * possible, round(100 * points / maximum, 1), NULL) AS score
    FROM (SELECT r.source, r.key AS repo, coalesce(e.points, 0.0) AS points,
                 coalesce(e.maximum, 0.0) AS maximum, coalesce(e.possible, 0.0) AS possible
            FROM repo r LEFT JOIN earned e ON e.source = r.source AND e.repo = r.key)
)
SELECT source, repo, score,
       CASE WHEN score >= 85 THEN 'A' WHEN score >= 70 THEN 'B' WHEN score >= 55 THEN 'C'
            WHEN score >= 40 THEN 'D' WHEN score IS NOT NULL THEN 'F' END AS grade,
       points, maximum,
       iif(possible > 0, maximum / possible, 0.0) AS known,
       printf('%g of %g known points', round(points, 1), maximum)
         || iif(score IS NULL, '', printf(' = %.1f', score))
         || iif(maximum < possible, printf('; %g of %g not known', possible - maximum, possible), '')
         || iif(score IS NULL, ', too little for a score', '') AS reason
  FROM scored;

-- rows portfolio
WITH member AS (
  SELECT s.score,
         CASE WHEN r.archived THEN 'archived' WHEN r.fork THEN 'fork'
              WHEN s.score IS NULL THEN 'unknown' ELSE 'counted' END AS standing
    FROM score s JOIN repo r ON r.source = s.source AND r.key = s.repo
), mean AS (
  SELECT round(avg(score) FILTER (WHERE standing = 'counted'), 1) AS score,
         count(*) FILTER (WHERE standing = 'counted') AS repos,
         count(*) FILTER (WHERE standing <> 'counted') AS left_out,
         count(*) FILTER (WHERE standing = 'archived') AS archived,
         count(*) FILTER (WHERE standing = 'fork') AS forks,
         count(*) FILTER (WHERE standing = 'unknown') AS unknown
    FROM member
)
SELECT 'health' AS metric, score,
       CASE WHEN score >= 85 THEN 'A' WHEN score >= 70 THEN 'B' WHEN score >= 55 THEN 'C'
            WHEN score >= 40 THEN 'D' WHEN score IS NOT NULL THEN 'F' END AS grade,
       repos, left_out,
       CASE repos WHEN 0 THEN 'No repository has a score that counts'
                  WHEN 1 THEN printf('The score of 1 repository = %.1f', score)
                  ELSE printf('Mean score of %d repositories = %.1f', repos, score) END
         || iif(left_out > 0, printf('; left out: %d archived, %d forked, %d with too little known',
                                     archived, forks, unknown), '') AS reason
  FROM mean;
