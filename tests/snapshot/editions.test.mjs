// Editions: what an edition does not show cannot be told from its output either.
import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { folder, now, sql, tower, tree } from "../tower.mjs";
import { canary, change, conf, undercroft } from "./undercroft.mjs";

let built, output;

function run(path, ...words) {
  const result = tower([...words, "--now", now], { cwd: path });
  assert.equal(result.status, 0, result.stderr);
  return result;
}

function copy() {
  const path = folder();
  cpSync(built, path, { recursive: true });
  return path;
}

function assertNoCanary(files) {
  for (const [name, bytes] of Object.entries(files)) {
    assert.doesNotMatch(name, canary);
    const found = canary.exec(bytes.toString("latin1"));
    assert.equal(found, null, found && `${name}: ${bytes.toString("latin1").slice(found.index - 100, found.index + 100)}`);
  }
}

before(() => {
  built = undercroft();
  output = run(built, "build");
});

test("the canaries are everywhere in the edition that may show them", () => {
  const files = tree(join(built, "private"));
  for (const name of ["index.html", "index.md", "repos.html", "checks.html", "checks.md", "sources.html"])
    assert.match(files[name].toString(), name.startsWith("sources") ? /undercroft/ : canary, name);
  const pages = Object.keys(files).filter((name) => name.startsWith("repo/undercroft/"));
  assert.equal(pages.length, 40);
  for (const name of pages) assert.match(files[name].toString(), canary, name);
  for (const column of ["title", "body", "author", "labels", "url", "node_id"])
    assert.ok(sql(built, `SELECT count(*) AS n FROM issue WHERE ${column} LIKE '%canary%'`)[0].n > 50, column);
});

test("no byte of the public edition has a canary", () => {
  const files = tree(join(built, "public"));
  assert.equal(Object.keys(files).filter((name) => name.startsWith("repo/")).length, 36);
  assertNoCanary(files);
  for (const [name, bytes] of Object.entries(files)) assert.doesNotMatch(bytes.toString(), /undercroft|meadowlark\/infrastructure/, name);
});

test("what the program says has no canary, not even with every request", () => {
  assert.doesNotMatch(output.stdout + output.stderr, canary);
  const { stdout, stderr } = run(copy(), "build", "-v");
  assert.match(stderr, /GET \/repos\/meadowlark\/web-shop\/issues/);
  assert.doesNotMatch(stdout + stderr, canary);
  assert.doesNotMatch(stdout + stderr, /meadowlark\/infrastructure/);
});

// A row is above the edition if its zone is, or that of anything that it refers to.
test("without the rows above its zones the public edition is the same, byte for byte", () => {
  const path = copy();
  const tables = sql(path, "SELECT name, sql FROM sqlite_schema WHERE type = 'table'");
  const having = (column) => tables.filter((table) => new RegExp(`^ +${column} +TEXT`, "m").test(table.sql)).map((table) => table.name);
  const zoned = having("zone");
  const derived = having("edition");
  assert.ok(zoned.includes("source") && zoned.includes("repo") && zoned.includes("issue") && zoned.includes("reject"));
  assert.ok(derived.includes("score") && derived.includes("finding"));
  change(path, [
    ...zoned.map((table) => `DELETE FROM "${table}" WHERE zone <> 'public'`),
    ...derived.map((table) => `DELETE FROM "${table}" WHERE edition <> 'public'`),
    "DELETE FROM markdown",
  ].join(";\n"));
  assert.deepEqual(sql(path, "SELECT key FROM repo WHERE key LIKE '%canary%' OR key LIKE '%infrastructure%'"), []);
  assert.deepEqual(sql(path, "SELECT target FROM request WHERE target LIKE '%canary%' OR target LIKE '%infrastructure%'"), []);
  rmSync(join(path, "public"), { recursive: true });
  run(path, "analyse");
  run(path, "render");
  assert.deepEqual(tree(join(path, "public")), tree(join(built, "public")));
  assert.notDeepEqual(tree(join(path, "private")), tree(join(built, "private")));
});

test("a raised zone takes effect at once: rendering alone is refused until it was analysed", () => {
  const path = copy();
  run(path, "analyse");
  writeFileSync(join(path, "site.conf"), conf("restricted").replace("replay = data/demo", "replay = data/demo\n\tzone = internal"));
  const files = tree(join(path, "public"));
  const { status, stderr } = tower(["render", "--now", now], { cwd: path });
  assert.equal(stderr, 'Rendering\ntower: error: site.conf:13: edition "public" was not analysed as it is now; run tower analyse first\n');
  assert.equal(status, 2);
  assert.deepEqual(tree(join(path, "public")), files);
  run(path, "analyse");
  run(path, "render");
  for (const [name, bytes] of Object.entries(tree(join(path, "public")))) assert.doesNotMatch(name + bytes, /meadowlark|kestrel/, name);
  assert.ok(existsSync(join(path, "private/repo/demo/meadowlark/web-shop.html")));
});

test("an edition that may show less is not rendered from what was analysed for more", () => {
  const path = copy();
  writeFileSync(join(path, "site.conf"), conf("restricted").replace("zones = public, internal, restricted", "zones = public, internal"));
  const { status, stderr } = tower(["render", "-q", "--now", now], { cwd: path });
  assert.equal(stderr, 'tower: error: site.conf:15: edition "all" was not analysed as it is now; run tower analyse first\n');
  assert.equal(status, 2);
});

test("a source that is no longer in site.conf is shown to nobody", () => {
  const path = copy();
  const text = conf("restricted");
  writeFileSync(join(path, "site.conf"), text.slice(0, text.indexOf('[source "undercroft"]')) + text.slice(text.indexOf('[edition "public"]')));
  run(path, "analyse");
  run(path, "render");
  const former = /^archive\/[^/]+-\d\d\/|^manifest/; // desks that were published stay, unless a zone is raised
  assertNoCanary(Object.fromEntries(Object.entries(tree(join(path, "private"))).filter(([name]) => !former.test(name))));
  assert.deepEqual(tree(join(path, "public")), tree(join(built, "public")));
});

test("a repository that becomes private vanishes from the public edition", () => {
  const path = copy();
  const page = "repo/demo/meadowlark/web-shop";
  const recording = join(path, "data/demo/meadowlark-repos.http");
  const text = readFileSync(recording, "utf8");
  assert.ok(existsSync(join(path, `public/${page}.html`)) && existsSync(join(path, `public/${page}.md`)));
  writeFileSync(recording, text.replace('"private": false,\n    "visibility": "public",\n    "html_url": "https://github.com/meadowlark/web-shop"', '"private": true,\n    "visibility": "private",\n    "html_url": "https://github.com/meadowlark/web-shop"'));
  assert.notEqual(readFileSync(recording, "utf8"), text);
  run(path, "build");
  assert.ok(!existsSync(join(path, `public/${page}.html`)) && !existsSync(join(path, `public/${page}.md`)));
  assert.ok(existsSync(join(path, `private/${page}.html`)));
  for (const [name, bytes] of Object.entries(tree(join(path, "public"))))
    assert.doesNotMatch(bytes.toString(), /demo\/meadowlark\/web-shop|charged twice when the payment page/, name);
});
