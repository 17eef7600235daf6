// What an owner can write wrongly, each folder a case: it is refused in words that say where
// the mistake is, and what was built before stays as it was.
//
// NAME/message    the one line of stderr, without "tower: error: "
// NAME/command    the command that refuses it; without it, both "check" and "build" do
// NAME/status     the exit status where it is not 2, because the file system is to blame
// anything else in it is laid over a site that was built before, with a source "demo"
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { demo, folder as newFolder, now, tower, tree } from "../tower.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const fixture = new Set(["message", "command", "status"]);
const sites = newFolder();
const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const conf = '[source "demo"]\n\ttype = github\n\towner = kestrel-lab\n\treplay = data/demo\n';
let good, output, snapshot;

before(() => {
  good = demo(conf);
  const { status, stderr } = tower(["build", "--now", now], { cwd: good });
  assert.equal(status, 0, stderr);
  output = tree(join(good, "public"));
  snapshot = rows(good);
  assert.ok(snapshot.length > 100);
});

function read(folder, name) {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, "utf8").trimEnd() : null;
}

// Everything but what says that a run took place.
function rows(path) {
  const tables = ["owner", "repo", "issue", "page", "score_part", "score", "priority_part", "priority", "finding"];
  const dump = spawnSync("sqlite3", [join(path, "data/tower.db"), ...tables.map((table) => `.dump ${table}`)], { encoding: "utf8" });
  assert.equal(dump.status, 0, dump.stderr);
  return dump.stdout.split("\n").sort();
}

test("there are many cases", () => assert.ok(cases.length >= 90));

for (const { name } of cases)
  test(name, () => {
    const folder = join(here, name);
    const path = join(sites, name);
    cpSync(good, path, { recursive: true });
    cpSync(folder, path, { recursive: true, filter: (file) => dirname(file) !== folder || !fixture.has(basename(file)) });
    const command = read(folder, "command");
    for (const word of command ? [command] : ["check", "build"]) {
      const { status, stderr } = tower([word, "-q", "--now", now], { cwd: path });
      assert.equal(stderr, `tower: error: ${read(folder, "message")}\n`, word);
      assert.equal(status, Number(read(folder, "status") ?? 2), word);
    }
    assert.deepEqual(tree(join(path, "public")), output);
    assert.deepEqual(rows(path), snapshot);
  });
