// make bench: what a run costs, each figure beside something measured in the same run, so
// that ratios hold on any machine. Collecting is measured over the loopback against a forge
// that answers late, and by playing back answers, where the network is not what counts.
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { spawn, spawnSync } from "node:child_process";
import { Agent, get } from "node:http";
import { createInterface } from "node:readline";
import { reportDocuments } from "./bench-documents.mjs";
import { measureNights } from "./bench-nights.mjs";
import { measureRender } from "./bench-render.mjs";
import { small } from "./collect/server.mjs";
import { folder, git, now, program, root, tower, tree } from "./tower.mjs";

// Words name the parts that are wanted (render, passes, rows, memory, network, build, git, documents, nights),
// numbers the sizes of the portfolios of "render", "passes" and "build".
const sizes = process.argv.slice(2).filter(Number).map(Number);
const wanted = process.argv.slice(2).filter((word) => !Number(word));
const seconds = (work) => {
  const start = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - start) / 1e9;
};
const report = (what, figure, beside) =>
  console.log(`${what.padEnd(58)} ${figure.padStart(10)}   ${beside}`);

function run(path, command, ...rest) {
  const result = tower([command, "-C", path, "--now", now, "-q", ...rest]);
  if (result.status !== 0) throw new Error(result.stderr);
}

// The same text everywhere would be rendered once: every body differs.
const words = "route valve shelf order stock label frost parcel ledger sensor".split(" ");
function issue(repo, number) {
  const word = (n) => words[(repo * 7 + number * 3 + n) % words.length];
  return {
    number, title: `The ${word(1)} of ${word(2)} ${repo}.${number} is late`,
    body: `## What happens\n\nThe **${word(3)}** in [${word(4)}](https://example.org/${repo}/${number}) fails:\n\n- [ ] ${word(5)}\n- [x] ${word(6)}\n\n| ${word(1)} | ${word(2)} |\n|---|---|\n| ${repo} | ${number} |\n`,
    html_url: `https://example.org/o/r${repo}/issues/${number}`, state: number % 3 ? "open" : "closed",
    user: { login: `user-${number % 9}` }, assignees: [], comments: 0, milestone: null, draft: false,
    labels: [{ name: `p${number % 4}` }, { name: number % 5 ? "bug" : "state:blocked" }],
    created_at: "2026-10-01T10:00:00Z", updated_at: `2026-11-${String(1 + (number % 20)).padStart(2, "0")}T10:00:00Z`,
    closed_at: number % 3 ? null : "2026-11-20T10:00:00Z",
  };
}

function repository(number) {
  return {
    full_name: `o/r${number}`, name: `r${number}`, private: false, visibility: "public", html_url: `https://example.org/o/r${number}`,
    description: `Repository ${number}`, fork: false, archived: number % 50 === 0, is_template: false, default_branch: "main", language: "C",
    license: { spdx_id: "MIT" }, topics: ["bench"], stargazers_count: number, forks_count: 1, open_issues_count: 7, size: number,
    created_at: "2025-01-01T00:00:00Z", updated_at: "2026-11-20T00:00:00Z", pushed_at: "2026-11-19T00:00:00Z",
  };
}

function portfolio(count, issues) {
  const path = folder();
  const recordings = join(path, "recordings");
  let files = 0;
  const answer = (target, body, next) =>
    writeFileSync(join(recordings, `${files++}.http`), `GET ${target}\n200\n${next ? `link: <https://api.github.com${next}>; rel="next"\n` : ""}\n${JSON.stringify(body)}`);
  mkdirSync(recordings);
  answer("/users/o", { login: "o", type: "User", html_url: "https://example.org/o" });
  const list = "/users/o/repos?type=owner&sort=pushed&direction=desc&per_page=100";
  for (let page = 0; page * 100 < count; page++) {
    const here = page ? `${list}&page=${page + 1}` : list;
    const last = (page + 1) * 100 >= count;
    answer(here, Array.from({ length: Math.min(100, count - page * 100) }, (_, i) => repository(page * 100 + i)), last ? null : `${list}&page=${page + 2}`);
  }
  for (let repo = 0; repo < count; repo++)
    answer(`/repos/o/r${repo}/issues?state=all&sort=updated&direction=asc&per_page=100`, Array.from({ length: issues }, (_, i) => issue(repo, i + 1)));
  writeFileSync(join(path, "site.conf"), '[source "bench"]\n\ttype = github\n\towner = o\n\treplay = recordings\n');
  return path;
}

// The largest process of a command, in MB; NaN where /usr/bin/time is missing.
function timed(path, command) {
  const result = spawnSync("/usr/bin/time", ["-f", "%M %U %S", program, command, "-C", path, "--now", now, "-q"], { encoding: "utf8" });
  const [kilobytes, user, system] = (result.stderr ?? "").trim().split("\n").pop().split(" ").map(Number);
  return { memory: kilobytes / 1024, cpu: user + system };
}

const megabytes = (memory) => (Number.isFinite(memory) ? `${Math.round(memory)} MB` : "unknown");

// A forge in a process of its own; see bench-forge.mjs.
async function forge(repos, issues, latency) {
  const child = spawn(process.execPath, [join(root, "tests/bench-forge.mjs"), repos, issues, latency].map(String), { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const { value: url } = await lines.next();
  const asked = async () => {
    child.stdin.write("\n");
    return JSON.parse((await lines.next()).value);
  };
  return { url, asked, close: () => child.stdin.end() };
}

async function collected(path, when) {
  const start = process.hrtime.bigint();
  const child = spawn("/usr/bin/time", ["-f", "%M", program, "collect", "-C", path, "--now", when, "-q"], { env: { ...process.env, FORGE_TOKEN: "bench-token-4711" } });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (status) throw new Error(said);
  return { time: Number(process.hrtime.bigint() - start) / 1e9, memory: Number(said.trim().split("\n").pop()) / 1024 };
}

// One client, one connection that is kept open, one request after the other.
async function inSequence(url, count) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const start = process.hrtime.bigint();
  for (let n = 0; n < count; n++)
    await new Promise((resolve, reject) => get(`${url}/repos/o/r${n}/issues`, { agent }, (answer) => answer.resume().on("end", resolve)).on("error", reject));
  agent.destroy();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

async function measureNetwork(repos) {
  const latency = 50, connections = 8, sample = 100;
  console.log(`\n${repos} repositories over the network, ${latency} ms added to every answer, ${connections} requests at once`);
  const server = await forge(repos, 10, latency);
  const few = folder(), all = folder();
  const conf = (type) => `[source "forge"]\n\ttype = ${type}\n\turl = ${server.url}\n\towner = o\n\ttoken-env = FORGE_TOKEN\n\tconcurrency = ${connections}\n\tdeadline = 2h\n`;
  for (const [name, text] of Object.entries({ ...small, "site.conf": conf("small") })) {
    mkdirSync(dirname(join(few, name)), { recursive: true });
    writeFileSync(join(few, name), text);
  }
  writeFileSync(join(all, "site.conf"), conf("github"));
  const night = async (path, when) => ({ ...(await collected(path, when)), ...(await server.asked()) });
  const floor = (run) => (run.all * latency) / 1000 / connections;
  const lists = await night(few, "2026-11-20T21:00:00Z");
  const sequence = ((await inSequence(server.url, sample)) / sample) * lists.all;
  await server.asked();
  report(`repositories and issues, ${lists.all} requests`, `${lists.time.toFixed(2)} s`, `${(lists.time / floor(lists)).toFixed(2)} of requests x latency / connections (${floor(lists).toFixed(2)} s)`);
  report("the same one after the other on one connection", `${sequence.toFixed(1)} s`, `${(sequence / lists.time).toFixed(1)} times as long (${sample} requests, scaled)`);
  const first = await night(all, "2026-11-20T21:00:00Z");
  report(`everything that GitHub tells, ${first.all} requests`, `${first.time.toFixed(1)} s`, `${(first.time / floor(first)).toFixed(2)} of requests x latency / connections`);
  for (const [what, when] of [["again on the same night, nothing changed", "2026-11-20T22:00:00Z"], ["the next night, nothing changed", "2026-11-21T21:00:00Z"]]) {
    const run = await night(all, when);
    report(what, `${run.time.toFixed(1)} s`, `${((100 * run.time) / first.time).toFixed(1)}% of the time, ${((100 * run.counted) / first.counted).toFixed(2)}% of the requests that count (${run.all} asked, ${run.all - run.counted} of them 304)`);
  }
  report("peak memory", megabytes(first.memory), "");
  server.close();
}

async function measureMemory() {
  console.log("\npeak memory of collecting from the network");
  let before;
  for (const repos of [1000, 10000]) {
    const server = await forge(repos, 10, 0);
    const path = folder();
    for (const [name, text] of Object.entries({ ...small, "site.conf": `[source "forge"]\n\ttype = small\n\turl = ${server.url}\n\towner = o\n\tdeadline = 2h\n` })) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
    const run = await collected(path, now);
    report(`${repos} repositories with 10 issues each`, megabytes(run.memory), before ? `${(run.memory / before).toFixed(2)} of that with 1000` : "");
    before = run.memory;
    server.close();
  }
}

// An issue with everything that GitHub says of one.
const person = (name) => Object.fromEntries([["login", name], ["id", 4711], ["node_id", "MDQ6VXNlcjQ3MTE="], ["type", "User"], ["site_admin", false], ["user_view_type", "public"],
  ...["avatar_url", "gravatar_id", "url", "html_url", "followers_url", "following_url", "gists_url", "starred_url", "subscriptions_url", "organizations_url", "repos_url", "events_url", "received_events_url"]
    .map((key) => [key, `https://api.example.org/users/${name}/${key}`])]);
const full = (number) => ({
  url: `https://api.example.org/repos/o/r0/issues/${number}`, repository_url: "https://api.example.org/repos/o/r0", id: 2000000000 + number, node_id: `I_kwDO${number}`,
  ...Object.fromEntries(["labels_url", "comments_url", "events_url", "timeline_url"].map((key) => [key, `https://api.example.org/repos/o/r0/issues/${number}/${key}`])),
  ...issue(0, number), user: person(`user-${number % 9}`), assignees: [person("ada")], assignee: person("ada"), locked: false, author_association: "MEMBER", active_lock_reason: null, comments: 3, type: null,
  labels: ["bug", "p1"].map((name) => ({ id: 1, node_id: "LA_1", url: `https://api.example.org/labels/${name}`, name, color: "d73a4a", default: true, description: "Something is not right" })),
  reactions: Object.fromEntries(["total_count", "+1", "-1", "laugh", "hooray", "confused", "heart", "rocket", "eyes"].map((key) => [key, 0])), sub_issues_summary: { total: 0, completed: 0, percent_completed: 0 },
  issue_dependencies_summary: { blocked_by: 0, total_blocked_by: 0, blocking: 0, total_blocking: 0 }, body: `${number}: ${"The conveyor stops when two parcels of one size arrive at once. ".repeat(10)}`, performed_via_github_app: null,
});

function measureRows() {
  const total = 100000, path = folder(), recordings = join(path, "recordings");
  mkdirSync(recordings);
  const answer = (name, target, body, next) => writeFileSync(join(recordings, `${name}.http`), `GET ${target}\n200\n${next ? `link: <http://x${next}>; rel="next"\n` : ""}\n${JSON.stringify(body)}`);
  answer("owner", "/users/o", { login: "o", type: "User" });
  answer("repos", "/users/o/repos?type=owner&sort=pushed&direction=desc&per_page=100", [repository(0)]);
  for (let page = 0; page < total / 100; page++)
    answer(`issues-${page}`, page ? `/issues?page=${page + 1}` : "/repos/o/r0/issues?state=all&sort=updated&direction=asc&per_page=100",
      Array.from({ length: 100 }, (_, i) => full(page * 100 + i + 1)), (page + 1) * 100 < total ? `/issues?page=${page + 2}` : null);
  for (const [name, text] of Object.entries({ ...small, "site.conf": `[source "forge"]\n\ttype = small\n\turl = http://x\n\towner = o\n\treplay = recordings\n` })) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  console.log(`\n${total} full issue objects of ${JSON.stringify(full(1)).length} bytes, played back`);
  const read = seconds(() => readdirSync(recordings).forEach((name) => JSON.parse(readFileSync(join(recordings, name), "utf8").split("\n\n").slice(1).join("\n\n"))));
  const run = timed(path, "collect");
  report("into the snapshot", `${Math.round(total / run.cpu)} /s`, `rows a second of processor time; ${(run.cpu / read).toFixed(1)} times node's reading and JSON.parse of the same files`);
  report("peak memory", megabytes(run.memory), "");
}

function measure(count) {
  const issues = 10;
  const path = portfolio(count, issues);
  console.log(`\n${count} repositories with ${issues} issues each`);
  const collect = seconds(() => run(path, "collect"));
  const analyse = seconds(() => run(path, "analyse"));
  const render = seconds(() => run(path, "render"));
  const copy = seconds(() => cpSync(join(path, "public"), join(path, "copy"), { recursive: true }));
  const again = seconds(() => run(path, "render"));
  const files = Object.keys(tree(join(path, "public"))).length;
  report("collect (playing back)", `${collect.toFixed(2)} s`, `${Math.round((count * issues) / collect)} issues a second`);
  report("analyse", `${analyse.toFixed(2)} s`, `${(analyse / collect).toFixed(2)} of collect`);
  report(`render ${files} files`, `${render.toFixed(2)} s`, `${(render / copy).toFixed(1)} times copying them`);
  report("render again, nothing changed", `${again.toFixed(2)} s`, `${(again / render).toFixed(2)} of the first`);
  report("peak memory of a build", megabytes(timed(path, "build").memory), "the largest process");
  rmSync(path, { recursive: true, force: true });
}

// Processor time of all passes and checks of an edition: first, with everything still as it was,
// and the next night, when what asks for the time is computed again.
function measurePasses() {
  for (const count of sizes.length ? sizes : [10000]) {
    const path = portfolio(count, 10);
    run(path, "collect");
    const file = join(path, "data/tower.db");
    const dump = seconds(() => spawnSync("sqlite3", [file, ".dump"], { stdio: ["ignore", "ignore", "inherit"] }));
    const spent = (at) => {
      const result = spawnSync("/usr/bin/time", ["-f", "%U %S", program, "analyse", "-C", path, "--now", at, "-q"], { encoding: "utf8" });
      if (result.status !== 0) throw new Error(result.stderr);
      return result.stderr.trim().split("\n").pop().split(" ").reduce((sum, text) => sum + Number(text), 0);
    };
    console.log(`\nall passes over ${count} repositories with 10 issues each, processor time`);
    const first = spent(now);
    report("first", `${first.toFixed(2)} s`, `${(first / dump).toFixed(1)} of writing the snapshot out as text; aim for 10,000: below 5 s`);
    for (const [what, at] of [["again, nothing changed", now], ["later, nothing changed but the time", "2026-11-22T21:00:00Z"]]) {
      const time = spent(at);
      report(what, `${time.toFixed(2)} s`, `${(time / first).toFixed(2)} of the first`);
    }
    rmSync(path, { recursive: true, force: true });
  }
}

async function measureRendering() {
  for (const count of sizes.length ? sizes : [1000]) {
    const path = portfolio(count, 10);
    for (const command of ["collect", "analyse"]) run(path, command);
    await measureRender(path, count, report);
  }
}

function measureGit() {
  const path = folder();
  writeFileSync(join(path, "site.conf"), `[source "here"]\n\ttype = git\n\tpath = ${root}\n`);
  const log = seconds(() => git(root, "log", "--format=%at %aN", "HEAD"));
  const first = seconds(() => run(path, "collect"));
  const again = seconds(() => run(path, "collect"));
  console.log("\nthis repository through the git source");
  report("collect", `${first.toFixed(3)} s`, `${(first / log).toFixed(1)} times one git log`);
  report("collect again, nothing changed", `${again.toFixed(3)} s`, `${(again / first).toFixed(2)} of the first`);
}

// Rendering comes first: other parts remove files.
const parts = { render: measureRendering, passes: measurePasses, rows: measureRows, memory: measureMemory, network: () => measureNetwork(1000), build: () => (sizes.length ? sizes : [100, 1000]).forEach(measure), git: measureGit, documents: () => reportDocuments(report), nights: () => measureNights(sizes[0] ?? 365, 100, report) };
for (const [name, part] of Object.entries(parts)) if (!wanted.length || wanted.includes(name)) await part();
