-- Which repositories use which others, who would notice a change, circles, packages from outside
-- at different versions, and pairs that are made from much of the same.
--
-- path: dependencies
-- title: Dependencies
-- types: picture graph, known number, edges number, drawn number, circles number, apart number, alike number, direct number, transitive number,
--   size number, versions number, repos number, count number, names list, score number(2), packages number, topics number, contributors number

-- total
SELECT (SELECT count(*) FROM (SELECT DISTINCT source, repo FROM dependency)) AS known,
       (SELECT count(*) FROM (SELECT DISTINCT t.number, o.number FROM dependency_edge e
          JOIN repo_twin t ON t.source = e.source AND t.repo = e.repo JOIN repo_twin o ON o.source = e.on_source AND o.repo = e.on_repo)) AS edges,
       (SELECT count(*) FROM dependency_cycle) AS circles, (SELECT count(*) FROM package_spread) AS apart, (SELECT count(*) FROM consolidation) AS alike;

-- What is drawn: at most 400 uses, of the repositories that most others use.
-- graph
WITH edge AS (
  SELECT t.number AS user, o.number AS used, min(e.kind) AS kind
    FROM dependency_edge e
    JOIN repo_twin t ON t.source = e.source AND t.repo = e.repo
    JOIN repo_twin o ON o.source = e.on_source AND o.repo = e.on_repo
   GROUP BY t.number, o.number
), drawn AS MATERIALIZED (
  SELECT e.user, e.used, e.kind FROM edge e JOIN (SELECT used, count(*) AS users FROM edge GROUP BY used) u ON u.used = e.used
   ORDER BY u.users DESC, e.used, e.user LIMIT 400
), node AS (
  SELECT DISTINCT t.number, t.main_repo, t.main_source FROM repo_twin t WHERE t.number IN (SELECT user FROM drawn UNION SELECT used FROM drawn)
)
SELECT json_object('title', 'Repositories and what they use',
                   'nodes', (SELECT json_group_array(json_object('id', number, 'label', main_repo, 'group', main_source)) FROM (SELECT * FROM node ORDER BY number)),
                   'edges', json_group_array(json_object('from', user, 'to', used, 'label', nullif(kind, 'package')))) AS picture,
       count(*) AS drawn
  FROM (SELECT * FROM drawn ORDER BY user, used) HAVING count(*) > 0;

-- The 100 that most others would notice.
-- dependants
SELECT p.source, p.repo, p.path AS page, s.demo, d.direct, d.transitive, d.reason
  FROM dependant_count d
  JOIN repo_twin t ON t.source = d.source AND t.repo = d.repo AND t.main_source = d.source AND t.main_repo = d.repo
  JOIN page p ON p.source = d.source AND p.repo = d.repo
  JOIN source s ON s.name = d.source
 WHERE d.transitive > 0
 ORDER BY d.transitive DESC, d.direct DESC, lower(p.repo), p.source LIMIT 100;

-- dependants.users
SELECT DISTINCT q.path AS page, e.repo AS user
  FROM dependency_edge e JOIN page q ON q.source = e.source AND q.repo = e.repo
 WHERE e.on_source = :source AND e.on_repo = :repo
 ORDER BY lower(e.repo), e.source LIMIT 10;

-- cycles
SELECT c.name, c.size, c.reason, p.path AS page
  FROM dependency_cycle c JOIN page p ON p.source = c.source AND p.repo = c.repo
 ORDER BY c.size DESC, c.name, c.source LIMIT 50;

-- spread
SELECT ecosystem, name, versions, repos FROM package_spread ORDER BY repos DESC, versions DESC, ecosystem, name LIMIT 50;

-- spread.parts
SELECT v.value ->> '$.version' AS version, v.value ->> '$.count' AS count, v.value -> '$.repos' AS names
  FROM package_spread s, json_each(s.detail) v WHERE v.type = 'object' AND s.ecosystem = :ecosystem AND s.name = :name ORDER BY v.key LIMIT 5;

-- pairs
SELECT p.path AS page, c.repo, o.path AS other_page, c.other_repo, c.score, c.packages, c.topics, c.contributors, c.reason
  FROM consolidation c
  JOIN page p ON p.source = c.source AND p.repo = c.repo
  JOIN page o ON o.source = c.other_source AND o.repo = c.other_repo
 ORDER BY c.score DESC, c.source, c.repo, c.other_source, c.other_repo LIMIT 50;

-- demo
SELECT name FROM source WHERE demo = 1 ORDER BY position;
