-- What every repository is made from, and what packages it provides, as its own files say:
-- package.json and its lock file, requirements*.txt, pyproject.toml and the lock files of poetry, uv
-- and PDM, Cargo.toml and Cargo.lock, go.mod, pom.xml, .gitmodules, the images that a Dockerfile begins
-- with, what workflows use. A file that cannot be read gets a row that says why.
--
-- answer: array
-- output: objects
-- drop:   accepted

-- All of a repository at once, and only when one of them changed; of one that has none any more,
-- once.
-- ask
SELECT r.key AS repo, r.folder, coalesce(named_uuid(group_concat(m.path || ' ' || m.object, char(10))), 'none') AS validator,
       json_array('cat-file', '--batch') AS args,
       coalesce(group_concat(iif(m.skipped IS NULL, m.object || char(10), NULL), ''), '') AS input,
       json_group_array(json_object('path', m.path, 'kind', m.kind)) FILTER (WHERE m.path IS NOT NULL AND m.skipped IS NULL) AS manifests
  FROM repo r LEFT JOIN (SELECT * FROM manifest ORDER BY repo, path) m ON m.repo = r.key
 GROUP BY r.key
 ORDER BY r.key;

-- rows manifest window
WITH file AS (
  SELECT m.value ->> '$.path' AS path, m.value ->> '$.kind' AS kind, b.value AS text
    FROM json_each(:manifests) m JOIN json_each(:body) b ON b.key = m.key
), parsed AS (
  SELECT path, kind, text,
         CASE WHEN kind IN ('npm', 'npm-lock') THEN iif(json_valid(ltrim(text, char(65279))), iif(json_type(ltrim(text, char(65279))) = 'object', NULL, 'is no JSON object'), 'is no JSON')
              WHEN kind IN ('pyproject', 'python-lock', 'cargo', 'cargo-lock') THEN toml_json(text) ->> '$.problem'
              WHEN kind IN ('workflow', 'action') THEN yaml_json(text) ->> '$.problem'
              WHEN kind = 'maven' THEN xml_json(text) ->> '$.problem' END AS problem
    FROM file
)
SELECT :repo AS repo, path, iif(text IS NULL, 'git has no such object', substr(problem, 1, 1024)) AS problem FROM parsed;

-- rows package complete(repo)
WITH file AS (
  SELECT m.value ->> '$.path' AS path, m.value ->> '$.kind' AS kind, ltrim(b.value, char(65279)) AS text
    FROM json_each(:manifests) m JOIN json_each(:body) b ON b.key = m.key
   WHERE m.value ->> '$.kind' IN ('npm', 'pyproject', 'cargo', 'go', 'maven')
), document AS MATERIALIZED (
  SELECT path, kind,
         CASE kind WHEN 'npm' THEN iif(json_valid(text), text, NULL)
                   WHEN 'maven' THEN xml_json(text) -> '$.value.project'
                   WHEN 'go' THEN lines_json(text)
                   ELSE toml_json(text) -> '$.value' END AS value
    FROM file
), said (manifest, ecosystem, name, version, private) AS (
  SELECT path, 'npm', value ->> '$.name', value ->> '$.version', value -> '$.private' IS 'true' FROM document WHERE kind = 'npm'
  UNION ALL
  SELECT path, 'cargo', value ->> '$.package.name', value ->> '$.package.version', value -> '$.package.publish' IS 'false' FROM document WHERE kind = 'cargo'
  UNION ALL
  SELECT path, 'pypi', replace(replace(lower(coalesce(value ->> '$.project.name', value ->> '$.tool.poetry.name')), '_', '-'), '.', '-'),
         coalesce(value ->> '$.project.version', value ->> '$.tool.poetry.version'), NULL
    FROM document WHERE kind = 'pyproject'
  UNION ALL
  SELECT path, 'maven', coalesce(value ->> '$.groupId[0]', value ->> '$.parent[0].groupId[0]') || ':' || (value ->> '$.artifactId[0]'),
         coalesce(value ->> '$.version[0]', value ->> '$.parent[0].version[0]'), NULL
    FROM document WHERE kind = 'maven'
  UNION ALL
  SELECT d.path, 'golang', trim(substr(l.value, 8), ' "`' || char(9)), NULL, NULL
    FROM document d, json_each(d.value) l WHERE d.kind = 'go' AND l.value GLOB 'module[ 	]*'
)
SELECT :repo AS repo, manifest, ecosystem, name, coalesce(version, '') AS version, private FROM said
 WHERE typeof(name) = 'text' AND length(name) BETWEEN 1 AND 1024 AND length(coalesce(version, '')) <= 256
 GROUP BY manifest, ecosystem, name;

-- What is written in a manifest is direct; a lock file tells its version, and what comes with it.
-- Of several lock files the nearest above counts; where it has several versions of one name, which
-- one is meant is not known. Names of Python are compared as PEP 503 says.
-- rows dependency complete(repo)
WITH RECURSIVE file AS MATERIALIZED (
  SELECT m.value ->> '$.path' AS path, m.value ->> '$.kind' AS kind, ltrim(b.value, char(65279)) AS text,
         rtrim(m.value ->> '$.path', replace(m.value ->> '$.path', '/', '')) AS folder
    FROM json_each(:manifests) m JOIN json_each(:body) b ON b.key = m.key
), document AS MATERIALIZED (
  SELECT path, kind, folder,
         CASE WHEN kind IN ('npm', 'npm-lock') THEN iif(json_valid(text), text, NULL)
              WHEN kind IN ('pyproject', 'python-lock', 'cargo', 'cargo-lock') THEN toml_json(text) -> '$.value'
              WHEN kind IN ('workflow', 'action') THEN yaml_json(text) -> '$.value'
              WHEN kind = 'maven' THEN xml_json(text) -> '$.value.project'
              ELSE lines_json(text) END AS value
    FROM file
), line AS MATERIALIZED (
  SELECT d.path, d.kind, l.key AS nth, trim(replace(l.value, char(9), ' ')) AS text
    FROM document d, json_each(d.value) l WHERE d.kind IN ('pip', 'go', 'submodules', 'image')

-- npm
), npm AS (
  SELECT d.path, k.column2 AS scope, e.key AS name, e.value AS requirement
    FROM document d
    JOIN (VALUES ('$.dependencies', 'runtime'), ('$.devDependencies', 'development'), ('$.optionalDependencies', 'optional')) k
    JOIN json_each(d.value, k.column1) e ON e.type = 'text'
   WHERE d.kind = 'npm'
), npm_place AS (                    -- of versions 2 and 3 by folder, of version 1 the same made up
  SELECT d.path, e.key AS place, replace(e.key, 'node_modules/', char(1)) AS cut, e.value AS entry
    FROM document d, json_each(d.value, '$.packages') e
   WHERE d.kind = 'npm-lock' AND instr(e.key, 'node_modules/') AND e.type = 'object'
  UNION ALL
  SELECT d.path, iif(e.path = '$.dependencies', 'node_modules/' || e.key, e.fullkey), char(1) || e.key, e.value
    FROM document d, json_tree(d.value, '$.dependencies') e
   WHERE d.kind = 'npm-lock' AND json_type(d.value, '$.packages') IS NULL AND e.type = 'object' AND e.path LIKE '%.dependencies'

-- Python: texts as PEP 508 has them
), pip_line AS (
  SELECT path, CASE WHEN text GLOB '-e *' THEN trim(substr(text, 4)) WHEN text GLOB '--editable *' THEN trim(substr(text, 12)) ELSE text END AS text
    FROM line WHERE kind = 'pip'
), pip_text AS (
  SELECT path, iif(lower(path) GLOB '*dev*' OR lower(path) GLOB '*test*' OR lower(path) GLOB '*lint*' OR lower(path) GLOB '*doc*', 'development', 'runtime') AS scope,
         trim(substr(text, 1, min(instr(text || ' #', ' #'), instr(text || ' \', ' \'), instr(text || ' --', ' --')))) AS text
    FROM pip_line WHERE text NOT GLOB '#*' AND text NOT GLOB '-*'
  UNION ALL
  SELECT d.path, k.column2, trim(e.value)
    FROM document d
    JOIN (VALUES ('$.project.dependencies', 'runtime'), ('$."build-system".requires', 'build')) k
    JOIN json_each(d.value, k.column1) e ON e.type = 'text'
   WHERE d.kind = 'pyproject'
  UNION ALL
  SELECT d.path, k.column2, trim(e.value)
    FROM document d
    JOIN (VALUES ('$.project."optional-dependencies"', 'optional'), ('$."dependency-groups"', 'development')) k
    JOIN json_each(d.value, k.column1) g ON g.type = 'array'
    JOIN json_each(iif(g.type = 'array', g.value, '[]')) e ON e.type = 'text'
   WHERE d.kind = 'pyproject'
), pip_named AS (                    -- what stands behind "#egg=" is the name of an address
  SELECT path, scope,
         CASE WHEN instr(text, '#egg=') THEN substr(text, instr(text, '#egg=') + 5)
              WHEN instr(text, '://') AND NOT instr(text, '@ ') THEN '' ELSE text END AS named,
         iif(instr(text, '#egg='), substr(text, 1, instr(text, '#egg=') - 1), NULL) AS address
    FROM pip_text
), pip_split AS (
  SELECT path, scope, address, substr(named, 1, size) AS name, ltrim(substr(named, size + 1)) AS rest
    FROM (SELECT *, length(named) - length(ltrim(named, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-')) AS size FROM pip_named)
), poetry AS (
  SELECT d.path, k.column2 AS scope, e.key AS name, e.type, e.value
    FROM document d
    JOIN (VALUES ('$.tool.poetry.dependencies', 'runtime'), ('$.tool.poetry."dev-dependencies"', 'development')) k
    JOIN json_each(d.value, k.column1) e
   WHERE d.kind = 'pyproject'
  UNION ALL
  SELECT d.path, 'development', e.key, e.type, e.value
    FROM document d JOIN json_each(d.value, '$.tool.poetry.group') g JOIN json_each(iif(g.type = 'object', g.value, '{}'), '$.dependencies') e
   WHERE d.kind = 'pyproject'
), python AS (
  SELECT path, scope, name, coalesce(address, trim(substr(rest, 1, instr(rest || ';', ';') - 1), ' @()')) AS requirement
    FROM (SELECT path, scope, name, address, iif(rest GLOB '[[]*', ltrim(substr(rest, instr(rest, ']') + 1)), rest) AS rest FROM pip_split)
  UNION ALL
  SELECT path, iif(type = 'object' AND json_extract(iif(type = 'object', value, '{}'), '$.optional') = 1, 'optional', scope), name,
         CASE type WHEN 'text' THEN value WHEN 'object' THEN coalesce(value ->> '$.version', value ->> '$.git', value ->> '$.url', value ->> '$.path', '') ELSE '' END
    FROM poetry WHERE lower(name) <> 'python'

-- Cargo
), cargo_table AS (
  SELECT path, value FROM document WHERE kind = 'cargo'
  UNION ALL
  SELECT d.path, iif(t.type = 'object', t.value, '{}') FROM document d JOIN json_each(d.value, '$.target') t WHERE d.kind = 'cargo'
), cargo AS (
  SELECT c.path, k.column2 AS scope, e.key, iif(e.type = 'object', e.value, '{}') AS value, iif(e.type = 'text', e.value, NULL) AS text
    FROM cargo_table c
    JOIN (VALUES ('$.dependencies', 'runtime'), ('$."dev-dependencies"', 'development'), ('$."build-dependencies"', 'build')) k
    JOIN json_each(c.value, k.column1) e
), cargo_named AS (
  SELECT path, iif(value ->> '$.optional' = 1, 'optional', scope) AS scope, coalesce(value ->> '$.package', key) AS name,
         coalesce(text, value ->> '$.version', value ->> '$.git', value ->> '$.path', '') AS requirement
    FROM cargo

-- Go: what stands in the parentheses of "require", or behind it
), go_line AS (
  SELECT path, nth, text,
         max(iif(text GLOB '*(', nth, NULL)) OVER so_far AS opened, max(iif(text GLOB 'require*(', nth, NULL)) OVER so_far AS required,
         max(iif(text = ')', nth, -1)) OVER so_far AS closed
    FROM line WHERE kind = 'go' WINDOW so_far AS (PARTITION BY path ORDER BY nth)
), go AS (
  SELECT path, trim(iif(text GLOB 'require *', substr(text, 9), text)) AS text FROM go_line
   WHERE text <> '' AND text <> ')' AND text NOT GLOB '//*' AND text NOT GLOB '*(' AND (text GLOB 'require *' OR (required = opened AND required > closed))
), go_named AS (
  SELECT path, text, substr(text, 1, instr(text || ' ', ' ') - 1) AS name, ltrim(substr(text, instr(text || ' ', ' '))) || ' ' AS rest FROM go

-- Maven
), maven AS (
  SELECT d.path, d.value AS project,
         CASE WHEN k.column1 GLOB '*plugin' THEN 'build' WHEN e.value ->> '$.optional[0]' = 'true' THEN 'optional' WHEN e.value ->> '$.scope[0]' = 'test' THEN 'development' ELSE 'runtime' END AS scope,
         coalesce(e.value ->> '$.groupId[0]', 'org.apache.maven.plugins') AS space, e.value ->> '$.artifactId[0]' AS name, coalesce(e.value ->> '$.version[0]', '') AS requirement
    FROM document d
    JOIN (VALUES ('$.dependencies[0].dependency'), ('$.build[0].plugins[0].plugin')) k
    JOIN json_each(d.value, k.column1) e ON e.type = 'object'
   WHERE d.kind = 'maven'
  UNION ALL
  SELECT path, value, 'build', value ->> '$.parent[0].groupId[0]', value ->> '$.parent[0].artifactId[0]', coalesce(value ->> '$.parent[0].version[0]', '')
    FROM document WHERE kind = 'maven' AND json_type(value, '$.parent[0]') = 'object'
), maven_property AS (
  SELECT *, iif(requirement GLOB '${*}', trim(substr(requirement, 3, length(requirement) - 3)), '') AS property FROM maven
), maven_named AS (
  SELECT path, scope, iif(space IN ('${project.groupId}', '${groupId}'), coalesce(project ->> '$.groupId[0]', project ->> '$.parent[0].groupId[0]'), space) || ':' || name AS name,
         requirement,
         CASE WHEN property IN ('project.version', 'version') THEN coalesce(project ->> '$.version[0]', project ->> '$.parent[0].version[0]')
              WHEN property = '' THEN requirement
              WHEN property NOT GLOB '*[^A-Za-z0-9._-]*' THEN project ->> ('$.properties[0]."' || property || '"[0]') END AS version
    FROM maven_property

-- images: arguments before the first FROM stand for their defaults; a stage is no image
), image_line AS (
  SELECT path, nth, text, min(iif(upper(text) GLOB 'FROM *', nth, NULL)) OVER (PARTITION BY path) AS first
    FROM line WHERE kind = 'image' AND (upper(text) GLOB 'FROM *' OR upper(text) GLOB 'ARG *')
), argument_line AS (
  SELECT path, nth, trim(substr(text, 5, instr(text, '=') - 5)) AS name, trim(substr(text, instr(text, '=') + 1), ' "''') AS value
    FROM image_line WHERE upper(text) GLOB 'ARG *=*' AND nth < first
), argument AS MATERIALIZED (
  SELECT path, name, value, row_number() OVER (PARTITION BY path ORDER BY length(name) DESC, name, nth) AS place
    FROM argument_line WHERE name <> '' AND name NOT GLOB '*[^A-Za-z0-9_]*' AND length(value) <= 256
), base AS (
  SELECT path, nth, iif(rest GLOB '--*', ltrim(substr(rest, instr(rest || ' ', ' '))), rest) || ' ' AS rest
    FROM (SELECT path, nth, ltrim(substr(text, 6)) AS rest FROM image_line WHERE upper(text) GLOB 'FROM *')
), stage AS MATERIALIZED (
  SELECT path, nth, substr(rest, 1, instr(rest, ' ') - 1) AS image,
         lower(trim(iif(instr(upper(rest), ' AS '), substr(rest, instr(upper(rest), ' AS ') + 4), ''))) AS name
    FROM base
), filled (path, nth, image, place) AS (
  SELECT path, nth, substr(image, 1, 1024), 1 FROM stage
  UNION ALL
  SELECT f.path, f.nth, substr(replace(replace(f.image, '${' || a.name || '}', a.value), '$' || a.name, a.value), 1, 1024), f.place + 1
    FROM filled f JOIN argument a ON a.path = f.path AND a.place = f.place WHERE instr(f.image, '$') AND f.place <= 50
), image_used AS (
  SELECT f.path, f.image
    FROM (SELECT path, nth, image, row_number() OVER (PARTITION BY path, nth ORDER BY place DESC) AS back FROM filled) f
   WHERE f.back = 1 AND lower(f.image) NOT IN ('', 'scratch') AND instr(f.image, '$') = 0
     AND NOT EXISTS (SELECT 1 FROM stage s WHERE s.path = f.path AND s.nth < f.nth AND s.name = lower(f.image))

-- workflows and actions
), job AS (
  SELECT d.path, iif(j.type = 'object', j.value, '{}') AS value FROM document d, json_each(d.value, '$.jobs') j WHERE d.kind = 'workflow'
), used AS MATERIALIZED (
  SELECT path, value ->> '$.uses' AS uses FROM job
  UNION ALL
  SELECT j.path, iif(s.type = 'object', s.value ->> '$.uses', NULL) FROM job j, json_each(j.value, '$.steps') s
  UNION ALL
  SELECT d.path, iif(s.type = 'object', s.value ->> '$.uses', NULL) FROM document d, json_each(d.value, '$.runs.steps') s WHERE d.kind = 'action'
  UNION ALL
  SELECT path, value ->> '$.runs.image' FROM document WHERE kind = 'action' AND value ->> '$.runs.image' GLOB 'docker://*'
  UNION ALL
  SELECT path, 'docker://' || iif(json_type(value, '$.container') = 'text', value ->> '$.container', value ->> '$.container.image') FROM job
  UNION ALL
  SELECT j.path, 'docker://' || iif(s.type = 'object', s.value ->> '$.image', NULL) FROM job j, json_each(j.value, '$.services') s
), image AS (
  SELECT path, image, iif(instr(image, '@'), substr(image, instr(image, '@') + 1), '') AS digest,
         substr(image, 1, instr(image || '@', '@') - 1) AS named
    FROM (SELECT path, image FROM image_used
          UNION
          SELECT path, substr(uses, 10) FROM used WHERE uses GLOB 'docker://?*' AND instr(uses, '${{') = 0)
), image_tag AS (
  SELECT *, instr(substr(named, length(rtrim(named, replace(named, '/', ''))) + 1), ':') AS colon, length(rtrim(named, replace(named, '/', ''))) AS folder FROM image

-- all of them
), locked AS MATERIALIZED (
  SELECT path, 'npm' AS ecosystem, substr(cut, length(rtrim(cut, replace(cut, char(1), ''))) + 1) AS name, place, entry ->> '$.version' AS version,
         CASE WHEN entry ->> '$.dev' = 1 THEN 'development' WHEN entry ->> '$.optional' = 1 THEN 'optional' ELSE 'runtime' END AS scope
    FROM npm_place WHERE entry ->> '$.link' IS NULL
  UNION ALL
  SELECT d.path, iif(d.kind = 'cargo-lock', 'cargo', 'pypi'), iif(d.kind = 'cargo-lock', e.value ->> '$.name', replace(replace(lower(e.value ->> '$.name'), '_', '-'), '.', '-')),
         NULL, e.value ->> '$.version', NULL
    FROM document d JOIN json_each(d.value, '$.package') e ON e.type = 'object'
   WHERE d.kind = 'python-lock' OR (d.kind = 'cargo-lock' AND e.value ->> '$.source' IS NOT NULL)
), lock AS MATERIALIZED (            -- whose lock file is which
  SELECT path, lock, within FROM (
    SELECT m.path, l.path AS lock, substr(m.folder, length(l.folder) + 1) AS within,
           row_number() OVER (PARTITION BY m.path ORDER BY length(l.folder) DESC, l.path) AS nth
      FROM document m
      JOIN document l ON l.kind = CASE m.kind WHEN 'npm' THEN 'npm-lock' WHEN 'cargo' THEN 'cargo-lock' WHEN 'pyproject' THEN 'python-lock' END
                     AND substr(m.folder, 1, length(l.folder)) = l.folder)
   WHERE nth = 1
), sole AS MATERIALIZED (            -- the only version of a name
  SELECT path, name, min(version) AS version FROM locked WHERE place IS NULL GROUP BY path, name HAVING min(version) IS max(version)
), direct (path, ecosystem, scope, name, requirement, version) AS (
  SELECT n.path, 'npm', n.scope, n.name, n.requirement,
         coalesce((SELECT version FROM locked l WHERE l.path = k.lock AND l.place = k.within || 'node_modules/' || n.name),
                  (SELECT version FROM locked l WHERE l.path = k.lock AND l.place = 'node_modules/' || n.name),
                  iif(ltrim(n.requirement, '=v') GLOB '[0-9]*.[0-9]*.[0-9]*' AND n.requirement NOT GLOB '*[^0-9A-Za-z.+=-]*' AND n.requirement NOT GLOB '*.[xX]*', ltrim(n.requirement, '=v'), NULL))
    FROM npm n LEFT JOIN lock k ON k.path = n.path
  UNION ALL
  SELECT p.path, 'pypi', p.scope, p.name, p.requirement,
         coalesce(s.version, iif(p.requirement GLOB '==[0-9]*' AND p.requirement NOT GLOB '*[,* ]*', ltrim(p.requirement, '='), NULL))
    FROM (SELECT path, scope, replace(replace(lower(name), '_', '-'), '.', '-') AS name, requirement FROM python) p
    LEFT JOIN lock k ON k.path = p.path LEFT JOIN sole s ON s.path = k.lock AND s.name = p.name
  UNION ALL
  SELECT c.path, 'cargo', c.scope, c.name, c.requirement, coalesce(s.version, iif(c.requirement GLOB '=[0-9]*.[0-9]*.[0-9]*' AND c.requirement NOT GLOB '*[,* ]*', ltrim(c.requirement, '='), NULL))
    FROM cargo_named c LEFT JOIN lock k ON k.path = c.path LEFT JOIN sole s ON s.path = k.lock AND s.name = c.name
  UNION ALL
  SELECT path, 'golang', iif(instr(text, '// indirect'), NULL, 'runtime'), name, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, 1, instr(rest, ' ') - 1) FROM go_named
  UNION ALL
  SELECT path, 'maven', scope, name, requirement, iif(version GLOB '[0-9A-Za-z]*' AND version NOT GLOB '*[][(), ${}]*', version, NULL) FROM maven_named
  UNION ALL
  SELECT path, 'git', 'build', trim(substr(text, instr(text, '=') + 1), ' "'), '', NULL
    FROM line WHERE kind = 'submodules' AND replace(text, ' ', '') GLOB 'url=?*'
  UNION ALL
  SELECT path, 'docker', 'build', iif(colon, substr(named, 1, folder + colon - 1), named), image,
         coalesce(nullif(digest, ''), iif(colon, substr(named, folder + colon + 1), ''))
    FROM image_tag
  UNION ALL
  SELECT path, 'githubactions', 'build', substr(uses, 1, instr(uses || '@', '@') - 1), substr(uses, instr(uses || '@', '@') + 1), substr(uses, instr(uses || '@', '@') + 1)
    FROM used WHERE uses NOT GLOB 'docker://*' AND uses NOT GLOB '.*' AND instr(uses, '/') AND instr(uses, '${{') = 0
), wanted AS MATERIALIZED (
  SELECT path, ecosystem, iif(max(scope = 'runtime'), 'runtime', min(scope)) AS scope, url_plain(name) AS name, substr(coalesce(url_plain(requirement), ''), 1, 1024) AS requirement, coalesce(version, '') AS version,
         NOT (ecosystem = 'golang' AND max(scope) IS NULL) AS direct
    FROM direct WHERE length(name) BETWEEN 1 AND 1024 AND length(coalesce(version, '')) <= 256
   GROUP BY 1, 2, 4, 5, 6
)
SELECT :repo AS repo, path AS manifest, ecosystem, name, version, requirement, scope, direct FROM wanted
UNION ALL
SELECT :repo, l.path, l.ecosystem, l.name, l.version, '', iif(max(l.scope = 'runtime'), 'runtime', min(l.scope)), 0
  FROM locked l
 WHERE length(l.name) BETWEEN 1 AND 1024 AND length(l.version) BETWEEN 1 AND 256
   AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.ecosystem = l.ecosystem AND w.name = l.name AND w.version = l.version)
 GROUP BY l.path, l.ecosystem, l.name, l.version;
