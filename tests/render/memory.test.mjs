// What was earlier, as a reader finds it: beside the items of the desk, on a page of its own, in
// "tower explain"; and nothing where nothing is remembered.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { now, site, sql, tower } from "../tower.mjs";

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
  assert.match(html, /<li>Earlier, 2026-02-01: <a href="memory\.html"><bdi>A silent sensor is an alarm<\/bdi><\/a>/);
  assert.match(read(path, "index.md"), /earlier, 2026-02-01: \[A silent sensor is an alarm\]\(memory\.md\) \(decision, vault, approved, shares: frost, alarm, silent\)/);
  assert.match(read(path, "index.txt"), /^ {2}Earlier, 2026-01-02: Silent frost alarm \(issue, closed; shares: frost, alarm, silent\)$/m);
  const day = read(path, "archive/2026-11-21/index.html").match(/<li>Earlier.*<\/li>/g);
  assert.equal(day?.length, 2);
  assert.match(day[1], /<li>Earlier, 2026-02-01: <bdi>A silent sensor is an alarm<\/bdi>/);
  const text = run(path, "explain", "r#1");
  assert.match(text, /^ {2}Earlier, 2026-01-02: Silent frost alarm \(issue, closed\); relevance 0\.\d\d, score \d+\.\d: shares frost, alarm, silent \(rule context\)$/m);
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
