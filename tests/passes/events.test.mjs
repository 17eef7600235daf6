// What becomes of findings, run by run: facts are changed between nights as a source would
// change them, and the table finding_event is read.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, site, sql, tower } from "../tower.mjs";

// Everything is told, as often as it comes and goes; but see the tests of quiet-days.
const told = '[rule "finding"]\n\tquiet-days = 0\n';
const quiet = `[source "s"]
	type = git
	path = .
[edition "public"]
	zones = public
	output = public
[edition "all"]
	zones = public, internal, restricted
	output = all
`;
const conf = quiet + told;

// The severity is the label of the issue; what has none is no finding.
const check = `-- Issues with a severity.
--
-- group:    own
-- severity: high
-- remedy:   Close it.

-- finding
SELECT source, repo, number, labels ->> 0 AS severity, title AS message, 'Evidence of ' || title AS evidence
  FROM issue WHERE state = 'open' AND labels <> '[]';
`;
const at = (night) => `2026-11-${String(night).padStart(2, "0")}T21:00:00Z`;

function sqlite(path, script) {
  const { status, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], { input: `PRAGMA foreign_keys = ON; BEGIN; ${script}; COMMIT;`, encoding: "utf8" });
  assert.equal(stderr, "");
  assert.equal(status, 0);
}

function analyse(path, night) {
  const { status, stderr } = tower(["analyse", "-q", "-C", path, "--now", at(night)]);
  assert.equal(stderr, "");
  assert.equal(status, 0);
}

// A new run, the facts as this script leaves them, and an analysis.
function tonight(path, night, script = "SELECT 1 WHERE 0") {
  sqlite(path, `INSERT INTO run (id, started_at, version) VALUES (${night}, '${at(night)}', 'x'); ${script}`);
  analyse(path, night);
}

const issue = (number, severity, more = "NULL") => `INSERT INTO issue (source, repo, number, kind, title, state, labels, zone, created_at, updated_at)
  VALUES ('s', 'r', ${number}, 'issue', 'Issue ${number}', 'open', '["${severity}"]', ${more}, '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z')`;

// Two issues, found in the first night; the site without further files is made once.
let begun;
function begin(files) {
  if (begun && !files) {
    const path = folder();
    cpSync(begun, path, { recursive: true, preserveTimestamps: true });
    return path;
  }
  const path = site({ "site.conf": conf, "checks/own.sql": check, ...files });
  analyse(path, 1);
  tonight(path, 1, `INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r'); ${issue(1, "critical")}; ${issue(2, "high")}`);
  if (files) return path;
  begun = path;
  return begin();
}

// "1 critical-to-be open fact 3": number, severity (and the one before), state, cause, run.
function events(path, { edition = "public", rule = "own" } = {}) {
  return sql(path, `SELECT number || coalesce(' ' || severity_before || ' to', '') || ' ' || severity || ' ' || state || ' ' || cause || ' ' || run AS text
    FROM finding_event WHERE edition = '${edition}' AND rule = '${rule}' ORDER BY run, number, nth`).map(({ text }) => text);
}
const first = ["1 critical open fact 1", "2 high open fact 1"];

test("the first analysis opens everything, at the time of its run and whatever the clock says now", () => {
  const path = begin();
  assert.deepEqual(events(path), first);
  assert.deepEqual(sql(path, "SELECT DISTINCT at, nth FROM finding_event"), [{ at: at(1), nth: 1 }]);
  assert.deepEqual(events(path, { edition: "all" }), first);
  analyse(path, 9);
  assert.deepEqual(sql(path, "SELECT DISTINCT at, nth FROM finding_event"), [{ at: at(1), nth: 1 }]);
});

test("resolved, with the words that it had last; opened again", () => {
  const path = begin();
  tonight(path, 2);
  assert.deepEqual(events(path), first);
  tonight(path, 3, "UPDATE issue SET title = 'Other words' WHERE number = 1");
  assert.deepEqual(events(path), first, "words are no event");
  tonight(path, 4, "UPDATE issue SET state = 'closed' WHERE number = 1");
  tonight(path, 5);
  tonight(path, 6, "UPDATE issue SET state = 'open' WHERE number = 1");
  assert.deepEqual(events(path), [...first, "1 critical resolved fact 4", "1 critical open fact 6"]);
  assert.deepEqual(sql(path, "SELECT nth, at, message, evidence FROM finding_event WHERE edition = 'public' AND rule = 'own' AND number = 1 ORDER BY nth"), [
    { nth: 1, at: at(1), message: "Issue 1", evidence: "Evidence of Issue 1" },
    { nth: 2, at: at(4), message: "Issue 1", evidence: "Evidence of Issue 1" },
    { nth: 3, at: at(6), message: "Other words", evidence: "Evidence of Other words" },
  ]);
});

test("analysed again in the same run: what counts is how the run ends", () => {
  const path = begin();
  tonight(path, 2, "UPDATE issue SET state = 'closed' WHERE number = 1");
  const rows = () => sql(path, "SELECT * FROM finding_event ORDER BY edition, key, nth");
  const before = rows();
  analyse(path, 2);
  assert.deepEqual(rows(), before);
  sqlite(path, "UPDATE issue SET state = 'open' WHERE number = 1; UPDATE issue SET state = 'closed' WHERE number = 2");
  analyse(path, 2);
  assert.deepEqual(events(path), [...first, "2 high resolved fact 2"]);
});

test("another severity: told once, with the one before; open since the first", () => {
  const path = begin();
  tonight(path, 2, "UPDATE issue SET labels = '[\"critical\"]' WHERE number = 2");
  tonight(path, 3);
  tonight(path, 4, "UPDATE issue SET state = 'closed' WHERE number = 2");
  assert.deepEqual(events(path), [...first, "2 high to critical open fact 2", "2 critical resolved fact 4"]);
  tower(["render", "-q", "-C", path, "--now", at(4)]);
  const shown = JSON.parse(readFileSync(join(path, "public/repo/s/r.json"), "utf8"));
  assert.deepEqual(shown.findings.filter(({ rule }) => rule === "own").map(({ number, since }) => [number, since]), [[1, at(1)]]);
  tonight(path, 5, "UPDATE issue SET labels = '[\"low\"]' WHERE number = 1");
  tower(["render", "-q", "-C", path, "--now", at(5)]);
  const page = readFileSync(join(path, "public/repo/s/r.md"), "utf8");
  assert.match(page, /\| low \| Issue 1.* \| own \| Evidence of Issue 1 \| 2026-11-01 \|/);
});

test("the cause: the facts, or the check itself", () => {
  const path = begin();
  const rule = (text) => writeFileSync(join(path, "checks/own.sql"), text);
  rule(check.replace("labels <> '[]'", "labels <> '[]' AND number > 1"));
  tonight(path, 2);
  assert.deepEqual(events(path), [...first, "1 critical resolved rule 2"]);
  analyse(path, 2);
  assert.deepEqual(events(path), [...first, "1 critical resolved rule 2"], "also the second time");
  tonight(path, 3, "UPDATE issue SET state = 'closed' WHERE number = 2");
  assert.deepEqual(events(path).slice(3), ["2 high resolved fact 3"]);
  rule(check);
  analyse(path, 3);
  assert.deepEqual(events(path).slice(3), ["1 critical open rule 3", "2 high resolved rule 3"]);
  rule(check.replace("labels <> '[]'", "labels <> '[]' AND number > 1"));
  analyse(path, 3);
  assert.deepEqual(events(path).slice(3), ["2 high resolved fact 3"], "and taken back");
});

test("a check that comes, and one that goes", () => {
  const path = begin();
  writeFileSync(join(path, "checks/other.sql"), check);
  tonight(path, 2);
  assert.deepEqual(events(path, { rule: "other" }), ["1 critical open rule 2", "2 high open rule 2"]);
  rmSync(join(path, "checks/other.sql"));
  tonight(path, 3);
  analyse(path, 3);
  assert.deepEqual(events(path, { rule: "other" }).slice(2), ["1 critical resolved rule 3", "2 high resolved rule 3"]);
  assert.deepEqual(events(path), first);
  tonight(path, 4);
  assert.deepEqual(sql(path, "SELECT count(*) AS n FROM edition_rule WHERE rule = 'other'"), [{ n: 0 }]);
});

test("what an edition may not see is neither told nor resolved there", () => {
  const path = begin();
  tonight(path, 2, "UPDATE issue SET zone = 'internal' WHERE number = 1");
  assert.deepEqual(events(path), first, "the row stays, behind the edition's views");
  assert.deepEqual(events(path, { edition: "all" }), first);
  tonight(path, 3, `${issue(3, "critical", "'internal'")}`);
  assert.deepEqual(events(path), first);
  assert.deepEqual(events(path, { edition: "all" }), [...first, "3 critical open fact 3"]);
  tonight(path, 4, "UPDATE issue SET state = 'closed' WHERE number = 1");
  assert.deepEqual(events(path), first);
  assert.deepEqual(events(path, { edition: "all" }).slice(3), ["1 critical resolved fact 4"]);
  tonight(path, 5, "UPDATE issue SET zone = NULL");
  assert.deepEqual(events(path), [...first, "1 critical resolved fact 5", "3 critical open fact 5"], "now that it is seen");
});

test("of a source that is out of site.conf nothing is resolved", () => {
  const path = begin();
  writeFileSync(join(path, "site.conf"), conf.replace('"s"', '"t"'));
  tonight(path, 2);
  writeFileSync(join(path, "site.conf"), conf);
  tonight(path, 3);
  assert.deepEqual(events(path), first);
});

test("of a repository or an issue that is gone at the source nothing is resolved, and if it comes back nothing is told twice", () => {
  const path = begin();
  tonight(path, 2, "DELETE FROM issue WHERE number = 1");
  assert.deepEqual(events(path), first);
  tonight(path, 3, "DELETE FROM repo");
  assert.deepEqual(events(path), first);
  tonight(path, 4, `INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r'); ${issue(1, "critical")}`);
  assert.deepEqual(events(path), first);
});

test("without any run: the time is that of the analysis", () => {
  const path = site({ "site.conf": conf, "checks/own.sql": check });
  analyse(path, 1);
  sqlite(path, `INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r'); ${issue(1, "critical")}`);
  analyse(path, 2);
  assert.deepEqual(sql(path, "SELECT run, at FROM finding_event WHERE edition = 'public' AND rule = 'own'"), [{ run: 0, at: at(2) }]);
});

test("without the rows above its zones an edition has the same events", () => {
  const path = begin();
  tonight(path, 2, `UPDATE issue SET zone = 'restricted' WHERE number = 1; ${issue(3, "critical", "'internal'")}`);
  tonight(path, 3, "UPDATE issue SET state = 'closed'");
  const other = folder();
  cpSync(path, other, { recursive: true });
  sqlite(other, "DELETE FROM issue WHERE zone <> 'public'");
  analyse(path, 3);
  analyse(other, 3);
  const render = (at_) => tower(["render", "-q", "-C", at_, "--now", at(3)]).stderr;
  assert.deepEqual([render(path), render(other)], ["", ""]);
  for (const name of ["feed.xml", "feed.atom", "feed.json", "feeds/high.xml", "feeds/repo/s/r.json", "feeds.json"]) {
    const [mine, theirs] = [path, other].map((at_) => readFileSync(join(at_, "public", name), "utf8"));
    assert.equal(mine, theirs, name);
    assert.doesNotMatch(mine, /Issue [13]/, name);
  }
  assert.match(readFileSync(join(path, "all/feed.xml"), "utf8"), /Resolved: critical: Issue 1/);
});

const change = (number, state) => `UPDATE issue SET state = '${state}' WHERE number = ${number}`;

test("what comes and goes is said once, until it has been quiet for seven days", () => {
  const path = begin({ "site.conf": quiet });
  tonight(path, 2, change(1, "closed"));
  assert.deepEqual(events(path).slice(2), ["1 critical resolved fact 2"]);
  for (const night of [3, 5, 7]) {
    tonight(path, night, change(1, "open"));
    tonight(path, night + 1, change(1, "closed"));
  }
  assert.deepEqual(events(path).slice(3), [], "neither its coming nor its going");
  tonight(path, 9, change(1, "open"));
  assert.deepEqual(events(path).slice(3), ["1 critical open fact 9"], "it is open, and the first two are seven days old");
  assert.deepEqual(sql(path, "SELECT state, first_seen, since, opened FROM finding_state WHERE edition = 'public' AND found_by = 'own' AND key = 'r#1'"),
    [{ state: "reopened", first_seen: at(1), since: at(9), opened: 2 }]);
});

test("what was told to be back is not told to have gone again before it has been quiet for seven days", () => {
  const path = begin({ "site.conf": quiet });
  tonight(path, 5, change(1, "closed"));
  tonight(path, 9, change(1, "open"));
  tonight(path, 10, change(1, "closed"));
  tonight(path, 11);
  assert.deepEqual(events(path).slice(2), ["1 critical resolved fact 5", "1 critical open fact 9"]);
  tonight(path, 12);
  assert.deepEqual(events(path).slice(4), ["1 critical resolved fact 12"]);
});

test("while it is not told that it is back, it is found, and open since it was opened last", () => {
  const path = begin({ "site.conf": quiet });
  tonight(path, 2, change(1, "closed"));
  tonight(path, 3, change(1, "open"));
  assert.deepEqual(sql(path, "SELECT f.key, s.state, s.since, s.opened FROM finding f JOIN finding_state s ON s.edition = f.edition AND s.found_by = f.rule AND s.key = f.key WHERE f.edition = 'public' AND f.rule = 'own' AND f.key = 'r#1'"),
    [{ key: "r#1", state: "reopened", since: at(1), opened: 1 }]);
});

test("a higher severity is told at once, a lower one of what comes and goes is not", () => {
  const path = begin({ "site.conf": quiet });
  tonight(path, 2, change(2, "closed"));
  tonight(path, 3, change(2, "open"));
  tonight(path, 10, "SELECT 1 WHERE 0");
  assert.deepEqual(events(path).slice(2), ["2 high resolved fact 2", "2 high open fact 10"]);
  tonight(path, 11, change(2, "closed"));
  tonight(path, 12, `${change(2, "open")}; UPDATE issue SET labels = '["critical"]' WHERE number = 2`);
  assert.deepEqual(events(path).slice(4), ["2 high resolved fact 11"], "what is opened is not more severe than it was");
  tonight(path, 13, `UPDATE issue SET labels = '["low"]' WHERE number = 1`);
  tonight(path, 14, `UPDATE issue SET labels = '["high"]' WHERE number = 1`);
  assert.deepEqual(events(path).slice(5), ["1 critical to low open fact 13", "1 low to high open fact 14"]);
});

// A check of the program's own finds critical issues, too.
const waiver = (until, name = "one", rule = "own") => `[waiver "${name}"]\n\tcheck = ${rule}\n\trepo = r\n\tissue = 1\n\twho = Ada\n\twhy = Everybody here knows of it.\n\tuntil = ${until}\n`;
const waive = (path, until) => writeFileSync(join(path, "content/waivers.conf"), waiver(until) + waiver(until, "two", "critical-open"));

test("what a waiver covers is no finding and no news; after its last day it is as it was", () => {
  const path = begin({ "content/waivers.conf": "" });
  const findings = (table = "finding") => sql(path, `SELECT key FROM ${table} WHERE edition = 'public' AND ${table === "finding" ? "rule" : "found_by"} = 'own' ORDER BY key`).map(({ key }) => key);
  waive(path, "2026-11-03");
  for (const night of [2, 3]) {
    tonight(path, night);
    assert.deepEqual([findings(), findings("waived_finding")], [["r#2"], ["r#1"]]);
  }
  assert.deepEqual(sql(path, "SELECT waiver, who, why, until, severity, message FROM waived_finding WHERE edition = 'public' AND found_by = 'own'"),
    [{ waiver: "one", who: "Ada", why: "Everybody here knows of it.", until: "2026-11-03", severity: "critical", message: "Issue 1" }]);
  assert.deepEqual(events(path), first, "neither resolved nor opened");
  const failOn = (night) => tower(["analyse", "-q", "-C", path, "--now", at(night), "--fail-on", "critical"]).status;
  assert.equal(failOn(3), 0, "it costs nothing");
  tower(["render", "-q", "-C", path, "--now", at(3)]);
  for (const name of ["findings.html", "findings.md", "repo/s/r.html", "repo/s/r.md"]) assert.match(readFileSync(join(path, "public", name), "utf8"), /Everybody here knows of it\./, name);
  tonight(path, 4);
  assert.deepEqual([findings(), findings("waived_finding")], [["r#1", "r#2"], []]);
  assert.deepEqual(events(path), first);
  assert.deepEqual(sql(path, "SELECT number, severity, message FROM finding WHERE edition = 'public' AND rule = 'waiver-expired' AND key = 'waiver one'"),
    [{ number: 1, severity: "medium", message: 'The waiver "one" of own ended on 2026-11-03.' }]);
  assert.equal(failOn(4), 5);
});

test("what is resolved while a waiver covers it is told as resolved; what was never told is told when the waiver ends", () => {
  const path = begin({ "content/waivers.conf": "" });
  waive(path, "2026-11-04");
  tonight(path, 2, `${change(1, "closed")}`);
  assert.deepEqual(events(path).slice(2), ["1 critical resolved fact 2"]);
  tonight(path, 3, change(1, "open"));
  assert.deepEqual(events(path).slice(3), []);
  tonight(path, 5);
  assert.deepEqual(events(path).slice(3), ["1 critical open fact 5"]);
});

test("an edition that may not show what a waiver names knows nothing of the waiver", () => {
  const path = begin({ "content/waivers.conf": "" });
  waive(path, "2026-10-01");
  tonight(path, 2, "UPDATE issue SET zone = 'internal' WHERE number = 1");
  const expired = (edition) => sql(path, `SELECT count(*) AS n FROM finding WHERE edition = '${edition}' AND rule = 'waiver-expired' AND key = 'waiver one'`)[0].n;
  assert.deepEqual([expired("public"), expired("all")], [0, 1]);
  tower(["render", "-q", "-C", path, "--now", at(2)]);
  for (const name of ["findings.html", "findings.json", "index.html", "checks.json", "search-index.js"]) assert.doesNotMatch(readFileSync(join(path, "public", name), "utf8"), /Everybody here knows of it/, name);
});

test("escalation: by severity and time, with the days of site.conf", () => {
  const path = begin({ "site.conf": `${conf}[rule "escalation"]\n\thigh-second = 2\n\thigh-third = 4\n` });
  const tiers = () => sql(path, "SELECT number, state, tier, next_tier_on, reason FROM finding_state WHERE edition = 'public' AND found_by = 'own' ORDER BY number");
  const critical = "critical, open since 2026-11-01: tier 2 from 2026-11-08 (7 days), tier 3 from 2026-11-16 (15 days)";
  const high = "high, open since 2026-11-01: tier 2 from 2026-11-03 (2 days), tier 3 from 2026-11-05 (4 days)";
  const row = (number, tier, next_tier_on, state = "open") => ({ number, state, tier, next_tier_on, reason: number === 1 ? critical : high });
  assert.deepEqual(tiers(), [row(1, 1, "2026-11-08", "new"), row(2, 1, "2026-11-03", "new")]);
  tonight(path, 3);
  assert.deepEqual(tiers(), [row(1, 1, "2026-11-08"), row(2, 2, "2026-11-05")]);
  tonight(path, 7);
  assert.deepEqual(tiers(), [row(1, 1, "2026-11-08"), row(2, 3, null)]);
  tonight(path, 8);
  assert.equal(tiers()[0].tier, 2);
  tonight(path, 16, "UPDATE issue SET labels = '[\"info\"]' WHERE number = 2");
  assert.deepEqual(tiers(), [row(1, 3, null), { number: 2, state: "open", tier: 1, next_tier_on: null, reason: "info, open since 2026-11-01: never escalated" }]);
});

test("another value of a setting is another rule", () => {
  const setting = "-- setting: least (1, 1 to 9): the lowest number";
  const own = check.replace("-- remedy:   Close it.", `-- remedy:   Close it.\n${setting}`).replace("labels <> '[]'", "labels <> '[]' AND number >= :least");
  const path = begin({ "checks/own.sql": own });
  assert.deepEqual(events(path), first);
  writeFileSync(join(path, "site.conf"), `${conf}[rule "own"]\n\tleast = 2\n`);
  tonight(path, 2);
  assert.deepEqual(events(path).slice(2), ["1 critical resolved rule 2"]);
  tower(["render", "-q", "-C", path, "--now", at(2)]);
  assert.match(readFileSync(join(path, "public/checks.html"), "utf8"), /<code>least = 2<\/code> \(otherwise 1\), from 1 to 9: the lowest number/);
  writeFileSync(join(path, "site.conf"), conf);
  tonight(path, 3, "UPDATE issue SET state = 'closed' WHERE number = 2");
  assert.deepEqual(events(path).slice(3), ["1 critical open rule 3", "2 high resolved rule 3"]);
});
