// What the git source reads in manifests. A case is a folder manifests/NAME: files as they stand
// in a repository, and expected.txt, the rows that must follow, a line each:
//   manifest PATH | KIND | PROBLEM OR WHY IT WAS SKIPPED
//   package MANIFEST | ECOSYSTEM | NAME | VERSION
//   dependency MANIFEST | ECOSYSTEM | NAME | VERSION | REQUIREMENT | SCOPE | DIRECT
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { folder, git, now, sql, tower, tree } from "../tower.mjs";

const cases = join(dirname(fileURLToPath(import.meta.url)), "manifests");
const names = readdirSync(cases);
const place = folder();

// Files whose names git or this repository would take for its own begin with "dot".
function make(name, files) {
  const path = join(place, name);
  mkdirSync(path, { recursive: true });
  git(path, "init", "-q", "-b", "main");
  commit(path, files);
  return path;
}
function commit(path, files) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  git(path, "add", "-A", "-f");
  git(path, "commit", "-q", "--allow-empty", "-m", "x");
}
const read = (path, below = "") => readdirSync(join(path, below), { withFileTypes: true }).reduce((files, entry) => {
  const inner = join(below, entry.name);
  return { ...files, ...(entry.isDirectory() ? read(path, inner) : { [inner.replace(/(^|\/)dot-/g, "$1.")]: readFileSync(join(path, inner)) }) };
}, {});

const hostile = {
  "deep.json/package.json": `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`,
  "list/package.json": "[1]",
  "deep/pyproject.toml": `a = ${"[".repeat(100)}${"]".repeat(100)}`,
  "bytes/pyproject.toml": Buffer.from([0x61, 0x20, 0x3d, 0x20, 0x22, 0xff, 0x22]),
  "many/Cargo.toml": `a = [${"1,".repeat(200001)}]`,
  ".github/workflows/bomb.yml": `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefgh"].map((name, i) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[i]}`)}]`).join("\n")}\n`,
  ".github/workflows/circle.yml": "a: &a [*a]\n",
  ".github/workflows/deep.yml": `a: ${"[".repeat(100)}${"]".repeat(100)}\n`,
  ".github/workflows/good.yml": "jobs: {a: {steps: [{uses: us/x@v1}]}}\n",
  "laughs/pom.xml": '<!DOCTYPE a [<!ENTITY b "c">]><project>&b;</project>',
  "torn/pom.xml": "<project><a></project>",
  "Dockerfile": `ARG A=${"$B".repeat(60)}\nARG B=${"$C".repeat(60)}\nARG C=${"x".repeat(200)}\nFROM $A\nFROM good:1\n`,
  "large/package.json": `{"name":"${"x".repeat(10 << 20)}"}`,
};
const problems = {
  "deep.json/package.json": "is no JSON", "list/package.json": "is no JSON object", "deep/pyproject.toml": "line 1: nests deeper than 64", "bytes/pyproject.toml": null,
  "many/Cargo.toml": "line 1: has more than 200000 values", ".github/workflows/bomb.yml": "line 6: has more than 200000 values, its aliases written out",
  ".github/workflows/circle.yml": "line 1: an alias has no anchor before it", ".github/workflows/deep.yml": "line 1: nests deeper than 64", ".github/workflows/good.yml": null,
  "laughs/pom.xml": "line 1: has a DOCTYPE, which is not read", "torn/pom.xml": "line 1: Opening and ending tag mismatch: a line 1 and project", "Dockerfile": null, "large/package.json": "it has more than 4 MiB",
};

function collect(at = now, ...more) {
  const run = tower(["collect", "-C", place, "--now", at, ...more]);
  assert.equal(run.status, 0, run.stderr);
}
const rows = (repo) => [
  ...sql(place, `SELECT 'manifest ' || path || ' | ' || kind || ' | ' || coalesce(problem, skipped, '') AS line FROM manifest WHERE repo = '${repo}' ORDER BY path`),
  ...sql(place, `SELECT 'package ' || manifest || ' | ' || ecosystem || ' | ' || name || ' | ' || version AS line FROM package WHERE repo = '${repo}' ORDER BY manifest, ecosystem, name`),
  ...sql(place, `SELECT 'dependency ' || manifest || ' | ' || ecosystem || ' | ' || name || ' | ' || version || ' | ' || requirement || ' | ' || coalesce(scope, '') || ' | ' || direct AS line
                   FROM dependency WHERE repo = '${repo}' ORDER BY manifest, ecosystem, name, version, requirement`),
].map(({ line }) => line.trimEnd());

before(() => {
  for (const name of names) {
    const { "expected.txt": expected, ...files } = read(join(cases, name));
    make(name, files);
  }
  make("hostile", hostile);
  make("many", Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`a${i}/package.json`, `{"name": "p${i}"}`])));
  make("moving", { "package.json": '{"name":"moving","dependencies":{"a":"1","b":"1","c":"1","d":"1","e":"1","f":"1","g":"1","h":"1"}}' });
  git(join(place, "moving"), "remote", "add", "origin", "https://user:secret@forge.example:8443/us/moving.git");
  writeFileSync(join(place, "site.conf"), `[source "here"]\n\ttype = git\n${[...names, "hostile", "many", "moving"].map((name) => `\tpath = ${name}\n`).join("")}`);
  collect();
});

for (const name of names)
  test(name, () => assert.deepEqual(rows(name), readFileSync(join(cases, name, "expected.txt"), "utf8").trimEnd().split("\n")));

test("what is malformed, too deep or too much is said of the file, and the others go on", () => {
  const found = sql(place, "SELECT path, coalesce(problem, skipped) AS problem FROM manifest WHERE repo = 'hostile' ORDER BY path");
  assert.deepEqual(Object.fromEntries(found.map(({ path, problem }) => [path, problem])), Object.fromEntries(Object.entries(problems).sort()));
  assert.deepEqual(sql(place, "SELECT name, version FROM dependency WHERE repo = 'hostile' AND length(name) < 20 ORDER BY name"), [{ name: "good", version: "1" }, { name: "us/x", version: "v1" }]);
  assert.deepEqual(sql(place, "SELECT outcome, reason FROM scope WHERE declaration = 'git/manifests' AND key = 'hostile'"), [{ outcome: "ok", reason: null }]);
});

test("of more than 200 manifests the others are named, not read", () => {
  assert.deepEqual(sql(place, "SELECT skipped, count(*) AS files FROM manifest WHERE repo = 'many' GROUP BY skipped"), [{ skipped: null, files: 200 }, { skipped: "the repository has more than 200 manifests", files: 1 }]);
  assert.deepEqual(sql(place, "SELECT count(*) AS packages FROM package WHERE repo = 'many'"), [{ packages: 200 }]);
});

test("where it was cloned from is known without user and password", () => {
  assert.deepEqual(sql(place, "SELECT remote FROM repo WHERE key = 'moving'"), [{ remote: "https://forge.example:8443/us/moving.git" }]);
});

test("a recording has no password either", () => {
  collect("2026-11-21T22:00:00Z", "--full", "--record", join(place, "record"));
  const kept = Object.values(tree(join(place, "record"))).join("");
  assert.ok(kept.includes("forge.example:8443/us/moving.git"));
  assert.ok(!kept.includes("secret"));
});

test("manifests are read again only when one changed, and what is gone is gone", () => {
  const outcome = () => sql(place, "SELECT outcome FROM scope WHERE declaration = 'git/manifests' AND key = 'moving'")[0].outcome;
  collect("2026-11-22T21:00:00Z");
  assert.equal(outcome(), "unchanged");
  commit(join(place, "moving"), { "README.md": "hello" });
  collect("2026-11-23T21:00:00Z");
  assert.equal(outcome(), "unchanged");
  commit(join(place, "moving"), { "package.json": '{"name":"moving","dependencies":{"a":"2"}}' });
  collect("2026-11-24T21:00:00Z");
  assert.deepEqual(sql(place, "SELECT name, requirement FROM dependency WHERE repo = 'moving'"), [{ name: "a", requirement: "2" }]);
  rmSync(join(place, "moving/package.json"));
  commit(join(place, "moving"), {});
  collect("2026-11-25T21:00:00Z");
  assert.deepEqual(sql(place, "SELECT path FROM manifest WHERE repo = 'moving'"), []);
  assert.deepEqual(sql(place, "SELECT name FROM dependency WHERE repo = 'moving'"), []);
});
