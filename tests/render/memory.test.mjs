// What was earlier, as a reader finds it: beside the items of the desk, on a page of its own, in
// "tower explain"; and nothing where nothing is remembered.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { now, site, sql, tower, tree } from "../tower.mjs";

const conf = '[source "s"]\n\ttype = git\n\tpath = .\n[source "vault"]\n\ttype = project-echo-vault\n\tpath = vault.jsonl\n\tzone = public\n';
const facts = `INSERT INTO run (id, started_at, version) VALUES (1, '2026-11-21T20:00:00Z', 'x');
  INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
  INSERT INTO issue (source, repo, number, kind, title, url, state, labels, created_at, updated_at, closed_at)
  VALUES ('s', 'r', 1, 'issue', 'The frost alarm stayed silent', 'https://kept.example/1', 'open', '["p0"]', '2026-11-21T20:00:00Z', '2026-11-21T20:00:00Z', NULL),
         ('s', 'r', 2, 'issue', 'Silent frost alarm', 'https://kept.example/2', 'closed', '[]', '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z');
  INSERT INTO memory (source, key, kind, title, text, status, created_at)
  VALUES ('vault', 'a', 'decision', 'A silent sensor is an alarm', 'After the frost.', 'approved', '2026-02-01T00:00:00Z');
  INSERT INTO memory (source, key, kind, title, created_at) SELECT 'vault', value, 'note', 'Something else', '2025-01-01T00:00:00Z' FROM json_each('[1, 2, 3, 4, 5, 6, 7, 8, 9]');`;

function run(path, ...words) {
  const { status, stdout, stderr } = tower([...words, "-C", path, "--now", now]);
  assert.equal(status, 0, stderr);
  return stdout;
}
const read = (path, name) => readFileSync(join(path, "public", name), "utf8");

function built(statements) {
  const path = site({ "site.conf": conf });
  run(path, "analyse", "-q");
  const { status, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], { input: `PRAGMA foreign_keys = ON; BEGIN; ${statements} COMMIT;`, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  run(path, "analyse", "-q");
  run(path, "render", "-q");
  return path;
}

test("beside an item stands what was earlier, with its day, where from, and the words that both share", () => {
  const path = built(facts);
  const [item] = JSON.parse(read(path, "index.json")).sections[0].items;
  assert.equal(item.title, "The frost alarm stayed silent");
  assert.deepEqual(item.context.map(({ title, kind, day, status, source, words }) => [title, kind, day, status, source, words]), [
    ["Silent frost alarm", "issue", "2026-01-02", "closed", "s", "frost, alarm, silent"],
    ["A silent sensor is an alarm", "decision", "2026-02-01", "approved", "vault", "frost, alarm, silent"],
  ]);
  const html = read(path, "index.html");
  assert.match(html, /<li>Earlier, 2026-01-02: <a href="https:\/\/kept\.example\/2"><bdi>Silent frost alarm<\/bdi><\/a> <span class="badge">issue<\/span> <bdi>r<\/bdi> #2, <bdi>closed<\/bdi>, shares: <bdi>frost, alarm, silent<\/bdi><\/li>/);
  assert.match(html, /<li>Earlier, 2026-02-01: <a href="memory\.html#memory-[0-9a-f-]{36}"><bdi>A silent sensor is an alarm<\/bdi><\/a>/);
  assert.match(read(path, "index.md"), /earlier, 2026-02-01: \[A silent sensor is an alarm\]\(memory\.md\) \(decision, vault, approved, shares: frost, alarm, silent\)/);
  assert.match(read(path, "index.txt"), /^ {2}Earlier, 2026-01-02: Silent frost alarm \(issue, closed; shares: frost, alarm, silent\)$/m);
  const day = read(path, "archive/2026-11-21/index.html").match(/<li>Earlier.*<\/li>/g);
  assert.equal(day?.length, 2);
  assert.match(day[1], /<li>Earlier, 2026-02-01: <bdi>A silent sensor is an alarm<\/bdi>/);
  const text = run(path, "explain", "r#1");
  assert.match(text, /^ {2}Earlier, 2026-01-02: Silent frost alarm \(issue, closed\); relevance 0\.\d\d, score \d+\.\d: shares frost, alarm, silent \(rule context\)$/m);
});

test("each link to a memory leads to its place on the page of memory; the repository's page has it, too", () => {
  const path = built(`${facts} UPDATE memory SET about = 'r' WHERE key = '1';`);
  const ids = new Set(Array.from(read(path, "memory.html").matchAll(/<tr id="(memory-[^"]+)">/g), ([, id]) => id));
  assert.equal(ids.size, 10);
  for (const name of ["index.html", "memory.html", "repo/s/r.html"]) {
    const links = Array.from(read(path, name).matchAll(/memory\.html#(memory-[^"]+)"><bdi>([^<]+)</g));
    assert.deepEqual(links.map(([, id, title]) => [ids.has(id), title]), [[true, "A silent sensor is an alarm"], ...(name.startsWith("repo") ? [[true, "Something else"]] : [])], name);
  }
  const { memories } = JSON.parse(read(path, "repo/s/r.json"));
  assert.deepEqual(memories.map(({ title, kind, told_on, item, beside, words, told_by }) => [title, kind, told_on, item, beside, words, told_by]), [
    ["Silent frost alarm", "issue", "2026-01-02", "The frost alarm stayed silent", 1, "frost, alarm, silent", "s"],
    ["A silent sensor is an alarm", "decision", "2026-02-01", "The frost alarm stayed silent", 1, "frost, alarm, silent", "vault"],
    ["Something else", "note", "2025-01-01", null, null, null, "vault"],
  ]);
  assert.match(read(path, "repo/s/r.html"), /<li>2026-01-02: <a href="https:\/\/kept\.example\/2"><bdi>Silent frost alarm<\/bdi><\/a> .*<bdi>r<\/bdi> #2; beside <a href="#issue-1">#1 <bdi>The frost/);
  assert.match(read(path, "repo/s/r.md"), /^## Memory$[^]*^- 2025-01-01: \[Something else\]\(\.\.\/\.\.\/memory\.md\) \(note, source vault\)$/m);
  assert.match(run(path, "check"), /nothing wrong/);
});

// Four nights: the alarm is closed on the second and open again on the third.
const former = `${facts} INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at)
  VALUES ('s', 'r', 3, 'issue', 'The fence', 'open', '["p2"]', '2026-11-18T20:00:00Z', '2026-11-18T20:00:00Z');
  UPDATE run SET started_at = '2026-11-18T20:00:00Z';`;
const nights = [
  "UPDATE issue SET state = 'closed', closed_at = '2026-11-19T08:00:00Z' WHERE number = 1",
  "UPDATE issue SET labels = '[\"state:done\"]' WHERE number = 1",
  "UPDATE issue SET state = 'open', closed_at = NULL, labels = '[\"p0\"]' WHERE number = 1",
];
function change(path, statements) {
  const { status, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], { input: `PRAGMA foreign_keys = ON; BEGIN; ${statements}; COMMIT;`, encoding: "utf8" });
  assert.equal(status, 0, stderr);
}
function night(path, day, statements) {
  change(path, statements);
  for (const command of ["analyse", "render"]) assert.equal(tower([command, "-q", "-C", path, "--now", `2026-11-${day}T20:30:00Z`]).status, 0);
}
const told = (path) => Object.fromEntries(JSON.parse(read(path, "index.json")).sections[0].items.map(({ number, episodes }) => [number, episodes.map(({ since, until, day, rank, listed }) => [listed, since, until, day, rank])]));
let lived;

test("former desks: when an item stood there, where highest, when it was resolved and came back", () => {
  const path = (lived = site({ "site.conf": conf }));
  run(path, "analyse", "-q");
  night(path, 18, former);
  assert.deepEqual(told(path), { 1: [], 3: [] });
  nights.forEach((statement, i) => night(path, 19 + i, `INSERT INTO run (started_at, version, kept) VALUES ('2026-11-${19 + i}T20:00:00Z', 'x', 1); ${statement}`));
  assert.deepEqual(told(path), {
    1: [["listed", "2026-11-18", "2026-11-19", "2026-11-18", 1], [null, "2026-11-19", "2026-11-21", null, null]].reverse(),
    3: [["listed", "2026-11-18", null, "2026-11-19", 1]],
  });
  const reason = "90 label p0 + 5 nobody is assigned = 95";
  const html = read(path, "index.html"), markdown = read(path, "index.md"), text = read(path, "index.txt");
  assert.ok(html.includes(`<li>On the desk from 2026-11-18 to 2026-11-19; highest at rank 1, on <a href="archive/2026-11-18/index.html">2026-11-18</a>: <bdi>${reason}</bdi></li>`));
  assert.match(html, /<li>On the desk since 2026-11-18; highest at rank 1, on <a href="archive\/2026-11-19\/index\.html">2026-11-19<\/a><\/li>/);
  assert.match(html, /<li>Resolved on 2026-11-19, open again on 2026-11-21<\/li>/);
  assert.ok(markdown.includes(`; on the desk from 2026-11-18 to 2026-11-19, highest at rank 1, on [2026-11-18](archive/2026-11-18/index.md): ${reason}`));
  assert.ok(text.includes(`\n  On the desk from 2026-11-18 to 2026-11-19; highest at rank 1, on 2026-11-18: ${reason}\n`));
  assert.ok(run(path, "explain", "r#1").includes(`\n  On the desk from 2026-11-18 to 2026-11-19; highest at rank 1, on 2026-11-18: ${reason} (rule episode)\n`));
});

test("a day that is analysed again is kept as it was last, and only what is another is kept", () => {
  const standing = () => sql(lived, "SELECT number, day, rank FROM standing ORDER BY number, day").map(Object.values);
  const before = standing();
  assert.deepEqual(before, [[1, "2026-11-18", 1], [1, "2026-11-19", null], [1, "2026-11-21", 1], [3, "2026-11-18", 2], [3, "2026-11-19", 1], [3, "2026-11-21", 2]]);
  night(lived, 21, "UPDATE issue SET labels = '[\"p0\"]' WHERE number = 3; UPDATE issue SET state = 'closed' WHERE number = 1");
  assert.deepEqual(standing(), [...before.slice(0, 2), ...before.slice(3, 5), [3, "2026-11-21", 1]]);
  night(lived, 21, "UPDATE issue SET labels = '[\"p2\"]' WHERE number = 3; UPDATE issue SET state = 'open' WHERE number = 1");
  assert.deepEqual(standing(), before);
});

test("what a desk said is told no longer when the edition may not show all of that desk", () => {
  night(lived, 21, "UPDATE issue SET zone = 'restricted' WHERE number = 3");
  assert.deepEqual(told(lived), { 1: [[null, "2026-11-19", "2026-11-21", null, null]] });
  assert.doesNotMatch(read(lived, "index.html"), /highest at rank/);
  night(lived, 21, "UPDATE issue SET zone = NULL WHERE number = 3");
  assert.equal(told(lived)[1].length, 2);
});

test("the page of memory lists them, the latest first, and beside what they stand", () => {
  const path = built(facts);
  const { total, records, tonight } = JSON.parse(read(path, "memory.json"));
  assert.deepEqual([total[0].total, total[0].closed, records.length, tonight.length], [10, 1, 10, 1]);
  assert.deepEqual([records[0].title, records[0].excerpt, records[0].beside.map(({ title }) => title)], ["A silent sensor is an alarm", "After the frost.", ["The frost alarm stayed silent"]]);
  assert.match(read(path, "index.html"), /<a href="memory\.html">Memory<\/a>/);
});

test("where nothing is remembered there is no page, and no word of it", () => {
  const path = built("INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');");
  assert.ok(!existsSync(join(path, "public/memory.html")));
  for (const name of ["index.html", "index.md"]) assert.doesNotMatch(read(path, name), /memory\.|class="earlier"|; earlier/i, name);
  assert.deepEqual(sql(path, "SELECT * FROM context"), []);
});

// What desks listed: a ticket on the first two nights, and another one on the second.
const ticket = (key, title, zone = "NULL") => `INSERT INTO ticket (source, key, title, state, severity, opened_at, zone) VALUES ('s', '${key}', '${title}', 'open', 'critical', '2026-11-10T20:00:00Z', ${zone})`;
const greenhouse = `INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
  INSERT INTO issue (source, repo, number, kind, title, state, labels, assignees, created_at, updated_at)
  VALUES ('s', 'r', 1, 'issue', 'Backups of the greenhouse fail', 'open', '["p0"]', '["x"]', '2026-11-01T20:00:00Z', '2026-11-18T20:00:00Z');
  INSERT INTO memory (source, key, kind, title) SELECT 'vault', value, 'note', 'Something else ' || value FROM json_each('[1, 2, 3, 4, 5, 6, 7, 8, 9]'); ${ticket("a", "The greenhouse backup is late")}`;
const listed = [greenhouse, ticket("b", "Seeds are missing"), "DELETE FROM ticket", "SELECT 1"];
const again = (path, day, statements, hour = 20) => night(path, day, `INSERT INTO run (started_at, version, kept) VALUES ('2026-11-${day}T${hour}:00:00Z', 'x', 1); ${statements}`);
const beside = (path) => JSON.parse(read(path, "index.json")).sections[0].items.find(({ number }) => number === 1).context.map(({ title, kind, day, status, source, path: page }) => [title, kind, day, status, source, page]);
const entries = (path) => sql(path, "SELECT title, since, until FROM archive_entry WHERE kind = 'ticket' ORDER BY title, since").map(Object.values);
const late = "The greenhouse backup is late", seeds = "Seeds are missing";
const reason = "90 critical ticket + 6 past twice its 1-day service level since 2026-11-12 = 96";
const kept = [[seeds, "2026-11-19", "2026-11-19"], [late, "2026-11-18", "2026-11-19"]];
let recalled;

test("by its words an item finds what a former desk listed, told of the last day on which it did, once it does so no more", () => {
  const path = (recalled = site({ "site.conf": conf, "content/listed.md": "# Listed\n\n```sql listed\nSELECT title FROM archive_entry\n```\n\n{{#listed}}\n- {{title}}\n{{/listed}}\n" }));
  run(path, "analyse", "-q");
  const found = [late, "former desk", "2026-11-19", reason, "s", "archive/2026-11-19/index"];
  listed.forEach((statements, i) => {
    again(path, 18 + i, statements);
    assert.deepEqual(beside(path), i < 2 ? [] : [found], `night ${18 + i}`);
  });
  assert.deepEqual(entries(path), kept, "the same words are kept once");
  assert.ok(read(path, "index.html").includes(`<li>Earlier, 2026-11-19: <a href="archive/2026-11-19/index.html"><bdi>${late}</bdi></a> <span class="badge">former desk</span> <bdi>s</bdi>, <bdi>${reason}</bdi>, shares: <bdi>Backups, greenhouse</bdi></li>`));
  assert.ok(read(path, "index.md").includes(`; earlier, 2026-11-19: [${late}](archive/2026-11-19/index.md) (former desk, s, ${reason}, shares: Backups, greenhouse)`));
  assert.ok(read(path, "index.txt").includes(`\n  Earlier, 2026-11-19: ${late} (former desk, ${reason}; shares: Backups, greenhouse)\n`));
  assert.match(run(path, "explain", "r#1"), /^ {2}Earlier, 2026-11-19: The greenhouse backup is late \(former desk, 90 critical [^;]*\); relevance /m);
  assert.ok(read(path, "archive/2026-11-19/index.html").includes(`<bdi>${late}</bdi>`), "the desk that is named says so");
  assert.match(read(path, "memory.html"), new RegExp(`<a href="archive/2026-11-19/index\\.html"><bdi>${late}</bdi></a> <span class="badge">former desk</span>`));
  assert.deepEqual(JSON.parse(read(path, "repo/s/r.json")).memories, []);
});

test("what is listed still is no memory, nor what the day's own desk lists", () => {
  again(recalled, 22, ticket("b", seeds));
  assert.deepEqual(beside(recalled).map(([title]) => title), [late]);
  assert.deepEqual(entries(recalled), [kept[0], [seeds, "2026-11-22", "2026-11-22"], kept[1]], "a gap ends it");
  again(recalled, 23, `UPDATE ticket SET title = '${late}, too'`);
  again(recalled, 23, "DELETE FROM ticket", 21);
  assert.deepEqual(entries(recalled), [kept[0], [seeds, "2026-11-22", "2026-11-22"], kept[1]], "a desk that another took the place of listed nothing");
  again(recalled, 23, ticket("b", seeds), 22);
  assert.deepEqual(entries(recalled)[1], [seeds, "2026-11-22", "2026-11-23"]);
  again(recalled, 23, "DELETE FROM ticket", 23);
  assert.deepEqual(entries(recalled)[1], [seeds, "2026-11-22", "2026-11-22"]);
});

test("desks that were kept before are split once, the earliest first", () => {
  const before = sql(recalled, "SELECT * FROM archive_entry ORDER BY key, since");
  assert.ok(before.some(({ since, until }) => since < until));
  change(recalled, "DELETE FROM archive_entry; UPDATE archive_day SET entries = NULL");
  again(recalled, 24, "SELECT 1");
  assert.deepEqual(sql(recalled, "SELECT * FROM archive_entry WHERE since < '2026-11-24' ORDER BY key, since").map((row) => ({ ...row, until: row.until.replace("24", "23") })),
    before.map((row) => ({ ...row, until: row.until.replace("24", "23") })));
  assert.deepEqual(sql(recalled, "SELECT count(*) AS n FROM archive_day WHERE entries IS NULL"), [{ n: 0 }]);
});

test("what a withheld desk listed is found by nobody, and a desk that told of it is withheld with it", () => {
  const tells = () => Object.entries(tree(join(recalled, "public"))).filter(([, content]) => content.includes(late)).map(([name]) => name);
  assert.ok(tells().length > 10);
  change(recalled, `INSERT INTO run (started_at, version, kept) VALUES ('2026-11-25T20:00:00Z', 'x', 1); ${ticket("a", late, "'restricted'")}`);
  run(recalled, "analyse", "-q");
  assert.deepEqual(sql(recalled, "SELECT * FROM context"), [], "before anything is rendered");
  run(recalled, "render", "-q");
  assert.deepEqual(tells(), []);
  assert.deepEqual(sql(recalled, "SELECT day FROM archive_day WHERE NOT withheld").map(({ day }) => day), ["2026-11-24", "2026-11-25"]); // on the 24th the desks were not split yet
  change(recalled, "UPDATE ticket SET zone = NULL, state = 'closed'");
  again(recalled, 26, "SELECT 1");
  assert.deepEqual(beside(recalled).map(([title, , day]) => [title, day]), [[late, "2026-11-19"]], "told again when all of that desk may be");
});
