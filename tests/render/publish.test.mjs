// What is published again, and what is left alone: a page is made anew when something that it
// shows has changed, and however little that was, the folder is as if all had been made anew.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { demo, folder, now, program, sql, tower, tree } from "../tower.mjs";
import { edit } from "../snapshot/edit.mjs";

const conf = `[site]
	url = https://example.org/tower/
[source "demo"]
	type = github
	owner = meadowlark
	owner = kestrel-lab
	replay = data/demo
[edition "public"]
	zones = public
	output = public
[edition "all"]
	zones = public, internal, restricted
	output = all
`;
let built;

function render(path, time = now) {
  const result = tower(["render", "-C", path, "--now", time]);
  assert.equal(result.status, 0, result.stderr);
  return result.stderr.match(/(\d+) changed/g).reduce((sum, text) => sum + parseInt(text), 0);
}

function copy() {
  const path = folder();
  cpSync(built, path, { recursive: true, preserveTimestamps: true });
  return path;
}

const published = (path) => Object.fromEntries(["public", "all"].flatMap((edition) => Object.entries(tree(join(path, edition))).map(([name, bytes]) => [`${edition}/${name}`, bytes])));

// The same snapshot and site folder, rendered by somebody who has no memory and no files.
function afresh(path) {
  const other = folder();
  for (const name of readdirSync(path)) if (!["public", "all"].includes(name)) cpSync(join(path, name), join(other, name), { recursive: true });
  edit(other, "DELETE FROM rendering; DELETE FROM output; DELETE FROM file; DELETE FROM markdown");
  render(other);
  const files = published(other);
  rmSync(other, { recursive: true });
  return files;
}

// Folders are large, and so would be what tells of all their differences at once.
function assertSame(left, right, what = "not as before") {
  assert.deepEqual(Object.keys(left), Object.keys(right), what);
  for (const name of Object.keys(left)) assert.equal(String(left[name]), String(right[name]), `${what}: ${name}`);
}

const assertAsAfresh = (path, what) => assertSame(published(path), afresh(path), `not as afresh after ${what}`);

const touched = (before, after) => Object.keys(after).filter((name) => String(before[name]) !== String(after[name])).map((name) => name.replace(/^\w+\//, "")).filter((name, i, all) => all.indexOf(name) === i);

before(() => {
  built = demo(conf);
  const result = tower(["build", "-C", built, "--now", now, "-q"]);
  assert.equal(result.status, 0, result.stderr);
});

test("nothing changed: no file is written, and none is read", () => {
  const path = copy();
  const before = Object.keys(published(path)).map((name) => statSync(join(path, name)).mtimeMs);
  assert.equal(render(path), 0);
  assert.deepEqual(Object.keys(published(path)).map((name) => statSync(join(path, name)).mtimeMs), before);
  const unreadable = join(path, "public/index.html");
  const times = statSync(unreadable);
  const trace = spawnSync("strace", ["-f", "-e", "trace=openat", program, "render", "-C", path, "--now", now], { encoding: "utf8" });
  if (!trace.error) assert.doesNotMatch(trace.stderr, /openat\(.*index\.html/);
  assert.equal(statSync(unreadable).mtimeMs, times.mtimeMs);
});

// It counts up whenever a page was looked at.
const generation = (path) => sql(path, "SELECT value FROM generation")[0].value;

test("what came back from an archive of whole seconds is as it was, for another copy of the program, too", () => {
  const path = copy();
  const back = folder();
  const other = join(folder(), "tower");
  cpSync(program, other);
  render(path);
  const before = generation(path);
  for (const tool of ["c", "x"]) assert.equal(spawnSync("tar", ["--format=ustar", `-${tool}f`, `${back}.tar`, "-C", tool === "c" ? path : back, "."]).status, 0);
  rmSync(path, { recursive: true });
  cpSync(back, path, { recursive: true, preserveTimestamps: true });
  const result = spawnSync(other, ["render", "-C", path, "--now", now], { encoding: "utf8" });
  assert.equal(result.status, 0, result.stderr);
  assert.equal(generation(path), before);
  utimesSync(join(path, "public/index.html"), 1, 1);
  render(path);
  assert.equal(generation(path), before + 1);
});

test("a column changed that no page reads: nothing is looked at", () => {
  const path = copy();
  render(path);
  const before = generation(path);
  edit(path, "UPDATE issue SET node_id = 'another'");
  assert.equal(render(path), 0);
  assert.equal(generation(path), before);
  edit(path, "UPDATE issue SET title = 'another'");
  assert.ok(render(path));
  assert.equal(generation(path), before + 2);
});

test("what another program wrote into the snapshot is seen, too", () => {
  const path = copy();
  render(path);
  assert.equal(render(path), 0);
  const { status, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db"), "UPDATE issue SET title = 'By hand'"], { encoding: "utf8" });
  assert.deepEqual([status, stderr], [0, ""]);
  assert.ok(render(path));
  assertAsAfresh(path, "a change by hand");
});

test("what changed is remembered for as long as a page has not heard of it", () => {
  const path = copy();
  edit(path, "UPDATE issue SET title = 'another'; UPDATE issue SET node_id = 'another'");
  const notes = () => sql(path, 'SELECT DISTINCT "table" FROM change ORDER BY 1').map((row) => row.table).filter((name) => name.startsWith("issue."));
  assert.deepEqual(notes(), ["issue.node_id", "issue.title"]);
  render(path);
  assert.deepEqual(notes(), []);
});

test("a new night without news: pages that show no time stay", () => {
  const path = copy();
  edit(path, "UPDATE scope SET asked_at = '2026-11-22T21:00:00Z', loaded_at = iif(loaded_at IS NULL, NULL, '2026-11-22T21:00:00Z')");
  const before = published(path);
  render(path, "2026-11-22T21:00:00Z");
  assert.deepEqual(touched(before, published(path)).filter((name) => name.startsWith("repo/")), []);
});

test("an issue's title changed: its repository's page and what lists it", () => {
  const path = copy();
  const [{ repo, page }] = JSON.parse(tower(["sql", "-C", path, "--json", "SELECT p.repo, p.path AS page FROM page p JOIN issue i ON i.source = p.source AND i.repo = p.repo WHERE i.state = 'open' AND p.edition = 'public' LIMIT 1"]).stdout);
  const before = published(path);
  edit(path, `UPDATE issue SET title = 'Another title' WHERE number = (SELECT min(number) FROM issue WHERE repo = '${repo}' AND state = 'open') AND repo = '${repo}'`);
  assert.ok(render(path) > 0);
  const names = touched(before, published(path));
  for (const ending of ["html", "md", "json"]) assert.ok(names.includes(`${page}.${ending}`), names.join());
  assert.deepEqual(names.filter((name) => name.startsWith("repo/") && !name.startsWith(page)), []);
  assertAsAfresh(path, "a new title");
});

// Changes of every kind; N and M are numbers drawn anew each time.
const changes = {
  "an issue's title": "UPDATE issue SET title = 'Title N' WHERE rowid = (SELECT rowid FROM issue ORDER BY rowid LIMIT 1 OFFSET N % (SELECT count(*) FROM issue))",
  "an issue's text": "UPDATE issue SET body = 'See #N, #M and kestrel-lab/homelab#N, N.' WHERE rowid = (SELECT rowid FROM issue ORDER BY rowid LIMIT 1 OFFSET N % (SELECT count(*) FROM issue))",
  "an issue's state": "UPDATE issue SET state = iif(state = 'open', 'closed', 'open') WHERE rowid = (SELECT rowid FROM issue ORDER BY rowid LIMIT 1 OFFSET N % (SELECT count(*) FROM issue))",
  "an issue's zone": "UPDATE issue SET zone = iif(zone IS NULL, 'restricted', NULL) WHERE rowid = (SELECT rowid FROM issue ORDER BY rowid LIMIT 1 OFFSET N % (SELECT count(*) FROM issue))",
  "an issue gone": "DELETE FROM issue WHERE rowid = (SELECT rowid FROM issue ORDER BY rowid LIMIT 1 OFFSET N % (SELECT count(*) FROM issue))",
  "an issue more": "INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at) SELECT source, key, 10000 + N, 'issue', 'New N', 'open', '2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z' FROM repo WHERE true ORDER BY rowid LIMIT 1 ON CONFLICT DO NOTHING",
  "a repository's zone": "UPDATE repo SET zone = iif(zone = 'internal', 'public', 'internal') WHERE rowid = (SELECT rowid FROM repo ORDER BY rowid LIMIT 1 OFFSET N % (SELECT count(*) FROM repo))",
  "a repository's facts": "UPDATE repo SET stars = N, description = 'Words M' WHERE rowid = (SELECT rowid FROM repo ORDER BY rowid LIMIT 1 OFFSET N % (SELECT count(*) FROM repo))",
  "a repository gone": "DELETE FROM repo WHERE rowid = (SELECT rowid FROM repo ORDER BY rowid DESC LIMIT 1) AND (SELECT count(*) FROM repo) > 5",
  "a page elsewhere": "UPDATE page SET path = path || '-N' WHERE rowid = (SELECT rowid FROM page ORDER BY rowid LIMIT 1 OFFSET N % (SELECT count(*) FROM page))",
  "two pages changing places": "UPDATE page SET path = path || '-M' WHERE edition = 'public' AND rowid % 2 = 0",
  "ranks": "UPDATE priority SET rank = rank + 1",
  "points": "UPDATE priority SET points = (points + N) % 100 WHERE number % 3 = N % 3",
  "a score": "UPDATE score SET score = N % 100, grade = 'B' WHERE rowid = (SELECT rowid FROM score ORDER BY rowid LIMIT 1 OFFSET N % (SELECT count(*) FROM score))",
  "a finding": "INSERT INTO finding (edition, rule, source, key, repo, severity, message, evidence) SELECT edition, 'no-license', source, 'x-N', repo, 'high', 'Message N', 'Evidence M' FROM page WHERE true ORDER BY rowid LIMIT 2 ON CONFLICT DO NOTHING",
  "findings gone": "DELETE FROM finding WHERE rowid % 5 = N % 5",
  "scopes": "UPDATE scope SET outcome = iif(outcome = 'ok', 'failed', 'ok'), reason = 'Reason N', loaded_at = '2026-11-20T00:00:00Z' WHERE rowid % 7 = N % 7",
  "a rule's words": "UPDATE declaration SET remedy = 'Remedy N' WHERE kind = 'check' AND name = (SELECT rule FROM finding LIMIT 1)",
  "commits": "UPDATE commit_day SET commits = commits + 1 WHERE repo = (SELECT repo FROM commit_day LIMIT 1)",
  "nothing": "UPDATE issue SET title = title",
};

// Numbers that look random and are the same in every run.
function* numbers(seed) {
  for (let state = seed; ; ) yield (state = (state * 1103515245 + 12345) % 2147483648) >> 8;
}

test("after changes of any kind, one after the other, the folder is as if rendered afresh", () => {
  const path = copy();
  const drawn = numbers(20261121);
  const names = Object.keys(changes);
  const next = () => drawn.next().value;
  for (let step = 0; step < 32; step++) {
    const chosen = step < names.length ? [names[step]] : [names[next() % names.length], names[next() % names.length]];
    for (const name of chosen) edit(path, changes[name].replaceAll("N,", `${next() % 40},`).replace(/\bN\b/g, next() % 1000).replace(/\bM\b/g, next() % 40));
    render(path);
    assertAsAfresh(path, `step ${step}: ${chosen.join(" and ")}`);
  }
});

// One folder is damaged and put right again and again: each time it is as it was, and nothing was
// written but what was damaged now.
let damaged, whole;
for (const [what, damage] of Object.entries({
  "changed": (file) => writeFileSync(file, "something else"),
  "changed and as long as it was": (file) => writeFileSync(file, "x".repeat(statSync(file).size)),
  "emptied": (file) => writeFileSync(file, ""),
  "removed": (file) => rmSync(file),
  "only touched": (file) => utimesSync(file, 1, 1),
}))
  for (const name of ["index.html", "style.css", "repo/demo/kestrel-lab/homelab.md", "about.json", "manifest.json"])
    test(`${name} was ${what}: it is put right`, () => {
      damaged ??= copy();
      whole ??= published(built);
      damage(join(damaged, "public", name));
      assert.equal(render(damaged), what === "only touched" || name === "manifest.json" ? 0 : 1);
      assertSame(published(damaged), whole);
    });

test("an output folder that another snapshot has filled is put right, and what it had more is removed", () => {
  const path = copy();
  const before = published(path);
  const manifest = join(path, "public/manifest.json");
  const files = JSON.parse(readFileSync(manifest, "utf8")).files;
  writeFileSync(join(path, "public/old.html"), "old");
  writeFileSync(join(path, "public/mine.html"), "never made by the program");
  writeFileSync(manifest, JSON.stringify({ files: [...files, "old.html"] }));
  render(path);
  assert.ok(!existsSync(join(path, "public/old.html")));
  assert.equal(readFileSync(join(path, "public/mine.html"), "utf8"), "never made by the program");
  rmSync(join(path, "public/mine.html"));
  assertSame(published(path), before);
});

const isBinary = readFileSync(program).subarray(1, 4).equals(Buffer.from("ELF"));
const hasObjcopy = !spawnSync("objcopy", ["--version"]).error;
test("another build makes all pages anew: it is known by its build-id, or without one by its file", { skip: !isBinary ? "the program is run by a script" : !hasObjcopy && "objcopy is not installed" }, () => {
  const path = copy();
  const input = () => sql(path, "SELECT input FROM rendering WHERE edition = 'public' AND page = 'desk'")[0].input;
  const rendered = (original, end) => {
    const other = join(folder(), "tower");
    writeFileSync(other, Buffer.concat([readFileSync(original), Buffer.from(end)]), { mode: 0o755 });
    const { status, stderr } = spawnSync(other, ["render", "-C", path, "--now", now], { encoding: "utf8" });
    assert.equal(status, 0, stderr);
    return input();
  };
  const without = join(folder(), "tower");
  assert.equal(spawnSync("objcopy", ["--remove-section=.note.gnu.build-id", program, without]).status, 0);
  const before = input();
  assert.equal(rendered(program, "more"), before);
  assert.equal(new Set([before, rendered(without, ""), rendered(without, "more")]).size, 3);
});

test("an edition's folder of another name is filled; the old one stays as it is", () => {
  const path = copy();
  const before = published(path);
  writeFileSync(join(path, "site.conf"), conf.replace("output = public", "output = elsewhere/public"));
  render(path);
  assert.deepEqual(tree(join(path, "elsewhere/public")), tree(join(path, "public")));
  assertSame(published(path), before);
});

test("a template changed: its pages are made anew, the others not", () => {
  const path = copy();
  const before = published(path);
  mkdirSync(join(path, "templates"));
  writeFileSync(join(path, "templates/checks.md"), "# {{title}}\n\n{{total.total}} findings\n");
  render(path);
  assert.deepEqual(touched(before, published(path)), ["checks.md"]);
  assertAsAfresh(path, "a template");
  rmSync(join(path, "templates"), { recursive: true });
  render(path);
  assertSame(published(path), before);
});

test("what nobody renders is put there as it is: style sheets, pictures", () => {
  const path = copy();
  mkdirSync(join(path, "templates"));
  writeFileSync(join(path, "templates/logo.svg"), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(path, "templates/part.svg"), "{{tag}}");
  writeFileSync(join(path, "templates/own.css"), "p { margin: 0 }");
  render(path);
  assert.equal(readFileSync(join(path, "public/logo.svg"), "utf8"), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  assert.equal(readFileSync(join(path, "public/own.css"), "utf8"), "p { margin: 0 }");
  assert.ok(!existsSync(join(path, "public/part.svg")));
});

test("a page of one's own comes and goes", () => {
  const path = copy();
  const before = published(path);
  mkdirSync(join(path, "templates"));
  writeFileSync(join(path, "templates/own.sql"), "-- Own.\n--\n-- path: own/{name}\n-- title: Own\n-- each: owners\n\n-- owners\nSELECT DISTINCT owner AS name FROM repo ORDER BY owner;\n");
  writeFileSync(join(path, "templates/own.txt"), "{{owners.name}}\n");
  render(path);
  assert.deepEqual(touched(before, published(path)), ["manifest.json", "own/kestrel-lab.txt", "own/meadowlark.txt"].sort());
  assert.equal(readFileSync(join(path, "public/own/meadowlark.txt"), "utf8"), "meadowlark\n");
  rmSync(join(path, "templates"), { recursive: true });
  render(path);
  assertSame(published(path), before);
  assert.ok(!existsSync(join(path, "public/own")));
});

test("on one processor: the same bytes", () => {
  const path = copy();
  const before = published(path);
  edit(path, "DELETE FROM rendering; DELETE FROM output; DELETE FROM file");
  for (const edition of ["public", "all"]) rmSync(join(path, edition), { recursive: true });
  const result = spawnSync("taskset", ["-c", "0", program, "render", "-C", path, "--now", now, "-q"], { encoding: "utf8" });
  assert.equal(result.stderr, "");
  assertSame(published(path), before);
});

// A page that never ends, so that there is time to do something to who makes it.
const endless = {
  "templates/endless.sql": "-- Endless.\n--\n-- path: endless\n-- title: Endless\n\n-- rows\nWITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS total FROM n;\n",
  "templates/endless.txt": "{{rows.total}}\n",
};
const children = (pid) => readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);

for (const [what, signal, target] of [["a worker", "SIGKILL", (main, worker) => worker], ["the program", "SIGKILL", (main) => main], ["the program", "SIGTERM", (main) => main]])
  test(`${what} ended by ${signal} while pages are made: nothing of them is published, and nobody is left behind`, async () => {
    const path = copy();
    const before = published(path);
    for (const [name, text] of Object.entries(endless)) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), text);
    }
    edit(path, "UPDATE issue SET title = 'never published'");
    const child = spawn(program, ["render", "-C", path, "--now", now, "-q"], { stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (text) => (said += text));
    const ended = new Promise((resolve) => child.on("close", (status, by) => resolve(status ?? by)));
    const cpu = (pid) => Number(readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ")[11]);
    let all, worker;
    while (!worker) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      all = children(child.pid);
      worker = all.find((pid) => cpu(pid) > 30); // hundredths of a second
    }
    process.kill(target(child.pid, worker), signal);
    // The other workers end their jobs first; the endless one was the one that was killed.
    const status = await ended;
    if (what === "a worker") {
      assert.equal(status, 1);
      assert.equal(said, "tower: error: a worker process was ended by signal 9\n");
    } else assert.equal(status, signal);
    const gone = async (pid) => {
      for (let i = 0; i < 500; i++) {
        if (!existsSync(`/proc/${pid}`) || /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"))) return true;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      return false;
    };
    for (const pid of all) assert.ok(await gone(pid), `process ${pid} is left`);
    const visible = (files) => Object.fromEntries(Object.entries(files).filter(([name]) => !/\/\.[^/]*\.tmp$/.test(name)));
    assertSame(visible(published(path)), before);
    for (const name of Object.keys(endless)) rmSync(join(path, name));
    render(path);
    assertAsAfresh(path, "the next run");
  });

// A page that shows documents without asking where repositories' pages are.
test("references lead to where a repository's page is now, on any page with documents", () => {
  const path = copy();
  mkdirSync(join(path, "templates"));
  writeFileSync(join(path, "templates/own.sql"), "-- Own.\n--\n-- path: own\n-- title: Own\n-- types: body markdown\n\n-- issues\nSELECT source, repo, body FROM issue WHERE repo = 'kestrel-lab/homelab' AND number = (SELECT min(number) FROM issue WHERE repo = 'kestrel-lab/homelab' AND state = 'open');\n");
  for (const ending of ["html", "md"]) writeFileSync(join(path, `templates/own.${ending}`), "{{#issues}}\n{{{body}}}\n{{/issues}}\n");
  edit(path, "UPDATE issue SET body = 'See #' || number || ' and meadowlark/web-shop#' || (SELECT min(number) FROM issue WHERE repo = 'meadowlark/web-shop' AND state = 'open') WHERE repo = 'kestrel-lab/homelab' AND state = 'open'");
  render(path);
  const read = (name) => readFileSync(join(path, "public", name), "utf8");
  assert.match(read("own.html"), /See <a class="mention" href="repo\/demo\/kestrel-lab\/homelab\.html#issue-\d+">#\d+<\/a> and <a class="mention" href="repo\/demo\/meadowlark\/web-shop\.html#issue-\d+">meadowlark\/web-shop#\d+<\/a>/);
  assert.match(read("own.md"), /\]\(repo\/demo\/kestrel-lab\/homelab\.md\) and \[.*\]\(repo\/demo\/meadowlark\/web-shop\.md\)/);
  edit(path, "UPDATE page SET path = path || '-moved' WHERE repo = 'meadowlark/web-shop'");
  render(path);
  assert.match(read("own.html"), /href="repo\/demo\/meadowlark\/web-shop-moved\.html#issue-/);
  edit(path, "UPDATE repo SET zone = 'internal' WHERE key = 'meadowlark/web-shop'");
  render(path);
  assert.match(read("own.html"), /homelab\.html#issue-\d+">#\d+<\/a> and meadowlark\/web-shop#\d+/);
  assertAsAfresh(path, "a private repository");
});

test("what is hidden from now on is gone also from a page that reads nothing else", () => {
  const conf = '[source "demo"]\n\ttype = github\n\towner = kestrel-lab\n\treplay = data/demo\n';
  const path = demo(conf);
  mkdirSync(join(path, "templates"));
  writeFileSync(join(path, "templates/titles.sql"), "-- Titles.\n--\n-- path: titles\n-- title: Titles\n\n-- titles\nSELECT title FROM issue ORDER BY 1;\n");
  writeFileSync(join(path, "templates/titles.txt"), "{{#titles}}{{title}}\n{{/titles}}");
  const titles = () => readFileSync(join(path, "public/titles.txt"), "utf8");
  const build = () => assert.equal(tower(["build", "-q", "-C", path, "--now", now]).status, 0);
  build();
  const before = titles();
  assert.match(before, /Nightly backup/);
  writeFileSync(join(path, "site.conf"), `${conf}\tzone = internal\n`);
  build();
  assert.equal(titles(), "");
  writeFileSync(join(path, "site.conf"), conf);
  build();
  assert.equal(titles(), before);
});
