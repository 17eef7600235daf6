// The site of this repository as its readers see it: every domain of site.conf, recorded, in every
// output that should tell of it.
import assert from "node:assert/strict";
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import * as parse5 from "parse5";
import { demo, git, now, root, sql, tower, tree } from "../tower.mjs";

const path = demo();
for (const name of readdirSync(root).filter((one) => !["build", "data", "public", "private", ".git", "generator", "tests"].includes(one)))
  cpSync(join(root, name), join(path, name), { recursive: true });
git(path, "init", "-q", "-b", "main");
git(path, "add", "README.md");
git(path, "commit", "-q", "-m", "Begin");
const { status, stderr } = tower(["build", "-q", "-C", path, "--now", now]);
assert.deepEqual([status, stderr], [0, ""]);
const files = tree(join(path, "public"));
const read = (name) => files[name].toString();
const json = (name) => JSON.parse(read(`${name}.json`));
const csv = (name) => parse(read(`${name}.csv`), { columns: true });
const domains = ["alert", "budget", "finding", "idea", "incident", "issue", "job", "pull", "ticket"];

// The words of the section that the element with this id heads.
function section(name, id) {
  const text = (node) => (node.value ?? "") + (node.childNodes ?? []).map(text).join("");
  const all = (node) => [node, ...(node.childNodes ?? []).flatMap(all)];
  const found = all(parse5.parse(read(`${name}.html`))).find((node) => node.attrs?.some(({ name: key, value }) => key === "aria-labelledby" && value === id));
  assert.ok(found, `${name} has no ${id}`);
  return text(found).replace(/\s+/g, " ");
}

test("the rules of recommendations are those that are built in, and each is on the page", () => {
  const rules = readdirSync(join(root, "generator/passes/recommendations")).map((name) => name.replace(".sql", "")).sort();
  assert.deepEqual(json("recommendations").kinds.map(({ name }) => name).sort(), rules);
});

test("what is recommended stands on its page, on the desk, in the copy for offline, in the search and in a table", () => {
  const told = sql(path, "SELECT rule, repo, title, action, effect FROM recommendation ORDER BY effect / effort DESC, rule, repo");
  assert.ok(told.length >= 3, "the demo shows some");
  assert.deepEqual(json("recommendations").recommendations.map(({ rule, repo }) => `${rule}:${repo}`).sort(), told.map(({ rule, repo }) => `${rule}:${repo}`).sort());
  assert.deepEqual(csv("recommendations").map(({ repo, title, effect }) => [repo, title, Number(effect)]), told.map(({ repo, title, effect }) => [repo, title, effect]));
  for (const page of ["index", "offline"])
    for (const { repo, title, effect } of told.slice(0, 5)) {
      const words = section(page, "recommended");
      assert.ok(words.includes(repo) && words.includes(title) && words.includes(`+${effect.toFixed(1)} points in about`), `${page}: ${words}`);
    }
  for (const { repo, action } of told.slice(0, 5)) assert.ok(read("index.txt").includes(action) && read("index.md").includes(repo));
  for (const { repo, effect } of told) assert.ok(read("search-index.js").includes(`["recommendation", `) && read("search-index.js").includes(`${repo}, +${effect.toFixed(1)} points`), repo);
  for (const { source, total } of sql(path, "SELECT source, count(*) AS total FROM recommendation GROUP BY 1"))
    assert.ok(read("metrics.prom").includes(`\ntower_recommendations{source="${source}"} ${total}\n`), source);
});

test("the table of items is the one order, of all kinds", () => {
  const items = csv("items");
  assert.deepEqual(items.map(({ rank, kind, source, key, points, reason }) => ({ rank: Number(rank), kind, source, key, points: Number(points), reason })),
    sql(path, "SELECT rank, kind, source, key, points, reason FROM priority WHERE edition = 'public' ORDER BY rank"));
  assert.deepEqual([...new Set(items.map(({ kind }) => kind))].sort(), domains.filter((kind) => kind !== "alert"));
});

test("metrics count every domain, and have a zero where nothing is in a state", () => {
  const samples = Object.fromEntries(read("metrics.prom").split("\n").filter((line) => /^tower_/.test(line)).map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]));
  for (const { kind, source, urgency, total } of sql(path, "SELECT kind, source, urgency, count(*) AS total FROM priority WHERE edition = 'public' GROUP BY 1, 2, 3"))
    assert.equal(samples[`tower_open_items{source="${source}",kind="${kind}",urgency="${urgency}"}`], total, kind);
  for (const table of ["target", "job", "idea"])
    for (const { source, state, total } of sql(path, `SELECT source, state, count(*) AS total FROM ${table}${table === "job" ? " WHERE enabled IS NOT 0" : ""} GROUP BY 1, 2`))
      assert.equal(samples[`tower_${table}s{source="${source}",state="${state}"}`], total, `${table} ${state}`);
  assert.equal(samples['tower_jobs{source="jobs",state="queued"}'], 0);
  for (const { budget, currency, spent, monthly } of sql(path, "SELECT budget, currency, spent, monthly FROM budget_state WHERE edition = 'public'"))
    assert.deepEqual([samples[`tower_budget_spent{budget="${budget}",currency="${currency}"}`], samples[`tower_budget_monthly{budget="${budget}",currency="${currency}"}`]], [spent / 1e6, monthly / 1e6]);
});

test("the search says how much there is, and all of it is in its index", () => {
  const [{ found }] = json("search").total;
  assert.equal(read("search-index.js").split("\n").filter((line) => line.startsWith("[")).length, found);
});

test("the graph of dependencies has edges, and who would notice a change is counted", () => {
  const [{ direct, transitive }] = sql(path, "SELECT direct, transitive FROM dependant_count WHERE repo = 'meadowlark/plantlib'");
  assert.deepEqual([direct, transitive], [3, 4]);
  assert.match(read("dependencies.html"), /<svg[^]*meadowlark\/plantlib[^]*<\/svg>/);
});

// Everything that a page names by an id that "tower explain" takes.
test("what stands on the pages can be explained: each kind of it, ranked or not", () => {
  const ids = sql(path, `SELECT kind, min(key) AS id FROM priority GROUP BY kind
    UNION ALL SELECT 'recommendation', min(rule || ':' || key) FROM recommendation UNION ALL SELECT 'budget', 'budget:' || budget FROM budget_state
    UNION ALL SELECT 'series', min(metric || ':' || repo) FROM forecast UNION ALL SELECT 'closed ticket', min(key) FROM ticket WHERE state = 'closed'
    UNION ALL SELECT 'watched', min(key) FROM target UNION ALL SELECT 'dropped idea', min(key) FROM idea WHERE state = 'dropped' UNION ALL SELECT 'repository', repo FROM score`);
  for (const { kind, id } of ids) {
    const answer = tower(["explain", "-C", path, id]);
    assert.deepEqual([answer.status, answer.stderr], [0, ""], `${kind} ${id}`);
    if (kind !== "watched") assert.match(answer.stdout, /^ {2}Rule [a-z-]+, version [0-9a-f]{12}: /m, `${kind} ${id}`);
  }
});

test("a repository: who uses it, what it uses, and how others see it", () => {
  const { stdout } = tower(["explain", "-C", path, "meadowlark/plantlib"]);
  for (const line of ["Dependants: Of 4 other repositories whose dependencies are known 3 use it directly, and 1 more through these: 4.",
    "Used by meadowlark/web-shop by action meadowlark/plantlib/.github/workflows/release.yml: The source lists meadowlark/plantlib/.github/workflows/release.yml.",
    "Seen by demo-portfolio, health 95: Its rule on the facts known here gives 100;", "Rule dependencies, version ", "Rule opinions, version "])
    assert.ok(stdout.includes(`\n  ${line}`), `${line}: ${stdout}`);
});
