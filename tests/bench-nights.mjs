// A year of nights of one portfolio, played back: each night a few issues are opened, closed and
// talked about, some repositories get commits and stars. How large the snapshot becomes, and
// whether a night takes longer because of those before it: beside the first nights, and beside
// a new snapshot of what the last night found.
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawnSync } from "node:child_process";
import { folder, program, sql, tree } from "./tower.mjs";

function seeded(seed) {
  return (below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return (seed >>> 8) % below;
  };
}

const day = (n) => new Date(Date.UTC(2025, 10, 22) + n * 86_400_000).toISOString().slice(0, 10);
const week = 7 * 86_400;

class Portfolio {
  constructor(path, count, issues) {
    this.path = path;
    this.random = seeded(42);
    this.repos = Array.from({ length: count }, (_, n) => ({ n, stars: n, size: n, pushed: day(-n), days: new Map(), issues: [] }));
    for (const repo of this.repos) {
      for (let number = 0; number < issues; number++) this.open(repo, day(-300 + number));
      for (let back = 1; back < 360; back += 1 + this.random(5)) repo.days.set(-back, 1 + this.random(5));
    }
  }

  open(repo, at) {
    const number = repo.issues.length + 1;
    repo.issues.push({
      number, title: `The valve of shelf ${repo.n}.${number} is late`, body: `## What happens\n\nParcel **${repo.n}.${number}** stops.\n\n- [ ] look\n- [x] ask\n`, state: "open", user: { login: `user-${number % 9}` },
      html_url: `https://example.org/o/r${repo.n}/issues/${number}`, assignees: [], comments: 0, milestone: null, draft: false, labels: [{ name: `p${number % 4}` }],
      created_at: `${at}T10:00:00Z`, updated_at: `${at}T10:00:00Z`, closed_at: null,
    });
  }

  // What happens on a day: the repositories whose answers are other ones.
  live(n) {
    const changed = new Set();
    const some = () => { const repo = this.repos[this.random(this.repos.length)]; changed.add(repo); return repo; };
    const touched = `${day(n)}T12:00:00Z`;
    for (let i = 0; i < 4; i++) this.open(some(), day(n));
    for (let i = 0; i < 4; i++) {
      const open = some().issues.find(({ state }) => state === "open");
      if (open) Object.assign(open, { state: "closed", closed_at: touched, updated_at: touched });
    }
    for (let i = 0; i < 10; i++) {
      const { issues } = some();
      const issue = issues[this.random(issues.length)];
      Object.assign(issue, { comments: issue.comments + 1, updated_at: touched });
    }
    for (let i = 0; i < 15; i++) {
      const repo = some();
      Object.assign(repo, { pushed: day(n), size: repo.size + 1 });
      repo.days.set(n, (repo.days.get(n) ?? 0) + 1);
    }
    for (let i = 0; i < 5; i++) some().stars++;
    return changed;
  }

  answer(name, target, body) {
    writeFileSync(join(this.path, `recordings/${name}.http`), `GET ${target}\n200\n\n${JSON.stringify(body)}`);
  }

  write(n, changed) {
    this.answer("owner", "/users/o", { login: "o", type: "User", html_url: "https://example.org/o" });
    this.answer("repos", "/users/o/repos?type=owner&sort=pushed&direction=desc&per_page=100", this.repos.map((repo) => ({
      full_name: `o/r${repo.n}`, name: `r${repo.n}`, private: false, visibility: "public", html_url: `https://example.org/o/r${repo.n}`, description: `Repository ${repo.n}`, fork: false, archived: false, is_template: false,
      default_branch: "main", language: "C", license: { spdx_id: "MIT" }, topics: ["bench"], stargazers_count: repo.stars, forks_count: 1, size: repo.size,
      open_issues_count: repo.issues.filter(({ state }) => state === "open").length, created_at: "2025-01-01T00:00:00Z", updated_at: `${repo.pushed}T12:00:00Z`, pushed_at: `${repo.pushed}T12:00:00Z`,
    })));
    const today = Math.floor(Date.parse(day(n)) / 1000);
    const sunday = today - ((today / 86_400 + 4) % 7) * 86_400;
    const weeks = Array.from({ length: 52 }, (_, i) => sunday - (51 - i) * week);
    for (const repo of this.repos) {
      const days = (start) => Array.from({ length: 7 }, (_, d) => repo.days.get(Math.round((start - Date.parse(day(0)) / 1000) / 86_400) + d) ?? 0);
      this.answer(`commits-${repo.n}`, `/repos/o/r${repo.n}/stats/commit_activity`, weeks.map((start) => ({ week: start, total: 0, days: days(start) })));
      if (changed.has(repo)) this.answer(`issues-${repo.n}`, `/repos/o/r${repo.n}/issues?state=all&sort=updated&direction=asc&per_page=100`, repo.issues);
    }
  }
}

// Seconds of processor time of each command: other work on the machine counts less.
function night(path, now) {
  const times = {};
  for (const command of ["collect", "analyse", "render"]) {
    const result = spawnSync("/usr/bin/time", ["-f", "%U %S", program, command, "-q", "-C", path, "--now", now], { encoding: "utf8" });
    if (result.status !== 0) throw new Error(result.stderr);
    times[command] = result.stderr.trim().split("\n").pop().split(" ").reduce((sum, text) => sum + Number(text), 0);
  }
  return times;
}

const mean = (nights, commands) => nights.reduce((sum, times) => sum + commands.reduce((all, command) => all + times[command], 0), 0) / nights.length;
const megabytes = (path) => statSync(join(path, "data/tower.db")).size / 1e6;

// Makes the site again from the snapshot and its folder alone. How many days its archive has.
function rebuilt(path, nights, now) {
  const before = tree(join(path, "public"));
  rmSync(join(path, "public"), { recursive: true });
  sqlite(path, "DELETE FROM rendering; DELETE FROM file; DELETE FROM output; DELETE FROM markdown");
  const { status, stderr } = spawnSync(program, ["render", "-q", "-C", path, "--now", now], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const after = tree(join(path, "public"));
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)]))
    if (!before[name] || !after[name]?.equals(before[name])) throw new Error(`${name} is another one after it was made again`);
  const days = Object.keys(after).filter((name) => /^archive\/\d{4}-\d\d-\d\d\/index\.html$/.test(name)).length;
  if (days !== nights) throw new Error(`${days} days in the archive after ${nights} nights`);
  return days;
}

function sqlite(path, script) {
  const { status, stderr } = spawnSync("sqlite3", [join(path, "data/tower.db"), script], { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
}

export function measureNights(nights, count, report) {
  const path = folder();
  const conf = '[source "bench"]\n\ttype = github\n\towner = o\n\treplay = recordings\n';
  mkdirSync(join(path, "recordings"));
  writeFileSync(join(path, "site.conf"), conf);
  const portfolio = new Portfolio(path, count, 10);
  const times = [];
  let first;
  const few = Math.max(2, Math.min(10, Math.floor(nights / 3)));
  const fresh = folder(), alone = [];
  writeFileSync(join(fresh, "site.conf"), conf.replace("recordings", join(path, "recordings")));
  for (let n = 0; n < nights; n++) {
    portfolio.write(n, n ? portfolio.live(n) : new Set(portfolio.repos));
    times.push(night(path, `${day(n)}T21:00:00Z`));
    if (n === 1) first = megabytes(path);
    if (n >= nights - few - 1) alone.push(night(fresh, `${day(n)}T21:00:00Z`));
  }
  console.log(`\n${nights} nights of ${count} repositories`);
  report("the snapshot after the second night", `${first.toFixed(1)} MB`, "");
  report("the snapshot after the last night", `${megabytes(path).toFixed(1)} MB`, `aim: below 20; ${megabytes(fresh).toFixed(1)} MB without the history`);
  for (const commands of [["collect"], ["analyse"], ["render"], ["collect", "analyse", "render"]]) {
    const late = mean(times.slice(-few), commands), early = mean(times.slice(1, few + 1), commands), without = mean(alone.slice(1), commands);
    report(`${commands.length > 1 ? "all" : commands[0]}, one of the last nights`, `${late.toFixed(2)} s`, `${(late / early).toFixed(2)} of one of the first, ${(late / without).toFixed(2)} of the same without history`);
  }
  for (const { name, bytes } of sql(path, "SELECT * FROM (SELECT 'rows' AS name, (SELECT count(*) FROM issue_was) || ' issue, ' || (SELECT count(*) FROM repo_was) || ' repo, ' || (SELECT count(*) FROM commit_day_was) || ' commit_day, ' || (SELECT count(*) FROM scope_was) || ' scope' AS bytes)")) report(`versions kept (${name})`, "", bytes);
  report("days in the archive", String(rebuilt(path, nights, `${day(nights - 1)}T21:00:00Z`)), "and the site made again without its output has the same bytes");
  const start = process.hrtime.bigint();
  sql(path, "SELECT count(*) FROM run");
  const plain = Number(process.hrtime.bigint() - start) / 1e9;
  const begin = process.hrtime.bigint();
  const asked = spawnSync(program, ["sql", "-q", "-C", path, "--as-of", day(Math.floor(nights / 2)), "SELECT count(*) FROM issue WHERE state = 'open'"], { encoding: "utf8" });
  if (asked.status !== 0) throw new Error(asked.stderr);
  report("a question as of half a year ago", `${(Number(process.hrtime.bigint() - begin) / 1e9).toFixed(2)} s`, `${plain.toFixed(2)} s of now`);
  rmSync(path, { recursive: true, force: true });
}
