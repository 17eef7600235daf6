// The domains beside code: what their sources answer, what becomes of the other pages when one
// of them is dead, slow, wrong or empty, and who may see what.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, now, site, sql, tree } from "../tower.mjs";
import { listen, towerAsync } from "./server.mjs";

const pages = ["homelab", "business", "ideas", "jobs", "costs"];
const answers = () => ({
  "/api/alerts": [{ severity: "critical", component: "gateway", message: "No answer", timestamp: "2026-11-21T20:30:00.123+01:00" }, { severity: "odd", component: "proxy", message: "Odd" }],
  "/watch/status": [{ name: "gateway", state: "DOWN", since: "2026-11-21T19:00:00Z" }, { name: "proxy", state: "purple" }],
  "/api/tickets": [{ id: "T-1", customer: "Estate", subject: "The shop is down", severity: "critical", status: "open", opened_at: "2026-11-21T18:40:00Z", assignee: null, labels: ["downtime"] },
    { id: "T-2", customer: "Florist", subject: "A question", priority: "low", state: "pending", created_at: "2026-11-20T18:40:00Z", first_response_at: "2026-11-20T18:50:00Z", assignee: "ada" }],
  "/api/tasks": [{ id: "W-1", title: "Pay", status: "todo", priority: "p1", created_at: "2026-11-01T08:00:00Z", due_at: "2026-11-20" }],
  "/api/ideas": [{ id: 7, title: "A bench", status: "pending_review", is_actionable: true, suggested_repo: "x/a", created_at: "2026-11-20T08:00:00Z" }, { id: 8, title: "Done", routed_to: "x/a#3", created_at: "2026-11-01T08:00:00Z" }],
  "/api/jobs": [{ name: "backup", state: "error", detail: "disk full", ended_at: "2026-11-21T01:16:00Z", enabled: true }, { id: "export", name: "Export", status: "ok", next_at: "2026-11-22T05:00:00Z" }],
  "/spend/api/usage/history": { records: [{ id: 1, account_id: 3, account_name: "nursery", service_name: "fernleaf", timestamp: "2026-11-20T10:00:00", tokens_used: 1200, api_calls: 4, cost: 2.5, cost_currency: "GBP" }], total: 1, page: 1, pages: 1 },
});
const files = { "usage.json": JSON.stringify([{ day: "2026-11-20", provider: "tidewater", model: "t-1", workflow: "draft", cost: 1.5, currency: "GBP" }]) };
const section = (name, type, url, more = "") => `[source "${name}"]\n\ttype = ${type}\n\turl = ${url}\n\tretries = 0\n${more}`;
const conf = (url, zone = "") => section("homelab", "hamnet", url, `\tstatus = /watch/status/\n${zone}`) + section("desk", "hosting-ops", url, zone) + section("work", "work-os", url, zone)
  + section("vault", "idea-vault", url, zone) + section("nightly", "jobs", url, zone) + section("spend", "ai-cost-tracker", `${url}/spend`, `\tmonths = 1\n${zone}`)
  + `[source "export"]\n\ttype = usage-file\n\tpath = usage.json\n${zone}`
  + ["spend", "export"].map((name) => `[budget "${name}"]\n\tmonthly = 1.00\n\tcurrency = GBP\n\tsource = ${name}\n`).join("")
  + '[edition "public"]\n\tzones = public\n\toutput = public\n[edition "all"]\n\tzones = public, internal, restricted\n\toutput = all\n';

async function build(path, ...options) {
  const { status, stderr } = await towerAsync(["build", "-C", path, "--now", now, ...options]);
  assert.equal(status, 0, stderr);
}
const page = (path, name, edition = "all") => Object.fromEntries(["html", "md", "json"].map((format) => [format, readFileSync(join(path, edition, `${name}.${format}`), "utf8")]));
const desk = (path) => JSON.parse(readFileSync(join(path, "all/index.json"), "utf8"));
const items = (path, ...without) => desk(path).sections[0].items.filter(({ source }) => !without.includes(source)).map(({ source, title, points, reason }) => ({ source, title, points, reason }));

const server = await listen(answers());
const good = site({ "site.conf": conf(server.url), ...files });
await build(good);
const copy = () => {
  const path = folder();
  cpSync(good, path, { recursive: true, preserveTimestamps: true });
  return path;
};

test("what each answers becomes rows", () => {
  assert.deepEqual(sql(good, "SELECT kind, severity, rating, state, title, component, started_at FROM incident ORDER BY title"), [
    { kind: "infrastructure", severity: "critical", rating: "critical", state: "open", title: "No answer", component: "gateway", started_at: "2026-11-21T19:30:00Z" },
    { kind: "infrastructure", severity: null, rating: "odd", state: "open", title: "Odd", component: "proxy", started_at: null }]);
  assert.deepEqual(sql(good, "SELECT key, name, state, since FROM target ORDER BY key"), [
    { key: "gateway", name: "gateway", state: "down", since: "2026-11-21T19:00:00Z" }, { key: "proxy", name: "proxy", state: "unknown", since: null }]);
  assert.deepEqual(sql(good, "SELECT source, key, kind, title, state, status, severity, assignees, labels, opened_at, responded_at, due_at FROM ticket ORDER BY source, key"), [
    { source: "desk", key: "T-1", kind: "request", title: "The shop is down", state: "open", status: "open", severity: "critical", assignees: "[]", labels: '["downtime"]', opened_at: "2026-11-21T18:40:00Z", responded_at: null, due_at: null },
    { source: "desk", key: "T-2", kind: "request", title: "A question", state: "waiting", status: "pending", severity: "low", assignees: '["ada"]', labels: null, opened_at: "2026-11-20T18:40:00Z", responded_at: "2026-11-20T18:50:00Z", due_at: null },
    { source: "work", key: "W-1", kind: "task", title: "Pay", state: "open", status: "todo", severity: "high", assignees: null, labels: null, opened_at: "2026-11-01T08:00:00Z", responded_at: null, due_at: "2026-11-20T23:59:59Z" }]);
  assert.deepEqual(sql(good, "SELECT key, state, actionable, suggested, routed_to FROM idea ORDER BY key"), [
    { key: "7", state: "review", actionable: 1, suggested: "x/a", routed_to: null }, { key: "8", state: "routed", actionable: null, suggested: null, routed_to: "x/a#3" }]);
  assert.deepEqual(sql(good, "SELECT key, name, state, status, enabled, due_at FROM job ORDER BY key"), [
    { key: "backup", name: "backup", state: "failed", status: "error", enabled: 1, due_at: null }, { key: "export", name: "Export", state: "succeeded", status: "ok", enabled: null, due_at: "2026-11-22T05:00:00Z" }]);
});

test("a source that says no zone is for inside: nothing of it is in the public edition", () => {
  assert.deepEqual(sql(good, "SELECT DISTINCT zone FROM source"), [{ zone: "internal" }]);
  const shown = tree(join(good, "public"));
  for (const name of pages) assert.ok(!(`${name}.html` in shown));
  for (const [name, bytes] of Object.entries(shown))
    assert.doesNotMatch(bytes.toString("latin1"), /hosting-ops"|T-1|homelab\.html|The shop is down|"vault"|fernleaf|tidewater/, name);
});

const faults = {
  dead: [(request) => void request.socket.destroy(), "failed"],
  slow: [() => {}, "failed"],
  html: [{ status: 200, headers: { "content-type": "text/html" }, body: "<!doctype html><title>Log in</title>" }, "failed"],
  shape: [{ error: "no list" }, "failed"],
  items: [["text", 4], "failed"],
  huge: [(request, response) => void response.writeHead(200, { "content-type": "application/json" }).end(`["${"x".repeat(1 << 27)}"]`), "failed"],
};
// [source, its path or file, its page, the declaration, faults, options without which it would not be asked twice a day]
const all = ["dead", "slow", "html", "shape"];
const turns = [["homelab", "/api/alerts", "homelab", "hamnet/alerts", [...all, "huge"]], ["desk", "/api/tickets", "business", "hosting-ops/tickets", [...all]],
  ["work", "/api/tasks", "business", "work-os/tasks", [...all]], ["vault", "/api/ideas", "ideas", "idea-vault/ideas", [...all]], ["nightly", "/api/jobs", "jobs", "jobs/jobs", [...all, "items"]],
  ["spend", "/spend/api/usage/history", "costs", "ai-cost-tracker/history", [...all], ["--full"]], ["export", "usage.json", "costs", "usage-file/usage", ["dead", "html", "shape"]]];

// What the source of PLACE answers from now on, or what its file holds.
function give(place, path, answer) {
  if (path.startsWith("/")) server.answers[path] = answer;
  else if (typeof answer === "function") rmSync(join(place, path));
  else writeFileSync(join(place, path), answer.body ?? JSON.stringify(answer));
}

for (const [source, path, own, declaration, kinds, options = []] of turns)
  for (const kind of kinds)
    test(`${source} ${kind}: the other pages are as they were, its own keeps its rows and says what and since when`, async () => {
      const place = copy();
      give(place, path, faults[kind][0]);
      if (kind === "slow") writeFileSync(join(place, "site.conf"), conf(server.url).replaceAll("\tretries = 0", "\tretries = 0\n\ttimeout = 1s"));
      await build(place, ...options);
      Object.assign(server.answers, answers());
      for (const name of pages.filter((name) => name !== own)) assert.deepEqual(page(place, name), page(good, name));
      assert.deepEqual(items(place, source), items(good, source));
      const rows = (of) => JSON.parse(page(of, own).json);
      for (const list of ["incidents", "targets", "tickets", "work", "states", "jobs", "total", "budgets", "dimensions", "months"]) assert.deepEqual(rows(place)[list], rows(good)[list]);
      const [trouble] = rows(place).sources.find(({ name }) => name === source).troubles;
      assert.equal(trouble.declaration, declaration);
      assert.equal(trouble.outcome, faults[kind][1]);
      assert.equal(trouble.since, now);
      assert.ok(trouble.reason.length > 5);
      assert.match(page(place, own).html, /What is shown of it is of 2026-11-21 21:00 UTC\./);
      assert.equal(desk(place).domains.find(({ id }) => id === own).not_read, 1);
    });

// A long list that is empty at once is doubted (answers.test.mjs); these are short.
for (const [source, path, own, , , options = []] of turns)
  test(`${source} empty: what it no longer tells is over, and nothing else is touched`, async () => {
    const place = copy();
    give(place, path, source === "spend" ? { records: [], total: 0, page: 1, pages: 0 } : []);
    await build(place, ...options);
    Object.assign(server.answers, answers());
    for (const name of pages.filter((name) => name !== own)) assert.deepEqual(page(place, name), page(good, name));
    assert.deepEqual(items(place, source), items(good, source));
    assert.deepEqual(items(place).filter((item) => item.source === source && !/gateway is down/.test(item.title)), []);
    assert.equal(desk(place).domains.find(({ id }) => id === own).not_read, 0);
  });

test("never read: the page is there and says so; without the source there is no page and no word of it", async () => {
  const place = site({ "site.conf": conf(server.url) });
  for (const path of ["/api/ideas", "/spend/api/usage/history"]) server.answers[path] = faults.dead[0];
  await build(place);
  Object.assign(server.answers, answers());
  for (const name of ["ideas", "costs"]) assert.match(page(place, name).html, /It was never read, so what it would tell is unknown\./);
  assert.match(page(place, "costs").html, /Nothing is recorded yet\./);
  assert.equal(desk(place).domains.find(({ id }) => id === "costs").text, "nothing is recorded; overspent budgets: 0 of 2");
  const without = site({ "site.conf": conf(server.url).replace(/\[source "(vault|spend|export)"\][^[]*/g, "") });
  await build(without);
  assert.deepEqual(Object.keys(tree(join(without, "all"))).filter((name) => /^(ideas|costs)/.test(name)), []);
  assert.doesNotMatch(readFileSync(join(without, "all/index.html"), "utf8"), /(ideas|costs)\.html/);
  assert.match(readFileSync(join(without, "all/index.html"), "utf8"), /jobs\.html/);
});

// A canary in every text of rows that are restricted, beside rows that anybody may see.
test("restricted rows of a public source are in no file of the public edition", async () => {
  const words = (...names) => Object.fromEntries(names.map((name) => [name, `canary-${name}`]));
  const secret = {
    "/api/alerts": [{ ...words("id", "severity", "component", "message", "kind", "rule", "body", "repository"), url: "https://canary.example/", zone: "restricted" }, { ...words("component", "message"), zone: "canary-zone" }],
    "/watch/status": [{ ...words("id", "name", "kind", "state", "detail"), url: "https://canary.example/", zone: "restricted" }],
    "/api/tickets": [{ ...words("id", "customer", "subject", "severity", "status", "requester", "assignee", "type", "project", "body", "repository"), labels: ["canary-label"], opened_at: "2026-11-21T18:40:00Z", confidential: true },
      { ...words("id"), subject: `canary-${"x".repeat(5000)}`, status: "open", opened_at: "2026-11-21T18:40:00Z", zone: "restricted" }],
    "/api/tasks": [{ ...words("id", "title", "status", "project"), created_at: "2026-11-01T08:00:00Z", zone: "internal" }],
    "/api/ideas": [{ ...words("id", "title", "description", "status", "category", "suggested_repo", "routed_to", "source_type"), created_at: "2026-11-20T08:00:00Z", zone: "restricted" }],
    "/api/jobs": [{ ...words("id", "name", "project", "repository", "schedule", "last_run", "detail"), state: "failed", zone: "restricted" }],
  };
  const open = answers();
  for (const [path, rows] of Object.entries(secret)) server.answers[path] = [...open[path], ...rows];
  const place = site({ "site.conf": conf(server.url, "\tzone = public\n"), ...files });
  await build(place);
  Object.assign(server.answers, answers());
  for (const [name, bytes] of Object.entries(tree(join(place, "public")))) assert.doesNotMatch(bytes.toString("latin1"), /canary/i, name);
  for (const name of pages.filter((name) => name !== "costs")) {
    assert.match(page(place, name, "all").json, /canary/, name);
    assert.ok(page(place, name, "public").html.length > 1000);
  }
  assert.ok(items(place).some(({ title }) => /canary/.test(title)));
  assert.match(readFileSync(join(place, "all/search-index.js"), "utf8"), /canary-subject/);
});

// Memory: an export that is gone, that waits for a writer (a pipe), is no JSON, no list, or has
// nothing any more.
const memories = [{ id: "1", type: "decision", date: "2026-08-18", title: "The shop is down: say so at once", summary: "Customers are told." }, { id: "2", date: "2026-08-19", summary: "Another day." }];
const remembering = (path) => {
  writeFileSync(join(path, "site.conf"), `${conf(server.url)}[source "echo"]\n\ttype = project-echo-vault\n\tpath = vault.json\n`);
  writeFileSync(join(path, "vault.json"), JSON.stringify(memories));
};
const exports = {
  dead: [(file) => rmSync(file), /^vault\.json: /],
  slow: [(file) => (rmSync(file), execFileSync("mkfifo", [file])), /^vault\.json: /],
  wrong: [(file) => writeFileSync(file, "<!doctype html>"), /^vault\.json: line 1: is not JSON/],
  shape: [(file) => writeFileSync(file, '{"error": "no list"}'), /list|array/],
};
const kept = ["homelab", "business", "ideas", "jobs"];
const list = (path) => JSON.parse(page(path, "memory").json);
let remembered;

test("memory: an export's decisions stand on its page, and the desk counts them", async () => {
  remembered = copy();
  remembering(remembered);
  await build(remembered);
  assert.deepEqual(list(remembered).records.map(({ title }) => title), ["Another day.", "The shop is down: say so at once"]);
  assert.deepEqual(desk(remembered).domains.at(-1), { id: "memory", heading: "Memory", text: "decisions, conversations, notes: 2; beside items of tonight: 0", read: null, not_read: 0 });
  assert.ok(!("memory.html" in tree(join(remembered, "public"))));
});

for (const [kind, [harm, reason]] of Object.entries(exports))
  test(`memory ${kind}: the other pages are as they were, its own keeps its rows and says what and since when`, async () => {
    const place = folder();
    cpSync(remembered, place, { recursive: true, preserveTimestamps: true });
    harm(join(place, "vault.json"));
    await build(place);
    for (const name of kept) assert.deepEqual(page(place, name), page(remembered, name));
    assert.deepEqual(items(place, "echo"), items(remembered));
    assert.deepEqual(list(place).records, list(remembered).records);
    const [source] = list(place).sources;
    assert.deepEqual([source.name, source.not_read, source.troubles.length], ["echo", 1, 1]);
    const [{ declaration, outcome, since, reason: said }] = source.troubles;
    assert.deepEqual([declaration, outcome, since], ["project-echo-vault/memories", "failed", now]);
    assert.match(said, reason);
    assert.match(page(place, "memory").html, /What is shown of it is of 2026-11-21 21:00 UTC\./);
    assert.equal(desk(place).domains.at(-1).not_read, 1);
  });

test("memory empty: it is forgotten, and nothing else is touched", async () => {
  writeFileSync(join(remembered, "vault.json"), "[]");
  const before = kept.map((name) => page(remembered, name));
  await build(remembered);
  assert.deepEqual(kept.map((name) => page(remembered, name)), before);
  assert.deepEqual(list(remembered).records, []);
  assert.equal(desk(remembered).domains.at(-1).not_read, 0);
});
