// A snapshot of every schema that was ever on main, as text in schema/N.sql with rows in every
// table: it becomes one of the newest schema, no row is lost, and its site is made.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, now, root, site, tower } from "../tower.mjs";

const fixtures = join(root, "tests/snapshot/schema");
const versions = readdirSync(join(root, "generator/snapshot/schema")).map((name) => parseInt(name)).sort((a, b) => a - b);
const newest = versions.at(-1);
const conf = ["s1", "s2"].map((name) => `[source "${name}"]\n\ttype = git\n\tpath = .\n`).join("") + '[edition "all"]\n\tzones = public, internal, restricted\n\toutput = all\n';
const file = (path) => join(path, "data/tower.db");

function sqlite(database, script, ...options) {
  const { status, stdout, stderr } = spawnSync("sqlite3", ["-bail", ...options, database], { input: script, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return stdout;
}
const rows = (database, question) => JSON.parse(sqlite(database, question, "-json") || "[]");

function run(path, ...words) {
  const { status, stdout, stderr } = tower([...words, "-C", path]);
  assert.equal(status, 0, `${words}: ${stderr}`);
  return stdout;
}

function old(version) {
  const path = site({ "site.conf": conf });
  mkdirSync(join(path, "data"));
  sqlite(file(path), readFileSync(join(fixtures, `${version}.sql`), "utf8"));
  return path;
}

// Every table's rows, as far as it had these columns then.
function content(database, columns) {
  const found = Object.fromEntries(Object.keys(columns).map((table) => [table, []]));
  const script = Object.entries(columns).map(([table, names]) =>
    `SELECT '${table}' AS "table", json_array(${names.map((name) => `quote("${name}")`).join(", ")}) AS "values" FROM "${table}" ORDER BY 2;`);
  for (const line of sqlite(database, script.join("\n"), "-list", "-separator", "\t").split("\n").filter(Boolean)) {
    const [table, values] = line.split("\t");
    found[table].push(Object.fromEntries(JSON.parse(values).map((value, i) => [columns[table][i], value])));
  }
  return found;
}

function tablesOf(database) {
  const columns = {};
  for (const { table, name } of rows(database, `SELECT t.name AS "table", c.name FROM pragma_table_list t JOIN pragma_table_info(t.name) c WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY 1, c.cid`))
    (columns[table] ??= []).push(name);
  return columns;
}

test("there is a fixture of every schema; what it is is said in schema/make.mjs", () => {
  assert.deepEqual(versions, versions.map((_, i) => i + 1));
  assert.deepEqual(versions.filter((version) => !existsSync(join(fixtures, `${version}.sql`))), []);
});

// A new snapshot gets the newest schema in one piece, which the build made of the files.
test("a new snapshot's schema is the one that the files make, one after the other", () => {
  const schema = (path) => rows(file(path), "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY type, name");
  const fresh = site({ "site.conf": "[site]\n\ttitle = T\n" }), migrated = site({ "site.conf": "[site]\n\ttitle = T\n" });
  mkdirSync(join(migrated, "data"));
  sqlite(file(migrated), `PRAGMA application_id = ${0x54776572}; ${readFileSync(join(root, "generator/snapshot/schema/1.sql"), "utf8")}; PRAGMA user_version = 1;`);
  for (const path of [fresh, migrated]) run(path, "analyse");
  assert.deepEqual(schema(fresh), schema(migrated));
  assert.equal(rows(file(fresh), "PRAGMA user_version")[0].user_version, newest);
});

for (const version of versions)
  test(`schema ${version}`, () => {
    const path = old(version), before = file(path);
    const columns = tablesOf(before), wanted = content(before, columns);
    assert.deepEqual(Object.keys(wanted).filter((table) => wanted[table].length < (table === "generation" ? 1 : 2)), [], "tables without rows");
    assert.match(run(path, "db", "verify"), new RegExp(`nothing wrong that SQLite could notice .*, schema ${version}\n$`));
    // Restoring migrates, and does nothing else.
    const migrated = site({ "site.conf": conf });
    assert.match(run(migrated, "db", "restore", before), new RegExp(`, schema ${version}\n$`));
    assert.match(run(migrated, "db", "verify"), new RegExp(`every byte is as it was written: .*, schema ${newest}\n$`));
    const kept = content(file(migrated), columns);
    for (const table of Object.keys(wanted)) if (table !== "change") assert.deepEqual(kept[table], wanted[table], table);
    // A run does the same with the file in its place.
    for (const folder of [path, migrated]) {
      run(folder, "analyse", "-q", "--now", now);
      run(folder, "render", "-q", "--now", now);
      assert.match(run(folder, "db", "verify"), new RegExp(`, schema ${newest}\n$`));
      assert.equal(readdirSync(join(folder, "all/repo")).length, 2);
    }
    assert.deepEqual(readFileSync(join(path, "all/index.md")), readFileSync(join(migrated, "all/index.md")));
  });

for (const version of versions)
  test(`an export of schema ${version}`, () => {
    const path = old(version), out = folder(), columns = tablesOf(file(path));
    run(path, "db", "export", out);
    assert.equal(JSON.parse(readFileSync(join(out, "manifest.json")))["tower-export"], version);
    const target = site({ "site.conf": conf });
    run(target, "db", "import", out);
    assert.match(run(target, "db", "verify"), new RegExp(`every byte is as it was written: .*, schema ${newest}\n$`));
    for (const table of ["markdown", "generation", "change", "analysis", "rendering", "file", "output"]) delete columns[table];
    assert.deepEqual(content(file(target), columns), content(file(path), columns));
  });
