-- What other programs' servers say of the repositories, beside what is known here, and why the two
-- differ. The rule of portfolio-management starts at 100 and loses 2 for each open issue (up to 40),
-- 0.5 for each day without an update after the first 30 (up to 30), 10 without a README and 5 without a licence;
-- it gains 10 where the last update is fewer than 7 days old; an archived repository has 0. Its
-- scan of a whole portfolio does not look for a licence, and so always takes off these 5. Each
-- part of that rule is computed from what the server counted and from the facts known here, with
-- a licence where there is one; a part that differs is named with its points. A repository is the
-- same where "owner/name" is; one that an edition does not show is not compared in it.

-- rows repo_comparison
WITH called AS MATERIALIZED (
  SELECT t.source, t.repo, lower(substr(t.place, instr(t.place, '/') + 1)) AS name FROM repo_twin t WHERE t.place IS NOT NULL
   UNION
  SELECT source, key, lower(key) FROM repo
), pair AS MATERIALIZED (
  SELECT o.*, c.source AS ours, c.repo FROM repo_opinion o JOIN called c ON c.name = lower(o.name)
), lost AS (                         -- what our own rule takes most for
  SELECT source, repo, component, maximum - points AS points, row_number() OVER (PARTITION BY source, repo ORDER BY maximum - points DESC, component) AS nth
    FROM (SELECT source, repo, component, sum(points) AS points, sum(maximum) AS maximum FROM score_part
           WHERE points IS NOT NULL AND (source, repo) IN (SELECT ours, repo FROM pair) GROUP BY source, repo, component)
), fact AS (
  SELECT p.source AS judge, p.ours AS source, p.repo, p.kind, p.score, p.grade, p.problem, p.reason, p.action,
         p.archived AS their_archived, p.open_items AS their_open, p.idle_days AS their_days, r.archived,
         coalesce(r.open_items, r.open_issues + r.open_pulls) AS open,
         (strftime('%s', 'now') - strftime('%s', coalesce(r.updated_at, r.pushed_at, r.last_commit_at))) / 86400 AS days,
         r.has_readme, iif(r.license IS NULL, r.has_license, 1) AS has_license, h.score AS health
    FROM pair p JOIN repo r ON r.source = p.ours AND r.key = p.repo
    LEFT JOIN score h ON h.source = p.ours AND h.repo = p.repo
), part AS (                         -- each part of their rule, from their facts and from ours
  SELECT *, -min(2.0 * their_open, 40) AS their_open_points, -min(2.0 * open, 40) AS open_points,
         CASE WHEN their_days > 30 THEN -min(0.5 * (their_days - 30), 30) WHEN their_days < 7 THEN 10.0 WHEN their_days IS NOT NULL THEN 0.0 END AS their_age_points,
         CASE WHEN days > 30 THEN -min(0.5 * (days - 30), 30) WHEN days < 7 THEN 10.0 WHEN days IS NOT NULL THEN 0.0 END AS age_points,
         iif(has_license, 0.0, -5.0) AS license_points, iif(has_readme, 0.0, -10.0) AS readme_points
    FROM fact
), summed AS (                       -- a README is taken to be seen there as it is here
  SELECT *, iif(archived, 0.0, iif(has_license IS NULL OR has_readme IS NULL, NULL, 100 + open_points + age_points + license_points + readme_points)) AS total,
         100 + coalesce(their_open_points, open_points) + coalesce(their_age_points, age_points) - 5 + readme_points AS their_total
    FROM part
), held AS (
  SELECT *, min(max(total, 0), 100) AS expected, min(max(their_total, 0), 100) AS explained FROM summed
), worded AS (
  SELECT *, iif(total <> expected, printf(' (%g, held between 0 and 100)', total), '')
         || iif(their_open <> open, printf('; it counts %d open issues and pull requests, here are %d (%+g)', their_open, open, their_open_points - open_points), '')
         || iif(their_age_points <> age_points, printf('; it saw %d days without an update, here are %d (%+g)', their_days, days, their_age_points - age_points), '')
         || iif(has_license, '; its scan does not look for the licence that is there (-5)', '') AS differences
    FROM held
)
SELECT source, repo, judge, kind, score, grade, iif(kind = 'health' AND problem IS NULL, expected, NULL) AS expected,
       CASE WHEN problem IS NOT NULL THEN 'It could not be read there: ' || problem
            WHEN kind = 'priority' THEN coalesce(reason, 'no reason is given') || coalesce('. It would: ' || action, '')
            WHEN score IS NULL THEN 'It gives no score'
            WHEN archived IS NOT their_archived AND (archived OR their_archived)
            THEN iif(archived, 'It is archived, so its rule gives 0; there it is not known to be', 'There it is archived, which it is not here')
            WHEN expected IS NULL THEN 'Not comparable: not all is known here that its rule takes'
            WHEN abs(score - expected) < 0.05 THEN printf('Its rule on the facts known here gives %g as well', expected)
            ELSE printf('Its rule on the facts known here gives %g', expected) || differences
                 || iif(abs(score - explained) < 0.55, '', printf('; %+g is not explained by that', round(score - explained, 1))) END
       || iif(kind = 'health' AND health IS NOT NULL, printf('. Health here is %.1f', health)
              || coalesce('; it loses most for ' || (SELECT group_concat(printf('%s (%+g)', component, -round(points, 1)), ' and ')
                                                      FROM (SELECT component, points FROM lost l WHERE l.source = w.source AND l.repo = w.repo AND l.nth < 3 AND l.points >= 0.05 ORDER BY nth)), ''), '') AS reason
  FROM worded w;
