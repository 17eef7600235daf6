// Passes and checks, each folder a case: facts go in, questions are answered.
//
// NAME/facts.sql      rows for the snapshot's tables, of the one source "s"
// NAME/expected.json  { "SELECT ...": [ rows ] }, asked after "tower analyse"
// anything else in it is part of the site: site.conf, passes/, checks/
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { folder as newFolder, now, sql, tower } from "../tower.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const sites = newFolder();
const fixture = new Set(["facts.sql", "expected.json"]);
const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !["checks", "recommendations"].includes(entry.name));

function analyse(path) {
  const { status, stderr } = tower(["analyse", "-C", path, "--now", now]);
  assert.equal(status, 0, stderr);
}

function insert(path, facts) {
  const script = `PRAGMA foreign_keys = ON; BEGIN; ${facts} COMMIT;`;
  const { status, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], { input: script, encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

function prepare(folder) {
  const path = join(sites, basename(folder));
  mkdirSync(path);
  writeFileSync(join(path, "site.conf"), '[source "s"]\n\ttype = git\n\tpath = .\n');
  cpSync(folder, path, { recursive: true, filter: (file) => !fixture.has(basename(file)) });
  analyse(path);
  insert(path, readFileSync(join(folder, "facts.sql"), "utf8"));
  analyse(path);
  return path;
}

for (const { name } of cases) {
  const folder = join(here, name);
  test(name, async (t) => {
    const path = prepare(folder);
    const expected = Object.entries(JSON.parse(readFileSync(join(folder, "expected.json"), "utf8")));
    assert.ok(expected.length > 0);
    for (const [question, rows] of expected)
      await t.test(question, () => assert.deepEqual(sql(path, question), rows));
  });
}

test("every check has a case", () => {
  const checks = readdirSync(join(here, "../../generator/passes/checks"));
  assert.ok(checks.length >= 8);
  for (const file of checks) assert.ok(existsSync(join(here, `check-${basename(file, ".sql")}`)) || existsSync(join(here, "checks", file)), file);
});
