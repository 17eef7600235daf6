-- Pairs of repositories that are made from much of the same: perhaps one would do. What a
-- repository has are the packages that it uses directly, its topics and its contributors (no bots);
-- each weighs ln(N / n), where n of N repositories have it (inverse document frequency, K. Spärck Jones
-- 1972), so that what all have weighs nothing. The score of two is the weighted Jaccard index
-- (S. Ioffe, Improved Consistent Sampling, Weighted Minhash and L1 Sketching, 2010): the weight of
-- what both have, of the weight of what either has. Only pairs are looked at that share a few
-- things which hardly any other repository has, and a package or topic among all; archived
-- repositories and forks are left out.
--
-- setting: rare (5, 2 to 20): how many repositories may have a thing that counts as rare
-- setting: shared (3, 1 to 100): how many rare things two must share
-- setting: score (0.3, 0.05 to 1): the least score of a pair

-- rows consolidation
WITH candidate AS MATERIALIZED (
  SELECT t.number, t.source, t.repo, r.topics
    FROM repo_twin t JOIN repo r ON r.source = t.source AND r.key = t.repo
   WHERE t.source = t.main_source AND t.repo = t.main_repo AND r.archived IS NOT 1 AND r.fork IS NOT 1
), few AS MATERIALIZED (
  SELECT ecosystem, name FROM dependency
   WHERE direct IS NOT 0 AND ecosystem NOT IN ('', 'git', 'docker', 'githubactions')
   GROUP BY ecosystem, name HAVING count(*) BETWEEN 2 AND 10 * :rare -- in so many manifests
), other AS MATERIALIZED (
  SELECT DISTINCT 'topic' AS kind, lower(p.value) AS name, c.number FROM candidate c, json_each(c.topics) p
  UNION ALL
  SELECT DISTINCT 'contributor', b.name, t.number
    FROM contributor b CROSS JOIN repo_twin t ON t.source = b.source AND t.repo = b.repo WHERE b.name NOT LIKE '%[bot]'
), rare AS MATERIALIZED (
  SELECT kind, name, json_group_array(number) AS numbers FROM (
    SELECT DISTINCT 'package' AS kind, f.ecosystem || ' ' || f.name AS name, t.number
      FROM few f CROSS JOIN dependency d ON d.ecosystem = f.ecosystem AND d.name = f.name AND d.direct IS NOT 0
      CROSS JOIN repo_twin t ON t.source = d.source AND t.repo = d.repo
    UNION ALL
    SELECT kind, name, number FROM other)
   WHERE number IN (SELECT number FROM candidate)
   GROUP BY kind, name HAVING count(*) BETWEEN 2 AND :rare AND count(*) < (SELECT count(*) FROM candidate)
), pair AS MATERIALIZED (
  SELECT min(a.value, b.value) AS number, max(a.value, b.value) AS other FROM rare r, json_each(r.numbers) a, json_each(r.numbers) b
   WHERE a.key < b.key GROUP BY 1, 2 HAVING count(*) >= :shared
), member AS MATERIALIZED (
  SELECT number FROM pair UNION SELECT other FROM pair
), own AS MATERIALIZED (
  SELECT DISTINCT 'package' AS kind, d.ecosystem AS ecosystem, d.name, t.number
    FROM repo_twin t CROSS JOIN dependency d ON d.source = t.source AND d.repo = t.repo AND d.direct IS NOT 0
   WHERE t.number IN (SELECT number FROM member) AND d.ecosystem NOT IN ('', 'git', 'docker', 'githubactions')
  UNION ALL
  SELECT kind, '', name, number FROM other WHERE number IN (SELECT number FROM member)
), thing AS MATERIALIZED (
  SELECT k.kind, k.ecosystem, k.name, count(DISTINCT t.number) AS repos
    FROM (SELECT DISTINCT kind, ecosystem, name FROM own WHERE kind = 'package') k
    CROSS JOIN dependency d ON d.ecosystem = k.ecosystem AND d.name = k.name AND d.direct IS NOT 0
    CROSS JOIN repo_twin t ON t.source = d.source AND t.repo = d.repo AND t.number IN (SELECT number FROM candidate)
   GROUP BY k.kind, k.ecosystem, k.name
  UNION ALL
  SELECT kind, '', name, count(*) FROM other WHERE number IN (SELECT number FROM candidate) GROUP BY kind, name
), weighed AS MATERIALIZED (
  SELECT o.number, o.kind, o.ecosystem, o.name, ln(1.0 * (SELECT count(*) FROM candidate) / t.repos) AS weight
    FROM own o JOIN thing t ON t.kind = o.kind AND t.ecosystem = o.ecosystem AND t.name = o.name
), whole AS MATERIALIZED (
  SELECT number, total(weight) AS weight FROM weighed GROUP BY number
), both AS (
  SELECT p.number, p.other, total(a.weight) AS weight, sum(a.kind = 'package') AS packages, sum(a.kind = 'topic') AS topics,
         sum(a.kind = 'contributor') AS contributors
    FROM pair p
    CROSS JOIN weighed a ON a.number = p.number
    CROSS JOIN weighed b ON b.number = p.other AND b.kind = a.kind AND b.ecosystem = a.ecosystem AND b.name = a.name
   GROUP BY p.number, p.other
), judged AS (
  SELECT b.*, x.weight + y.weight - b.weight AS either FROM both b JOIN whole x ON x.number = b.number JOIN whole y ON y.number = b.other
)
SELECT c.source, c.repo, o.source AS other_source, o.repo AS other_repo, round(j.weight / j.either, 4) AS score, j.packages, j.topics, j.contributors,
       printf('Both have %d packages, %d topics and %d contributors; these weigh %.2f of the %.2f of what either has: %.2f.',
              j.packages, j.topics, j.contributors, j.weight, j.either, j.weight / j.either) AS reason
  FROM judged j JOIN candidate c ON c.number = j.number JOIN candidate o ON o.number = j.other
 WHERE j.either > 0 AND j.weight / j.either >= :score AND j.packages + j.topics > 0;
