// A whole portfolio on an independent emulation of GitHub: thirty repositories, three hundred
// issues, several nights. What the program knows is compared with what the server says;
// a body or description that the server calls null is known to be empty.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root, site, sql, tower, tree } from "../tower.mjs";
import { listen, towerAsync } from "./server.mjs";

const canary = "ghp_canary4711abcdefghij";
const owners = ["ada", "grace", "lin"];
const first = "2027-01-10T21:00:00Z"; // the nights are in the future, so that issues are not
const second = "2027-01-11T21:00:00Z";
const third = "2027-01-12T21:00:00Z";
const fourth = "2027-01-13T21:00:00Z";
const hostile = `<script>alert("x")</script> & 'quotes' {{title}}`;
let place, url, server, night;

const api = async (path, options = {}) => {
  const answer = await fetch(path.startsWith("http") ? path : url + path, {
    ...options, headers: { authorization: `Bearer ${canary}`, "content-type": "application/json", connection: "close" },
  });
  assert.ok(answer.ok, `${path}: ${answer.status}`);
  return { body: await answer.json(), link: answer.headers.get("link") };
};

// Every page of a list, followed by its Link headers.
async function all(path) {
  const rows = [];
  for (let next = path; next;) {
    const { body, link } = await api(next);
    rows.push(...body);
    next = link?.match(/<([^>]+)>; rel="next"/)?.[1];
  }
  return rows;
}

const build = (now, ...more) => {
  const run = tower(["build", "-C", place, "--now", now, "-v", ...more],
    { cwd: place, env: { FORGE_TOKEN: canary, http_proxy: "", NO_PROXY: "*" } });
  assert.ok(!(run.stdout + run.stderr).includes(canary), "the token was said");
  return run;
};

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

async function start(seed) {
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, [join(root, "tests/node_modules/.bin/emulate"), "start", "--service", "github", "--seed", seed, "-p", String(port)],
    { stdio: ["ignore", "pipe", "pipe"] });
  server.stdout.resume();
  server.stderr.resume();
  const end = Date.now() + 30000;
  for (;;) {
    if (server.exitCode !== null || Date.now() > end) throw new Error("the emulation does not start");
    const answer = await fetch(`${url}/users/ada`, { headers: { authorization: `Bearer ${canary}` } }).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const stop = () => new Promise((resolve) => {
  if (server.exitCode !== null || server.signalCode !== null) return resolve();
  server.on("exit", resolve);
  server.kill();
});

// Ten repositories for each of three users; the first has 120 issues, five more have 36 each.
const names = owners.flatMap((owner) => Array.from({ length: 10 }, (_, i) => `${owner}/project-${i}`));
const amounts = { "ada/project-0": 120, "ada/project-1": 36, "grace/project-3": 36, "grace/project-4": 36, "lin/project-8": 36, "lin/project-9": 36 };

async function addIssue(name, i) {
  const labels = [["bug", "P1"], ["needs review: ö"], []][i % 3];
  await api(`/repos/${name}/issues`, {
    method: "POST",
    body: JSON.stringify({
      title: i === 2 ? hostile : `${name} wants number ${i}`, labels, assignees: i % 4 ? [] : ["grace", "lin"],
      body: i % 5 ? `Number **${i}**\r\n\r\n- [ ] "ta\tb" \u{1f6e0} ${"x".repeat(i)}` : null,
    }),
  });
}

before(async () => {
  const seed = {
    tokens: { [canary]: { login: "ada", scopes: ["repo", "user"] } },
    github: {
      users: owners.map((login) => ({ login, name: `${login} & co <${login}>` })),
      repos: names.map((name, i) => ({
        owner: name.split("/")[0], name: name.split("/")[1], description: i % 2 ? `No. ${i} <b>&</b>` : null,
        language: ["C", "Go", null][i % 3], topics: i % 3 ? ["x", "y"] : [],
      })),
    },
  };
  place = site({ "seed.json": JSON.stringify(seed) });
  await start(join(place, "seed.json"));
  for (const [name, amount] of Object.entries(amounts))
    for (let i = 1; i <= amount; i++) await addIssue(name, i);
  await api("/repos/lin/project-9/issues/7", { method: "PATCH", body: JSON.stringify({ state: "closed", state_reason: "not_planned" }) });
  writeFileSync(join(place, "site.conf"),
    `[source "forge"]\n\ttype = github\n\turl = ${url}\n${owners.map((owner) => `\towner = ${owner}\n`).join("")}\ttoken-env = FORGE_TOKEN\n`);
  night = build(first, "--record", "rec");
}, { timeout: 120000 });

after(() => stop());

const known = () => sql(place, "SELECT repo, number, title, body, state, state_reason, author, assignees, labels, url FROM issue ORDER BY repo, number");

async function compareIssues() {
  const told = [];
  for (const name of [...names].sort())
    for (const issue of await all(`/repos/${name}/issues?state=all&sort=created&direction=asc&per_page=100`))
      told.push({
        repo: name, number: issue.number, title: issue.title, body: issue.body ?? "", state: issue.state, state_reason: issue.state_reason,
        author: issue.user.login, assignees: JSON.stringify(issue.assignees.map((user) => user.login)),
        labels: JSON.stringify(issue.labels.map((label) => label.name)), url: issue.html_url,
      });
  assert.equal(told.length, 300);
  assert.deepEqual(known(), told);
}

test("every repository is known as the server tells it", async () => {
  assert.equal(night.status, 0, night.stderr);
  const told = (await Promise.all(owners.map((owner) => all(`/users/${owner}/repos?per_page=100`)))).flat();
  assert.equal(told.length, 30);
  assert.deepEqual(
    sql(place, "SELECT key, owner, name, description, language, topics, url, visibility, default_branch, open_items, created_at FROM repo ORDER BY key"),
    told.sort((a, b) => (a.full_name < b.full_name ? -1 : 1)).map((repo) => ({
      key: repo.full_name, owner: repo.owner.login, name: repo.name, description: repo.description ?? "", language: repo.language,
      topics: JSON.stringify(repo.topics), url: repo.html_url, visibility: repo.visibility, default_branch: repo.default_branch,
      open_items: repo.open_issues_count, created_at: repo.created_at.replace(/\.\d+Z/, "Z"),
    })));
  assert.deepEqual(sql(place, "SELECT key, kind, name FROM owner ORDER BY key"),
    owners.map((key) => ({ key, kind: "user", name: `${key} & co <${key}>` })));
});

test("every issue is known, with body, labels and assignees", compareIssues);

test("a list of more than a hundred came page by page", () => {
  const asked = sql(place, "SELECT target FROM request WHERE repo = 'ada/project-0' AND declaration = 'github/issues'").map((row) => row.target);
  assert.equal(asked.length, 2, asked.join("\n"));
  assert.match(asked[1], /[?&]page=2(&|$)/);
});

test("what the emulation does not have is never taken for none", () => {
  const told = sql(place, "SELECT outcome, group_concat(name, ' ') AS names FROM (SELECT DISTINCT outcome, substr(declaration, 8) AS name FROM scope ORDER BY 2) GROUP BY 1");
  assert.deepEqual(Object.fromEntries(told.map((row) => [row.outcome, row.names])), {
    ok: "branch contributors issues languages owners releases repositories tree viewer workflow_runs workflows",
    absent: "comments milestones protection pulls reviews", // not asked: no issue has any
    forbidden: "billing clones code_scanning commit_activity community dependabot projects rules rulesets sbom secret_scanning views",
    failed: "portfolio",
  });
});

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/'/g, "&#39;");

test("every repository has its page, with the titles of all open issues on it", () => {
  for (const name of names) {
    const page = readFileSync(join(place, "public/repo/forge", `${name}.html`), "utf8");
    for (const issue of known().filter((row) => row.repo === name && row.state === "open"))
      assert.ok(page.includes(issue.title === hostile ? "&lt;script&gt;alert(" : escaped(issue.title)), `${name}#${issue.number}`);
    assert.ok(!page.includes("<script>alert"));
  }
});

const targets = () => sql(place, "SELECT target FROM request WHERE run = (SELECT max(id) FROM run) AND declaration = 'github/issues'").map((row) => row.target);

test("the second night asks only for what changed, and changes nothing", () => {
  const before = [known(), sql(place, "SELECT * FROM repo ORDER BY key"), sql(place, "SELECT * FROM issue ORDER BY repo, number")];
  assert.equal(build(second).status, 0);
  assert.deepEqual([known(), sql(place, "SELECT * FROM repo ORDER BY key"), sql(place, "SELECT * FROM issue ORDER BY repo, number")], before);
  const asked = targets();
  assert.equal(asked.length, 30);
  const since = asked.filter((target) => /[?&]since=20\d\d-\d\d-\d\dT\d\d%3A\d\d%3A\d\dZ/.test(target));
  assert.deepEqual(since.map((target) => target.match(/^GET \/repos\/([^/]+\/[^/]+)/)[1]).sort(), Object.keys(amounts).sort());
});

// The emulation compares times as text, so that ".5Z" is before "Z": a change is only found
// when it is in a later second than the last one known.
async function change(path, patch) {
  const repo = path.match(/repos\/([^/]+\/[^/]+)/)[1];
  const [{ cursor }] = sql(place, `SELECT cursor FROM scope WHERE declaration = 'github/issues' AND key = '${repo}'`);
  const end = Date.now() + 10000;
  for (let told = ""; told.slice(0, 19) <= cursor.slice(0, 19); told = (await api(path)).body.updated_at) {
    assert.ok(Date.now() < end);
    await api(path, { method: "PATCH", body: JSON.stringify(patch) });
  }
}

test("the third night finds the issue that was closed and the one that was renamed", async () => {
  await change("/repos/ada/project-0/issues/5", { state: "closed" });
  await change("/repos/grace/project-3/issues/6", { title: "Now called <otherwise>" });
  assert.equal(build(third).status, 0);
  await compareIssues();
  assert.deepEqual(known().filter((row) => row.repo === "ada/project-0" && row.number === 5).map((row) => row.state), ["closed"]);
  assert.match(readFileSync(join(place, "public/repo/forge/grace/project-3.html"), "utf8"), /Now called &lt;otherwise&gt;/);
});

test("a server that is gone: the site is built from the last good rows, and says so", async () => {
  const rows = [known(), sql(place, "SELECT * FROM repo ORDER BY key")];
  await stop();
  const run = build(fourth);
  assert.equal(run.status, 0, run.stderr);
  assert.match(run.stderr, /forge: not up to date: \d+ of what is asked for; the sources page says which and why/);
  assert.deepEqual(sql(place, `SELECT declaration, count(*) AS scopes FROM scope WHERE outcome IN ('failed', 'unreached')
      AND declaration IN ('github/owners', 'github/repositories', 'github/issues') GROUP BY declaration ORDER BY declaration`),
    [{ declaration: "github/issues", scopes: 30 }, { declaration: "github/owners", scopes: 3 }, { declaration: "github/repositories", scopes: 3 }]);
  assert.equal(build(fourth, "--strict").status, 3);
  assert.deepEqual([known(), sql(place, "SELECT * FROM repo ORDER BY key")], rows);
  const page = (name) => readFileSync(join(place, "public", name), "utf8");
  for (const name of names) assert.ok(page("repos.html").includes(name.split("/")[1]) && page(`repo/forge/${name}.html`), name);
  for (const name of ["index.html", "sources.html"]) {
    assert.match(page(name), /Couldn(&#39;|&#x27;|')t connect to server/, name);
    assert.match(page(name), /2027-01-12/, `${name}: the date of the last good rows`);
    assert.match(page(name), /2027-01-13/, `${name}: the date of the run`);
  }
  assert.match(page("index.html"), /id="trouble">Sources in trouble <span class="count">1</);
  assert.doesNotMatch(page("sources.html") + page("index.html").replace(/Found on [-\d]+|On the desk (from|since) .*?<\/li>/gs, ""), /2027-01-1[01]/);
});

test("credentials that are refused are told apart from other failures", async () => {
  const refusing = await listen({ "/users/ada": { status: 401, body: { message: "Bad credentials" } } });
  const other = site({ "site.conf": `[source "forge"]\n\ttype = github\n\turl = ${refusing.url}\n\towner = ada\n\ttoken-env = FORGE_TOKEN\n` });
  const run = (...more) => towerAsync(["build", "-C", other, "--now", first, ...more], { env: { FORGE_TOKEN: `${canary}x` } });
  assert.equal((await run()).status, 0);
  assert.equal((await run("--strict")).status, 4);
  assert.deepEqual(sql(other, "SELECT outcome, reason FROM scope"), [{ outcome: "forbidden", reason: "GET /users/ada: HTTP 401: Bad credentials" }]);
  assert.equal(refusing.asked[0].token, `Bearer ${canary}x`);
  for (const bytes of Object.values(tree(other))) assert.ok(!bytes.includes(canary));
});

test("the token is in no file", () => {
  const files = Object.entries(tree(place));
  assert.ok(files.some(([name]) => name === "data/tower.db") && files.some(([name]) => name.startsWith("rec/forge/")));
  assert.deepEqual(files.filter(([, bytes]) => bytes.includes(canary)).map(([name]) => name), ["seed.json"]);
});
