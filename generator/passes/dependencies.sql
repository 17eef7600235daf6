-- Which repository uses which other one of those that the edition shows, who would notice a
-- change, and which use each other in a circle. One uses another where a manifest or the source's
-- list of dependencies names a package that exactly one repository provides, or its address:
-- of a submodule, a git requirement, a Go module, an action or reusable workflow, an image at
-- ghcr.io. What comes only through other packages does not count. A repository that several
-- sources tell of, or that was cloned more than once, is one: it is known by where it is, and uses
-- itself never. Who is counted as using it through others: whoever uses those, and so on. Circles
-- are strongly connected components (Tarjan 1972), each with a shortest circle in it.

-- rows repo_twin
WITH placed AS (
  SELECT source, key AS repo, coalesce(url_place(remote), url_place(url), url_place(folder)) AS place,
         iif(folder IS NULL, url_place(url), NULL) AS forge
    FROM repo
), twin AS (
  SELECT source, repo, place, substr(forge, 1, instr(forge, '/') - 1) AS host,
         first_value(source) OVER same AS main_source, first_value(repo) OVER same AS main_repo
    FROM placed
  WINDOW same AS (PARTITION BY coalesce(place, source || ' ' || repo) ORDER BY source, repo)
)
SELECT source, repo, place, host, main_source, main_repo, dense_rank() OVER (ORDER BY main_source, main_repo) AS number
  FROM twin;

-- rows dependency_edge
WITH provided AS MATERIALIZED (
  SELECT p.ecosystem, p.name, min(t.number) AS number
    FROM package p JOIN repo_twin t ON t.source = p.source AND t.repo = p.repo
   GROUP BY p.ecosystem, p.name HAVING min(t.number) = max(t.number)
), place AS MATERIALIZED (
  SELECT place, min(number) AS number FROM repo_twin WHERE place IS NOT NULL GROUP BY place
), address AS (
  SELECT d.source, d.repo, d.manifest, d.ecosystem, d.name, d.requirement,
         coalesce(t.host, 'github.com') || '/' || lower(substr(d.name, 1, instr(d.name, '/') - 1 + instr(substr(d.name, instr(d.name, '/') + 1) || '/', '/'))) AS place
    FROM dependency d JOIN repo_twin t ON t.source = d.source AND t.repo = d.repo
   WHERE d.ecosystem = 'githubactions' AND d.direct IS NOT 0 AND instr(d.name, '/')
  UNION ALL
  SELECT d.source, d.repo, d.manifest, d.ecosystem, d.name, d.requirement, url_place(d.name, coalesce(r.remote, r.folder, r.url))
    FROM dependency d JOIN repo r ON r.source = d.source AND r.key = d.repo
   WHERE d.ecosystem = 'git' AND d.direct IS NOT 0
  UNION ALL                          -- host, owner and name; what follows is a folder or a major version
  SELECT source, repo, manifest, ecosystem, name, requirement,
         (SELECT group_concat(value, '/') FROM (SELECT value FROM json_each('["' || replace(lower(name), '/', '","') || '"]') LIMIT 3))
    FROM dependency WHERE ecosystem = 'golang' AND direct IS NOT 0 AND name GLOB '*/*/*' AND name NOT GLOB '*[^A-Za-z0-9._~/-]*'
  UNION ALL
  SELECT source, repo, manifest, ecosystem, name, requirement, url_place('github:' || substr(name, 9))
    FROM dependency WHERE ecosystem = 'docker' AND direct IS NOT 0 AND name GLOB 'ghcr.io/*/*'
  UNION ALL                          -- npm takes "owner/name" for one at GitHub
  SELECT source, repo, manifest, ecosystem, name, requirement,
         url_place(iif(ecosystem = 'npm' AND requirement GLOB '[A-Za-z0-9]*/*' AND instr(requirement, ':') = 0, 'github:', '') || requirement)
    FROM dependency WHERE ecosystem IN ('npm', 'pypi', 'cargo') AND direct IS NOT 0 AND instr(requirement, '/')
), used AS (
  SELECT d.source, d.repo, d.manifest, d.ecosystem, d.name, d.requirement, v.number
    FROM provided v CROSS JOIN dependency d ON d.ecosystem = v.ecosystem AND d.name = v.name AND d.direct IS NOT 0
   WHERE NOT (d.ecosystem IN ('npm', 'pypi', 'cargo') AND instr(d.requirement, '/')) -- then the address counts
  UNION ALL
  SELECT a.source, a.repo, a.manifest, a.ecosystem, a.name, a.requirement, p.number
    FROM address a JOIN place p ON p.place = a.place
)
SELECT u.source, u.repo, o.source AS on_source, o.repo AS on_repo,
       CASE u.ecosystem WHEN 'golang' THEN 'module' WHEN 'git' THEN 'submodule' WHEN 'githubactions' THEN 'action'
                        WHEN 'docker' THEN 'image' ELSE 'package' END AS kind,
       u.name AS via,
       min(iif(u.manifest = '', 'The source lists ', u.manifest || ' names ') || u.name || iif(u.requirement IN ('', u.name), '', ' ' || u.requirement) || '.') AS reason
  FROM used u
  CROSS JOIN repo_twin t ON t.source = u.source AND t.repo = u.repo
  CROSS JOIN repo_twin o ON o.number = u.number
 WHERE t.number <> u.number
 GROUP BY u.source, u.repo, o.source, o.repo, 5, u.name;

-- rows dependency_link
SELECT e.source, e.repo, 'uses' AS direction, e.on_source AS other_source, e.on_repo AS other_repo, p.path AS page, e.kind, e.via, e.reason
  FROM dependency_edge e CROSS JOIN page p ON p.source = e.on_source AND p.repo = e.on_repo
UNION ALL
SELECT e.on_source, e.on_repo, 'used', e.source, e.repo, p.path, e.kind, e.via, e.reason
  FROM dependency_edge e CROSS JOIN page p ON p.source = e.source AND p.repo = e.repo;

-- rows dependant_count
WITH edge AS (
  SELECT DISTINCT t.number AS user, o.number AS used
    FROM dependency_edge e
    JOIN repo_twin t ON t.source = e.source AND t.repo = e.repo
    JOIN repo_twin o ON o.source = e.on_source AND o.repo = e.on_repo
), counted AS MATERIALIZED (
  SELECT CAST(n.value ->> 0 AS INTEGER) AS number, n.value ->> 1 AS direct, n.value ->> 2 AS transitive
    FROM (SELECT network_users(user, used) AS users FROM edge) JOIN json_each(users) n
), told AS MATERIALIZED (
  SELECT DISTINCT t.number FROM (SELECT DISTINCT source, repo FROM dependency) d JOIN repo_twin t ON t.source = d.source AND t.repo = d.repo
), used AS (
  SELECT t.source, t.repo, t.number, c.direct, c.transitive FROM counted c CROSS JOIN repo_twin t ON t.number = c.number
  UNION ALL
  SELECT source, repo, number, 0, 0 FROM repo_twin WHERE number NOT IN (SELECT number FROM counted)
), judged AS (
  SELECT *, (SELECT count(*) FROM told) - (number IN (SELECT number FROM told)) AS others FROM used
)
SELECT source, repo, direct, transitive,
       printf('Of %d other repositories whose dependencies are known %d use it directly, and %d more through these: %d.', others, direct, transitive - direct, transitive) AS reason
  FROM judged WHERE others > 0;

-- rows dependency_cycle
WITH edge AS MATERIALIZED (
  SELECT t.number AS user, o.number AS used, min(e.kind || ' ' || e.via) AS by
    FROM dependency_edge e
    JOIN repo_twin t ON t.source = e.source AND t.repo = e.repo
    JOIN repo_twin o ON o.source = e.on_source AND o.repo = e.on_repo
   GROUP BY t.number, o.number
), cycle AS MATERIALIZED (
  SELECT c.key AS nth, c.value FROM (SELECT network_cycles(user, used) AS cycles FROM edge) JOIN json_each(cycles) c
), node AS MATERIALIZED (
  SELECT DISTINCT number, main_source AS source, main_repo AS repo FROM repo_twin WHERE EXISTS (SELECT 1 FROM cycle)
), step AS (
  SELECT c.nth, s.key AS place, s.value AS number, coalesce(c.value ->> ('$.cycle[' || (s.key + 1) || ']'), c.value ->> '$.cycle[0]') AS next
    FROM cycle c, json_each(c.value, '$.cycle') s ORDER BY c.nth, s.key
), told AS (
  SELECT s.nth, group_concat(n.repo, ' -> ') AS name, group_concat(printf('%s uses %s (%s)', n.repo, m.repo, e.by), '; ') AS words
    FROM step s CROSS JOIN node n ON n.number = s.number CROSS JOIN node m ON m.number = s.next
    CROSS JOIN edge e ON e.user = s.number AND e.used = s.next
   GROUP BY s.nth
)
SELECT n.source, n.repo, t.name || ' -> ' || n.repo AS name,
       (SELECT json_group_array(json_object('source', o.source, 'repo', o.repo)) FROM json_each(c.value, '$.members') m CROSS JOIN node o ON o.number = m.value) AS members,
       json_array_length(c.value, '$.members') AS size,
       t.words || printf('. Repositories that reach each other: %d.', json_array_length(c.value, '$.members')) AS reason
  FROM cycle c JOIN told t ON t.nth = c.nth JOIN node n ON n.number = c.value ->> '$.cycle[0]';

-- Versions as they are locked, or the only ones that will do: ranges are not compared. Of the 300
-- packages that are named most often at more than one version.
-- rows package_spread
WITH several AS (
  SELECT ecosystem, name, count(*) AS named FROM dependency
   WHERE ecosystem NOT IN ('', 'git') AND direct IS NOT 0 AND version GLOB '[0-9v]*' AND length(version) <= 32 AND instr(version, '*') = 0
   GROUP BY ecosystem, name HAVING min(version) <> max(version)
), apart AS MATERIALIZED (
  SELECT ecosystem, name FROM several s
   WHERE NOT EXISTS (SELECT 1 FROM package p WHERE p.ecosystem = s.ecosystem AND p.name = s.name)
   ORDER BY named DESC, ecosystem, name LIMIT 300
), used AS MATERIALIZED (
  SELECT a.ecosystem, a.name, d.version, t.number, t.main_repo AS repo
    FROM apart a
    CROSS JOIN dependency d ON d.ecosystem = a.ecosystem AND d.name = a.name AND d.direct IS NOT 0
                           AND d.version GLOB '[0-9v]*' AND length(d.version) <= 32 AND instr(d.version, '*') = 0
    CROSS JOIN repo_twin t ON t.source = d.source AND t.repo = d.repo
   GROUP BY a.ecosystem, a.name, d.version, t.number
), spread AS MATERIALIZED (
  SELECT ecosystem, name, count(DISTINCT version) AS versions, count(DISTINCT number) AS repos FROM used
   GROUP BY ecosystem, name HAVING count(DISTINCT number) > 1
), placed AS (
  SELECT u.*, row_number() OVER (PARTITION BY u.ecosystem, u.name, u.version ORDER BY u.number) AS nth
    FROM spread s CROSS JOIN used u ON u.ecosystem = s.ecosystem AND u.name = s.name
), version AS (
  SELECT ecosystem, name, version, count(*) AS count, json_group_array(repo) FILTER (WHERE nth <= 20) AS repos
    FROM placed GROUP BY ecosystem, name, version
), detail AS MATERIALIZED (
  SELECT ecosystem, name, json_group_array(json_object('version', version, 'count', count, 'repos', json(repos))) AS detail
    FROM (SELECT * FROM version ORDER BY ecosystem, name, count DESC, version) GROUP BY ecosystem, name
)
SELECT s.ecosystem, s.name, s.versions, s.repos, d.detail, printf('%d versions in %d repositories.', s.versions, s.repos) AS reason
  FROM spread s JOIN detail d ON d.ecosystem = s.ecosystem AND d.name = s.name
 WHERE s.versions > 1;
