-- Health: how many people could stop before half of the work has nobody who did it.
-- Absence counts 3: the fewest people who made half of all commits (CHAOSS, Contributor Absence
-- Factor, https://chaoss.community/kb/metric-contributor-absence-factor/); none of it for 1,
-- half of it for 2, all of it for 3 or more. It takes 10 commits to tell. Bots do not count. A
-- fork's contributors are mostly those of another repository, and an archived one needs none.
--
-- setting: absence (3, 0 to 100): points where several people do the work; 0 takes the component out

-- rows score_part
WITH weight (component, maximum, effort, remedy) AS (
  VALUES ('absence', :absence, NULL, 'Find a second person who knows the work: review each other''s changes, hand over a part.')
), bound (people, share) AS (
  VALUES (1, 0.0), (2, 0.5), (3, 1.0)
), ranked AS (
  SELECT source, repo, sum(commits) OVER (PARTITION BY source, repo) AS total,
         sum(commits) OVER (PARTITION BY source, repo ORDER BY commits DESC, name ROWS UNBOUNDED PRECEDING) - commits AS before
    FROM contributor WHERE name NOT LIKE '%[bot]'
), factor AS MATERIALIZED (          -- those before whom less than half was reached
  SELECT source, repo, max(total) AS commits, count(*) FILTER (WHERE 2 * before < total) AS people FROM ranked GROUP BY source, repo
), part (source, repo, component, share, reason) AS (
  SELECT r.source, r.key, 'absence',
         iif(r.archived IS 1 OR r.fork IS 1 OR f.commits < 10, NULL, (SELECT max(share) FROM bound WHERE people <= f.people)),
         CASE WHEN r.archived THEN 'archived, so nobody is needed'
              WHEN r.fork THEN 'a fork, so most contributors are those of another repository'
              WHEN f.people IS NULL THEN 'its contributors are not known'
              WHEN f.commits < 10 THEN 'it takes 10 commits to tell, and there are ' || f.commits
              WHEN f.people = 1 THEN 'Half of all commits are by 1 person'
              ELSE printf('Half of all commits are by %d people', f.people) END
    FROM repo r LEFT JOIN factor f ON f.source = r.source AND f.repo = r.key
)
SELECT p.source, p.repo, p.component, round(p.share * w.maximum, 1) AS points, w.maximum,
       iif(p.share IS NULL, 'Not known: ' || p.reason || '.',
           printf('%s: %g of %g points.', p.reason, round(p.share * w.maximum, 1), w.maximum)) AS reason,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.remedy, NULL) AS remedy,
       iif(round(p.share * w.maximum, 1) < w.maximum, w.effort, NULL) AS effort
  FROM part p CROSS JOIN weight w ON w.component = p.component AND w.maximum > 0;
