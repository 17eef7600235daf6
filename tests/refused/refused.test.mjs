// What an owner can write wrongly, each folder a case: it is refused in words that say where
// the mistake is, and what was built before stays as it was.
//
// NAME/message    the one line of stderr, without "tower: error: "
// NAME/command    the command that refuses it; without it, both "check" and "build" do
// NAME/status     the exit status where it is not 2, because the file system is to blame
// anything else in it is laid over a site that was built before, with a source "demo"
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { demo, folder, now, tower, tree } from "../tower.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const fixture = new Set(["message", "command", "status"]);
const kept = folder();
const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const conf = '[source "demo"]\n\ttype = github\n\towner = kestrel-lab\n\treplay = data/demo\n';
let site, output, snapshot;

before(() => {
  site = demo(conf);
  const { status, stderr } = tower(["build", "--now", now], { cwd: site });
  assert.equal(status, 0, stderr);
  output = tree(join(site, "public"));
  snapshot = rows(site);
  assert.ok(snapshot.length > 100);
  cpSync(site, kept, { recursive: true });
});

// Lays the case over the site; gives what takes it away again. The output stays as it is: that
// is what is tested.
function lay(name) {
  const from = join(here, name);
  const given = readdirSync(from).filter((one) => !fixture.has(one));
  for (const one of given) cpSync(join(from, one), join(site, one), { recursive: true });
  return () =>
    [...given, "data/tower.db"].forEach((one) => {
      rmSync(join(site, one), { recursive: true, force: true });
      if (existsSync(join(kept, one))) cpSync(join(kept, one), join(site, one), { recursive: true });
    });
}

function read(folder, name) {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, "utf8").trimEnd() : null;
}

// Everything but what says that a run took place.
function rows(path) {
  const tables = ["owner", "repo", "issue", "page", "score_part", "score", "priority_part", "priority", "finding"];
  const dump = spawnSync("sqlite3", ["-bail", "-quote", join(path, "data/tower.db"), tables.map((table) => `SELECT '${table}', * FROM ${table};`).join(" ")], { encoding: "utf8" });
  assert.equal(dump.stderr, "");
  return dump.stdout.split("\n").sort();
}

// Byte by byte, which is quick and mostly so; else in its rows.
function isAsBefore() {
  const [one, other] = [site, kept].map((path) => readFileSync(join(path, "data/tower.db")));
  return one.equals(other) && !existsSync(join(site, "data/tower.db-wal"));
}

test("there are many cases", () => assert.ok(cases.length >= 90));

for (const { name } of cases)
  test(name, (context) => {
    const command = read(join(here, name), "command");
    context.after(lay(name));
    for (const word of command ? [command] : ["check", "build"]) {
      const { status, stderr } = tower([word, "-q", "--now", now], { cwd: site });
      assert.equal(stderr, `tower: error: ${read(join(here, name), "message")}\n`, word);
      assert.equal(status, Number(read(join(here, name), "status") ?? 2), word);
    }
    assert.deepEqual(tree(join(site, "public")), output);
    if (!isAsBefore()) assert.deepEqual(rows(site), snapshot);
  });
