-- What the files of every repository say of how it is run: README, licence, security policy,
-- contributing guide, code owners, CI and tests. A tree that is too large for one answer comes
-- cut off; what was not found in it is unknown.
--
-- answer: object
-- absent: 404 409
-- rank:   15

-- A security policy may also be kept by the owner for all repositories; that the portfolio
-- tells. The globs (of lower-case paths; * stays within a folder) go to the rows.
-- ask
SELECT json_array('repos', substr(r.key, 1, instr(r.key, '/') - 1), r.name, 'git', 'trees', r.default_branch) AS path,
       json_object('recursive', 1) AS query,
       iif(r.default_branch IS NULL OR r.pushed_at IS NULL, 'the repository has no commit', NULL) AS absent,
       r.pushed_at || ' ' || coalesce(r.security_policy, '') AS validator,
       r.security_policy, r.key AS repo,
  json_array(
    json_object('kind', 'readme', 'globs', json_array(
      'readme*', 'docs/readme*', '.github/readme*')),
    json_object('kind', 'license', 'globs', json_array(
      'licen[sc]e*', 'copying*', 'unlicense*', 'licenses/*')),
    json_object('kind', 'security', 'globs', json_array(
      'security*', '.github/security*', 'docs/security*')),
    json_object('kind', 'contributing', 'globs', json_array(
      'contributing*', '.github/contributing*', 'docs/contributing*', 'hacking*')),
    json_object('kind', 'code_of_conduct', 'globs', json_array(
      'code[_-]of[_-]conduct*', '.github/code[_-]of[_-]conduct*', 'docs/code[_-]of[_-]conduct*')),
    json_object('kind', 'codeowners', 'globs', json_array(
      'codeowners', '.github/codeowners', 'docs/codeowners', '.gitlab/codeowners')),
    json_object('kind', 'ci', 'globs', json_array(
      '.github/workflows/*.yml', '.github/workflows/*.yaml', '.gitlab-ci.yml', '.gitea/workflows/*.y*ml',
      '.forgejo/workflows/*.y*ml', '.circleci/config.yml', '.travis.yml', '.cirrus.yml', '.builds/*.yml',
      '.build.yml', '.drone.yml', '.woodpecker.y*ml', '.woodpecker/*.y*ml', '.buildkite/*.yml', 'jenkinsfile',
      'azure-pipelines.yml', '.azure-pipelines.yml', 'appveyor.yml', '.appveyor.yml', 'bitbucket-pipelines.yml'))) AS files,
  json_array(
    '*/test/*', '*/tests/*', '*/testing/*', '*/testsuite/*', '*/spec/*', '*/specs/*', '*/regress/*',
    '*/__tests__/*', '/t/*.t', '*/test_*.py', '*_test.*', '*.test.*', '*.spec.*', '*_spec.rb', '*test.java',
    '*tests.cs') AS tests
  FROM repo r
 ORDER BY max(r.pushed_at, coalesce(r.issue_updated_at, ''), coalesce(r.pull_updated_at, '')) DESC, r.key;

-- What is called like a document but is a program is none.
-- rows repo_file complete(repo)
WITH file AS (
  SELECT value ->> '$.path' AS path, value ->> '$.sha' AS object, value ->> '$.size' AS bytes, lower(value ->> '$.path') AS name
    FROM json_each(:body, '$.tree') WHERE value ->> '$.type' = 'blob'
), sized AS (
  SELECT *, length(name) - length(replace(name, '/', '')) AS depth FROM file
), pattern AS (
  SELECT k.value ->> '$.kind' AS kind, g.value AS glob, length(g.value) - length(replace(g.value, '/', '')) AS depth
    FROM json_each(:files) k, json_each(k.value, '$.globs') g
)
SELECT :repo AS repo, f.path, p.kind, f.object, f.bytes
  FROM sized f JOIN pattern p ON p.depth = f.depth AND f.name GLOB p.glob
 WHERE p.kind = 'ci' OR replace(f.name, rtrim(f.name, replace(f.name, '.', '')), '')
                        NOT IN ('c', 'h', 'cc', 'cpp', 'py', 'js', 'mjs', 'ts', 'go', 'rs', 'rb', 'java', 'pl', 'php', 'sh', 'json', 'yml', 'yaml')
 GROUP BY f.path;

-- Whether there is a licence, the list of repositories tells.
-- rows repo window(repo)
WITH file AS (
  SELECT lower(value ->> '$.path') AS name FROM json_each(:body, '$.tree') WHERE value ->> '$.type' = 'blob'
), sized AS (
  SELECT name, length(name) - length(replace(name, '/', '')) AS depth FROM file
), pattern AS (
  SELECT k.value ->> '$.kind' AS kind, g.value AS glob, length(g.value) - length(replace(g.value, '/', '')) AS depth
    FROM json_each(:files) k, json_each(k.value, '$.globs') g
), found AS (
  SELECT DISTINCT p.kind FROM sized f JOIN pattern p ON p.depth = f.depth AND f.name GLOB p.glob
), missing AS (
  SELECT iif(:body ->> '$.truncated', NULL, 0) AS answer
)
SELECT :repo AS key,
       iif(EXISTS (SELECT 1 FROM found WHERE kind = 'readme'), 1, answer) AS has_readme,
       iif(:security_policy OR EXISTS (SELECT 1 FROM found WHERE kind = 'security'), 1, answer) AS has_security,
       iif(EXISTS (SELECT 1 FROM found WHERE kind = 'contributing'), 1, answer) AS has_contributing,
       iif(EXISTS (SELECT 1 FROM found WHERE kind = 'codeowners'), 1, answer) AS has_codeowners,
       iif(EXISTS (SELECT 1 FROM found WHERE kind = 'ci'), 1, answer) AS has_ci,
       iif(EXISTS (SELECT 1 FROM file f, json_each(:tests) t WHERE '/' || f.name GLOB t.value), 1, answer) AS has_tests
  FROM missing;
