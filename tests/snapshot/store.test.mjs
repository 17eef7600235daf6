// The snapshot's file: whose it is, who may write, what a kill and a damage leave, and whose
// clock its SQL has.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { issue, listen, repository, towerAsync, user } from "../collect/server.mjs";
import { demo, now, program, root, site, sql, tower, tree } from "../tower.mjs";

const conf = '[source "demo"]\n\ttype = github\n\towner = kestrel-lab\n\treplay = data/demo\n';
const file = (path) => join(path, "data/tower.db");

function built() {
  const path = demo(conf);
  const { status, stderr } = tower(["build", "--now", now], { cwd: path });
  assert.equal(status, 0, stderr);
  for (const ending of ["-wal", "-shm"]) rmSync(file(path) + ending, { force: true });
  return path;
}

function sqlite(path, script) {
  const { status, stdout, stderr } = spawnSync("sqlite3", [file(path), script], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

function assertRefused(path, message) {
  const before = readFileSync(file(path));
  const output = tree(join(path, "public"));
  for (const command of ["build", "analyse", "render"]) {
    const { status, stderr } = tower([command, "-q", "-C", path, "--now", now]);
    assert.equal(stderr, `tower: error: ${file(path)}: ${message}\n`);
    assert.equal(status, 1);
  }
  assert.ok(before.equals(readFileSync(file(path))));
  assert.deepEqual(tree(join(path, "public")), output);
}

test("a new snapshot says whose it is and which schema it has", () => {
  const path = built();
  assert.equal(sqlite(path, "PRAGMA application_id; PRAGMA user_version; PRAGMA integrity_check; PRAGMA foreign_key_check"), `${0x54776572}\n${readdirSync(join(root, "generator/snapshot/schema")).length}\nok`);
});

test("what belongs to a repository goes with it, also where a tool does not look at foreign keys", () => {
  const path = built();
  const repo = sqlite(path, "SELECT repo FROM issue LIMIT 1");
  const rows = ["issue", "priority", "finding", "score"].map((table) => `SELECT count(*) FROM ${table} WHERE repo = '${repo}'`).join("; ");
  assert.match(sqlite(path, rows), /^[1-9]\d*\n[1-9]\d*\n[1-9]\d*\n1$/);
  assert.equal(sqlite(path, `PRAGMA foreign_keys = OFF; DELETE FROM repo WHERE key = '${repo}'; ${rows}; PRAGMA foreign_key_check`), "0\n0\n0\n0");
});

test("refused: a snapshot of a newer program", () => {
  const path = built();
  sqlite(path, "PRAGMA user_version = 99");
  assertRefused(path, "was written by a newer version of this program (schema 99); use that version, or move the file away");
});

test("refused: another program's database", () => {
  const path = built();
  rmSync(file(path));
  sqlite(path, "CREATE TABLE mine (x); INSERT INTO mine VALUES (1); PRAGMA application_id = 1234");
  assertRefused(path, "is another program's database; move it away and run again");
  assert.equal(sqlite(path, "SELECT x FROM mine"), "1");
});

test("refused: a database that says of nobody's it is", () => {
  const path = built();
  rmSync(file(path));
  sqlite(path, "CREATE TABLE run (x)");
  assertRefused(path, "is another program's database; move it away and run again");
});

test("refused: random bytes", () => {
  const path = built();
  writeFileSync(file(path), Buffer.from(Array.from({ length: 8192 }, (_, i) => (i * 7919 + 13) % 251)));
  assertRefused(path, "is not a snapshot (file is not a database); move it away and run again, or restore it from a copy");
});

test("refused: a file that was cut off", () => {
  const path = built();
  const bytes = readFileSync(file(path));
  writeFileSync(file(path), bytes.subarray(0, bytes.length / 2));
  assertRefused(path, "is not a snapshot (database disk image is malformed); move it away and run again, or restore it from a copy");
});

test("refused: a damaged schema", () => {
  const path = built();
  const bytes = readFileSync(file(path));
  bytes.fill(0xa5, 100, 4096);
  writeFileSync(file(path), bytes);
  assertRefused(path, "is not a snapshot (database disk image is malformed); move it away and run again, or restore it from a copy");
});

test("damaged in the middle: a run says so and does not go on", () => {
  const path = built();
  const bytes = readFileSync(file(path));
  bytes.fill(0xa5, 4096 * 2, bytes.length - 4096 * 2);
  writeFileSync(file(path), bytes);
  const { status, stderr, signal } = tower(["build", "-q", "-C", path, "--now", now]);
  assert.match(stderr, /^tower: error: .*tower\.db: .*(malformed|corrupt|not a snapshot).*\n$/);
  assert.deepEqual([status, signal], [1, null]);
});

test("an empty file becomes a snapshot", () => {
  const path = built();
  writeFileSync(file(path), "");
  assert.equal(tower(["build", "-q", "-C", path, "--now", now]).status, 0);
  assert.equal(sql(path, "SELECT count(*) AS n FROM repo")[0].n, 3);
});

test("refused: a folder in the snapshot's place", () => {
  const path = demo(conf);
  mkdirSync(file(path));
  const { status, stderr } = tower(["build", "-q", "-C", path, "--now", now]);
  assert.equal(stderr, `tower: error: ${file(path)}: unable to open database file\n`);
  assert.equal(status, 1);
});

// A server that answers the first question when it is told to: { path, server, asked, answer }.
async function slow() {
  let ask, answer;
  const asked = new Promise((resolve) => { ask = resolve; });
  const answered = new Promise((resolve) => { answer = resolve; });
  const server = await listen({
    "/users/ada": (request, response) => {
      ask();
      answered.then(() => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(user("ada"))));
    },
    "/users/ada/repos": [repository("ada", "lace")],
    "/repos/ada/lace/issues": [issue(1), issue(2)],
  });
  const path = site({ "site.conf": `[source "forge"]\n\ttype = github\n\turl = ${server.url}\n\towner = ada\n` });
  return { path, server, asked, answer };
}

test("a second run at the same time is told who is at work", async () => {
  const { path, server, asked, answer } = await slow();
  const first = towerAsync(["build", "-q", "-C", path, "--now", now]);
  await asked;
  for (const command of ["build", "render"]) {
    const second = await towerAsync([command, "-q", "-C", path, "--now", "2026-11-22T03:00:00Z"]);
    const [message, process] = /another run is at work \(process (\d+), its time is 2026-11-21T21:00:00Z\)/.exec(second.stderr);
    assert.equal(second.stderr, `tower: error: ${file(path)}: ${message}; wait for it to end\n`);
    assert.ok(Number(process) > 1);
    assert.equal(second.status, 1);
  }
  const reader = await towerAsync(["sql", "-C", path, "SELECT count(*) FROM run"]);
  assert.equal(reader.stdout, "1\n");
  answer();
  assert.deepEqual(await first, { status: 0, stdout: "", stderr: "" });
  const third = await towerAsync(["build", "-q", "-C", path, "--now", now]);
  assert.equal(third.status, 0, third.stderr);
  await server.close();
});

test("after a kill the snapshot is whole and the next run works", async () => {
  const { path, server, asked, answer } = await slow();
  const child = spawn(program, ["build", "-q", "-C", path, "--now", now], { env: { ...process.env, NO_PROXY: "*" }, stdio: "ignore" });
  const ended = new Promise((resolve) => child.on("close", (status, signal) => resolve(signal)));
  await asked;
  child.kill("SIGKILL");
  assert.equal(await ended, "SIGKILL");
  answer();
  assert.equal(sqlite(path, "PRAGMA integrity_check"), "ok");
  assert.ok(!existsSync(join(path, "public")));
  const next = await towerAsync(["build", "--strict", "-q", "-C", path, "--now", now]);
  assert.deepEqual(next, { status: 0, stdout: "", stderr: "" });
  assert.equal(sql(path, "SELECT count(*) AS n FROM issue")[0].n, 2);
  assert.ok(existsSync(join(path, "public/repo/forge/ada/lace.html")));
  await server.close();
});

// What was killed is a run to compare with, of as much as it had read: what tells of that is left
// out (tests/durability compares it, too, after a whole first night).
const tellsOfRuns = /^(sources|changes|index|archive\/[\d-]+\/index)\.|^repo\/.*\.(html|json)$/;
const withoutChanges = (bytes) => bytes.toString().replace(/^## What changed[^]*?(?=^## )/m, "");

test("killed at any moment of a run that works, the next run gives the same site", async () => {
  const wanted = built();
  for (const delay of [5, 50, 100, 150, 250]) {
    const path = demo(conf);
    const child = spawn(program, ["build", "-q", "--now", now], { cwd: path, stdio: "ignore" });
    const ended = new Promise((resolve) => child.on("close", resolve));
    setTimeout(() => child.kill("SIGKILL"), delay);
    await ended;
    if (existsSync(file(path))) assert.match(sqlite(path, "PRAGMA integrity_check"), /^ok$/);
    assert.equal(tower(["build", "-q", "--now", now], { cwd: path }).status, 0);
    const got = tree(join(path, "public")), expected = tree(join(wanted, "public"));
    assert.deepEqual(Object.keys(got), Object.keys(expected));
    for (const name of Object.keys(expected))
      if (!tellsOfRuns.test(name)) assert.equal(withoutChanges(expected[name]), withoutChanges(got[name]), name);
  }
});

test("SQL's clock is the run's", () => {
  const path = built();
  const ask = (args, env) => tower(["sql", "-C", path, ...args, "SELECT datetime('now') || ' ' || CURRENT_TIMESTAMP || ' ' || strftime('%s', 'now') || ' ' || julianday('now')"], { env });
  assert.equal(ask(["--now", now]).stdout, "2026-11-21 21:00:00 2026-11-21 21:00:00 1795294800 2461366.375\n");
  assert.equal(ask([], { SOURCE_DATE_EPOCH: "1000000000" }).stdout, "2001-09-09 01:46:40 2001-09-09 01:46:40 1000000000 2452161.57407407\n");
  assert.equal(ask(["--now", now], { SOURCE_DATE_EPOCH: "1000000000" }).stdout.slice(0, 10), "2026-11-21");
  const today = ask([]).stdout.slice(0, 10);
  assert.ok(Math.abs(Date.parse(today) - Date.now()) < 2 * 86_400_000, today);
});

test("a run's time is kept with it", () => {
  const path = demo(conf);
  assert.equal(tower(["collect", "-q"], { cwd: path, env: { SOURCE_DATE_EPOCH: "1795294800" } }).status, 0);
  assert.deepEqual(sql(path, "SELECT started_at FROM run"), [{ started_at: now }]);
  assert.deepEqual(sql(path, "SELECT DISTINCT asked_at, loaded_at FROM scope WHERE outcome = 'ok'"), [{ asked_at: now, loaded_at: now }]);
});

test("a copy of the file is the whole snapshot", () => {
  const path = built();
  const copy = site({ "site.conf": conf });
  mkdirSync(join(copy, "data"));
  copyFileSync(file(path), file(copy));
  assert.deepEqual(sql(copy, "SELECT * FROM issue"), sql(path, "SELECT * FROM issue"));
});
