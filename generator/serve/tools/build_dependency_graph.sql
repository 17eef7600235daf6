-- Which repositories use which others: nodes, and edges with what says so.
-- known is how many repositories it is known of what they use: of the others there are no edges
-- whatever they use. A repository that several sources tell of is one node.
--
-- title:     Build the dependency graph
-- parameter: repo_name (text): only the edges from and to this repository, owner/name
-- parameter: limit (integer 1 to 500, default 200): how many edges at most
-- types:     repo_count integer, known integer, id integer, from integer, to integer, dependents integer, transitive integer

-- refuse
SELECT printf('No repository is called %s here; scan_portfolio lists them.', :repo_name) AS message
 WHERE :repo_name IS NOT NULL AND NOT EXISTS (SELECT 1 FROM repo WHERE key = :repo_name);

-- result
SELECT (SELECT count(*) FROM repo) AS repo_count, (SELECT count(*) FROM (SELECT DISTINCT source, repo FROM dependency)) AS known;

-- Those that an edge which is told leads from or to.
-- nodes
WITH told AS MATERIALIZED (
  SELECT DISTINCT a.number AS user, b.number AS used, e.kind, e.via, e.reason
    FROM dependency_edge e
    JOIN repo_twin a ON a.source = e.source AND a.repo = e.repo
    JOIN repo_twin b ON b.source = e.on_source AND b.repo = e.on_repo
   WHERE :repo_name IS NULL OR :repo_name IN (e.repo, e.on_repo)
   ORDER BY a.number, b.number, e.kind, e.via, e.reason LIMIT :limit
)
SELECT t.number AS id, t.main_repo AS name, t.main_source AS source, d.direct AS dependents, d.transitive, coalesce(d.reason, 'What uses it is not known.') AS reason
  FROM repo_twin t LEFT JOIN dependant_count d ON d.source = t.source AND d.repo = t.repo
 WHERE t.source = t.main_source AND t.repo = t.main_repo AND t.number IN (SELECT user FROM told UNION SELECT used FROM told)
 ORDER BY t.number;

-- edges limit
SELECT DISTINCT a.number AS "from", b.number AS "to", a.main_repo AS from_name, b.main_repo AS to_name, e.kind, e.via, e.reason
  FROM dependency_edge e
  JOIN repo_twin a ON a.source = e.source AND a.repo = e.repo
  JOIN repo_twin b ON b.source = e.on_source AND b.repo = e.on_repo
 WHERE :repo_name IS NULL OR :repo_name IN (e.repo, e.on_repo)
 ORDER BY a.number, b.number, e.kind, e.via, e.reason;
