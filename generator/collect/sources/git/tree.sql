-- What a repository's tree says: languages by bytes, and the files that tell how it is run:
-- README, licence, security policy, contributing guide, code owners, CI and tests.
-- Languages are told by the names of files, as far as they are programs or markup: prose,
-- data, and what others wrote (vendor, node_modules, third_party) do not count. Also the
-- manifests: files that say what a repository is made from. Those of others, of tests, fixtures
-- and examples are left out; at most 200 of a repository are read, of 4 MiB each and of 32 MiB
-- together, those nearest to the top first. And the documents that documents.sql reads: records of
-- decisions (in a folder called adr, adrs or decisions), other Markdown at the top and below docs;
-- at most 100 of a repository, of 256 KiB each; not a site's own pages in content.
--
-- answer: array
-- output: records
-- drop:   accepted

-- The globs (of lower-case paths; * stays within a folder) go to the rows as :files and :tests;
-- :languages has the endings and names of each language's files.
-- ask
SELECT key AS repo, folder, head AS validator,
       iif(head IS NULL, 'the repository has no commit', NULL) AS absent,
       json_array('ls-tree', '-r', '-l', '-z', '--full-tree', 'HEAD') AS args,
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
    '*tests.cs') AS tests,
  '{
    "Ada": ".adb .ads", "Assembly": ".asm .s", "Astro": ".astro", "AWK": ".awk", "Batchfile": ".bat .cmd",
    "C": ".c .h", "C#": ".cs", "C++": ".cc .cpp .cxx .hh .hpp .hxx .ipp", "Clojure": ".clj .cljs .cljc .edn",
    "CMake": ".cmake cmakelists.txt", "COBOL": ".cob .cbl", "CoffeeScript": ".coffee",
    "Common Lisp": ".lisp .cl", "Crystal": ".cr", "CSS": ".css", "Cuda": ".cu .cuh", "D": ".d .di",
    "Dart": ".dart", "Elixir": ".ex .exs", "Elm": ".elm", "Emacs Lisp": ".el", "Erlang": ".erl .hrl",
    "F#": ".fs .fsi .fsx", "Fortran": ".f90 .f95 .f03 .f .for", "GDScript": ".gd", "GLSL": ".glsl .vert .frag",
    "Go": ".go", "GraphQL": ".graphql .gql", "Groovy": ".groovy .gradle jenkinsfile", "Haskell": ".hs .lhs",
    "HCL": ".hcl .tf .tfvars", "HTML": ".html .htm .xhtml", "Java": ".java",
    "JavaScript": ".js .mjs .cjs .jsx", "Julia": ".jl", "Kotlin": ".kt .kts", "Less": ".less",
    "Lex": ".l .lex", "Liquid": ".liquid", "Lua": ".lua", "Makefile": ".mk .mak makefile gnumakefile",
    "Mustache": ".mustache .hbs .handlebars", "Nim": ".nim .nims", "Nix": ".nix", "Objective-C": ".m .mm",
    "OCaml": ".ml .mli", "Pascal": ".pas .pp", "Perl": ".pl .pm .t", "PHP": ".php .phtml",
    "PowerShell": ".ps1 .psm1", "Prolog": ".pro .prolog", "Puppet": ".epp", "Python": ".py .pyi .pyw",
    "R": ".r", "Racket": ".rkt", "Roff": ".1 .2 .3 .4 .5 .6 .7 .8 .man .mdoc .roff",
    "Ruby": ".rb .rake .gemspec .erb rakefile gemfile vagrantfile", "Rust": ".rs", "Sass": ".sass",
    "Scala": ".scala .sbt", "Scheme": ".scm .ss", "SCSS": ".scss", "Shell": ".sh .bash .zsh .ksh .fish",
    "Solidity": ".sol", "SQL": ".sql", "Starlark": ".bzl .star build.bazel", "Svelte": ".svelte",
    "Swift": ".swift", "SystemVerilog": ".sv .svh", "Tcl": ".tcl .tm", "TeX": ".tex .sty .cls .ltx",
    "TypeScript": ".ts .mts .cts .tsx", "V": ".v", "Vala": ".vala", "VHDL": ".vhd .vhdl", "Vim Script": ".vim",
    "Visual Basic": ".vb .bas", "Vue": ".vue", "WebAssembly": ".wat .wast", "XSLT": ".xsl .xslt",
    "Yacc": ".y .yacc", "Zig": ".zig", "Dockerfile": "dockerfile containerfile", "Meson": "meson.build",
    "Just": "justfile", "M4": "configure.ac"
  }' AS languages
  FROM repo ORDER BY key;

-- An entry is "MODE TYPE OBJECT SIZE<tab>PATH"; links (120000) and submodules count as nothing.
-- rows language complete(repo)
WITH entry AS (
  SELECT substr(value, instr(value, char(9)) + 1) AS path, substr(value, 13, instr(substr(value, 13), ' ') - 1) AS object,
         CAST(substr(value, 13 + instr(substr(value, 13), ' ')) AS INTEGER) AS bytes
    FROM json_each(:body) WHERE value LIKE '100% blob %'
), file AS (
  SELECT lower(replace(path, rtrim(path, replace(path, '/', '')), '')) AS name, bytes FROM entry
   WHERE '/' || path NOT LIKE '%/node_modules/%' AND '/' || path NOT LIKE '%/vendor/%'
     AND '/' || path NOT LIKE '%/third\_party/%' ESCAPE '\' AND path NOT LIKE '%.min.js' AND path NOT LIKE '%.min.css'
), ending AS MATERIALIZED (
  SELECT l.key AS language, e.value AS ending
    FROM json_each(:languages) l, json_each('["' || replace(l.value, ' ', '","') || '"]') e
), named AS (
  SELECT bytes, name, iif(instr(name, '.'), '.' || replace(name, rtrim(name, replace(name, '.', '')), ''), name) AS ending FROM file
), total AS (
  SELECT coalesce(w.language, e.language) AS language, sum(n.bytes) AS bytes, count(*) AS files
    FROM named n
    LEFT JOIN ending w ON w.ending = n.name
    LEFT JOIN ending e ON e.ending = n.ending
   WHERE coalesce(w.language, e.language) IS NOT NULL
   GROUP BY 1
)
SELECT :repo AS repo, language AS name, bytes, files FROM total;

-- rows repo window
WITH entry AS (
  SELECT substr(value, instr(value, char(9)) + 1) AS path, substr(value, 13, instr(substr(value, 13), ' ') - 1) AS object,
         CAST(substr(value, 13 + instr(substr(value, 13), ' ')) AS INTEGER) AS bytes
    FROM json_each(:body) WHERE value LIKE '100% blob %'
), file AS (
  SELECT lower(replace(path, rtrim(path, replace(path, '/', '')), '')) AS name, bytes FROM entry
   WHERE '/' || path NOT LIKE '%/node_modules/%' AND '/' || path NOT LIKE '%/vendor/%'
     AND '/' || path NOT LIKE '%/third\_party/%' ESCAPE '\' AND path NOT LIKE '%.min.js' AND path NOT LIKE '%.min.css'
), ending AS MATERIALIZED (
  SELECT l.key AS language, e.value AS ending
    FROM json_each(:languages) l, json_each('["' || replace(l.value, ' ', '","') || '"]') e
), named AS (
  SELECT bytes, name, iif(instr(name, '.'), '.' || replace(name, rtrim(name, replace(name, '.', '')), ''), name) AS ending FROM file
), total AS (
  SELECT coalesce(w.language, e.language) AS language, sum(n.bytes) AS bytes, count(*) AS files
    FROM named n
    LEFT JOIN ending w ON w.ending = n.name
    LEFT JOIN ending e ON e.ending = n.ending
   WHERE coalesce(w.language, e.language) IS NOT NULL
   GROUP BY 1
)
SELECT :repo AS key, (SELECT language FROM total ORDER BY bytes DESC, language LIMIT 1) AS language;

-- What is called like a document but is a program is none.
-- rows repo_file complete(repo)
WITH entry AS (
  SELECT substr(value, instr(value, char(9)) + 1) AS path, substr(value, 13, instr(substr(value, 13), ' ') - 1) AS object,
         CAST(substr(value, 13 + instr(substr(value, 13), ' ')) AS INTEGER) AS bytes
    FROM json_each(:body) WHERE value LIKE '1% blob %'
), file AS (
  SELECT path, object, bytes, lower(path) AS name, length(path) - length(replace(path, '/', '')) AS depth FROM entry
), pattern AS (
  SELECT k.value ->> '$.kind' AS kind, g.value AS glob, length(g.value) - length(replace(g.value, '/', '')) AS depth
    FROM json_each(:files) k, json_each(k.value, '$.globs') g
)
SELECT :repo AS repo, f.path, p.kind, f.object, f.bytes
  FROM file f JOIN pattern p ON p.depth = f.depth AND f.name GLOB p.glob
 WHERE p.kind = 'ci' OR replace(f.name, rtrim(f.name, replace(f.name, '.', '')), '')
                        NOT IN ('c', 'h', 'cc', 'cpp', 'py', 'js', 'mjs', 'ts', 'go', 'rs', 'rb', 'java', 'pl', 'php', 'sh', 'json', 'yml', 'yaml')
 GROUP BY f.path;

-- rows repo window(repo)
WITH file AS (
  SELECT lower(substr(value, instr(value, char(9)) + 1)) AS name FROM json_each(:body) WHERE value LIKE '1% blob %'
), sized AS (
  SELECT name, length(name) - length(replace(name, '/', '')) AS depth FROM file
), pattern AS (
  SELECT k.value ->> '$.kind' AS kind, g.value AS glob, length(g.value) - length(replace(g.value, '/', '')) AS depth
    FROM json_each(:files) k, json_each(k.value, '$.globs') g
), found AS (
  SELECT DISTINCT p.kind FROM sized f JOIN pattern p ON p.depth = f.depth AND f.name GLOB p.glob
)
SELECT :repo AS key,
       EXISTS (SELECT 1 FROM found WHERE kind = 'readme') AS has_readme,
       EXISTS (SELECT 1 FROM found WHERE kind = 'license') AS has_license,
       EXISTS (SELECT 1 FROM found WHERE kind = 'security') AS has_security,
       EXISTS (SELECT 1 FROM found WHERE kind = 'contributing') AS has_contributing,
       EXISTS (SELECT 1 FROM found WHERE kind = 'codeowners') AS has_codeowners,
       EXISTS (SELECT 1 FROM found WHERE kind = 'ci') AS has_ci,
       EXISTS (SELECT 1 FROM file f, json_each(:tests) t WHERE '/' || f.name GLOB t.value) AS has_tests;

-- rows manifest complete(repo)
WITH entry AS (
  SELECT substr(value, instr(value, char(9)) + 1) AS path, substr(value, 13, instr(substr(value, 13), ' ') - 1) AS object,
         CAST(substr(value, 13 + instr(substr(value, 13), ' ')) AS INTEGER) AS bytes
    FROM json_each(:body) WHERE value LIKE '100% blob %'
), file AS (
  SELECT path, object, bytes, '/' || lower(path) AS whole, lower(replace(path, rtrim(path, replace(path, '/', '')), '')) AS name,
         length(path) - length(replace(path, '/', '')) AS depth
    FROM entry
), known AS (
  SELECT path, object, bytes, whole, depth,
         CASE WHEN name = 'package.json' THEN 'npm'
              WHEN name IN ('package-lock.json', 'npm-shrinkwrap.json') THEN 'npm-lock'
              WHEN name GLOB 'requirements*.txt' OR whole GLOB '*/requirements/*.txt' THEN 'pip'
              WHEN name = 'pyproject.toml' THEN 'pyproject'
              WHEN name IN ('yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb') THEN 'other-lock'
              WHEN name IN ('poetry.lock', 'uv.lock', 'pdm.lock') THEN 'python-lock'
              WHEN name = 'cargo.toml' THEN 'cargo'
              WHEN name = 'cargo.lock' THEN 'cargo-lock'
              WHEN name = 'go.mod' THEN 'go'
              WHEN name = 'pom.xml' THEN 'maven'
              WHEN whole = '/.gitmodules' THEN 'submodules'
              WHEN name GLOB 'dockerfile' OR name GLOB 'dockerfile.*' OR name GLOB '*.dockerfile'
                   OR name GLOB 'containerfile' OR name GLOB 'containerfile.*' THEN 'image'
              WHEN (whole GLOB '/.github/workflows/*.yml' OR whole GLOB '/.github/workflows/*.yaml') AND depth = 2 THEN 'workflow'
              WHEN name IN ('action.yml', 'action.yaml') THEN 'action' END AS kind
    FROM file
), left_out (folder) AS (
  VALUES ('node_modules'), ('vendor'), ('third_party'), ('third-party'), ('bower_components'), ('site-packages'),
         ('test'), ('tests'), ('testing'), ('testdata'), ('testsuite'), ('__tests__'), ('spec'), ('specs'), ('e2e'),
         ('fixture'), ('fixtures'), ('__fixtures__'), ('example'), ('examples'), ('sample'), ('samples')
), placed AS (
  SELECT k.*, row_number() OVER (ORDER BY depth, path) AS nth,
         sum(iif(bytes > 4194304 OR kind = 'other-lock', 0, bytes)) OVER (ORDER BY depth, path ROWS UNBOUNDED PRECEDING) AS so_far
    FROM known k
   WHERE kind IS NOT NULL AND NOT EXISTS (SELECT 1 FROM left_out WHERE instr(k.whole, '/' || folder || '/'))
)
SELECT :repo AS repo, path, kind, object, bytes,
       CASE WHEN kind = 'other-lock' THEN 'what is in it is not read'
            WHEN bytes > 4194304 THEN 'it has more than 4 MiB'
            WHEN nth > 200 THEN 'the repository has more than 200 manifests'
            WHEN so_far > 33554432 THEN 'with those before it the repository has more than 32 MiB of manifests' END AS skipped
  FROM placed
 WHERE nth <= 1000;

-- rows memory complete(repo)
WITH entry AS (
  SELECT substr(value, instr(value, char(9)) + 1) AS path, substr(value, 13, instr(substr(value, 13), ' ') - 1) AS object,
         CAST(substr(value, 13 + instr(substr(value, 13), ' ')) AS INTEGER) AS bytes
    FROM json_each(:body) WHERE value LIKE '100% blob %'
), file AS (
  SELECT path, object, bytes, '/' || lower(path) AS whole, lower(replace(path, rtrim(path, replace(path, '/', '')), '')) AS name,
         length(path) - length(replace(path, '/', '')) AS depth
    FROM entry WHERE bytes <= 262144 AND (lower(path) GLOB '*.md' OR lower(path) GLOB '*.markdown')
), left_out (folder) AS (
  VALUES ('node_modules'), ('vendor'), ('third_party'), ('third-party'), ('test'), ('tests'), ('testdata'), ('fixture'), ('fixtures')
), known AS (
  SELECT path, object, depth,
         CASE WHEN whole GLOB '*/adr/*' OR whole GLOB '*/adrs/*' OR whole GLOB '*/decisions/*' THEN 'decision'
              WHEN depth = 0 OR whole GLOB '/docs/*' OR whole GLOB '/doc/*' THEN 'document' END AS kind
    FROM file f
   WHERE name NOT GLOB 'change*' AND name NOT GLOB 'licen[sc]e*' AND name NOT GLOB 'contributing*' AND name NOT GLOB 'code[_-]of[_-]conduct*'
     AND name NOT GLOB 'security*' AND name NOT GLOB '*template*' AND NOT (name GLOB 'readme*' AND depth > 0) AND name NOT GLOB 'index.*'
     AND NOT EXISTS (SELECT 1 FROM left_out WHERE instr(f.whole, '/' || folder || '/')) AND whole NOT GLOB '/content/*'
), placed AS (
  SELECT *, row_number() OVER (ORDER BY kind <> 'decision', depth, path) AS nth FROM known WHERE kind IS NOT NULL
)
SELECT :repo AS repo, :repo || ':' || path AS key, kind, object FROM placed WHERE nth <= 100;
