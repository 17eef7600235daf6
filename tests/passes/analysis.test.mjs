// A pass is computed again where something that it is made from is another, and only there: a
// row is given other words behind its back; where they stay, nothing was computed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { edit } from "../snapshot/edit.mjs";
import { demo, now, root, sql, tower } from "../tower.mjs";

const later = "2026-11-21T22:00:00Z";

function analyse(path, at = now) {
  const { status, stderr } = tower(["analyse", "-q", "-C", path, "--now", at]);
  assert.deepEqual([status, stderr], [0, ""]);
}

function built() {
  const path = demo();
  const { status, stderr } = tower(["build", "-q", "-C", path, "--now", now]);
  assert.deepEqual([status, stderr], [0, ""]);
  return path;
}

// no-security-policy does not ask for the time, inactive does.
const words = (path, rule) => [...new Set(sql(path, `SELECT message FROM found WHERE rule = '${rule}'`).map(({ message }) => message === "changed"))];
const change = (path, ...rules) => rules.forEach((rule) => edit(path, `UPDATE found SET message = 'changed' WHERE rule = '${rule}';`));

test("from the same, at the same time, nothing is computed again", () => {
  const path = built();
  change(path, "no-security-policy", "inactive");
  analyse(path);
  assert.deepEqual(words(path, "no-security-policy"), [true]);
  assert.deepEqual(words(path, "inactive"), [true]);
  assert.ok(sql(path, "SELECT 1 FROM finding WHERE message = 'changed'").length > 0, "what reads it was not computed again");
});

test("at another time what asks for it is computed again", () => {
  const path = built();
  change(path, "no-security-policy", "inactive");
  analyse(path, later);
  assert.deepEqual(words(path, "no-security-policy"), [true]);
  assert.deepEqual(words(path, "inactive"), [false]);
});

test("where a column that it reads changed it is computed again, where another did it is not", () => {
  const path = built();
  change(path, "no-security-policy");
  edit(path, "UPDATE repo SET stars = stars + 1;");
  analyse(path);
  assert.deepEqual(words(path, "no-security-policy"), [true]);
  edit(path, "UPDATE repo SET commit_count = 7;");
  analyse(path);
  assert.deepEqual(words(path, "no-security-policy"), [false]);
});

test("another rule, or another setting of it, computes again", () => {
  const path = built();
  change(path, "no-security-policy", "wip-limit");
  const rule = readFileSync(join(root, "generator/passes/checks/no-security-policy.sql"), "utf8");
  mkdirSync(join(path, "checks"));
  writeFileSync(join(path, "checks/no-security-policy.sql"), `${rule}-- another\n`);
  writeFileSync(join(path, "site.conf"), `${readFileSync(join(path, "site.conf"), "utf8")}\n[rule "wip-limit"]\n\tlimit = 1\n`);
  analyse(path);
  assert.deepEqual(words(path, "no-security-policy"), [false]);
  assert.ok(!words(path, "wip-limit").includes(true));
});

test("other zones compute again", () => {
  const path = demo('[source "demo"]\n\ttype = github\n\towner = meadowlark\n\towner = kestrel-lab\n\treplay = data/demo\n[edition "public"]\n\tzones = public\n\toutput = public\n');
  assert.equal(tower(["build", "-q", "-C", path, "--now", now]).status, 0);
  change(path, "no-security-policy");
  writeFileSync(join(path, "site.conf"), readFileSync(join(path, "site.conf"), "utf8").replace("zones = public", "zones = public, internal"));
  analyse(path);
  assert.deepEqual(words(path, "no-security-policy"), [false]);
});

test("what another program wrote is not known, so all is computed again", () => {
  const path = built();
  change(path, "no-security-policy");
  assert.equal(spawnSync("sqlite3", [join(path, "data/tower.db"), "UPDATE repo SET description = 'x'"]).status, 0);
  analyse(path);
  assert.deepEqual(words(path, "no-security-policy"), [false]);
});

test("what an analysis that failed has not seen is seen by the next", () => {
  const path = built();
  mkdirSync(join(path, "checks"));
  const check = join(path, "checks/zz-broken.sql");
  writeFileSync(check, "-- Fails.\n--\n-- group: hygiene\n-- severity: low\n-- remedy: None.\n\n-- finding\nSELECT source, key AS repo, json('{') AS message, '' AS evidence FROM repo;\n");
  edit(path, "UPDATE repo SET has_security = 1;");
  assert.match(tower(["analyse", "-q", "-C", path, "--now", now]).stderr, /zz-broken\.sql:\d+: finding: malformed JSON/);
  edit(path, "UPDATE repo SET has_security = 0;");
  rmSync(check);
  analyse(path);
  assert.ok(sql(path, "SELECT 1 FROM finding WHERE rule = 'no-security-policy'").length > 1);
});
