// make bench: what a run costs, each figure beside something measured in the same run, so
// that ratios hold on any machine. A portfolio is generated, recorded once as answers, and
// played back: the network is not what is measured here.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { folder, git, now, program, root, tower, tree } from "./tower.mjs";

const sizes = process.argv.slice(2).map(Number);
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

function peakMemory(path) {
  const result = spawnSync("/usr/bin/env", ["bash", "-c", 'TIMEFORMAT=; exec /usr/bin/time -f %M "$@"', "_", program, "build", "-C", path, "--now", now, "-q"], { encoding: "utf8" });
  const kilobytes = Number(result.stderr.trim().split("\n").pop());
  return Number.isFinite(kilobytes) && kilobytes ? `${Math.round(kilobytes / 1024)} MB` : "unknown";
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
  report("peak memory of a build", peakMemory(path), "the largest process");
  rmSync(path, { recursive: true, force: true });
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

for (const size of sizes.length ? sizes : [100, 1000]) measure(size);
measureGit();
