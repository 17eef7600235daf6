// One run at a time, and time goes forward.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { issue, listen, repository, towerAsync, user } from "../collect/server.mjs";
import { demo, folder, now, program, site, sql, tower, tree } from "../tower.mjs";

const conf = '[source "demo"]\n\ttype = github\n\towner = kestrel-lab\n\treplay = data/demo\n';
const file = (path) => join(path, "data/tower.db");

// A site whose first run waits for an answer until it is let go: { path, asked, answer, server }.
async function waiting() {
  let ask, answer;
  const asked = new Promise((resolve) => { ask = resolve; });
  const answered = new Promise((resolve) => { answer = resolve; });
  const server = await listen({
    "/users/ada": (request, response) => {
      ask();
      answered.then(() => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(user("ada"))));
    },
    "/users/ada/repos": [repository("ada", "lace")],
    "/repos/ada/lace/issues": [issue(1)],
  });
  return { path: site({ "site.conf": `[source "forge"]\n\ttype = github\n\turl = ${server.url}\n\towner = ada\n` }), server, asked, answer };
}

test("20 starts at once: one works, the others say who does and end", async () => {
  const { path, server, asked, answer } = await waiting();
  const runs = Array.from({ length: 20 }, () => {
    const child = spawn(program, ["build", "-q", "-C", path, "--now", now], { env: { ...process.env, NO_PROXY: "*", NO_COLOR: "1", SOURCE_DATE_EPOCH: "" } });
    const said = [];
    child.stderr.on("data", (text) => said.push(text));
    return { child, ended: new Promise((resolve) => child.on("close", (status, signal) => resolve({ pid: child.pid, end: signal ?? status, said: said.join("") }))) };
  });
  await asked;
  let left = 20;
  const others = new Promise((resolve) => runs.forEach(({ ended }) => ended.then(() => --left === 1 && resolve())));
  await others;
  answer();
  const results = await Promise.all(runs.map(({ ended }) => ended));
  const worked = results.filter(({ end }) => end === 0);
  assert.equal(worked.length, 1);
  for (const { end, said } of results.filter(({ end: status }) => status !== 0))
    assert.deepEqual([end, said], [1, `tower: error: ${file(path)}: another run is at work (process ${worked[0].pid}, its time is ${now}); wait for it to end\n`]);
  assert.equal(worked[0].said, "");
  assert.deepEqual(sql(path, "SELECT count(*) AS n FROM run"), [{ n: 1 }]);
  await server.close();
});

test("what replaces the snapshot waits its turn; what only reads it does not", async () => {
  const { path, server, asked, answer } = await waiting();
  const first = towerAsync(["build", "-q", "-C", path, "--now", now]);
  await asked;
  const backup = join(folder(), "backup.db"), out = folder();
  for (const words of [["backup", backup], ["verify"], ["verify", backup], ["export", out]]) {
    const { status, stderr } = await towerAsync(["db", ...words, "-C", path]);
    assert.deepEqual([status, stderr], [0, ""], words.join(" "));
  }
  for (const words of [["restore", backup], ["import", "--force", out]]) {
    const { status, stderr } = await towerAsync(["db", ...words, "-C", path]);
    assert.match(stderr, /tower\.db: another run is at work \(process \d+, its time is 2026-11-21T21:00:00Z\); wait for it to end\n$/);
    assert.equal(status, 1);
  }
  answer();
  assert.deepEqual(await first, { status: 0, stdout: "", stderr: "" });
  const { status } = await towerAsync(["db", "restore", backup, "-C", path]);
  assert.equal(status, 0);
  assert.equal(sql(path, "SELECT count(*) AS n FROM issue")[0].n, 0, "the backup is of the middle of the run");
  assert.equal((await towerAsync(["build", "-q", "-C", path, "--now", now])).status, 0);
  assert.equal(sql(path, "SELECT count(*) AS n FROM issue")[0].n, 1);
  await server.close();
});

test("who was killed holds nothing", async () => {
  const { path, server, asked, answer } = await waiting();
  const child = spawn(program, ["build", "-q", "-C", path, "--now", now], { env: { ...process.env, NO_PROXY: "*" }, stdio: "ignore" });
  const ended = new Promise((resolve) => child.on("close", (status, signal) => resolve(signal)));
  await asked;
  child.kill("SIGKILL");
  assert.equal(await ended, "SIGKILL");
  assert.match(readFileSync(`${file(path)}.lock`, "utf8"), new RegExp(`^process ${child.pid}, `));
  answer();
  assert.deepEqual(await towerAsync(["build", "-q", "-C", path, "--now", now]), { status: 0, stdout: "", stderr: "" });
  assert.equal(readFileSync(`${file(path)}.lock`, "utf8"), "");
  await server.close();
});

test("a lock whose holder does not say who it is", () => {
  const path = demo(conf);
  const lock = `${file(path)}.lock`;
  const result = spawnSync("flock", [lock, program, "build", "-q", "-C", path, "--now", now], { encoding: "utf8" });
  if (result.error) return;
  assert.equal(result.stderr, `tower: error: ${file(path)}: another run is at work (it does not say which); wait for it to end\n`);
  assert.equal(result.status, 1);
});

test("a run that would go back in time stops, and nothing is as if it had been", () => {
  const path = demo(conf);
  const words = (command, time) => [command, "-q", "-C", path, "--now", time];
  assert.equal(tower(words("build", now)).status, 0);
  const before = [tree(join(path, "public")), readFileSync(file(path))];
  for (const command of ["build", "collect"]) {
    const { status, stderr } = tower(words(command, "2026-11-21T20:59:59Z"));
    assert.equal(stderr, `tower: error: ${file(path)}: the last run started at ${now}, and now it is 2026-11-21T20:59:59Z: a run cannot go back in time; set the clock or --now right, or, where the last run's time was the wrong one, return to a backup from before it with tower db restore FILE\n`);
    assert.equal(status, 1);
  }
  assert.deepEqual([tree(join(path, "public")), readFileSync(file(path))], before);
  for (const time of [now, "2026-11-21T21:00:01Z"]) assert.equal(tower(words("build", time)).status, 0, time);
  for (const command of ["analyse", "render"]) assert.equal(tower(words(command, "2026-11-20T00:00:00Z")).status, 0, `${command} starts no run`);
});
