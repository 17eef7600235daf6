-- Which repositories use one, themselves or through others: who would notice a change.
-- distance 1 is a direct user. dependents_known is false where of no other repository it is
-- known what it uses: then an empty list says nothing.
--
-- title:     Find dependents
-- parameter: repo_name (text, required): owner/name
-- parameter: transitive (yes or no, default yes): also those that use it through others only
-- parameter: limit (integer 1 to 200, default 50): how many at most
-- types:     dependents_known boolean, direct integer, through_others integer, distance integer

-- refuse
SELECT printf('No repository is called %s here; scan_portfolio lists them.', :repo_name) AS message
 WHERE NOT EXISTS (SELECT 1 FROM repo WHERE key = :repo_name);

-- result
SELECT :repo_name AS name, max(d.direct) IS NOT NULL AS dependents_known, max(d.direct) AS direct, max(d.transitive - d.direct) AS through_others,
       coalesce(max(d.reason), 'Of no other repository it is known what it uses.') AS reason
  FROM dependant_count d WHERE d.repo = :repo_name;

-- dependents limit
WITH RECURSIVE edge AS MATERIALIZED (
  SELECT DISTINCT a.number AS user, b.number AS used
    FROM dependency_edge e
    JOIN repo_twin a ON a.source = e.source AND a.repo = e.repo
    JOIN repo_twin b ON b.source = e.on_source AND b.repo = e.on_repo
), reach (number, distance) AS (
  SELECT number, 0 FROM repo_twin WHERE repo = :repo_name
  UNION
  SELECT e.user, r.distance + 1 FROM reach r JOIN edge e ON e.used = r.number WHERE r.distance < iif(:transitive, 20, 1)
), nearest AS (
  SELECT number, min(distance) AS distance FROM reach GROUP BY number
)
SELECT t.main_repo AS name, t.main_source AS source, n.distance,
       (SELECT min(e.reason) FROM dependency_edge e JOIN repo_twin a ON a.source = e.source AND a.repo = e.repo AND a.number = n.number
         WHERE e.on_repo = :repo_name) AS reason
  FROM nearest n JOIN repo_twin t ON t.number = n.number AND t.source = t.main_source AND t.repo = t.main_repo
 WHERE n.distance > 0 ORDER BY n.distance, lower(t.main_repo), t.main_repo, t.main_source;
