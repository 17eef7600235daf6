-- Repositories that seem to do the same work as another: the same rare packages, topics and people.
-- Of two, the one that was worked on longer ago is told; of several pairs the one that is most
-- alike. Archived repositories and forks are left out.
--
-- group:     dependencies
-- effort:    4
-- setting:   score (0.5, 0 to 1): how alike they must be

-- recommendation
WITH pair AS (
  SELECT c.source, c.repo, c.other_source, c.other_repo, c.score, c.packages, c.topics, c.contributors, c.reason FROM consolidation c
   UNION ALL
  SELECT c.other_source, c.other_repo, c.source, c.repo, c.score, c.packages, c.topics, c.contributors, c.reason FROM consolidation c
), older AS (                        -- the other columns are those of the row with the maximum
  SELECT p.*, b.last_commit_at AS other_at, a.last_commit_at AS at, max(p.score) AS alike
    FROM pair p
    JOIN repo a ON a.source = p.source AND a.key = p.repo
    JOIN repo b ON b.source = p.other_source AND b.key = p.other_repo
   WHERE p.score >= :score AND a.archived IS NOT 1 AND a.fork IS NOT 1 AND b.archived IS NOT 1 AND b.fork IS NOT 1
     AND (coalesce(a.last_commit_at, a.pushed_at, ''), p.source, p.repo) < (coalesce(b.last_commit_at, b.pushed_at, ''), p.other_source, p.other_repo)
   GROUP BY p.source, p.repo
)
SELECT source, repo, printf('Unite it with %s, or say in both what each is for.', other_repo) AS title,
       printf('In common with %s: packages: %d, topics: %d, contributors: %d. Last commit here: %s, there: %s.', other_repo, packages, topics, contributors,
              coalesce(date(at), 'unknown'), coalesce(date(other_at), 'unknown')) AS evidence,
       printf('Open an issue in %s with what only %s has, and decide there what moves.', other_repo, repo) AS action,
       NULL AS effect, reason
  FROM older;
