-- What a repository uses: other repositories of the portfolio, and packages from outside.
-- dependencies_known is false where no source told what it uses: then empty lists say nothing.
--
-- title:     Find dependencies
-- parameter: repo_name (text, required): owner/name
-- parameter: external (yes or no, default yes): packages from outside, too
-- parameter: indirect (yes or no, default no): also packages that come through others only
-- parameter: limit (integer 1 to 1000, default 100): how many of each at most
-- types:     dependencies_known boolean, direct boolean

-- refuse
SELECT printf('No repository is called %s here; scan_portfolio lists them.', :repo_name) AS message
 WHERE NOT EXISTS (SELECT 1 FROM repo WHERE key = :repo_name);

-- result
SELECT :repo_name AS name, EXISTS (SELECT 1 FROM dependency WHERE repo = :repo_name) AS dependencies_known,
       iif(EXISTS (SELECT 1 FROM dependency WHERE repo = :repo_name), NULL, 'No source told what it uses: it has no manifest, or nobody could read one.') AS why_unknown;

-- repositories limit
SELECT DISTINCT t.main_repo AS name, t.main_source AS source, e.kind, e.via, e.reason
  FROM dependency_edge e JOIN repo_twin t ON t.source = e.on_source AND t.repo = e.on_repo
 WHERE e.repo = :repo_name ORDER BY lower(t.main_repo), t.main_source, e.kind, e.via;

-- packages limit
SELECT DISTINCT ecosystem, name, nullif(version, '') AS version, license, direct FROM dependency
 WHERE repo = :repo_name AND :external AND (:indirect OR direct IS NOT 0)
   AND NOT EXISTS (SELECT 1 FROM dependency_edge e WHERE e.repo = :repo_name AND e.via = dependency.name)
 ORDER BY ecosystem, name, version;
