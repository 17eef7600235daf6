// What changed: facts are changed between nights as a source would change them, and the page
// "What changed", the desk and a repository's page are read as a reader and as a program do.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import * as parse5 from "parse5";
import { root, site, sql, tower, tree } from "../tower.mjs";

const conf = `[source "s"]
	type = git
	path = .
[edition "public"]
	zones = public
	output = public
[edition "all"]
	zones = public, internal, restricted
	output = all
`;

// The severity is the label of the issue; what has none is no finding.
const check = `-- Issues with a severity.
--
-- group:    own
-- severity: high
-- remedy:   Close it.

-- finding
SELECT source, repo, number, labels ->> 0 AS severity, title AS message, 'Evidence of ' || title AS evidence
  FROM issue WHERE state = 'open' AND labels ->> 0 IN ('critical', 'high', 'low');
`;

function sqlite(path, script) {
  const { status, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], { input: `PRAGMA foreign_keys = ON; BEGIN; ${script}; COMMIT;`, encoding: "utf8" });
  assert.equal(stderr, "");
  assert.equal(status, 0);
}

function run(path, at, ...commands) {
  for (const command of commands) {
    const { status, stderr } = tower([command, "-q", "-C", path, "--now", at]);
    assert.equal(stderr, "");
    assert.equal(status, 0);
  }
}

// A run at this time, the facts as this script leaves them, an analysis, and the pages.
function night(path, at, script = "SELECT 1 WHERE 0") {
  sqlite(path, `INSERT INTO run (started_at, version, kept) VALUES ('${at}', 'x', 1); ${script}`);
  run(path, at, "analyse", "render");
}

const item = (number, { kind = "issue", labels = "[]", zone = "NULL", created = "2026-10-01T00:00:00Z", title = `Item ${number}`, repo = "r" } = {}) =>
  `INSERT INTO issue (source, repo, number, kind, title, state, labels, zone, created_at, updated_at)
   VALUES ('s', '${repo}', ${number}, '${kind}', '${title}', 'open', '${labels}', ${zone}, '${created}', '${created}');`;
const close = (number, at) => `UPDATE issue SET state = 'closed', closed_at = '${at}' WHERE number = ${number};`;
const repo = (key) => `INSERT INTO repo (source, key, name, has_readme, has_license, has_ci, has_tests, has_security, has_contributing, has_code_of_conduct, description, created_at)
   VALUES ('s', '${key}', '${key}', 1, 1, 1, 1, 1, 1, 1, 'Words', '2026-01-01T00:00:00Z');`;

function begin(script = "", at = "2026-11-13T21:00:00Z", files = {}) {
  const path = site({ "site.conf": conf, "checks/own.sql": check, ...files });
  run(path, at, "analyse");
  night(path, at, `${repo("r")} ${repo("other")} ${script}`);
  return path;
}

const json = (path, edition = "public", page = "changes") => JSON.parse(readFileSync(join(path, edition, `${page}.json`), "utf8"));
const span = (path, id, edition) => {
  const found = json(path, edition).spans.find((each) => each.id === id);
  return { ...found, total: found.total[0] };
};

// The texts of a page's elements with this tag below the element with this id (without: of all).
function texts(path, tag, id, { edition = "public", page = "changes" } = {}) {
  const text = (node) => (node.value ?? "") + (node.childNodes ?? []).map(text).join("");
  const all = (node) => [node, ...(node.childNodes ?? []).flatMap(all)];
  const attribute = (node, name) => node.attrs?.find((each) => each.name === name)?.value;
  const document = parse5.parse(readFileSync(join(path, edition, `${page}.html`), "utf8"));
  const within = id ? all(document).find((node) => attribute(node, "aria-labelledby") === id) : document;
  assert.ok(within, id);
  return all(within).filter((node) => node.tagName === tag).map((node) => text(node).replace(/\s+/g, " ").trim());
}
const rows = (...given) => texts(given[0], "tr", ...given.slice(1));
const told = (list, ...columns) => list.map((row) => columns.map((column) => row[column]).join(" ")).sort();

test("without an earlier run there is nothing to compare with", () => {
  const path = begin(item(1));
  assert.deepEqual(json(path).spans, []);
  assert.ok(texts(path, "p").includes("There is no earlier run to compare with yet. After the next run this page tells what changed."));
  assert.deepEqual(texts(path, "p", "changed", { page: "index" }), ["There is no earlier run to compare with yet."]);
});

test("each change is told once, and since that run only after which it was", () => {
  const path = begin(`${item(1)} ${item(2, { kind: "pull" })} ${item(3)} ${item(5, { labels: '["low"]' })} ${item(7)} ${close(3, "2026-11-01T00:00:00Z")}`);
  night(path, "2026-11-20T21:00:00Z", close(1, "2026-11-20T10:00:00Z"));
  night(path, "2026-11-21T09:00:00Z", `${close(2, "2026-11-21T08:00:00Z")} UPDATE issue SET merged_at = closed_at WHERE number = 2`);
  night(path, "2026-11-21T21:00:00Z", `${item(4, { created: "2026-11-21T20:00:00Z" })} ${item(6)}
    UPDATE issue SET state = 'open', closed_at = NULL WHERE number = 3; UPDATE issue SET labels = '["low", "P0"]' WHERE number = 5;
    UPDATE issue SET title = 'Only another title', comments = 3 WHERE number = 7;
    ${item(8, { created: "2026-11-21T20:00:00Z" })} ${close(8, "2026-11-21T20:30:00Z")}
    INSERT INTO release (source, repo, id, tag, name, draft, prerelease, published_at) VALUES
      ('s', 'r', 1, 'v1', 'One', 0, 0, '2026-11-21T20:00:00Z'), ('s', 'r', 2, 'v0', 'Old', 0, 0, '2026-05-01T00:00:00Z'), ('s', 'r', 3, 'v2', 'Draft', 1, 0, NULL);
    ${repo("late")} INSERT INTO repo (source, key, name, created_at) VALUES ('s', 'new', 'new', '2026-11-21T20:00:00Z')`);

  const tonight = ["3 reopened", "4 opened", "5 other priority", "8 opened and closed"];
  const spans = ["run", "day", "week"].map((id) => span(path, id));
  assert.deepEqual(spans.map(({ since }) => since), ["2026-11-21T09:00:00Z", "2026-11-20T21:00:00Z", "2026-11-13T21:00:00Z"]);
  assert.deepEqual(told(spans[0].issues, "number", "what"), tonight);
  assert.deepEqual(told(spans[1].issues, "number", "what"), ["2 merged", ...tonight]);
  assert.deepEqual(told(spans[2].issues, "number", "what"), ["1 closed", "2 merged", ...tonight]);
  for (const each of spans) {
    assert.deepEqual(told(each.releases, "tag"), ["v1"]);
    assert.deepEqual(told(each.repositories, "repo", "what"), ["late came to be known", "new created"]);
    assert.equal(each.total.known, 2, "issue 6 and release v0 are older");
  }
  assert.deepEqual(told(spans[0].issues.filter(({ number }) => number === 5), "priority_before", "priority"), ["low critical"]);

  const list = rows(path, "run").slice(1);
  const line = (start) => list.filter((row) => row.startsWith(start));
  assert.deepEqual(line("reopened"), ["reopened Item 3 r #3 issue low not told"]);
  assert.deepEqual(line("opened Item"), ["opened Item 4 r #4 issue low 2026-11-21"]);
  assert.match(line("other priority")[0], /^other priority Item 5 r #5 issue critical label of priority: low then, critical now not told$/);
  assert.equal(line("merged").length, 0);
  assert.match(rows(path, "week").join("\n"), /^merged Item 2 r #2 pull request 2026-11-21$/m);
  assert.ok(!list.join("\n").includes("Item 6"));
  assert.ok(texts(path, "p", "run").includes("Issues, pull requests, releases and items of other domains that are older than that run and only came to be known since: 2. They are not listed here."));
  assert.ok(texts(path, "p", "run").some((text) => text.startsWith("Scores, costs and counts of other domains are kept by day.")), "the run before was on the same day");

  assert.deepEqual(rows(path, "changed", { page: "repo/s/r" }).slice(1).map((row) => row.split(" ").slice(0, 3).join(" ")).filter((row) => /^(issue|pull|release)/.test(row)).sort(),
    ["issue closed #1", "issue came to", "issue of other", "issue opened #4", "issue opened and", "issue reopened #3", "pull request merged", "release came to", "release published v1"].sort());
  assert.deepEqual(texts(path, "p", "changed", { page: "repo/s/other" }), ["No finding, score, issue, pull request or release of this repository is another than it was a week before the last run."]);

  const csv = parse(readFileSync(join(path, "public/changes.csv"), "utf8"), { columns: true });
  assert.deepEqual(told(csv.filter(({ kind, span }) => kind === "issue" && span === "run"), "number", "what"), [" known", "3 reopened", "4 opened", "5 prioritised", "8 passed"]);
});

test("an issue that was closed and opened again in between is not told", () => {
  const path = begin(item(1));
  night(path, "2026-11-20T21:00:00Z", close(1, "2026-11-20T10:00:00Z"));
  night(path, "2026-11-21T21:00:00Z", "UPDATE issue SET state = 'open', closed_at = NULL");
  assert.deepEqual(told(span(path, "run").issues, "number", "what"), ["1 reopened"]);
  assert.deepEqual(span(path, "week").issues, []);
  assert.ok(texts(path, "p", "week").includes("Nothing that is told here changed."));
});

test("nothing changed, and nothing collected", () => {
  const path = begin(`${item(1)} ${item(2, { labels: '["critical"]' })}`);
  night(path, "2026-11-20T21:00:00Z");
  night(path, "2026-11-21T21:00:00Z");
  assert.ok(texts(path, "p", "run").includes("Nothing that is told here changed."));
  assert.deepEqual(texts(path, "p", "day").slice(1), ["It is the same run as in “Since the run before this one”, and so is what changed."]);
  assert.match(texts(path, "section", "changed", { page: "index" })[0], /No finding, score, issue, pull request, release, source or item of another domain is another than it was then\.$/);
  const pages = () => Object.fromEntries(Object.entries(tree(join(path, "public"))).filter(([name]) => name.startsWith("changes") || name.startsWith("repo/")));
  const before = pages();
  run(path, "2026-12-24T21:00:00Z", "render");
  assert.deepEqual(pages(), before);
  run(path, "2026-11-22T03:00:00Z", "analyse", "render");
  assert.deepEqual(pages()["changes.html"], before["changes.html"]);
});

test("a history that is too short is said", () => {
  const path = begin(item(1));
  night(path, "2026-11-13T22:00:00Z", close(1, "2026-11-13T21:30:00Z"));
  for (const id of ["day", "week"]) assert.match(texts(path, "p", id)[0], /^Compared with what the run of 2026-11-13 21:00 UTC left\. There is no run of (an earlier day|a week ago) to compare with; this is the first run/);
  assert.equal(span(path, "week").same, "run");
});

test("of a night that is not kept nothing is compared", () => {
  const path = begin(item(1));
  night(path, "2026-11-14T21:00:00Z", close(1, "2026-11-14T10:00:00Z"));
  night(path, "2026-11-21T21:00:00Z", "UPDATE run SET kept = 0 WHERE id = 2");
  assert.deepEqual(told(span(path, "run").issues, "number", "what"), ["1 closed"]);
  assert.equal(span(path, "run").since, "2026-11-13T21:00:00Z");
});

test("findings, with the cause", () => {
  const path = begin(`${item(1, { labels: '["critical"]' })} ${item(2, { labels: '["high"]' })} ${item(3, { labels: '["low"]' })} ${item(4)}`);
  const own = (id) => told(span(path, id).findings.filter(({ rule }) => rule === "own"), "number", "what", "severity", "severity_before", "cause");
  night(path, "2026-11-20T21:00:00Z", `${close(1, "2026-11-20T00:00:00Z")} UPDATE issue SET labels = '["critical"]' WHERE number = 2;
    UPDATE issue SET labels = '["low"]' WHERE number = 4`);
  assert.deepEqual(own("run"), ["1 resolved critical null the repository changed", "2 raised critical high the repository changed", "4 opened low null the repository changed"].map((text) => text.replace("null", "")));
  writeFileSync(join(path, "checks/own.sql"), check.replace("IN ('critical', 'high', 'low')", "IN ('critical', 'high')"));
  night(path, "2026-11-21T21:00:00Z");
  assert.deepEqual(own("run"), ["3 resolved low  the check changed", "4 resolved low  the check changed"]);
  assert.deepEqual(own("week"), ["1 resolved critical  the repository changed", "2 raised critical high the repository changed", "3 resolved low  the check changed", "4 opened and resolved low  the check changed"]);
  const list = rows(path, "week").filter((row) => row.includes("own:"));
  assert.match(list[0], /^critical was high raised: Item 2 #2 Item 2 own: Evidence of Item 2 r the repository changed 2026-11-20$/);
  assert.match(list.at(-1), /^low opened and resolved: Item 4 .* the check changed 2026-11-21$/);
  assert.deepEqual(texts(path, "li", "changed", { page: "index" }).filter((text) => text.startsWith("Findings")), ["Findings resolved, or less severe: 2"]);
});

test("scores that moved: the repository changed, or the rule did", () => {
  const path = begin();
  night(path, "2026-11-20T21:00:00Z", "UPDATE repo SET has_tests = 0 WHERE key = 'r'");
  let [move, ...others] = span(path, "run").scores;
  assert.deepEqual(others, []);
  assert.deepEqual([move.repo, move.what, move.cause], ["r", "fell", "the repository changed"]);
  assert.deepEqual(told(move.parts, "component", "before", "after", "difference"), ["tests 6 0 -6"]);
  assert.equal(move.after, Math.round((move.before + move.difference) * 10) / 10);
  assert.match(rows(path, "run").find((row) => row.startsWith("r ")), /^r \d+\.\d \d+\.\d fell −\d+\.\d tests 6\.0 to 0\.0 \(−6\.0\) the repository changed$/);
  assert.match(rows(path, "changed", { page: "repo/s/r" }).find((row) => row.startsWith("component tests")), /^component tests 6\.0 then, 0\.0 now the repository changed 2026-11-20$/);

  const health = readFileSync(join(root, "generator/passes/health-community.sql"), "utf8");
  const changed = health.replace("readme (7,", "readme (27,");
  assert.notEqual(changed, health);
  spawnSync("mkdir", ["-p", join(path, "passes")]);
  writeFileSync(join(path, "passes/health-community.sql"), changed);
  night(path, "2026-11-21T21:00:00Z");
  assert.deepEqual(told(span(path, "run").scores, "repo", "what", "cause"), ["r rose the rule changed"]);
  assert.deepEqual(told(span(path, "run").scores[0].parts, "component", "before", "after"), ["readme 7 27"]);
  const week = span(path, "week").scores[0];
  assert.deepEqual([week.repo, week.cause], ["r", "both changed"]);
  assert.ok(week.by_rule > 0 && week.by_fact < 0);
  assert.equal(Math.round(10 * (week.by_rule + week.by_fact)), Math.round(10 * week.difference));
  assert.equal(week.by_rule, span(path, "run").scores[0].difference);
  assert.match(rows(path, "week").find((row) => row.startsWith("r ")), /both changed: the rule moved it by \d+\.\d, the repository by −\d+\.\d$/);
  assert.deepEqual(told(week.parts, "component", "difference"), ["readme 20", "tests -6"]);

  night(path, "2026-11-22T21:00:00Z", "UPDATE repo SET has_tests = 1 WHERE key = 'r'");
  assert.deepEqual(told(span(path, "run").scores, "repo", "what", "cause"), ["r rose the repository changed"]);

  writeFileSync(join(path, "passes/health-community.sql"), changed.replace("readme (27,", "readme (40,"));
  night(path, "2026-11-22T23:00:00Z", "UPDATE repo SET has_license = 0 WHERE key = 'r'");
  night(path, "2026-11-23T01:00:00Z");
  rmSync(join(path, "checks/own.sql"));
  night(path, "2026-11-24T21:00:00Z", "UPDATE repo SET has_readme = 0 WHERE key = 'other'");
  assert.deepEqual(told(span(path, "run").scores, "repo", "what", "cause"), ["other fell the repository changed"], "a check is no rule of scores");
});

test("a night with another rule and other facts; and words that are no rule", () => {
  const path = begin();
  const health = readFileSync(join(root, "generator/passes/health-community.sql"), "utf8");
  const rule = (text) => {
    spawnSync("mkdir", ["-p", join(path, "passes")]);
    writeFileSync(join(path, "passes/health-community.sql"), text);
  };
  rule(health.replace("-- rows", "-- A remark.\n-- rows"));
  night(path, "2026-11-20T21:00:00Z", "UPDATE repo SET has_tests = 0 WHERE key = 'r'");
  assert.deepEqual(told(span(path, "run").scores, "repo", "cause"), ["r the repository changed"]);
  rule(health.replace("readme (7,", "readme (27,"));
  night(path, "2026-11-21T21:00:00Z", "UPDATE repo SET has_license = 0 WHERE key = 'r'");
  const [{ cause, by_rule, by_fact, before, after }] = span(path, "run").scores;
  assert.equal(cause, "both changed");
  assert.ok(by_rule > 0 && by_fact < 0);
  assert.equal(Math.round(10 * (after - before)), Math.round(10 * (by_rule + by_fact)));
  assert.deepEqual(sql(path, "SELECT repo, metric, run FROM rescore WHERE edition = 'all' AND run = 3 ORDER BY 1, 2"),
    [["other", "score"], ["other", "score.readme"], ["r", "score"], ["r", "score.readme"]].map(([repo, metric]) => ({ repo, metric, run: 3 })));
  const again = json(path);
  run(path, "2026-11-22T02:00:00Z", "analyse", "render");
  assert.deepEqual(json(path), again, "analysed again it is the same");

  rule(health);
  night(path, "2026-11-22T21:00:00Z", "UPDATE run SET kept = 0 WHERE id = 3");
  assert.deepEqual(told(span(path, "run").scores, "repo", "cause"), ["r the rule changed"], "of the night before not enough is kept");
});

test("a source gone quiet is a gap, and back is back", () => {
  const scope = (outcome, more = "") => `INSERT INTO scope (source, declaration, key, repo, outcome, reason, asked_at, loaded_at, hash)
    VALUES ('s', 'git/repository', 'r', 'r', '${outcome}', ${more || "NULL"}, '2026-11-13T21:00:00Z', '2026-11-13T21:00:00Z', 'x');
    INSERT INTO declaration (kind, name, summary, documentation, hash) VALUES ('source', 'git/repository', 'A repository.', '', 'x')`;
  const path = begin(`${item(1)} ${scope("ok")};`);
  night(path, "2026-11-20T21:00:00Z", "UPDATE scope SET outcome = 'failed', reason = 'It <b>broke</b>.'");
  const [quiet, ...more] = span(path, "run").quiet;
  assert.deepEqual(more, []);
  assert.deepEqual([quiet.what, quiet.declaration, quiet.scopes, quiet.reason, quiet.last_good], ["gone quiet", "git/repository", 1, "It <b>broke</b>.", "2026-11-13T21:00:00Z"]);
  assert.deepEqual(span(path, "run").scores, [], "not known is not moved");
  assert.equal(span(path, "run").total.lost, 1);
  assert.deepEqual(span(path, "run").issues, []);
  assert.ok(texts(path, "p").some((text) => text.startsWith("Not everything is known tonight: of what was asked of the sources, 1 things could not be read")));
  assert.match(rows(path, "run").join("\n"), /^gone quiet s: git\/repository, times asked for: 1 It <b>broke<\/b>\. 2026-11-13 21:00 UTC$/m);
  assert.match(texts(path, "section", "changed", { page: "repo/s/r" })[0], /Not everything of it could be read, see where this comes from: what changed there is not known\.$/);
  assert.deepEqual(texts(path, "li", "changed", { page: "index" }).filter((text) => text.startsWith("Things")), ["Things asked of sources that could be read then and not now: 1"]);
  night(path, "2026-11-21T21:00:00Z", `UPDATE scope SET outcome = 'ok', reason = NULL; ${close(1, "2026-11-20T10:00:00Z")}`);
  assert.deepEqual(told(span(path, "run").quiet, "what", "declaration"), ["answers again git/repository"]);
  assert.deepEqual(told(span(path, "run").issues, "number", "what"), ["1 closed"]);
  assert.deepEqual(span(path, "week").quiet, [], "over the week it is as it was");
  assert.deepEqual(told(span(path, "week").issues, "number", "what"), ["1 closed"]);
});

test("costs, and the turn of a month", () => {
  const usage = (key, day, cost) => `INSERT INTO usage (source, key, kind, zone, day, provider, cost, currency) VALUES ('s', '${key}', 'actual', NULL, '${day}', 'p', ${cost}, 'EUR');`;
  const path = begin(usage("a", "2026-11-02", 1500000));
  night(path, "2026-11-21T21:00:00Z", usage("b", "2026-11-20", 250000));
  assert.match(rows(path, "run").join("\n"), /^s, EUR 1\.50 in 2026-11 1\.75 in 2026-11 \+0\.25$/m);
  night(path, "2026-12-01T21:00:00Z", usage("c", "2026-12-01", 10000));
  assert.match(rows(path, "run").join("\n"), /^s, EUR 1\.75 in 2026-11 0\.01 in 2026-12 not comparable$/m);
});

const old = "2026-11-01T00:00:00Z";
const ticket = (key, { severity = "medium", opened = old, zone = "NULL", title = `Ticket ${key}` } = {}) =>
  `INSERT INTO ticket (source, key, zone, title, state, severity, opened_at) VALUES ('s', '${key}', ${zone}, '${title}', 'open', '${severity}', '${opened}');`;
const incident = (key, started = old) => `INSERT INTO incident (source, key, kind, severity, state, title, component, started_at)
   VALUES ('s', '${key}', 'infrastructure', 'high', 'open', 'Incident ${key}', 'db', '${started}');`;
const job = (key, state) => `INSERT INTO job (source, key, name, state, ended_at) VALUES ('s', '${key}', 'Job ${key}', '${state}', '${old}');`;
const idea = (key, created = old) => `INSERT INTO idea (source, key, title, state, created_at) VALUES ('s', '${key}', 'Idea ${key}', 'review', '${created}');`;

test("what is not code: what came, broke, was mended or decided; what is only listed no more is counted", () => {
  const path = begin(`${["t1", "t2", "t3", "t4", "t5"].map((key) => ticket(key)).join("")} UPDATE ticket SET state = 'closed', closed_at = '${old}' WHERE key = 't5';
    ${["i1", "i2", "i3", "i4"].map((key) => incident(key)).join("")} ${job("j1", "succeeded")} ${job("j2", "failed")} ${job("j3", "succeeded")} ${job("j4", "failed")} ${idea("n1")} ${idea("n2")}`);
  const at = "2026-11-21T20:00:00Z";
  night(path, "2026-11-21T21:00:00Z", `${ticket("t6", { opened: at })} ${ticket("t7")} ${ticket("t8", { opened: at })} ${incident("i5", at)} ${idea("n3", at)}
    UPDATE ticket SET state = 'closed', closed_at = '${at}' WHERE key IN ('t1', 't8'); UPDATE ticket SET state = 'open', closed_at = NULL WHERE key = 't5';
    UPDATE ticket SET severity = iif(key = 't2', 'critical', 'low') WHERE key IN ('t2', 't3'); UPDATE ticket SET state = 'waiting' WHERE key = 't4';
    UPDATE incident SET state = 'resolved', resolved_at = '${at}' WHERE key = 'i1'; UPDATE incident SET state = 'silenced' WHERE key = 'i2'; DELETE FROM incident WHERE key = 'i3';
    UPDATE job SET state = 'failed', ended_at = '${at}' WHERE key = 'j1'; UPDATE job SET state = 'succeeded', ended_at = '${at}' WHERE key = 'j2';
    UPDATE job SET state = 'failed', enabled = 0 WHERE key = 'j3'; UPDATE job SET detail = 'still' WHERE key = 'j4';
    UPDATE idea SET state = 'routed', updated_at = '${at}' WHERE key = 'n1'`);
  const { domains, numbers, total } = span(path, "run");
  assert.deepEqual(told(domains, "kind", "title", "what"), ["idea Idea n1 decided", "idea Idea n3 came", "incident db: Incident i1 resolved", "incident db: Incident i2 silenced",
    "incident db: Incident i5 opened", "job Job j1 failed", "job Job j2 recovered", "ticket Ticket t1 closed", "ticket Ticket t2 more severe", "ticket Ticket t3 less severe",
    "ticket Ticket t5 reopened", "ticket Ticket t6 opened", "ticket Ticket t8 opened and closed"]);
  assert.equal(total.known, 1, "ticket t7 is older");
  assert.deepEqual(told(numbers, "metric", "count_before", "count_after"), ["open incidents 4 2", "open tickets 4 6"], "as many failed jobs and waiting ideas as before");

  const list = rows(path, "run");
  const place = (start) => list.findIndex((row) => row.startsWith(start));
  assert.ok(0 < place("more severe Ticket t2 ticket, source s critical severity: medium then, critical now not told"), list.join("\n"));
  assert.ok(place("more severe") < place("opened db: Incident i5") && place("opened db") < place("resolved db"), "by priority, and what is over last");
  assert.ok(0 < place("decided Idea n1 idea, source s now routed 2026-11-21"));
  assert.ok(0 < place("open incidents s 4 2 −2"));
  const desk = texts(path, "li", "changed", { page: "index" });
  assert.ok(desk.includes("Tickets, incidents, jobs, ideas and budgets that came, broke or are more severe: 6, tickets: 3, ideas: 1, incidents: 1, jobs: 1"), desk.join("\n"));
  assert.ok(desk.includes("Tickets, incidents, jobs and ideas closed, mended or decided: 6, incidents: 2, tickets: 2, ideas: 1, jobs: 1"), desk.join("\n"));
  assert.ok(desk.includes("Counts of open tickets, open incidents, failed jobs or waiting ideas that moved: 2, open incidents −2, open tickets +2"), desk.join("\n"));
  const csv = parse(readFileSync(join(path, "public/changes.csv"), "utf8"), { columns: true }).filter((row) => row.span === "run");
  assert.deepEqual(told(csv.filter(({ kind }) => kind === "ticket"), "subject", "what", "before", "after").slice(-1), ["Ticket t8 passed  medium"]);
  assert.deepEqual(told(csv.filter(({ kind }) => kind === "number"), "subject", "what", "before", "after"), ["open_incidents fell 4 2", "open_tickets rose 4 6"]);

  night(path, "2026-11-22T21:00:00Z", `INSERT INTO scope (source, declaration, key, outcome, asked_at, hash) VALUES ('s', 'hamnet/alerts', '', 'failed', '${at}', 'x')`);
  assert.deepEqual(told(span(path, "run").numbers, "metric", "count_before", "count_after").slice(1, 2), ["open incidents 2 "], "not read is not none");
  assert.ok(texts(path, "li", "changed", { page: "index" }).some((text) => text.includes("open incidents, not comparable")));
});

test("a budget that reached a threshold since; in another month it begins anew", () => {
  const usage = (day, cost) => `INSERT INTO usage (source, key, kind, day, provider, cost, currency) VALUES ('s', '${day}', 'actual', '${day}', 'p', ${cost}000000, 'EUR');`;
  const path = begin(usage("2026-11-02", 60), "2026-11-13T21:00:00Z", { "site.conf": `${conf}[costs]\n\tcurrency = EUR\n\tzone = public\n[budget "all"]\n\tmonthly = 100\n\tzone = internal\n` });
  const budgets = (id, edition) => told(span(path, id, edition).domains.filter(({ kind }) => kind === "budget"), "title", "threshold_before", "threshold", "at");
  night(path, "2026-11-20T21:00:00Z", usage("2026-11-19", 5));
  assert.deepEqual(budgets("run", "all"), [], "it was above the first threshold already");
  night(path, "2026-11-21T21:00:00Z", usage("2026-11-13", 20));
  assert.match(budgets("run", "all").join(), /^Budget all: spent 85\.00 of 100\.00 EUR, 80% on 2026-11-13; .* 50 80 2026-11-13T00:00:00Z$/);
  assert.deepEqual(budgets("run"), [], "of the edition that may not know of it");
  night(path, "2026-12-03T21:00:00Z", usage("2026-12-02", 55));
  assert.match(budgets("run", "all").join(), / 0 50 2026-12-02T00:00:00Z$/);
});

test("of tickets, too, an edition is told nothing that it may not see", () => {
  const path = begin(`${ticket("a", { zone: "'internal'", title: "SECRET a" })} ${ticket("b")}`);
  night(path, "2026-11-20T21:00:00Z", `UPDATE ticket SET state = 'closed', closed_at = '2026-11-20T00:00:00Z' WHERE key = 'a'; ${ticket("c", { zone: "'restricted'", title: "SECRET c", opened: "2026-11-20T10:00:00Z" })}`);
  assert.deepEqual(told(span(path, "run", "all").domains, "title", "what"), ["SECRET a closed", "SECRET c opened"]);
  assert.equal(span(path, "run").total.all, 0);
  assert.ok(!Object.values(tree(join(path, "public"))).some((bytes) => bytes.includes("SECRET")));
  night(path, "2026-11-21T21:00:00Z", "UPDATE ticket SET zone = 'internal' WHERE key = 'b'");
  assert.deepEqual(span(path, "run").domains, [], "hidden is not closed");
});

test("what an edition may not see is not told there", () => {
  const path = begin(`${item(1, { zone: "'internal'", title: "SECRET one" })} ${item(2)}`);
  night(path, "2026-11-20T21:00:00Z", `${close(1, "2026-11-20T00:00:00Z")} ${item(3, { zone: "'restricted'", title: "SECRET three", labels: '["critical"]', created: "2026-11-20T10:00:00Z" })}`);
  assert.deepEqual(told(span(path, "run", "all").issues, "number", "what"), ["1 closed", "3 opened"]);
  assert.equal(span(path, "run").total.all, 0);
  assert.ok(!Object.values(tree(join(path, "public"))).some((bytes) => bytes.includes("SECRET")));
  night(path, "2026-11-21T21:00:00Z", "UPDATE issue SET zone = 'internal' WHERE number = 2");
  assert.deepEqual([span(path, "run").issues, span(path, "run").findings], [[], []], "hidden is not closed");
  night(path, "2026-11-22T21:00:00Z", "UPDATE issue SET zone = NULL WHERE number = 1");
  assert.ok(!JSON.stringify(span(path, "run").issues).includes("closed"), "what it was while it was hidden is not told");
});

test("a list ends at 100 and says how many more", () => {
  const path = begin(Array.from({ length: 103 }, (_, i) => item(i + 1)).join(""));
  night(path, "2026-11-21T21:00:00Z", "UPDATE issue SET state = 'closed', closed_at = '2026-11-21T00:00:00Z'");
  assert.equal(rows(path, "run").filter((row) => row.startsWith("closed")).length, 100);
  assert.ok(texts(path, "p", "run").includes("And 3 more, in the table."));
  assert.equal(parse(readFileSync(join(path, "public/changes.csv"), "utf8"), { columns: true }).filter((row) => row.kind === "issue" && row.span === "run").length, 103);
  assert.ok(rows(path, "changed", { page: "repo/s/r" }).length === 51);
  assert.deepEqual(sql(path, "SELECT count(*) AS n FROM item_change WHERE edition = 'public' AND span = 'week'"), [{ n: 103 }]);
});
