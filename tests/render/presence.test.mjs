// A page that needs something is there only where the edition has it, and every page knows
// which of these there are.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { edit } from "../snapshot/edit.mjs";
import { now, site, tower } from "../tower.mjs";

const page = (needs, sql) => `-- Owners, where there are any.\n--\n-- path: own/owners\n-- title: Owners\n-- needs: ${needs}\n\n-- owners\n${sql};\n`;
const files = {
  "site.conf": `[site]\n\turl = https://example.org/\n[source "here"]\n\ttype = git\n\tpath = .\n[edition "public"]\n\tzones = public\n\toutput = public\n[edition "all"]\n\tzones = public, internal, restricted\n\toutput = all\n`,
  "templates/own.sql": page("owners", "SELECT key AS name FROM owner ORDER BY key"),
  "templates/own.txt": "{{#owners}}{{name}}\n{{/owners}}",
  "templates/other.sql": "-- Another page.\n--\n-- path: other\n-- title: Other\n\n-- none\nSELECT 1 AS one WHERE 0;\n",
  "templates/other.txt": "own {{#made.own}}yes{{/made.own}}{{^made.own}}no{{/made.own}}, other {{#made.other}}yes{{/made.other}}\n",
};
const owner = (key) => `INSERT INTO owner (source, key, kind, zone) VALUES ('here', '${key}', 'user', 'internal')`;

function render(path) {
  assert.equal(tower(["analyse", "-q", "--now", now], { cwd: path }).status, 0);
  const { status, stderr } = tower(["render", "--now", now], { cwd: path });
  assert.equal(status, 0, stderr);
  return stderr.match(/(\d+) changed/g).reduce((sum, text) => sum + parseInt(text), 0);
}
const has = (path, edition) => [existsSync(join(path, edition, "own/owners.txt")), readFileSync(join(path, edition, "other.txt"), "utf8")];
const absent = [false, "own no, other yes\n"], present = [true, "own yes, other yes\n"];

test("a page comes with the first row that it needs, in the editions that may show it, and goes with the last", () => {
  const path = site(files);
  assert.equal(tower(["collect", "--now", now], { cwd: path }).status, 0);
  render(path);
  assert.deepEqual([has(path, "public"), has(path, "all")], [absent, absent]);
  edit(path, owner("one"));
  render(path);
  assert.deepEqual([has(path, "public"), has(path, "all")], [absent, present]);
  assert.equal(readFileSync(join(path, "all/own/owners.txt"), "utf8"), "one\n");
  edit(path, owner("two"));
  render(path);
  assert.equal(readFileSync(join(path, "all/own/owners.txt"), "utf8"), "one\ntwo\n");
  assert.equal(render(path), 0);
  edit(path, "DELETE FROM owner");
  render(path);
  assert.deepEqual([has(path, "public"), has(path, "all")], [absent, absent]);
  assert.ok(!existsSync(join(path, "all/own")));
});

const refused = [
  ["a statement that is not there", { "templates/own.sql": page("owner", "SELECT 1 AS name") }, "templates/own.sql:5: needs: there is no statement 'owner' in this file"],
  ["one with a parameter", { "templates/own.sql": page("owners", "SELECT :name AS name") }, "templates/own.sql:5: needs: the statement 'owners' must stand for itself, without parameters"],
];
for (const [what, changed, message] of refused)
  test(`refused by every command: ${what}`, () => {
    const path = site({ ...files, ...changed });
    for (const command of ["check", "build"]) {
      const { status, stderr } = tower([command, "--now", now], { cwd: path });
      assert.notEqual(status, 0);
      assert.ok(stderr.includes(`tower: error: ${message}\n`), stderr);
    }
  });

test("a page that nobody knows is a mistake", () => {
  const path = site({ ...files, "templates/other.txt": "{{#made.othr}}yes{{/made.othr}}\n" });
  const { status, stderr } = tower(["check"], { cwd: path });
  assert.equal(status, 2);
  assert.equal(stderr, "tower: error: templates/other.txt:1:1: {{#made.othr}}: nothing is called 'othr' there; did you mean 'other'?\n");
});
