// What a declaration of the site's own may try in order to read what its edition hides: it is
// refused, or it sees nothing. Every attempt is the one statement of a page; some are tried as
// a check and as a source's question too.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { now, tower } from "../tower.mjs";
import { canary, undercroft } from "./undercroft.mjs";

const forbidden = "does what it may not; a declaration reads the tables of the snapshot by their names and changes nothing";
const owners = ["kestrel-lab", "meadowlark"];
let path;

function run(...words) {
  return tower([...words, "-q", "--now", now], { cwd: path });
}

before(() => {
  path = undercroft();
  const { status, stderr } = run("build");
  assert.equal(status, 0, stderr);
  mkdirSync(join(path, "templates"));
  for (const ending of ["html", "md"]) writeFileSync(join(path, `templates/attempt.${ending}`), "{{#rows}}[{{x}}]{{/rows}}");
});

// Renders a page of the statement's column x: { status, stderr, seen }, where seen lists the values.
function attempt(statement) {
  const page = join(path, "public/attempt.html");
  rmSync(page, { force: true });
  writeFileSync(join(path, "templates/attempt.sql"), `-- An attempt.\n--\n-- path: attempt\n-- title: Attempt\n\n-- rows\n${statement};\n`);
  const result = run("render");
  rmSync(join(path, "templates/attempt.sql"));
  const text = existsSync(page) ? readFileSync(page, "utf8") : "";
  return { ...result, seen: [...text.matchAll(/\[(.*?)\]/gs)].map((match) => match[1]) };
}

const refused = {
  // tables behind the views
  "SELECT key AS x FROM main.repo": "no such table: main.repo",
  "SELECT count(*) AS x FROM main.repo": "no such table: main.repo",
  "SELECT key AS x FROM repo WHERE key IN (SELECT key FROM main.repo)": "no such table: main.repo",
  "SELECT key AS x FROM repo UNION SELECT key FROM main.repo": "no such table: main.repo",
  "SELECT title AS x FROM issue INDEXED BY issue_open": "no such index: issue_open",
  "SELECT count(*) AS x FROM markdown": forbidden,
  // names that borrow a view's
  "WITH repo AS (SELECT * FROM main.repo) SELECT key AS x FROM repo": "no such table: main.repo",
  "WITH a AS (WITH repo AS (SELECT * FROM main.repo) SELECT * FROM repo) SELECT key AS x FROM a": "no such table: main.repo",
  "WITH RECURSIVE repo (key) AS (SELECT 'a' UNION SELECT key FROM main.repo) SELECT key AS x FROM repo": "no such table: main.repo",
  "SELECT repo.key AS x FROM (SELECT * FROM main.repo) AS repo": "no such table: main.repo",
  "WITH sqlite_schema AS (SELECT sql FROM temp.sqlite_schema) SELECT sql AS x FROM sqlite_schema": forbidden,
  "WITH repo AS (SELECT sql AS key FROM sqlite_temp_schema) SELECT key AS x FROM repo": forbidden,
  // the schema, where the snapshot's secret name stands
  "SELECT name AS x FROM sqlite_schema": forbidden,
  "SELECT name AS x FROM sqlite_master": forbidden,
  "SELECT sql AS x FROM sqlite_temp_schema": forbidden,
  "SELECT sql AS x FROM sqlite_temp_master": forbidden,
  "SELECT sql AS x FROM main.sqlite_schema": forbidden,
  "SELECT sql AS x FROM temp.sqlite_schema": forbidden,
  "SELECT count(*) AS x FROM sqlite_temp_schema": forbidden,
  "SELECT name AS x FROM pragma_database_list": forbidden,
  "SELECT count(*) AS x FROM pragma_database_list": forbidden,
  "SELECT name AS x FROM pragma_table_list": forbidden,
  "SELECT count(*) AS x FROM pragma_table_list": forbidden,
  "SELECT name AS x FROM pragma_table_info('repo')": forbidden,
  "SELECT name AS x FROM pragma_function_list": forbidden,
  "WITH pragma_table_list AS (SELECT * FROM pragma_database_list) SELECT name AS x FROM pragma_table_list": forbidden,
  // the connection
  "ATTACH 'data/tower.db' AS hidden": forbidden,
  "DETACH temp": forbidden,
  "PRAGMA database_list": forbidden,
  "PRAGMA query_only = OFF": forbidden,
  "PRAGMA writable_schema = ON": forbidden,
  "BEGIN": forbidden,
  "SAVEPOINT a": forbidden,
  // writing
  "INSERT INTO repo (source, key, name) VALUES ('demo', 'a', 'a')": forbidden,
  "WITH a AS (SELECT 1) INSERT INTO repo (key) SELECT * FROM a": forbidden,
  "REPLACE INTO repo (source, key, name) VALUES ('demo', 'a', 'a')": forbidden,
  "UPDATE repo SET zone = 'public'": forbidden,
  "DELETE FROM issue": forbidden,
  "DROP VIEW temp.repo": forbidden,
  "CREATE TEMP VIEW mine AS SELECT 1": forbidden,
  "CREATE TABLE mine (x)": forbidden,
  "VACUUM INTO 'stolen.db'": forbidden,
  "REINDEX": forbidden,
  "ANALYZE": forbidden,
  // functions that reach out
  "SELECT load_extension('canary') AS x": forbidden,
  "SELECT writefile('stolen.txt', 'x') AS x": "no such function: writefile",
  "SELECT readfile('data/tower.db') AS x": "no such function: readfile",
  "SELECT edit('x') AS x": "no such function: edit",
};

for (const [statement, message] of Object.entries(refused))
  test(`refused: ${statement}`, () => {
    const { status, stderr, seen } = attempt(statement);
    assert.equal(stderr, `tower: error: templates/attempt.sql:7: rows: ${message}\n`);
    assert.equal(status, 2);
    assert.deepEqual(seen, []);
  });

// Which tables there are of these depends on how SQLite was built.
for (const table of ["dbstat", "sqlite_dbpage", "sqlite_stmt", "sqlite_stat1", "sqlite_sequence", "bytecode('SELECT 1')"])
  test(`refused, whatever SQLite has: ${table}`, () => {
    const { status, stderr } = attempt(`SELECT * FROM ${table}`);
    assert.match(stderr, /^tower: error: templates\/attempt\.sql:7: rows: .+\n$/);
    assert.doesNotMatch(stderr, canary);
    assert.equal(status, 2);
  });

const sees = {
  "SELECT DISTINCT owner AS x FROM repo ORDER BY 1": owners,
  "SELECT DISTINCT owner AS x FROM temp.repo ORDER BY 1": owners,
  "WITH repo AS (SELECT * FROM temp.repo) SELECT DISTINCT owner AS x FROM repo ORDER BY 1": owners,
  "WITH repo AS (SELECT repo FROM issue) SELECT count(*) AS x FROM repo WHERE repo LIKE '%canary%'": ["0"],
  "SELECT count(*) AS x FROM (SELECT * FROM issue) AS repo WHERE repo.repo LIKE '%canary%'": ["0"],
  "SELECT count(*) AS x FROM repo LEFT JOIN issue ON issue.repo LIKE '%canary%' WHERE issue.title IS NOT NULL": ["0"],
  "SELECT DISTINCT rowid AS x FROM repo": [""],
  "SELECT name AS x FROM source": ["demo"],
  "SELECT DISTINCT source AS x FROM repo": ["demo"],
  "SELECT DISTINCT source AS x FROM scope": ["demo"],
  "SELECT DISTINCT source AS x FROM finding": ["demo"],
  "SELECT DISTINCT edition AS x FROM score": ["public"],
  "SELECT edition AS x FROM edition": ["public"],
  "SELECT key AS x FROM repo WHERE zone IS NOT NULL": [],
  "SELECT target AS x FROM request WHERE target LIKE '%canary%' OR target LIKE '%infrastructure%'": [],
  "SELECT key AS x FROM scope WHERE key LIKE '%canary%' OR key LIKE '%infrastructure%'": [],
  "SELECT row AS x FROM reject": [],
  "SELECT html AS x FROM markdown": [],
  // ordinary questions are answered
  "SELECT count(*) AS x FROM json_each('[1, 2]')": ["2"],
  "WITH a AS MATERIALIZED (SELECT key FROM repo) SELECT count(*) AS x FROM a": ["9"],
  "SELECT date('now') AS x": [now.slice(0, 10)],
};

for (const [statement, values] of Object.entries(sees))
  test(`sees what is public: ${statement}`, () => {
    const { status, stderr, seen } = attempt(statement);
    assert.equal(status, 0, stderr);
    assert.deepEqual(seen, values);
  });

// A page of one repository sees only that one, and of others neither rows nor how many.
const within = {
  "SELECT key AS x FROM repo": (repo) => [repo],
  "SELECT key AS x FROM temp.repo": (repo) => [repo],
  "WITH repo AS (SELECT * FROM temp.repo) SELECT key AS x FROM repo": (repo) => [repo],
  "SELECT DISTINCT repo AS x FROM issue": (repo) => (known.issues.includes(repo) ? [repo] : []),
  "SELECT DISTINCT repo AS x FROM (SELECT repo FROM finding UNION SELECT repo FROM priority UNION SELECT repo FROM page) WHERE repo IS NOT NULL": (repo) => [repo],
  "SELECT DISTINCT repo AS x FROM scope WHERE repo IS NOT NULL": (repo) => (known.scopes.includes(repo) ? [repo] : []),
  "SELECT count(*) AS x FROM repo LEFT JOIN issue ON issue.repo <> repo.key WHERE issue.title IS NOT NULL": () => ["0"],
  "SELECT this_repo() AS x": (repo) => [repo],
  "SELECT name AS x FROM source": () => ["demo"],
};
const known = {};

for (const [statement, values] of Object.entries(within))
  test(`within a repository sees its own: ${statement}`, () => {
    const rows = (question) => JSON.parse(tower(["sql", "-C", path, "--json", question]).stdout).map((row) => Object.values(row)[0]);
    const repos = rows("SELECT key FROM repo WHERE source = 'demo' AND (zone IS NULL OR zone = 'public') AND key NOT LIKE '%canary%' AND key NOT LIKE '%infrastructure%'");
    known.issues = rows("SELECT DISTINCT repo FROM issue");
    known.scopes = rows("SELECT DISTINCT repo FROM scope WHERE repo IS NOT NULL");
    writeFileSync(join(path, "templates/attempt.sql"), `-- An attempt.\n--\n-- path: attempt/{name}\n-- title: Attempt\n-- each: this\n-- within: repository\n\n-- this\nSELECT replace(key, '/', '-') AS name FROM repo;\n\n-- rows\n${statement};\n`);
    const { status, stderr } = run("render");
    assert.equal(status, 0, stderr);
    const folder = join(path, "public/attempt");
    const pages = readdirSync(folder).filter((name) => name.endsWith(".html"));
    const seen = Object.fromEntries(pages.map((name) => [name, [...readFileSync(join(folder, name), "utf8").matchAll(/\[(.*?)\]/gs)].map((match) => match[1])]));
    assert.equal(pages.length, 9);
    assert.deepEqual(seen, Object.fromEntries(repos.map((repo) => [`${repo.replace("/", "-")}.html`, values(repo)])));
    rmSync(join(path, "templates/attempt.sql"));
  });

test("a check sees no more than a page", () => {
  mkdirSync(join(path, "checks"), { recursive: true });
  const check = (statement) => writeFileSync(join(path, "checks/attempt.sql"), `-- An attempt.\n--\n-- group: tests\n-- severity: low\n-- remedy: None.\n\n-- finding\n${statement};\n`);
  check("WITH repo AS (SELECT * FROM main.repo) SELECT source, key AS repo, NULL AS number, 'm' AS message, 'e' AS evidence FROM repo");
  const { status, stderr } = run("analyse");
  assert.equal(stderr, "tower: error: checks/attempt.sql:8: finding: no such table: main.repo\n");
  assert.equal(status, 2);
  check("SELECT source, key AS repo, NULL AS number, printf('sees %d and %d', (SELECT count(*) FROM repo), (SELECT count(*) FROM issue WHERE repo LIKE '%canary%')) AS message, 'e' AS evidence FROM repo");
  assert.equal(run("analyse").status, 0);
  assert.equal(run("render").status, 0);
  assert.match(readFileSync(join(path, "public/repo/demo/kestrel-lab/homelab.md"), "utf8"), /sees 9 and 0/);
  assert.match(readFileSync(join(path, "private/repo/demo/kestrel-lab/homelab.md"), "utf8"), /sees 20 and [1-9]/);
  rmSync(join(path, "checks/attempt.sql"));
  assert.equal(run("analyse").status, 0);
});

test("a source's question sees its own source only", () => {
  const asked = join(path, "data/asked");
  mkdirSync(asked);
  mkdirSync(join(path, "sources/things"), { recursive: true });
  writeFileSync(join(asked, "things.http"), 'GET /things/0\n200\n\n["one"]\n');
  writeFileSync(join(path, "sources/things/system.sql"), "-- Things.\n--\n-- transport: http\n-- url: http://127.0.0.1:1\n");
  writeFileSync(join(path, "sources/things/things.sql"), "-- Things.\n\n-- ask\nSELECT json_array('things', (SELECT count(*) FROM issue)) AS path;\n\n-- rows repo complete\nSELECT value AS key, value AS name FROM json_each(:body);\n");
  const conf = readFileSync(join(path, "site.conf"), "utf8");
  writeFileSync(join(path, "site.conf"), `[source "things"]\n\treplay = data/asked\n${conf}`);
  const { status, stderr } = run("build", "--strict", "--source", "things");
  assert.equal(stderr, "");
  assert.equal(status, 0);
  assert.ok(existsSync(join(path, "public/repo/things/one.html")));
});

test("nothing was written anywhere else", () => {
  assert.deepEqual(readdirSync(path).filter((name) => name.startsWith("stolen") || name.startsWith("hidden")), []);
});
