-- The packages that every repository uses, from the dependency graph. Where the graph is
-- switched off, or not ours to see, GitHub refuses: that is not the same as none. Of public
-- repositories it tells without a token.
--
-- answer:    object
-- forbidden: 404
-- rank:      65

-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'dependency-graph', 'sbom') AS path,
       iif(EXISTS (SELECT 1 FROM setting WHERE key = 'authenticated' AND value = '1') OR r.visibility = 'public', NULL, 'needs a token') AS forbidden,
       coalesce(r.pushed_at, '') AS validator,
       r.key AS repo
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- What the document describes is the repository itself; what that depends on is direct.
-- rows dependency complete(repo)
WITH relation AS MATERIALIZED (
  SELECT value ->> '$.relationshipType' AS type, value ->> '$.spdxElementId' AS source, value ->> '$.relatedSpdxElement' AS target
    FROM json_each(:body, '$.sbom.relationships')
), root AS MATERIALIZED (
  SELECT target AS id FROM relation WHERE type = 'DESCRIBES'
), direct AS MATERIALIZED (
  SELECT target AS id FROM relation WHERE type = 'DEPENDS_ON' AND source IN (SELECT id FROM root)
), package AS (
  SELECT value ->> '$.SPDXID' AS id, value ->> '$.name' AS name, coalesce(value ->> '$.versionInfo', '') AS version,
         (SELECT e.value ->> '$.referenceLocator' FROM json_each(p.value -> '$.externalRefs') e
           WHERE e.value ->> '$.referenceType' = 'purl') AS purl,
         coalesce(nullif(value ->> '$.licenseConcluded', 'NOASSERTION'),
                  nullif(value ->> '$.licenseDeclared', 'NOASSERTION')) AS license
    FROM json_each(:body, '$.sbom.packages') p
), typed AS (
  SELECT *, iif(purl GLOB 'pkg:?*/*', lower(substr(purl, 5, instr(purl, '/') - 5)), '') AS ecosystem
    FROM package WHERE id NOT IN (SELECT id FROM root)
)
SELECT :repo AS repo, '' AS manifest, ecosystem,
       iif(ecosystem <> '' AND name LIKE ecosystem || ':_%', substr(name, length(ecosystem) + 2), name) AS name,
       version, '' AS requirement, min(purl) AS purl, min(license) AS license,
       iif(EXISTS (SELECT 1 FROM root), max(id IN (SELECT id FROM direct)), NULL) AS direct
  FROM typed
 GROUP BY 1, 2, 3, 4;
