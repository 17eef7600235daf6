// Row history: the snapshot as a night left it is the copy that was made after that night, table
// by table, and so are the pages that are made of it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { root, site, sql, tower, tree } from "../tower.mjs";

const conf = `[source "forge"]
	type = github
	owner = o
[edition "public"]
	zones = public
	output = public
[edition "private"]
	zones = public, internal, restricted
	output = private
`;
const file = (path) => join(path, "data/tower.db");
const quote = (text) => `'${text.replaceAll("'", "''")}'`;

function sqlite(path, script) {
  const { status, stdout, stderr } = spawnSync("sqlite3", ["-bail", file(path)], { input: script, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

function run(path, ...words) {
  const result = tower([...words, "-q", "-C", path]);
  assert.equal(result.status, 0, result.stderr);
  return result;
}

function asked(path, question, ...options) {
  const answer = run(path, "sql", "--json", ...options, question);
  return JSON.parse(answer.stdout);
}

function refused(path, words, message, status = 2) {
  const result = tower([...words, "-C", path]);
  assert.equal(result.stderr, `tower: error: ${message}\n`);
  assert.equal(result.status, status);
}

// A site with an empty snapshot.
function empty() {
  const path = site({ "site.conf": conf });
  run(path, "analyse");
  return path;
}

// A night: a run, what changes in it, and what follows.
function night(path, at, script) {
  sqlite(path, `PRAGMA foreign_keys = ON; BEGIN;
    INSERT INTO run (started_at, version, kept) VALUES (${quote(at)}, 'test', 1);
    ${script}; COMMIT;`);
  run(path, "analyse", "--now", at);
}

function copy(path) {
  const other = site({ "site.conf": conf });
  mkdirSync(join(other, "data"));
  copyFileSync(file(path), file(other));
  return other;
}

// The owner's view has no PRAGMA.
function schema(path, question) {
  const { status, stdout, stderr } = spawnSync("sqlite3", ["-json", file(path), question], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout || "[]");
}

// All facts in one question; what is not kept is left out.
const leftOut = new Set(["issue.body", "milestone.description", "project.description", "project.status_note", "ticket.body", "incident.body", "idea.body", "memory.text", "scope.cursor", "scope.validator", "scope.full_at"]);
const bookkeeping = new Set(["request", "reject", "answer", "allowance", "change"]);

function factTables(path) {
  const columns = schema(path, `SELECT t.name AS "table", c.name, c.pk FROM pragma_table_list t, pragma_table_info(t.name) c
    WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name, c.cid`);
  const tables = new Map();
  for (const { table, name, pk } of columns) tables.set(table, [...(tables.get(table) ?? []), { name, pk }]);
  for (const [table, list] of tables)
    if (table.endsWith("_was") || bookkeeping.has(table) || list.some(({ name }) => name === "edition") || !list.some(({ name }) => name === "source"))
      tables.delete(table);
  return tables;
}

function factsQuestion(path) {
  const parts = [...factTables(path)].map(([table, columns]) => {
    const kept = columns.filter(({ name }) => !leftOut.has(`${table}.${name}`)).map(({ name }) => `"${name}"`).join(", ");
    const keys = columns.filter(({ pk }) => pk).map(({ name }) => `"${name}"`).join(", ");
    return `(SELECT json_group_array(json_array(${kept})) FROM (SELECT * FROM "${table}" ORDER BY ${keys})) AS "${table}"`;
  });
  return `SELECT ${parts.join(", ")}, (SELECT json_group_array(json_array(id, started_at)) FROM run) AS runs,
    (SELECT json_group_array(json_array(edition, source, repo, metric, day, value)) FROM point WHERE day < (SELECT max(date(started_at)) FROM run)) AS points`;
}

// A generator of numbers that gives the same from the same seed.
function seeded(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const insertRepo = (repo, random, at) => `
  INSERT OR IGNORE INTO repo (source, key, owner, name, zone, description, stars, commit_count, license, has_readme, has_ci, topics, last_commit_at, pushed_at, updated_at)
  VALUES ('forge', 'o/r${repo}', 'o', 'r${repo}', ${at > times[0] || random(4) ? "'public'" : "'internal'"}, 'Repository ${random(9)}', ${random(50)}, ${random(500)}, 'MIT', ${random(2)}, ${random(2)}, '[]', '${at}', '${at}', '${at}');
  INSERT OR IGNORE INTO scope (source, declaration, key, repo, outcome, asked_at, loaded_at, hash, rows)
  VALUES ('forge', 'github/issues', 'o/r${repo}', 'o/r${repo}', 'ok', '${at}', '${at}', 'h', ${random(9)}), ('forge', 'github/releases', 'o/r${repo}', 'o/r${repo}', 'ok', '${at}', '${at}', 'h', 0);`;
const insertIssue = (repo, number, random, at) => `
  INSERT OR IGNORE INTO issue (source, repo, number, kind, title, state, labels, comments, created_at, updated_at)
  SELECT source, key, ${number}, '${random(3) ? "issue" : "pull"}', 'The shelf ${random(99)}', 'open', '["p${random(4)}"]', ${random(5)}, '${at}', '${at}' FROM repo WHERE key = 'o/r${repo}';`;

// What may happen to a portfolio; zones only fall, see below.
const events = [
  (repo, n, random, at) => insertRepo(repo, random, at),
  (repo, n, random, at) => insertIssue(repo, n, random, at),
  (repo, n, random, at) => insertIssue(repo, n, random, at),
  (repo, n, random, at) => `UPDATE issue SET state = 'closed', closed_at = '${at}', updated_at = '${at}' WHERE repo = 'o/r${repo}' AND number % 4 = ${n % 4} AND state = 'open';`,
  (repo, n, random, at) => `UPDATE issue SET title = 'The label ${random(99)}', labels = '["p${random(4)}", "bug"]', updated_at = '${at}' WHERE repo = 'o/r${repo}' AND number % 3 = ${n % 3};`,
  (repo, n) => `DELETE FROM issue WHERE repo = 'o/r${repo}' AND number = ${n};`,
  (repo, n, random, at) => `DELETE FROM issue WHERE repo = 'o/r${repo}' AND number = ${n};${insertIssue(repo, n, random, at)}`,
  (repo) => `DELETE FROM repo WHERE key = 'o/r${repo}';`,
  (repo, n, random, at) => `DELETE FROM repo WHERE key = 'o/r${repo}';${insertRepo(repo, random, at)}${insertIssue(repo, n, random, at)}`,
  (repo, n, random, at) => `UPDATE repo SET stars = ${random(60)}, pushed_at = '${at}', last_commit_at = '${at}', zone = 'public' WHERE key = 'o/r${repo}';`,
  (repo, n, random, at) => `INSERT INTO commit_day SELECT source, key, '${at.slice(0, 10)}', ${1 + random(9)}, 1 FROM repo WHERE key = 'o/r${repo}' ON CONFLICT DO UPDATE SET commits = excluded.commits;`,
  (repo, n, random, at) => `INSERT INTO branch (source, repo, name, head, committed_at) SELECT source, key, 'b${n}', 'x${random(99)}', '${at}' FROM repo WHERE key = 'o/r${repo}' ON CONFLICT DO UPDATE SET head = excluded.head;`,
  (repo, n) => `DELETE FROM branch WHERE repo = 'o/r${repo}' AND name = 'b${n}';`,
  (repo, n, random, at) => `INSERT OR IGNORE INTO release (source, repo, id, tag, draft, prerelease, published_at) SELECT source, key, ${n}, 'v${n}', 0, 0, '${at}' FROM repo WHERE key = 'o/r${repo}';`,
  (repo, n, random, at) => `INSERT INTO usage (source, key, kind, day, provider, cost, currency) VALUES ('forge', 'u${n}', 'actual', '${at.slice(0, 10)}', 'p', ${random(9000000)}, 'EUR') ON CONFLICT DO UPDATE SET cost = excluded.cost;`,
  (repo, n, random) => `UPDATE scope SET outcome = '${["ok", "failed", "held"][random(3)]}', reason = 'reason ${random(3)}' WHERE repo = 'o/r${repo}' AND declaration = 'github/issues';`,
];
// Every scope is asked every night.
const ask = (at) => `UPDATE scope SET asked_at = '${at}', loaded_at = iif(outcome = 'ok', '${at}', loaded_at), reason = iif(outcome = 'ok', NULL, reason);`;

const count = 12;
const times = Array.from({ length: count }, (_, n) => `2026-10-${String(n + 1).padStart(2, "0")}T21:00:00Z`);
let path, question;
const copies = [];

before(() => {
  const random = seeded(4711);
  path = empty();
  question = factsQuestion(path);
  for (const at of times) {
    const first = at === times[0];
    let script = first ? [0, 1, 2, 3, 4].map((repo) => insertRepo(repo, random, at) + [1, 2, 3].map((n) => insertIssue(repo, n, random, at)).join("")).join("") : "";
    for (let n = 0; !first && n < 25; n++) script += events[random(events.length)](random(7), 1 + random(8), random, at);
    night(path, at, script + ask(at));
    copies.push(copy(path));
  }
});

test("the nights differ, and rows came, changed, went and came again", () => {
  const states = copies.map((other) => JSON.stringify(asked(other, question)));
  assert.equal(new Set(states).size, count);
  for (const [table, where] of [["repo", "absent"], ["repo", "NOT absent"], ["issue", "absent"], ["issue", "NOT absent"], ["branch", "NOT absent"], ["scope", "outcome = 'failed'"], ["usage", "NOT absent"]])
    assert.ok(sql(path, `SELECT count(*) AS n FROM ${table}_was WHERE ${where}`)[0].n > 3, `${table} ${where}`);
});

test("every table of facts has a history of all its columns, and what is left out is known", () => {
  for (const [table, columns] of factTables(path)) {
    const kept = schema(path, `SELECT name FROM pragma_table_info('${table}_was')`).map(({ name }) => name);
    const wanted = columns.map(({ name }) => name).filter((name) => !leftOut.has(`${table}.${name}`));
    assert.deepEqual(kept.filter((name) => !["run", "absent"].includes(name)).sort(), wanted.sort(), table);
    assert.equal(sql(path, `SELECT count(*) AS n FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'history_${table.replaceAll("_", "\\_")}\\_%' ESCAPE '\\' AND tbl_name = '${table}'`)[0].n, 3, table);
  }
});

for (const [n, at] of times.entries())
  test(`the night of ${at.slice(0, 10)}`, () => {
    const wanted = asked(copies[n], question)[0];
    for (const when of n % 4 ? [String(n + 1)] : [String(n + 1), at, at.slice(0, 10)]) {
      const got = asked(path, question, "--as-of", when)[0];
      for (const table of Object.keys(wanted)) assert.deepEqual(JSON.parse(got[table]), JSON.parse(wanted[table]), `${table} as of ${when}`);
    }
  });

for (const n of [0, 4, 8, 11])
  test(`the pages of ${times[n].slice(0, 10)}`, () => {
    const before = readFileSync(file(path));
    const output = join(path, `then-${n}`);
    run(path, "render", "--as-of", times[n].slice(0, 10), "--output", output);
    run(copies[n], "analyse", "--now", times[n]);
    run(copies[n], "render", "--now", times[n]);
    for (const edition of ["public", "private"]) {
      const wanted = tree(join(copies[n], edition)), got = tree(join(output, edition));
      assert.deepEqual(Object.keys(got), Object.keys(wanted));
      assert.ok(Object.keys(got).length > 20);
      for (const name of Object.keys(wanted)) assert.equal(got[name].toString(), wanted[name].toString(), name);
    }
    assert.ok(before.equals(readFileSync(file(path))), "the snapshot is as it was");
    assert.ok(!existsSync(join(path, "public")));
  });

test("a failed scope is a gap: its outcome on each night", () => {
  const at = (n) => asked(copies[n], "SELECT key, outcome, loaded_at FROM scope ORDER BY key, declaration");
  const failed = times.findIndex((_, n) => at(n).some(({ outcome }) => outcome === "failed"));
  assert.ok(failed > 0);
  assert.deepEqual(asked(path, "SELECT key, outcome, loaded_at FROM scope ORDER BY key, declaration", "--as-of", String(failed + 1)), at(failed));
});

test("a long text is the present one, and unknown where its row is gone", () => {
  const own = empty();
  const random = seeded(1);
  night(own, times[0], insertRepo(1, random, times[0]) + insertIssue(1, 1, random, times[0]) + insertIssue(1, 2, random, times[0]) + "UPDATE issue SET body = 'before'");
  night(own, times[1], "UPDATE issue SET body = 'after', title = 'New' WHERE number = 1; DELETE FROM issue WHERE number = 2");
  assert.deepEqual(asked(own, "SELECT number, title LIKE 'The shelf%' AS was, body FROM issue ORDER BY number", "--as-of", "1"),
    [{ number: 1, was: 1, body: "after" }, { number: 2, was: 1, body: null }]);
  night(own, times[2], "UPDATE issue SET body = 'later'");
  assert.equal(sql(own, "SELECT count(*) AS n FROM issue_was WHERE run = 3")[0].n, 0);
});

test("what is not public any more is not published again, what has become public is as it was", () => {
  const own = empty();
  const random = seeded(1);
  night(own, times[0], [1, 2, 3].map((repo) => insertRepo(repo, random, times[0])).join("") + "UPDATE repo SET zone = 'public'; UPDATE repo SET zone = 'internal' WHERE key = 'o/r3'");
  night(own, times[1], "UPDATE repo SET zone = 'internal' WHERE key = 'o/r1'; UPDATE repo SET zone = 'restricted' WHERE key = 'o/r2'; UPDATE repo SET zone = 'public' WHERE key = 'o/r3'");
  night(own, times[2], "DELETE FROM repo WHERE key = 'o/r2'");
  assert.deepEqual(asked(own, "SELECT key, zone FROM repo ORDER BY key", "--as-of", "1").map(({ zone }) => zone), ["public", "public", "internal"]);
  const output = join(own, "then");
  run(own, "render", "--as-of", "1", "--output", output);
  const pages = (edition) => Object.keys(tree(join(output, edition))).filter((name) => /repo\/.*r\d\.html$/.test(name)).map((name) => /r\d/.exec(name)[0]);
  assert.deepEqual(pages("public"), []);
  assert.deepEqual(pages("private"), ["r1", "r2", "r3"]);
});

test("an edition is shown the history of what it shows", () => {
  const own = site({
    "site.conf": conf,
    "templates/was.sql": "-- What was.\n--\n-- path: was\n-- title: Was\n\n-- rows\nSELECT repo AS name, title FROM issue_was UNION ALL SELECT key, zone FROM repo_was ORDER BY 1, 2;\n\n-- points\nSELECT repo, metric FROM point WHERE metric = 'stars' ORDER BY 1;\n",
    "templates/was.txt": "{{#rows}}{{name}} {{title}}\n{{/rows}}{{#points}}{{repo}} {{metric}}\n{{/points}}",
  });
  run(own, "analyse");
  const random = seeded(1);
  night(own, times[0], [1, 2, 3].map((repo) => insertRepo(repo, random, times[0]) + insertIssue(repo, 1, random, times[0])).join("") + "UPDATE issue SET title = 'secret' WHERE repo <> 'o/r1'; UPDATE issue SET title = 'plain' WHERE repo = 'o/r1'; UPDATE repo SET zone = 'public'; UPDATE repo SET zone = 'internal' WHERE key = 'o/r3'");
  night(own, times[1], "UPDATE issue SET title = 'new'; UPDATE repo SET zone = 'internal', stars = 77 WHERE key = 'o/r2'; UPDATE repo SET zone = 'public' WHERE key = 'o/r3'");
  run(own, "render", "--now", times[1]);
  const text = (edition) => readFileSync(join(own, edition, "was.txt"), "utf8");
  assert.equal(text("public"), "o/r1 plain\no/r3 secret\no/r1 stars\no/r3 stars\n");
  assert.equal(text("private"), "o/r1 plain\no/r2 public\no/r2 secret\no/r3 internal\no/r3 secret\no/r1 stars\no/r2 stars\no/r2 stars\no/r3 stars\n");
  night(own, times[2], "DELETE FROM issue WHERE repo = 'o/r1'; DELETE FROM repo WHERE key = 'o/r3'");
  run(own, "render", "--now", times[2]);
  assert.equal(text("public"), "o/r1 stars\n");
});

test("refused: nights that there are not", () => {
  const question = "SELECT 1";
  const first = "run 1 of 2026-10-01T21:00:00Z";
  refused(path, ["sql", "--as-of", "2026-09-30", question], `--as-of: 2026-09-30 is before the first run: ${first}`);
  refused(path, ["sql", "--as-of", "2026-10-01T20:59:59Z", question], `--as-of: 2026-10-01T20:59:59Z is before the first run: ${first}`);
  refused(path, ["sql", "--as-of", "99", question], `--as-of: there is no run 99; the first is ${first}, the last is run 12 of 2026-10-12T21:00:00Z`);
  for (const when of ["yesterday", "2026-02-30", "2026-10-1", "", "-1", "1.5", "2026-10-01T21:00Z"])
    refused(path, ["sql", `--as-of=${when}`, question], `--as-of: '${when}' is not a date like 2026-10-01, a time like 2026-10-01T21:00:00Z or the number of a run`);
  refused(empty(), ["sql", "--as-of", "2026-09-30", question], "--as-of: there was no run yet; tower build makes one");
  const nothing = site({ "site.conf": conf });
  refused(nothing, ["sql", "--as-of", "1", question], `${file(nothing)}: cannot be read as a snapshot (unable to open database file); tower build makes one`, 1);
  assert.equal(asked(path, "SELECT max(id) AS run, datetime('now') AS now FROM run", "--as-of", "2027-01-01")[0].run, count);
  assert.equal(asked(path, "SELECT datetime('now') AS now", "--as-of", "3")[0].now, "2026-10-03 21:00:00");
  assert.equal(asked(path, "SELECT datetime('now') AS now", "--as-of", "3", "--now", times[5])[0].now, "2026-10-06 21:00:00");
});

test("refused: an output that is the site's own, or none", () => {
  refused(path, ["render", "--as-of", "3"], "tower: --as-of needs --output DIR: the site's own pages stay as they are");
  refused(path, ["render", "--output", "x"], "tower: render: --output goes with --as-of; a site names its folders in site.conf");
  refused(path, ["render", "--as-of", "3", "--output", path], `tower: --output: ${path}/public is where edition "public" is published; name another folder`);
  refused(path, ["render", "--as-of", "3", "--output", join(path, "private")], `tower: --output: ${path}/private is where edition "private" is published; name another folder`);
});

// Three nights of a portfolio that is listed as a whole, in a snapshot that is merged into.
function listed() {
  const own = empty();
  const random = seeded(3);
  const all = "INSERT INTO scope (source, declaration, key, outcome, asked_at, loaded_at, hash) VALUES ('forge', 'github/repositories', 'o', 'ok', '', '', 'h');";
  night(own, times[0], all + [1, 2, 3].map((repo) => insertRepo(repo, random, times[0]) + insertIssue(repo, 1, random, times[0])).join("") + ask(times[0]));
  night(own, times[1], `UPDATE issue SET title = 'Second' WHERE repo = 'o/r1'; DELETE FROM repo WHERE key = 'o/r2'; ${insertRepo(4, random, times[1])}${ask(times[1])}`);
  night(own, times[2], `UPDATE issue SET title = 'Third'; ${ask(times[2])}`);
  return own;
}

test("merging shares of the next night goes on with the history of the snapshot itself", () => {
  const own = listed();
  const random = seeded(5);
  const share = copy(own);
  night(share, times[3], `UPDATE issue SET title = 'Fourth' WHERE repo = 'o/r1'; DELETE FROM issue WHERE repo = 'o/r3'; ${insertRepo(5, random, times[3])}${ask(times[3])}`);
  sqlite(share, "PRAGMA wal_checkpoint(TRUNCATE)");
  const question = factsQuestion(own);
  const nights = [1, 2, 3].map((n) => asked(own, question, "--as-of", String(n))[0]);
  const last = asked(share, question)[0];
  const points = sql(share, "SELECT * FROM point"); // who was analysed last tells of editions
  run(own, "merge", file(own), file(share));
  assert.deepEqual(sql(own, "SELECT id, started_at, kept FROM run").map(({ id, started_at, kept }) => [id, started_at, kept]), times.slice(0, 4).map((at, n) => [n + 1, at, 1]));
  for (const [n, wanted] of [...nights, last].entries()) {
    const got = asked(own, question, "--as-of", String(n + 1))[0];
    for (const table of Object.keys(wanted)) if (table !== "points") assert.equal(got[table], wanted[table], `${table} of ${n + 1}`);
  }
  assert.deepEqual(sql(own, "SELECT * FROM point"), points);
  assert.deepEqual(sql(own, "SELECT repo, number, run, absent, title FROM issue_was WHERE run = 4 ORDER BY repo"), [
    { repo: "o/r1", number: 1, run: 4, absent: 0, title: "Third" }, { repo: "o/r3", number: 1, run: 4, absent: 0, title: "Third" }]);
  night(own, times[4], "UPDATE issue SET title = 'Fifth'");
  assert.equal(asked(own, "SELECT title FROM issue", "--as-of", "4")[0].title, "Fourth");
});

test("what other snapshots remember of nights is not taken over: these cannot be asked for", () => {
  const share = listed();
  const own = site({ "site.conf": conf });
  mkdirSync(join(own, "data"));
  run(own, "merge", file(own), file(share));
  assert.deepEqual(sql(own, "SELECT id, kept FROM run"), [{ id: 1, kept: 0 }, { id: 2, kept: 0 }, { id: 3, kept: 1 }]);
  assert.deepEqual(sql(own, "SELECT * FROM issue_was"), []);
  assert.equal(asked(own, "SELECT title FROM issue", "--as-of", "3")[0].title, "Third");
});

test("a snapshot from before there was history has it from its last run on", () => {
  const own = site({ "site.conf": conf });
  mkdirSync(join(own, "data"));
  sqlite(own, [1, 2, 3].map((n) => readFileSync(join(root, `generator/snapshot/schema/${n}.sql`), "utf8")).join("\n") + `PRAGMA application_id = ${0x54776572}; PRAGMA user_version = 3;
    INSERT INTO run (started_at, version) VALUES (${quote(times[0])}, 'test'), (${quote(times[1])}, 'test');
    INSERT INTO source (name, system, position, demo, zone) VALUES ('forge', 'github', 1, 0, 'public');
    INSERT INTO repo (source, key, name, stars) VALUES ('forge', 'o/r1', 'r1', 2);`);
  assert.equal(asked(own, "SELECT stars FROM repo", "--as-of", "2")[0].stars, 2, "asked for before any run of this program");
  run(own, "analyse");
  night(own, times[2], "UPDATE repo SET stars = 3");
  assert.equal(asked(own, "SELECT stars FROM repo", "--as-of", "2")[0].stars, 2);
  refused(own, ["sql", "--as-of", "1", "SELECT 1"], "--as-of: of run 1 of 2026-10-01T21:00:00Z not everything is kept: it was pruned, or is older than the history; the nearest that can be asked for is run 2 of 2026-10-02T21:00:00Z");
  const fresh = empty();
  const tables = "SELECT type, name, sql FROM sqlite_schema WHERE name LIKE '%\\_was%' ESCAPE '\\' OR name LIKE 'history%' ORDER BY name";
  assert.deepEqual(schema(own, tables), schema(fresh, tables));
});
