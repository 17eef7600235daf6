// The desk's lists: the first 25 of everything that is open, by rank, and below it what is not in
// that list; the same in all formats and in the offline copy.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { now, site, sql, tower } from "../tower.mjs";

const conf = '[source "s"]\n\ttype = git\n\tpath = .\n[edition "all"]\n\tzones = public, internal, restricted\n\toutput = all\n';

// Nothing but what the facts say is found.
const check = `-- Sources, for this test.
--
-- group:    own
-- severity: high
-- remedy:   Look at the source.

-- finding
SELECT name AS source, NULL AS repo, 'The source itself' AS message, 'So it is.' AS evidence FROM source;
`;

function run(path, ...words) {
  const { status, stderr } = tower([...words, "-q", "-C", path, "--now", now]);
  assert.deepEqual([status, stderr], [0, ""]);
}

function built(facts, more = "") {
  const path = site({ "site.conf": conf + more, "checks/own.sql": check });
  run(path, "analyse");
  const { status, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], { input: `PRAGMA foreign_keys = ON; BEGIN; ${facts} COMMIT;`, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  run(path, "analyse");
  run(path, "render");
  return path;
}

const read = (path, name) => readFileSync(join(path, "all", name), "utf8");
const sections = (path) => Object.fromEntries(JSON.parse(read(path, "index.json")).sections.map((section) => [section.id, section]));

// 40 issues of medium priority, of which 1 to 12 await approval and 13 to 40 are stale; an alert
// that is more urgent than all of them.
const many = `INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
  WITH RECURSIVE n (v) AS (VALUES (1) UNION ALL SELECT v + 1 FROM n WHERE v < 40)
  INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
  SELECT 's', 'r', v, iif(v = 2, 'pull', 'issue'), 'Item ' || v, 'open', iif(v <= 12, '["p2","gate:needs-approval"]', '["p2"]'), '2026-10-01T00:00:00Z', iif(v <= 12, '2026-11-21T00:00:00Z', '2026-10-02T00:00:00Z') FROM n;
  INSERT INTO alert (source, repo, kind, number, severity, state, title, component, fixed_in, created_at)
  VALUES ('s', 'r', 'dependency', 1, 'critical', 'open', 'Anyone reads all', 'shelf', '4.5.6', '2026-11-21T00:00:00Z');`;

test("the first list has the 25 most urgent of all kinds, in the order of their ranks", () => {
  const path = built(many);
  const { items, total, more, heading } = sections(path).tonight;
  assert.deepEqual([heading, total, items.length], ["Tonight", 25, 25]);
  assert.deepEqual(items.map(({ title }) => title), sql(path, "SELECT t.title FROM priority p JOIN item t USING (edition, kind, source, key) WHERE p.edition = 'all' AND rank <= 25 ORDER BY rank").map(({ title }) => title));
  assert.deepEqual([...new Set(items.map(({ kind }) => kind))].sort(), ["alert", "finding", "issue", "pull request"]);
  assert.equal(more, sql(path, "SELECT count(*) AS n FROM priority WHERE edition = 'all' AND rank > 25 AND urgency IN ('critical', 'high')")[0].n);
});

test("each says what it is, where, since when, why so urgent, and what would help; each leads there", () => {
  const path = built(many);
  const told = Object.fromEntries(sections(path).tonight.items.map((item) => [item.title, item]));
  const some = (title) => { const { kind, repo, number, opened, reason, remedy } = told[title]; return [kind, repo, number, opened, reason, remedy]; };
  assert.deepEqual(some("shelf: Anyone reads all"), ["alert", "r", null, "2026-11-21T00:00:00Z", "85 critical alert of a dependency = 85", "Update shelf to 4.5.6."]);
  assert.deepEqual(some("Item 1"), ["issue", "r", 1, "2026-10-01T00:00:00Z", "50 label p2 + 15 awaits approval + 4 past its 30-day service level since 2026-10-31 = 69", "Decide: approve, reject or defer it."]);
  assert.deepEqual(some("The source itself").slice(4), ["65 high finding of own = 65", "Look at the source."]);
  const html = read(path, "index.html");
  for (const link of ['href="repo/s/r.html"', 'href="repo/s/r.html#issue-1"', 'href="sources.html#source-s"']) assert.ok(html.includes(link), link);
  const line = read(path, "index.md").split("\n").find((text) => text.includes("Anyone reads all"));
  assert.match(line, /^\| critical \| 85 \| .*\[r\]\(repo\/s\/r\.md\) \| alert \| 85 critical alert of a dependency = 85 \| Update shelf to 4\.5\.6\. \|/);
  assert.match(read(path, "index.txt"), /- \[critical, 85\] shelf: Anyone reads all\n {2}r, alert; open since 2026-11-21\n {2}85 critical alert of a dependency = 85\n {2}Update shelf to 4\.5\.6\.\n/);
  assert.match(read(path, "offline.html"), /Update shelf to 4\.5\.6\./);
});

test("the lists below repeat nothing of the first, and say how much of theirs stands there", () => {
  const path = built(many);
  const { tonight, approval, blocked, stale } = sections(path);
  const above = new Set(tonight.items.map(({ title }) => title));
  assert.equal(approval.total, 12);
  assert.deepEqual([approval.above, approval.items, approval.more, approval.if_empty], [12, [], 0, "All of it stands in the first list."]);
  assert.deepEqual([blocked.total, blocked.items, blocked.if_empty], [0, [], "Nothing is blocked."]);
  assert.deepEqual([stale.total, stale.items.length], [28, 10]);
  assert.equal(stale.above + 10 + stale.more, 28);
  assert.ok(stale.above > 0);
  for (const { title } of stale.items) assert.ok(!above.has(title), title);
  assert.match(read(path, "index.html"), /In the first list above: 12\./);
  const { findings, finding_total: [total] } = JSON.parse(read(path, "index.json"));
  assert.deepEqual(findings.filter(({ rule }) => rule === "own"), []);
  assert.equal(total.above + findings.length + total.more, total.total);
});

test("how many the first list has is a setting; what is of low urgency is never in it", () => {
  const path = built(many, '[rule "priority"]\n\tdesk = 3\n');
  assert.equal(sections(path).tonight.items.length, 3);
  const low = built("INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r'); INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at) VALUES ('s', 'r', 1, 'issue', 'Some day', 'open', '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z');", '[rule "priority"]\n\thigh = 0\n');
  const { tonight } = sections(low);
  assert.deepEqual([tonight.total, tonight.items, tonight.if_empty], [0, [], "Nothing that is open is of medium urgency or above."]);
});

// Homelab was read tonight, jobs in part four nights ago; business could not be read.
const asked = `INSERT INTO run (started_at, version) VALUES ('2026-11-20T21:00:00Z', 'test'), ('${now}', 'test');
  INSERT INTO declaration (kind, name, "group", summary, documentation, hash)
  VALUES ('source', 'hamnet/status', 'homelab', 'Status.', '', 'h'), ('source', 'hamnet/scan', 'jobs', 'Scans.', '', 'h'),
         ('source', 'jobs/jobs', 'jobs', 'Jobs.', '', 'h'), ('source', 'hosting-ops/tickets', 'business', 'Tickets.', '', 'h');
  INSERT INTO scope (source, declaration, key, outcome, asked_at, loaded_at, hash)
  VALUES ('s', 'hamnet/status', '', 'ok', '${now}', '${now}', 'h'),
         ('s', 'jobs/jobs', '', 'ok', '${now}', '${now}', 'h'), ('s', 'hamnet/scan', '', 'absent', '2026-11-17T21:00:00Z', '2026-11-17T21:00:00Z', 'h'),
         ('s', 'hosting-ops/tickets', '', 'failed', '${now}', '2026-11-16T21:00:00Z', 'h');`;

test("a domain that was not read tonight has the day when all of it was; one that could not be read says so", () => {
  const path = built(asked);
  const { domains } = JSON.parse(read(path, "index.json"));
  assert.deepEqual(domains.filter(({ id }) => id !== "memory").map(({ id, read, not_read }) => [id, read, not_read]),
    [["homelab", null, 0], ["business", "2026-11-16T21:00:00Z", 1], ["jobs", "2026-11-17T21:00:00Z", 0]]);
  const line = (name, start) => read(path, name).split("\n").find((text) => text.startsWith(start));
  assert.match(line("index.txt", "Homelab:"), /0\.$/);
  assert.match(line("index.txt", "Jobs:"), / Read completely on 2026-11-17 21:00 UTC\.$/);
  assert.match(line("index.txt", "Business:"), / Not everything could be read\.$/);
  assert.match(line("index.md", "- [Homelab]"), /0\.$/);
  assert.match(line("index.md", "- [Jobs]"), / Read completely on 2026-11-17 21:00 UTC\.$/);
  assert.match(line("index.md", "- [Business]"), / \*\*Not everything could be read\*\*, see its page\.$/);
  assert.match(line("index.html", '<li><a href="jobs.html">Jobs</a>:'), / Read completely on 2026-11-17 21:00 UTC\.<\/li>$/);
  assert.match(line("index.html", '<li><a href="homelab.html">Homelab</a>:'), /0\.<\/li>$/);
  assert.match(read(path, "business.md"), /hosting-ops\/tickets: no reason was recorded\. What is shown of it is of 2026-11-16/);
});
