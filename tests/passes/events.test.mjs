// What becomes of findings, run by run: facts are changed between nights as a source would
// change them, and the table finding_event is read.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, site, sql, tower } from "../tower.mjs";

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

// Two issues, found in the first night.
function begin(files = {}) {
  const path = site({ "site.conf": conf, "checks/own.sql": check, ...files });
  analyse(path, 1);
  tonight(path, 1, `INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r'); ${issue(1, "critical")}; ${issue(2, "high")}`);
  return path;
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
