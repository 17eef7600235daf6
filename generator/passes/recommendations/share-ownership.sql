-- Repositories that many use, one person looks after, and no second one is named.
-- Used is what has stars or forks; who looks after it is who committed in the last year, without
-- programs. That there are code owners is enough. Archived repositories and forks are left out.
--
-- group:     community
-- effort:    1
-- reference: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
-- setting:   stars (20, 1 to 1000000): how many stars it must have
-- setting:   forks (5, 1 to 1000000): or how many forks

-- recommendation
WITH used AS (
  SELECT r.source, r.key AS repo, r.stars, r.forks FROM repo r
   WHERE (r.stars >= :stars OR r.forks >= :forks) AND r.has_codeowners = 0 AND r.archived IS NOT 1 AND r.fork IS NOT 1
     AND NOT EXISTS (SELECT 1 FROM waived_finding w WHERE w.found_by IN ('one-contributor', 'no-code-owners') AND w.source = r.source AND w.repo = r.key)
), person AS (
  SELECT u.*, c.name, c.commits, c.last_commit_at >= strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-365 days') AS active
    FROM used u CROSS JOIN contributor c ON c.source = u.source AND c.repo = u.repo
   WHERE c.name NOT LIKE '%[bot]'
), counted AS (
  SELECT source, repo, stars, forks, sum(active) AS people, max(iif(active, name, NULL)) AS owner, total(commits) AS commits,
         total(iif(active, commits, 0)) AS own
    FROM person GROUP BY source, repo HAVING sum(active) = 1
), second AS (                       -- the name is that of the row with the maximum
  SELECT source, repo, name, max(commits) AS commits FROM (SELECT * FROM person WHERE active IS NOT 1 ORDER BY source, repo, name) GROUP BY source, repo
)
SELECT c.source, c.repo, 'Name a second person who may merge and release: many rely on one.' AS title,
       printf('Stars: %s, forks: %s. In the last year one person committed, who made %d of %d commits; no file CODEOWNERS.%s',
              coalesce(c.stars, 'unknown'), coalesce(c.forks, 'unknown'), c.own, c.commits,
              coalesce(' Of the others ' || s.name || ' made most: ' || s.commits || '.', '')) AS evidence,
       coalesce('Ask ' || s.name || ', and add a file .github/CODEOWNERS with both names.',
                'Ask one of those whose pull requests were merged, and add a file .github/CODEOWNERS with both names.') AS action,
       NULL AS effect,
       printf('%d / %d commits = %.0f %% by one person; a second name alone gives no points', c.own, c.commits, 100.0 * c.own / c.commits) AS reason
  FROM counted c LEFT JOIN second s ON s.source = c.source AND s.repo = c.repo;
