// The desk of each day as it was published: kept once, found again by a calendar, replaced by
// nothing but a later run of its day, and withheld when the edition may no longer show it all.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { demo, folder, sql, tower, tree } from "../tower.mjs";

const conf = `[site]
	url = https://example.org/tower/
[source "demo"]
	type = github
	owner = meadowlark
	replay = data/demo
[source "here"]
	type = git
	path = checkout
[edition "public"]
	zones = public
	output = public
[edition "all"]
	zones = public, internal, restricted
	output = all
`;
const days = ["2026-10-30", "2026-11-19", "2026-11-20"];
const formats = ["html", "md", "json"];
const night = (day) => `${day}T21:00:00Z`;
let built;

function run(path, day, ...commands) {
  for (const command of commands.length ? commands : ["build"]) {
    const result = tower([command, "-q", "-C", path, "--now", day.includes("T") ? day : night(day)]);
    assert.equal(result.stderr, "");
    assert.equal(result.status, 0);
  }
}

function refused(path, day, command = "build") {
  const result = tower([command, "-q", "-C", path, "--now", night(day)]);
  assert.equal(result.status === 0, false);
  return result.stderr.replaceAll(`${path}/`, "");
}

function checked(path) {
  const result = tower(["check", "-C", path, "--now", night("2026-12-31")]);
  assert.equal(result.status, 0, result.stderr);
  assert.match(result.stdout + result.stderr, /nothing wrong/);
}

function write(path, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
}

function change(path, statements) {
  const result = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db"), statements], { encoding: "utf8" });
  assert.equal(result.stderr, "", statements);
}

function copy() {
  const path = folder();
  cpSync(built, path, { recursive: true, preserveTimestamps: true });
  return path;
}

const read = (path, name) => readFileSync(join(path, name), "utf8");
const kept = (path, day, edition = "public") => Object.fromEntries(formats.map((format) => [format, read(path, `${edition}/archive/${day}/index.${format}`)]));
const main = (html) => html.slice(html.indexOf("<h1>What needs"), html.indexOf("</main>"));
const withoutRepository = (path, name) => {
  const recording = join(path, "data/demo", `${name.split("/")[0]}-repos.http`);
  const [head, body] = readFileSync(recording, "utf8").split("\n\n");
  writeFileSync(recording, `${head}\n\n${JSON.stringify(JSON.parse(body).filter((repo) => repo.full_name !== name))}`);
};
const assertWithheld = (path, day, words) => {
  const texts = kept(path, day);
  assert.match(texts.html, new RegExp(`<h1>The desk of ${day} is withheld</h1>`));
  assert.match(texts.md, new RegExp(`# The desk of ${day} is withheld`));
  assert.equal(JSON.parse(texts.json).kept.withheld, 1);
  for (const text of Object.values(texts)) for (const word of words) assert.ok(!text.includes(word), `${day} tells of ${word}`);
};

before(() => {
  built = demo(conf);
  mkdirSync(join(built, "checkout"));
  spawnSync("git", ["init", "-q", "-b", "main", join(built, "checkout")]);
  for (const day of days) run(built, day);
});

test("a day's page has the desk as it was published, its links two folders further down", () => {
  const path = copy();
  for (const edition of ["public", "all"]) { // links to other days' desks are words there
    const desk = read(path, `${edition}/index.html`).replace(/; all of it in this order as <a[^>]*>a table<\/a>/g, "").replace(/ The same <a[^>]*>as plain text<\/a>\./, "").replace(/<a href="archive\/2[^>]*>([^<]*)<\/a>/g, "$1");
    const moved = main(desk).replace(/<a ([^>]*)href="([^"#:]+)(#[^"]*)?"/g, '<a $1href="../../$2"');
    const { html, md, json } = kept(path, days[2], edition);
    assert.equal(main(html).trim(), moved.trim());
    assert.match(html, /<strong>As published on 2026-11-20\.<\/strong>/);
    assert.equal(json, read(path, `${edition}/index.json`));
    const words = read(path, `${edition}/index.md`).replace(/; all of it in this order as \[[^.]*\.csv\)/g, "").replace(/ The same \[[^.]*\.txt\)\./, "").replace(/\[([^\]]*)\]\(archive\/2[^)]*\)/g, "$1").replace(/\]\(([^):#]+)\)/g, "](../../$1)").replace(/\]\(([^):]+)#[^)]*\)/g, "](../../$1)");
    const start = "# What needs";
    assert.equal(md.slice(md.indexOf(start)).split("\n---\n")[0].trim(), words.slice(words.indexOf(start)).split("\n---\n")[0].trim());
  }
  checked(path);
});

test("calendar, months, previous and next lead to every day there is, and days between are gaps", () => {
  const calendar = read(built, "public/archive/index.html");
  const linked = [...calendar.matchAll(/href="(\d{4}-\d\d-\d\d)\/index\.html"/g)].map((match) => match[1]);
  assert.deepEqual(linked.sort(), days);
  assert.match(calendar, /<td><span class="gap">18<\/span><\/td>\s*<td><a href="2026-11-19/);
  assert.deepEqual([...calendar.matchAll(/<h2[^>]*><a href="([^"]*)">([^<]*)</g)].map((match) => match.slice(1)), [["2026-11/index.html", "November 2026"], ["2026-10/index.html", "October 2026"]]);
  assert.match(read(built, "public/archive/index.md"), /\n\| 16 \| 17 \| 18 \| \[19\]\(2026-11-19\/index\.md\) .*\| 21 \| 22 \|\n/);
  assert.deepEqual(JSON.parse(read(built, "public/archive/2026-11/index.json")).days.map((row) => [row.day, row.weekday]), [["2026-11-20", "Friday"], ["2026-11-19", "Thursday"]]);
  assert.match(read(built, "public/archive/2026-11/index.html"), /rel="prev">Previous: 2026-10</);
  const links = days.map((day) => [...kept(built, day).html.matchAll(/href="([^"]*)" rel="(prev|next)"/g)].map((match) => `${match[2]} ${match[1]}`));
  assert.deepEqual(links, [["next ../2026-11-19/index.html"], ["prev ../2026-10-30/index.html", "next ../2026-11-20/index.html"], ["prev ../2026-11-19/index.html"]]);
  assert.match(read(built, "public/index.html"), /<a href="archive\/index\.html">Archive</);
});

test("grade and critical findings in the calendar are those of the desk", () => {
  for (const day of days) {
    const { portfolio, finding_total } = JSON.parse(kept(built, day).json);
    const row = sql(built, `SELECT grade, critical FROM archive_day WHERE edition = 'public' AND day = '${day}'`)[0];
    assert.deepEqual([row.grade, row.critical], [portfolio[0].grade, finding_total[0].critical]);
  }
});

test("thirty nights: every day is there, and an older one differs by its next link alone", () => {
  const path = copy();
  writeFileSync(join(path, "site.conf"), conf.slice(0, conf.indexOf('[edition "all"]')));
  const nights = Array.from({ length: 30 }, (_, i) => new Date(Date.parse("2026-11-21") + i * 864e5).toISOString().slice(0, 10));
  const first = {};
  for (const day of nights) {
    run(path, day);
    first[day] = kept(path, day);
  }
  assert.deepEqual(readdirSync(join(path, "public/archive")).filter((name) => /^\d{4}-..-..$/.test(name)), [...days, ...nights]);
  for (const day of nights.slice(0, -1)) {
    const now = kept(path, day);
    assert.equal(now.html.replace(/<li>.*rel="next".*\n/, ""), first[day].html, day);
    assert.equal(now.md.replace(/ · \[Next: [^ ]* [^ ]*\)/, "").replace(/ · \[Next: [^\]]*\]\([^)]*\)/, ""), first[day].md, day);
    assert.equal(now.json, first[day].json, day);
  }
  const bytes = sql(path, "SELECT sum(length(content)) AS bytes FROM archive WHERE edition = 'public' AND day >= '2026-12-01' GROUP BY day ORDER BY day").map((row) => row.bytes);
  for (const size of bytes.slice(1)) assert.ok(size * 1.9 < bytes[0], `${size} of ${bytes[0]}`);
  const all = tree(join(path, "public"));
  for (const forgotten of ["", "DELETE FROM rendering; DELETE FROM output; DELETE FROM file; DELETE FROM markdown"]) {
    change(path, forgotten);
    rmSync(join(path, "public"), { recursive: true });
    run(path, "2027-02-01", "render");
    assert.deepEqual(tree(join(path, "public")), all);
  }
  checked(path);
});

test("new templates, checks and weights change no day that is kept", () => {
  const path = copy();
  const before = days.map((day) => kept(path, day));
  write(path, {
    "templates/desk.html": "{{<layout}}{{$main}}\n<h1>Another desk</h1>\n{{/main}}{{/layout}}\n",
    "checks/no-topics.sql": "-- A repository without topics.\n--\n-- group: hygiene\n-- severity: critical\n-- remedy: Add some.\n\n-- finding\nSELECT source, key AS repo, 'None.' AS message, 'None.' AS evidence FROM repo;\n",
  });
  run(path, "2026-11-23", "analyse", "render");
  assert.match(read(path, "public/index.html"), /Another desk/);
  assert.notDeepEqual(JSON.parse(read(path, "public/index.json")).finding_total, JSON.parse(before[2].json).finding_total);
  assert.deepEqual(days.map((day) => kept(path, day)), before);
});

test("a run of the same day replaces its desk; the day before stays", () => {
  const path = copy();
  const before = days.map((day) => kept(path, day));
  run(path, "2026-11-20T22:30:00Z");
  assert.deepEqual(days.slice(0, 2).map((day) => kept(path, day)), before.slice(0, 2));
  assert.match(kept(path, days[2]).html, /2026-11-20 22:30 UTC/);
  assert.equal(kept(path, days[2]).json, read(path, "public/index.json"));
  assert.deepEqual(sql(path, "SELECT day FROM archive_day WHERE edition = 'public'").map((row) => row.day), days);
});

test("what leads to a repository that is gone is words, and nothing leads nowhere", () => {
  const path = copy();
  const name = "meadowlark/web-shop";
  assert.match(kept(path, days[1]).html, /href="\.\.\/\.\.\/repo\/demo\/meadowlark\/web-shop\.html"/);
  withoutRepository(path, name);
  run(path, "2026-11-21");
  const { html, md, json } = kept(path, days[1]);
  assert.ok(!existsSync(join(path, "public/repo/demo/meadowlark/web-shop.html")));
  assert.doesNotMatch(html + md, /\.\.\/\.\.\/repo\/demo\/meadowlark\/web-shop/);
  assert.match(html, /<p class="facts"><bdi>meadowlark\/web-shop<\/bdi> #\d+ /);
  assert.match(md, /\| meadowlark\/web-shop \\#\d+ \(demo\) \|/);
  assert.equal(json, kept(built, days[1]).json);
  checked(path);
});

test("a source that may no longer be shown: its days are withheld, and shown again when it may", () => {
  const path = copy();
  const before = kept(path, days[1]);
  writeFileSync(join(path, "site.conf"), conf.replace("replay = data/demo\n", "replay = data/demo\n\tzone = internal\n"));
  run(path, "2026-11-20", "analyse", "render");
  for (const day of days) assertWithheld(path, day, ["meadowlark", "kestrel"]);
  run(path, "2026-11-21");
  for (const day of days) assertWithheld(path, day, ["meadowlark", "kestrel"]);
  assert.match(read(path, "public/archive/index.html"), /aria-label="2026-11-19, withheld">\(19\)</);
  assert.match(kept(path, "2026-11-21").html, /What needs a decision tonight/);
  assert.deepEqual(sql(path, "SELECT count(*) AS n FROM archive_day WHERE edition = 'public' AND withheld AND (grade IS NOT NULL OR critical IS NOT NULL)")[0].n, 0);
  assert.match(kept(path, days[1], "all").html, /meadowlark/);
  const output = tree(join(path, "public"));
  change(path, "PRAGMA foreign_keys = ON; DELETE FROM source WHERE zone <> 'public'");
  rmSync(join(path, "public"), { recursive: true });
  writeFileSync(join(path, "site.conf"), conf.replace(/\[source "demo"\][^[]*/, ""));
  run(path, "2026-11-21", "analyse", "render");
  assert.deepEqual(tree(join(path, "public")), output);

  const lowered = copy();
  writeFileSync(join(lowered, "site.conf"), conf.replace("replay = data/demo\n", "replay = data/demo\n\tzone = internal\n"));
  run(lowered, "2026-11-21");
  writeFileSync(join(lowered, "site.conf"), conf);
  run(lowered, "2026-11-22");
  assert.equal(kept(lowered, days[1]).html, before.html);
});

test("a repository that became private: the days on which it was public are withheld", () => {
  const path = copy();
  change(path, "UPDATE repo SET zone = 'internal' WHERE key = 'meadowlark/web-shop'");
  run(path, "2026-11-20", "analyse", "render");
  for (const day of days) assertWithheld(path, day, ["web-shop"]);
  assert.doesNotMatch(String(Object.values(tree(join(path, "public/archive")))), /web-shop/);
  change(path, "DELETE FROM repo WHERE key = 'meadowlark/web-shop'");
  run(path, "2026-11-20", "analyse", "render");
  for (const day of days) assertWithheld(path, day, ["web-shop"]);
  assert.match(kept(path, days[0], "all").html, /web-shop/);
});

test("an issue in a zone of its own, which a desk names: withheld", () => {
  const path = copy();
  const item = JSON.parse(kept(path, days[2]).json).sections.flatMap((section) => section.items)[0];
  change(path, `UPDATE issue SET zone = 'internal' WHERE source = '${item.source}' AND repo = '${item.repo}' AND number = ${item.number}`);
  run(path, "2026-11-20", "analyse", "render");
  assertWithheld(path, days[2], [item.title]);
});

test("an edition that has lost a zone withholds what it showed with it", () => {
  const path = copy();
  writeFileSync(join(path, "site.conf"), conf.replace("zones = public, internal, restricted", "zones = public"));
  run(path, "2026-11-21");
  for (const day of days) assert.match(kept(path, day, "all").html, /is withheld/);
  for (const day of days) assert.doesNotMatch(kept(path, day).html, /is withheld/);
});

test("a source that is no longer in site.conf is no secret", () => {
  const path = copy();
  writeFileSync(join(path, "site.conf"), conf.replace(/\[source "demo"\][^[]*/, ""));
  run(path, "2026-11-21");
  assert.match(kept(path, days[1]).html, /meadowlark\/web-shop/);
  checked(path);
});

test("no page can read what is kept", () => {
  const path = copy();
  write(path, {
    "templates/peek.sql": "-- Looks.\n--\n-- path: peek\n-- title: Peek\n\n-- kept\nSELECT hex(content) AS content FROM archive;\n\n-- subjects\nSELECT key FROM archive_subject;\n\n-- days\nSELECT day FROM archive_day;\n",
    "templates/peek.json": "[{{kept.count}}, {{subjects.count}}, {{days.count}}]\n",
  });
  run(path, "2026-11-20", "render");
  assert.deepEqual(JSON.parse(read(path, "public/peek.json")), [0, 0, 3]);
});

test("a night that was never published leaves no day; the next one does", () => {
  const path = copy();
  write(path, { "templates/repos.html": "{{nothing}}" });
  assert.match(refused(path, "2026-11-21"), /templates\/repos.html/);
  assert.deepEqual(sql(path, "SELECT DISTINCT day FROM archive").map((row) => row.day), days);
  rmSync(join(path, "templates"), { recursive: true });
  run(path, "2026-11-22");
  assert.deepEqual(sql(path, "SELECT day FROM archive_day WHERE edition = 'public'").map((row) => row.day), [...days, "2026-11-22"]);
  assert.ok(!Object.keys(tree(join(path, "public"))).some((name) => name.includes("2026-11-21")));
});

test("a page of a day that somebody changed or removed is made again", () => {
  const path = copy();
  const before = tree(join(path, "public"));
  rmSync(join(path, "public/archive/2026-10-30"), { recursive: true });
  writeFileSync(join(path, "public/archive/2026-11-19/index.html"), "");
  run(path, "2026-12-01", "render");
  assert.deepEqual(tree(join(path, "public")), before);
});

test("a desk that is damaged is told, and nothing is published", () => {
  const path = copy();
  change(path, "UPDATE archive SET content = substr(content, 1, 100) WHERE day = '2026-11-19' AND edition = 'public'");
  rmSync(join(path, "public/archive/2026-11-19"), { recursive: true });
  assert.equal(refused(path, "2026-11-21", "render"), "tower: error: data/tower.db: the desk that is kept of 2026-11-19 in the edition public is damaged; restore the snapshot from a copy\n");
});

test("shares that are united keep the days", () => {
  const path = copy();
  const before = kept(path, days[1]);
  const share = folder();
  cpSync(join(path, "data"), join(share, "data"), { recursive: true });
  for (const name of ["site.conf", "checkout"]) cpSync(join(path, name), join(share, name), { recursive: true });
  run(share, "2026-11-21", "collect");
  const merged = tower(["merge", "-q", join(path, "data/tower.db"), join(share, "data/tower.db")], { cwd: path });
  assert.equal(merged.stderr, "");
  run(path, "2026-11-21", "analyse", "render");
  assert.deepEqual(readdirSync(join(path, "public/archive")).filter((name) => /^\d{4}-..-..$/.test(name)), [...days, "2026-11-21"]);
  assert.equal(kept(path, days[1]).html, before.html);
});

// A desk of the owner's own, whose links are written in every way there is.
const written = {
  '<a href="{{root}}repos.html#x">a</a>': '<a href="../../repos.html">a</a>',
  "<a href='repos.html'>b</a>": "<a href='../../repos.html'>b</a>",
  '<A class="x>y" HREF = "repos.html?q">c</A>': '<A class="x>y" HREF = "../../repos.html">c</A>',
  '<a href="nowhere.html"><b>d</b></a> <a href="#e">e</a>': '<b>d</b> <a href="#e">e</a>',
  '<a href="https://example.org/repos.html#f">f</a>': '<a href="https://example.org/repos.html#f">f</a>',
  '<a id="g">g</a><abbr title="h">h</abbr>': '<a id="g">g</a><abbr title="h">h</abbr>',
  "<!-- it's <a href=\"nowhere.html\"> --><a data-href=\"nowhere.html\" href=\"about.html\">i</a>": "<!-- it's <a href=\"nowhere.html\"> --><a data-href=\"nowhere.html\" href=\"../../about.html\">i</a>",
};
const writtenMd = {
  "[a]({{root}}repos.md#x)": "[a](../../repos.md)",
  "[b \\] \\[b](nowhere.md)": "b \\] \\[b",
  "[![c](health.svg)](nowhere.md)": "![c](health.svg)",
  "`[d](nowhere.md)` [e](https://example.org/#e) [ ] [f](#f)": "`[d](nowhere.md)` [e](https://example.org/#e) [ ] [f](#f)",
};

test("links are led wherever a desk of the owner's own has them", () => {
  const path = copy();
  write(path, {
    "templates/desk.html": `{{<layout}}{{$main}}\n${Object.keys(written).join("\n")}\n{{/main}}{{/layout}}\n`,
    "templates/desk.md": `{{<layout}}{{$main}}\n${Object.keys(writtenMd).join("\n")}\n{{/main}}{{/layout}}\n`,
  });
  run(path, "2026-11-21");
  const { html, md } = kept(path, "2026-11-21");
  for (const line of Object.values(written)) assert.ok(html.includes(`\n${line}\n`), `${line} in ${html}`);
  for (const line of Object.values(writtenMd)) assert.ok(md.includes(`\n${line}\n`), `${line} in ${md}`);
});

const refusals = [
  ["another word", { "templates/archive-day.sql": "-- A.\n--\n-- path: a/{day}\n-- title: A\n-- each: kept\n-- shows: board\n\n-- kept\nSELECT day FROM archive_day;\n" }, "tower: error: templates/archive-day.sql:6: shows: 'board' is unknown; write 'desk', or leave it out\n"],
  ["without each", { "templates/archive-day.sql": "-- A.\n--\n-- path: a\n-- title: A\n-- shows: desk\n\n-- kept\nSELECT day FROM archive_day;\n" }, "tower: error: templates/archive-day.sql:5: shows: goes with 'each', of which every row is a day, and without 'within'\n"],
  ["without a day", { "templates/archive-day.sql": "-- A.\n--\n-- path: a/{month}\n-- title: A\n-- each: kept\n-- shows: desk\n\n-- kept\nSELECT 1 AS month;\n" }, "tower: error: templates/archive-day.sql: shows: the statement that 'each' names has no column 'day'\n"],
  ["a desk for each", { "templates/desk.sql": "-- A.\n--\n-- path: index-{n}\n-- title: A\n-- each: n\n\n-- n\nSELECT 1 AS n;\n", "templates/desk.html": "", "templates/desk.md": "", "templates/desk.txt": "" }, "tower: error: templates/desk.sql:5: each: the desk is one page, of which the archive keeps every day's\n"],
];
for (const [name, files, message] of refusals)
  test(`refused: ${name}`, () => {
    const path = copy();
    write(path, files);
    assert.equal(refused(path, "2026-11-21"), message);
  });
