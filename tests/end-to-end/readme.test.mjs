// The README's recipes, taken from its text and followed: each ends in something to see.
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { edit } from "../snapshot/edit.mjs";
import { demo, git, now, root, sql, tower, tree } from "../tower.mjs";
import { listen, towerAsync } from "../collect/server.mjs";

const readme = readFileSync(join(root, "README.md"), "utf8");

// The text of a section, up to the next heading of its level or above.
function section(heading) {
  const start = readme.indexOf(`### ${heading}\n`);
  assert.ok(start >= 0, heading);
  const rest = readme.slice(start + heading.length + 5);
  return rest.slice(0, rest.search(/^##/m));
}

// Its code blocks, by the file names in the sentence above each.
function files(text) {
  const found = {};
  let names = [];
  for (const part of text.split(/\n{2,}(?=\S)|\n\n(?=    )/)) {
    if (!part.startsWith("    ")) {
      const named = [...part.matchAll(/`([a-z]+\/[\w./-]+\.(?:sql|html|md|conf))`/g)].map((match) => match[1]);
      if (named.length) names = named;
    } else if (names.length) {
      const name = names[0];
      if (names.length > 1) names.shift();
      found[name] = (found[name] ? found[name] + "\n\n" : "") + part.replace(/^    /gm, "") + "\n";
    }
  }
  return found;
}

function follow(heading, conf) {
  const path = demo(conf);
  for (const [name, text] of Object.entries(files(section(heading)))) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

function build(path) {
  const result = tower(["build", "-C", path, "--now", now]);
  assert.equal(result.status, 0, result.stderr);
}

test("add a check", () => {
  const path = follow("Add a check");
  build(path);
  assert.deepEqual(sql(path, "SELECT DISTINCT repo FROM finding WHERE rule = 'no-topics'"), [{ repo: "kestrel-lab/dotfiles" }]);
  assert.match(readFileSync(join(path, "public/checks.html"), "utf8"), /id="check-no-topics"/);
  assert.match(readFileSync(join(path, "public/findings.html"), "utf8"), /It has no topics\./);
});

// The recipe's check, a site.conf and what another recipe adds.
function checkWith(heading, conf) {
  const path = follow("Add a check", conf);
  for (const [name, text] of Object.entries(files(section(heading)))) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  build(path);
  return path;
}

test("set a threshold", () => {
  const block = section("Set a threshold").match(/^    \[rule [^]*?(?=\n\n`tower)/m)[0].replace(/^    /gm, "");
  const path = checkWith("Set a threshold", `[source "demo"]\n\ttype = github\n\towner = meadowlark\n\towner = kestrel-lab\n\treplay = data/demo\n${block}\n`);
  assert.deepEqual(sql(path, "SELECT rule, value FROM rule_setting WHERE value <> fallback ORDER BY rule"), [{ rule: "inactive", value: 365 }, { rule: "no-topics", value: 1 }]);
  assert.deepEqual(sql(path, "SELECT repo FROM finding WHERE rule IN ('no-topics', 'inactive')"), []);
  assert.match(readFileSync(join(path, "public/checks.html"), "utf8"), /<code>days = 365<\/code> \(otherwise 180\)/);
});

test("waive a finding", () => {
  const path = checkWith("Waive a finding");
  assert.deepEqual(sql(path, "SELECT repo FROM finding WHERE rule = 'no-topics'"), []);
  const page = readFileSync(join(path, "public/findings.html"), "utf8");
  assert.match(page.slice(page.indexOf('id="waived"')), /It has no topics\.[^]*Nobody is meant to find it\.[^]*Ada[^]*2027-03-31/);
});

test("add a component of health, or a model", () => {
  const path = follow("Add a component of health, or a model");
  build(path);
  assert.deepEqual(sql(path, "SELECT rule, component, points, maximum FROM score_part WHERE component = 'owners' AND repo = 'meadowlark/plantlib'"),
    [{ rule: "health-owners", component: "owners", points: 0, maximum: 2 }]);
  assert.deepEqual(sql(path, "SELECT DISTINCT maximum FROM (SELECT sum(maximum) AS maximum FROM score_part GROUP BY repo)"), [{ maximum: 102 }]);
  assert.match(readFileSync(join(path, "public/models.html"), "utf8"), /<h2 id="model-stars">Stars<\/h2>/);
  assert.match(readFileSync(join(path, "public/repo/demo/meadowlark/plantlib.html"), "utf8"), /<h3 id="model-stars">[^]*<bdi>\d+ stars<\/bdi>/);
});

test("add something to the order of priority", () => {
  const path = follow("Add something to the order of priority");
  build(path);
  edit(path, "INSERT INTO milestone (source, repo, number, title, state, created_at, due_on) VALUES ('demo', 'meadowlark/plantlib', 99, 'Harvest', 'open', '2026-11-20T00:00:00Z', '2026-11-23')");
  build(path);
  const desk = JSON.parse(readFileSync(join(path, "public/index.json"), "utf8"));
  const [item] = desk.sections[0].items.filter(({ title }) => title === "Harvest");
  assert.deepEqual([item.kind, item.reason, item.remedy], ["milestone", "70 a milestone + 5 due on 2026-11-23 + 4 needed by 4 repositories = 79", "Finish it, or set another day."]);
});

test("set a weight", () => {
  const path = demo();
  const [, command] = section("Set a weight").match(/^ {4}git (.*)$/m);
  git(path, ...command.split(" "));
  build(path);
  assert.deepEqual(sql(path, "SELECT DISTINCT maximum FROM score_part WHERE component = 'pace'"), [{ maximum: 6 }]);
});

test("add a metric", () => {
  const path = follow("Add a metric");
  build(path);
  assert.deepEqual(sql(path, "SELECT repo, value FROM point WHERE metric = 'topics' AND repo = 'meadowlark/web-shop'"), [{ repo: "meadowlark/web-shop", value: 4 }]);
});

test("add a recommendation", () => {
  const path = follow("Add a recommendation");
  build(path);
  for (const page of ["recommendations.html", "repo/demo/kestrel-lab/dotfiles.html"]) assert.match(readFileSync(join(path, "public", page), "utf8"), /Add topics, so that others find it\./);
});

test("add a page", () => {
  const path = follow("Add a page");
  build(path);
  assert.match(readFileSync(join(path, "public/licenses.html"), "utf8"), /<li>MIT: 3<\/li>/);
  assert.match(readFileSync(join(path, "public/licenses.md"), "utf8"), /^# Licences\n[^]*^- MIT: 3$/m);
});

test("write a report", () => {
  const path = follow("Write a report");
  build(path);
  const html = readFileSync(join(path, "public/report.html"), "utf8");
  assert.match(html, /<h1 id="[^"]*">The state of 9 repositories<\/h1>\n<p>\d+ things are open in them\.<\/p>/);
  assert.match(html, /<td><a href="repo\/demo\/kestrel-lab\/homelab\.html">homelab<\/a><\/td>\n<td><svg class="gauge"/);
  assert.match(readFileSync(join(path, "public/report.md"), "utf8"), /^\| \[homelab\]\(repo\/demo\/kestrel-lab\/homelab\.html\) \| ▓▓▓▓▓▓▓▓░░ 77 of 100 \|$/m);
  const { stdout, stderr } = tower(["check", "-C", path]);
  assert.equal(stderr, "");
  assert.match(stdout, /; nothing wrong\n$/);
});

test("add a source", () => {
  const path = follow("Add a source", '[source "weather"]\n\tstation = kew\n\treplay = answers\n');
  mkdirSync(join(path, "answers"));
  writeFileSync(join(path, "answers/kew.http"), 'GET /stations/kew\n200\n\n{"name": "Kew Gardens", "about": "Since 1840."}\n');
  build(path);
  assert.match(readFileSync(join(path, "public/repo/weather/kew.html"), "utf8"), /Since 1840\./);
});

// A server of the test's own, with pages of two: what the recipe reads is nothing that the program knows.
test("connect your own system", async () => {
  const key = "canary-4711-canary";
  const orders = [["1", "The order is lost", "now", 0], ["2", "Two instead of <one>", "soon", 0], ["3", "Thanks", "whenever", 1], ["4", "Where is my receipt?", "whenever", 0], ["5", null, "now", 0]]
    .map(([no, what, when, done]) => ({ no, what, when, done: Boolean(done), asked: 1795200000, link: `https://help.example.org/${no}` }));
  const asked = [];
  const server = await listen({ "/api/queues/orders/requests": (request) => {
    const from = Number(new URL(request.url, "http://x").searchParams.get("after") ?? 0);
    asked.push([from, request.headers["x-api-key"]]);
    if (request.headers["x-api-key"] !== key) return { status: 401, body: '{"message":"who are you?"}' };
    return { requests: orders.slice(from, from + 2), next: from + 2 < orders.length ? String(from + 2) : null };
  } });
  const block = section("Connect your own system").match(/^    \[source "helpdesk"\][^]*?(?=\n\n)/m)[0].replace(/^    /gm, "").replace("https://help.example.org", server.url);
  const path = follow("Connect your own system", `${block}\n[edition "private"]\n\tzones = public, internal\n\toutput = private\n[edition "public"]\n\tzones = public\n\toutput = public\n`);
  const run = async (HELPDESK_KEY) => {
    const { status, stderr } = await towerAsync(["build", "-q", "-C", path, "--now", now], { env: { HELPDESK_KEY } });
    assert.equal(status, 0, stderr);
    return stderr;
  };
  assert.equal(await run(key), "");
  const tickets = "SELECT key, project, title, state, rating, severity, opened_at FROM ticket ORDER BY key";
  const rows = sql(path, tickets);
  assert.deepEqual(asked, [0, 2, 4].map((from) => [from, key]));
  assert.deepEqual(rows, orders.slice(0, 4).map(({ no, what, when, done }) => ({ key: no, project: "orders", title: what, state: done ? "closed" : "open", rating: when,
    severity: { now: "critical", soon: "medium" }[when] ?? null, opened_at: "2026-11-20T18:40:00Z" })));
  assert.deepEqual(sql(path, 'SELECT "table", reason FROM reject'), [{ table: "ticket", reason: "NOT NULL constraint failed: ticket.title" }]);
  assert.deepEqual(sql(path, "SELECT key, outcome FROM scope ORDER BY key"), [{ key: "orders", outcome: "ok" }, { key: "returns", outcome: "absent" }]);
  const desk = () => readFileSync(join(path, "private/index.html"), "utf8");
  assert.match(desk(), /The order is lost[^]*Two instead of &lt;one&gt;/);
  assert.doesNotMatch(desk(), /Thanks/);
  const all = tree(path);
  for (const [name, bytes] of Object.entries(all)) assert.ok(!bytes.includes(key) && !(name.startsWith("public/") && /order is lost|helpdesk/.test(bytes)), name);

  assert.match(await run("another-key"), /helpdesk: not up to date: 1 of what is asked for/);
  assert.deepEqual(sql(path, "SELECT outcome, reason FROM scope WHERE key = 'orders'"), [{ outcome: "forbidden", reason: "GET /queues/orders/requests: HTTP 401: who are you?" }]);
  assert.deepEqual(sql(path, tickets), rows);
  await server.close();
});

test("the example of a site.conf is one", () => {
  const start = readme.indexOf("    [site]\n");
  const conf = readme.slice(start, readme.indexOf("\n\nThe file has git's own syntax")).replace(/^    /gm, "");
  const path = demo(conf);
  const result = tower(["check", "-C", path]);
  assert.equal(result.stderr, "");
  assert.equal(result.status, 0);
});
