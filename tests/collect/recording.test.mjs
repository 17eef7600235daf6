// What a source answered, kept by --record and played back by "replay": the same rows. A
// broken recording is refused with its file and line, before anything is changed.
import assert from "node:assert/strict";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, git, now, root, site, sql, tower } from "../tower.mjs";
import { issue, listen, repository, towerAsync, user, small } from "./server.mjs";

const tables = ["owner", "repo", "repo_file", "language", "branch", "tag", "commit_day", "contributor", "issue"];
const rows = (path) => Object.fromEntries(tables.map((table) => [table, sql(path, `SELECT * FROM "${table}" ORDER BY 1, 2, 3`)]));
const outcomes = (path) => sql(path, "SELECT declaration, key, outcome, rows FROM scope ORDER BY 1, 2");

test("git: recorded and played back", () => {
  const place = folder();
  for (const name of ["one", "two"]) {
    git(place, "init", "-q", "-b", "main", name);
    writeFileSync(join(place, name, "LICENSE"), 'SPDX-License-Identifier: ISC\n\0"\\\n');
    writeFileSync(join(place, name, `${name} ä.c`), "int x;\n");
    git(join(place, name), "add", "-A");
    git(join(place, name), "commit", "-q", "-m", "x");
  }
  git(place, "init", "-q", "empty");
  const conf = '[source "here"]\n\ttype = git\n\tpath = one\n\tpath = two\n\tpath = empty\n';
  writeFileSync(join(place, "site.conf"), conf);
  assert.equal(tower(["collect", "-C", place, "--now", now, "--record", "rec"], { cwd: place }).status, 0);
  const live = [rows(place), outcomes(place)];
  assert.ok(live[0].repo.length === 3 && live[0].contributor.length === 2);
  const heads = readdirSync(join(place, "rec/here")).map((name) => readFileSync(join(place, "rec/here", name), "utf8").split("\n")[0]);
  assert.ok(heads.includes('git one ["show-ref","--head"]'), heads.join("\n"));
  for (const name of ["one", "two", "empty", "data"]) rmSync(join(place, name), { recursive: true });
  writeFileSync(join(place, "site.conf"), `${conf}\treplay = rec/here\n`);
  assert.equal(tower(["collect", "-C", place, "--now", now]).status, 0);
  assert.deepEqual([rows(place), outcomes(place)], live);
});

test("http: recorded and played back, page by page", async () => {
  const server = await listen({
    "/users/x": user("x"), "/users/x/repos": [repository("x", "a"), repository("x", "b")],
    "/repos/x/b/issues": { status: 404, body: { message: "Not Found" } },
    "/p2": [issue(3, { title: "Third\u2028 \u{1f41b}", body: "a\r\nb" })],
  });
  server.answers["/repos/x/a/issues"] = { status: 200, headers: { link: `<${server.url}/p2>; rel="next"` }, body: [issue(1), issue(2)] };
  const conf = `[source "forge"]\n\ttype = small\n\towner = x\n\turl = ${server.url}\n\ttoken-env = FORGE_TOKEN\n`;
  const place = site({ ...small, "site.conf": conf });
  const run = (...more) => towerAsync(["collect", "-C", place, "--now", now, ...more], { cwd: place, env: { FORGE_TOKEN: "canary-4711" } });
  assert.equal((await run("--record", "rec")).status, 0);
  const live = [rows(place), outcomes(place)];
  assert.deepEqual(live[0].issue.map((row) => row.number), [1, 2, 3]);
  const kept = readdirSync(join(place, "rec/forge")).map((name) => readFileSync(join(place, "rec/forge", name), "utf8"));
  assert.equal(kept.length, 5);
  assert.doesNotMatch(kept.join(""), /canary/);
  await server.close();
  rmSync(join(place, "data"), { recursive: true });
  writeFileSync(join(place, "site.conf"), `${conf}\treplay = rec/forge\n`);
  assert.equal((await run()).status, 0);
  assert.deepEqual([rows(place), outcomes(place)], live);
  rmSync(join(place, "rec/forge", readdirSync(join(place, "rec/forge")).find((name) => name.includes("p2"))));
  assert.equal((await run("--strict")).status, 3);
  assert.equal(sql(place, "SELECT reason FROM scope WHERE outcome = 'failed'")[0].reason, 'GET /p2: there is no recording of this request');
  assert.deepEqual(rows(place), live[0]);
});

// The file's text, and what is said of it.
const status = "the second line must be the answer's status, like 200";
const headers = "headers are written 'name: value', and an empty line stands between them and the body";
const broken = [
  ["an empty file", "", "1: the first line must say what was asked, like 'GET /users/example'"],
  ["nothing asked", "\n200\n\n[]", "1: the first line must say what was asked, like 'GET /users/example'"],
  ["no status", "GET /users/x\n", `2: ${status}`],
  ["words for a status", "GET /users/x\nOK\n\n[]", `2: ${status}`],
  ["a status below zero", "GET /users/x\n-1\n\n[]", `2: ${status}`],
  ["a status of four digits", "GET /users/x\n2000\n\n[]", `2: ${status}`],
  ["a status with more behind it", "GET /users/x\n200 OK\n\n[]", `2: ${status}`],
  ["a header without a colon", "GET /users/x\n200\nlink: <x>; rel=next\ndate today\n\n[]", `4: ${headers}`],
  ["a body in place of the empty line", "GET /users/x\n200\n[\n]\n", `3: ${headers}`],
  ["no empty line after headers", "GET /users/x\n200\ndate: today\n", `4: ${headers}`],
  ["no empty line at all", "GET /users/x\n200\n", `3: ${headers}`],
  ["a body without an empty line", "GET /users/x\n200\n[]", `3: ${headers}`],
];

const dump = (path) => ["source", "run", "scope", "request", "reject", "declaration", ...tables]
  .map((table) => sql(path, `SELECT * FROM "${table}" ORDER BY 1, 2, 3`));

// A demo portfolio that was collected once.
function collected() {
  const place = site({ "site.conf": '[source "demo"]\n\ttype = github\n\towner = meadowlark\n\treplay = rec\n' });
  cpSync(join(root, "data/demo"), join(place, "rec"), { recursive: true });
  assert.equal(tower(["collect", "-C", place, "--now", now]).status, 0);
  assert.ok(rows(place).repo.length);
  return place;
}

for (const [name, text, message] of broken)
  test(`refused: ${name}`, () => {
    const place = collected();
    const known = dump(place);
    writeFileSync(join(place, "rec/broken.http"), text);
    for (const command of ["collect", "build", "check"]) {
      const run = tower([command, "-C", place, "--now", now]);
      assert.equal(run.status, 2, command);
      assert.match(run.stderr, /^(Collecting\n)?tower: .*\/rec\/broken\.http:\d+: /);
      assert.equal(run.stderr.trimEnd().split("rec/broken.http:").pop(), message);
    }
    assert.deepEqual(dump(place), known);
  });

test("refused: two recordings of one request", () => {
  const place = collected();
  const known = dump(place);
  for (const name of ["y.http", "z.http"]) writeFileSync(join(place, "rec", name), "GET /users/x\n200\n\n{}");
  const run = tower(["collect", "-C", place, "--now", now]);
  assert.equal(run.status, 2);
  assert.match(run.stderr, /\/rec\/[yz]\.http:1: records the same request as .*\/rec\/[yz]\.http; keep one\n$/);
  assert.deepEqual(dump(place), known);
});

test("refused: a folder that is not there", () => {
  const place = collected();
  const known = dump(place);
  rmSync(join(place, "rec"), { recursive: true });
  const run = tower(["collect", "-C", place, "--now", now]);
  assert.equal(run.status, 2);
  assert.match(run.stderr, /\/rec: is not a folder of recordings; tower collect --record DIR makes one\n$/);
  assert.deepEqual(dump(place), known);
});

test("refused: a live source that is to be played back from a broken recording keeps its rows", async () => {
  const server = await listen({ "/users/x": user("x"), "/users/x/repos": [repository("x", "a")], "/repos/x/a/issues": [] });
  const conf = `[source "forge"]\n\ttype = github\n\towner = x\n\turl = ${server.url}\n`;
  const place = site({ "site.conf": conf, "rec/a.http": "GET /\n" });
  await towerAsync(["collect", "-C", place, "--now", now]);
  const known = dump(place).slice(1); // the table source says what site.conf does
  writeFileSync(join(place, "site.conf"), `${conf}\treplay = rec\n`);
  assert.equal((await towerAsync(["collect", "-C", place, "--now", now])).status, 2);
  assert.deepEqual(dump(place).slice(1), known);
});
