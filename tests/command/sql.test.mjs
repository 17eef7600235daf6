// tower sql: the owner asks the snapshot anything, and can change nothing.
import assert from "node:assert/strict";
import { openSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { demo, now, site, tower } from "../tower.mjs";

const questions = "answers questions about the snapshot only; a statement that changes something, or looks elsewhere, is refused";
let path;

before(() => {
  path = demo('[source "demo"]\n\ttype = github\n\towner = kestrel-lab\n\treplay = data/demo\n');
  const { status, stderr } = tower(["build", "-q", "--now", now], { cwd: path });
  assert.equal(status, 0, stderr);
});

const ask = (...words) => tower(["sql", ...words], { cwd: path });

const refused = {
  "INSERT INTO run (started_at, version) VALUES ('2026-01-01T00:00:00Z', '1')": questions,
  "UPDATE repo SET zone = 'public'": questions,
  "DELETE FROM repo": questions,
  "DELETE FROM repo RETURNING key": questions,
  "WITH a AS (SELECT 1) DELETE FROM repo": questions,
  "DROP TABLE repo": questions,
  "CREATE TABLE mine (x)": questions,
  "CREATE TEMP TABLE mine (x)": questions,
  "ALTER TABLE repo ADD COLUMN mine": questions,
  "PRAGMA user_version = 3": questions,
  "PRAGMA journal_mode = DELETE": questions,
  "PRAGMA writable_schema = ON": questions,
  "ATTACH 'stolen.db' AS stolen": questions,
  "DETACH main": questions,
  "VACUUM": questions,
  "VACUUM INTO 'stolen.db'": questions,
  "REINDEX": questions,
  "ANALYZE": questions,
  "BEGIN IMMEDIATE": questions,
  "SAVEPOINT a": questions,
  "SELECT 1; DELETE FROM repo": "takes one SELECT",
  "SELECT 1; SELECT 2": "takes one SELECT",
  "SELECT 1; -- more": "takes one SELECT",
  "": "takes one SELECT",
  "/* nothing */": "takes one SELECT",
  "SELECT load_extension('stolen')": questions,
  "SELECT writefile('stolen', 'x')": "no such function: writefile",
  "SELECT name FROM pragma_database_list": questions,
  "SELECT nope FROM repo": "no such column: nope",
  "SELECT 1 FROM repos": "no such table: repos",
  "SELEC 1": 'near "SELEC": syntax error',
  "SELECT 'a": 'unrecognized token: "\'a"',
  "SELECT abs(-9223372036854775808)": "integer overflow",
};

for (const [statement, message] of Object.entries(refused))
  test(`refused: ${statement}`, () => {
    const before = readFileSync(join(path, "data/tower.db"));
    const { status, stdout, stderr } = ask(statement);
    assert.equal(stderr, `tower: error: tower sql: ${message}\n`);
    assert.equal(stdout, "");
    assert.equal(status, 2);
    assert.ok(before.equals(readFileSync(join(path, "data/tower.db"))));
    assert.deepEqual(readdirSync(path).filter((name) => name.startsWith("stolen")), []);
  });

test("a line for every row, a tab between values", () => {
  const { status, stdout } = ask("SELECT key, stars, license FROM repo ORDER BY key;");
  assert.equal(status, 0);
  assert.deepEqual(stdout.split("\n").map((line) => line.split("\t").length), [3, 3, 3, 1]);
  assert.match(stdout, /^kestrel-lab\/dotfiles\t0\t/);
});

test("nothing in a value breaks its line or drives the terminal", () => {
  const { stdout } = ask("SELECT 'a' || char(9, 10, 13, 27, 127, 155) || 'b', NULL, 'ü 漢 🗼'");
  assert.equal(stdout, "a      b\t\tü 漢 🗼\n");
});

test("JSON keeps what SQL's types tell", () => {
  const values = "1 AS i, 1.5 AS f, 'a\n\"b' AS t, NULL AS n, x'00ff' AS b, -9223372036854775807 AS big, 'ü' AS u, CAST(x'ff41' AS TEXT) AS bad, '' AS e, 'a' || char(0) || 'b' AS nul, 9e999 AS far, 1.0 AS one";
  const { status, stdout } = ask("--json", `SELECT ${values}`);
  assert.equal(status, 0);
  assert.match(stdout, /"big":-9223372036854775807,/);
  assert.match(stdout, /"one":1\.0\}/);
  const [{ big, ...rest }] = JSON.parse(stdout);
  assert.deepEqual(rest, { i: 1, f: 1.5, t: 'a\n"b', n: null, b: "00ff", u: "ü", bad: "ff41", e: "", nul: "a\0b", far: "Inf", one: 1 });
});

test("JSON of no row, of many rows, and of an answer that breaks off", () => {
  assert.equal(ask("--json", "SELECT 1 WHERE 0").stdout, "[]\n");
  const rows = JSON.parse(ask("--json", "SELECT key FROM repo ORDER BY key").stdout);
  assert.deepEqual(rows.map((row) => row.key), ["kestrel-lab/dotfiles", "kestrel-lab/homelab", "kestrel-lab/idea-notebook"]);
  const { status, stdout } = ask("--json", "SELECT iif(value = 3, abs(-9223372036854775807 - 1), value) AS x FROM json_each('[1,2,3]')");
  assert.equal(status, 2);
  assert.throws(() => JSON.parse(stdout));
});

test("the schema explains itself", () => {
  const { stdout } = ask("SELECT sql FROM sqlite_schema WHERE name = 'issue'");
  assert.match(stdout, /An issue or a pull request\./);
});

test("where no snapshot is yet: says what makes one, and makes none", () => {
  const empty = site({ "site.conf": "" });
  const { status, stderr } = tower(["sql", "-C", empty, "SELECT 1"]);
  assert.equal(stderr, `tower: error: ${join(empty, "data/tower.db")}: cannot be read as a snapshot (unable to open database file); tower build makes one\n`);
  assert.equal(status, 1);
  assert.deepEqual(readdirSync(empty), ["site.conf"]);
});

test("an answer that cannot be written is a failure", { skip: process.platform !== "linux" }, () => {
  const { status, stderr } = tower(["sql", "SELECT 1"], { cwd: path, stdio: ["ignore", openSync("/dev/full", "w"), "pipe"] });
  assert.equal(stderr, "tower: error: standard output: cannot be written\n");
  assert.equal(status, 1);
});
