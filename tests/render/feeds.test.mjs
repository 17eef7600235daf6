// Feeds, read as others read them: xmllint with the grammars in feeds/ (of RFC 4287, and of the
// specification of RSS 2.0), the JSON schema of JSON Feed 1.1, the reader rss-parser; and with
// FEEDVALIDATOR=DIR, a copy of https://github.com/w3c/feedvalidator, by that.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import Parser from "rss-parser";
import { demo, now, site, sql, tower, tree } from "../tower.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(import.meta.url);
const Ajv = require("ajv");
const isJsonFeed = new Ajv({ strict: false, validateFormats: false }).compile(require("jsonfeed-schema/schema-v1.1.json"));
const reader = new Parser({ customFields: { item: [["content", "content", { keepArray: false }]] } });

const conf = `[site]
	title = Desk & Co <x>
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

function run(path, command, at = now) {
  const { status, stdout, stderr } = tower([command, "-q", "-C", path, "--now", at]);
  assert.equal(stdout, "");
  assert.equal(status, 0, stderr);
  return stderr;
}

function sqlite(path, script) {
  const { status, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], { input: `PRAGMA foreign_keys = ON; BEGIN; ${script}; COMMIT;`, encoding: "utf8" });
  assert.equal(stderr, "");
  assert.equal(status, 0);
}

// The feeds of an edition by path without ending: "feed", "feeds/high", "feeds/repo/...".
function feedsOf(folder) {
  return Object.keys(tree(folder)).filter((name) => name.endsWith(".atom")).map((name) => name.slice(0, -".atom".length));
}

function lint(folder, names, ending, grammar) {
  const { status, stderr } = spawnSync("xmllint", ["--noout", "--nonet", "--relaxng", join(here, "feeds", grammar), ...names.map((name) => `${name}.${ending}`)], { cwd: folder, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
}

// https://www.rfc-editor.org/rfc/rfc4287: an id is of one entry of a feed only; there is an author.
function assertValid(folder) {
  const names = feedsOf(folder);
  assert.ok(names.length > 6);
  lint(folder, names, "atom", "atom.rng");
  lint(folder, names, "xml", "rss.rng");
  for (const name of names) {
    const feed = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));
    assert.ok(isJsonFeed(feed), `${name}.json: ${JSON.stringify(isJsonFeed.errors)}`);
    const ids = feed.items.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length, name);
    assert.match(readFileSync(join(folder, `${name}.atom`), "utf8"), /<author><name>[^<]+<\/name><\/author>/);
  }
}

// The items of the three forms of a feed: [{ id, title, date, link, tags, text }], which are the same.
async function read(folder, name) {
  const file = (ending) => readFileSync(join(folder, `${name}.${ending}`), "utf8");
  const json = JSON.parse(file("json"));
  const items = json.items.map(({ id, title, date_published: date, url, tags, content_text: text }) => ({ id, title, date, link: url, tags, text }));
  for (const ending of ["xml", "atom"]) {
    const feed = await reader.parseString(file(ending));
    assert.equal(feed.title, json.title);
    assert.equal(feed.items.length, items.length, `${name}.${ending}`);
    feed.items.forEach((item, i) => {
      assert.equal(item.guid ?? item.id, items[i].id);
      assert.equal(item.title, items[i].title.replace(/\s+/g, " ").trim());
      assert.equal(item.isoDate, items[i].date.replace("Z", ".000Z"));
      assert.equal(item.link, items[i].link ?? json.items[i].external_url);
      if (ending === "xml") assert.deepEqual(item.categories, items[i].tags);
    });
  }
  const times = items.map(({ date }) => date);
  assert.deepEqual(times, [...times].sort().reverse(), "newest first");
  return items;
}

let built;
before(() => {
  built = demo(conf);
  assert.equal(run(built, "build"), "");
});

test("all feeds are valid", () => {
  for (const edition of ["public", "all"]) assertValid(join(built, edition));
});

test("a grammar refuses what is wrong", () => {
  const path = site({});
  const text = (ending) => readFileSync(join(built, `public/feed.${ending}`), "utf8");
  for (const [ending, grammar, wrongs] of [
    ["xml", "rss.rng", [[/GMT/, "UTC"], [/<link>.*<\/link>/, "<link>index.html</link>"], [/ isPermaLink="false"/, ""], [/<description>What.*\n/, ""]]],
    ["atom", "atom.rng", [[/<updated>2026-11-21T/, "<updated>2026-11-21 "], [/<id>.*<\/id>/, ""], [/term=/, "name="], [/<\/title>/, "</title><title>again</title>"]]],
  ])
    for (const [from, to] of wrongs) {
      const wrong = text(ending).replace(from, to);
      assert.notEqual(wrong, text(ending));
      writeFileSync(join(path, `feed.${ending}`), wrong);
      assert.throws(() => lint(path, ["feed"], ending, grammar), undefined, String(from));
    }
});

test("the validator of the W3C finds no error", { skip: !process.env.FEEDVALIDATOR && "no FEEDVALIDATOR" }, () => {
  const script = `import sys; sys.path.insert(0, sys.argv[1])
import feedvalidator
for name in sys.argv[2:]:
    for event in feedvalidator.validateString(open(name, "rb").read(), firstOccurrenceOnly=1)["loggedEvents"]:
        if isinstance(event, feedvalidator.logging.Error): print(name, type(event).__name__, event.params)
`;
  const files = ["public", "all"].flatMap((edition) => feedsOf(join(built, edition)).flatMap((name) => ["xml", "atom"].map((ending) => join(built, edition, `${name}.${ending}`))));
  const { status, stdout, stderr } = spawnSync("python3", ["-W", "ignore", "-", join(process.env.FEEDVALIDATOR, "src"), ...files], { input: script, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.equal(stdout, "");
});

test("what an item says", async () => {
  const items = await read(join(built, "public"), "feed");
  const item = items.find(({ title }) => title.includes("#27"));
  assert.deepEqual(item, {
    id: "urn:uuid:51248aa0-d888-8948-bbd1-dd9c4ce5e029",
    title: "Demo, invented: critical: Critical, and open for more than 3 days. (kestrel-lab/homelab #27, Nightly backup has not finished since 8 November)",
    date: now,
    link: "https://example.org/tower/repo/demo/kestrel-lab/homelab.html#findings",
    tags: ["critical", "critical-open"],
    text: "Demo: this comes from a recording and is invented.\nCritical, and open for more than 3 days.\n\nWhere: kestrel-lab/homelab #27, Nightly backup has not finished since 8 November\nEvidence: Has the label p0; opened on 2026-11-16, last touched on 2026-11-18; 1 person is assigned.\nWhat would help: Work on it now, or lower its priority if it is not critical.\nCheck: critical-open",
  });
  const rss = await reader.parseString(readFileSync(join(built, "public/feed.xml"), "utf8"));
  assert.equal(rss.title, "Desk & Co <x>: critical findings");
  assert.equal(rss.lastBuildDate, "Sat, 21 Nov 2026 21:00:00 GMT");
  assert.match(rss.items[0].content, /<a href="https:\/\/example\.org\/tower\/checks\.html#check-critical-open">critical-open<\/a>/);
});

test("a feed for each severity, and one for each repository with what is of that", async () => {
  const found = sql(built, "SELECT severity, repo, count(*) AS n FROM finding WHERE edition = 'public' GROUP BY severity, repo");
  const total = (wanted) => found.filter(wanted).reduce((sum, { n }) => sum + n, 0);
  for (const severity of ["critical", "high", "medium", "low", "info"])
    assert.equal((await read(join(built, "public"), `feeds/${severity}`)).length, total((row) => row.severity === severity), severity);
  const pages = sql(built, "SELECT repo, path FROM page WHERE edition = 'public'");
  for (const { repo, path } of pages) {
    const items = await read(join(built, "public"), `feeds/${path}`);
    assert.equal(items.length, total((row) => row.repo === repo), repo);
    for (const { title } of items) assert.ok(title.includes(`(${repo}`), title);
  }
});

test("every page leads to the site's feed, a repository's to its own too, and these are there", () => {
  const files = tree(join(built, "public"));
  for (const [name, bytes] of Object.entries(files).filter(([file]) => file.endsWith(".html") && file !== "offline.html")) { // which is alone
    const links = [...bytes.toString().matchAll(/<link rel="alternate" type="application\/(rss\+xml|atom\+xml|feed\+json)" title="([^"]+)" href="([^"]+)">/g)];
    assert.deepEqual(links.map(([, type]) => type), Array(name.startsWith("repo/") ? 2 : 1).fill(["rss+xml", "atom+xml", "feed+json"]).flat(), name);
    for (const [, , , href] of links) assert.ok(files[join(dirname(name), href)], `${name}: ${href}`);
    assert.match(bytes.toString(), /<footer[^]*href="[./]*feeds\.html">/);
  }
  for (const [name, bytes] of Object.entries(files).filter(([file]) => file.endsWith(".md"))) assert.match(bytes.toString(), /\[as feeds\]\([./]*feeds\.md\)/, name);
});

test("without the site's address: valid, with links to the source only", async () => {
  const path = demo(conf.replace(/\turl = .*\n/, ""));
  run(path, "build");
  assertValid(join(path, "public"));
  const items = await read(join(path, "public"), "feed");
  assert.ok(items.every(({ link }) => link === undefined));
  assert.deepEqual(items.map(({ id }) => id), (await read(join(built, "public"), "feed")).map(({ id }) => id), "ids do not depend on the address");
  assert.match(readFileSync(join(path, "public/feed.xml"), "utf8"), /<link>https:\/\/github\.com\/kestrel-lab\/homelab\/issues\/27<\/link>/);
  assert.match(readFileSync(join(path, "public/feeds.md"), "utf8"), /The address of this site is not set/);
  assert.doesNotMatch(readFileSync(join(built, "public/feeds.md"), "utf8"), /The address of this site is not set/);
});

test("a portfolio without findings has valid feeds without items", async () => {
  const path = site({ "site.conf": '[source "s"]\n\ttype = git\n\tpath = .\n' });
  run(path, "analyse");
  run(path, "render");
  const names = feedsOf(join(path, "public"));
  lint(join(path, "public"), names, "atom", "atom.rng");
  lint(join(path, "public"), names, "xml", "rss.rng");
  assert.deepEqual(await read(join(path, "public"), "feed"), []);
});

// Words of findings are HTML nowhere in a feed, and end no CDATA section.
test("words from outside stay words", async () => {
  const path = site({
    "site.conf": '[site]\n\turl = https://example.org/\n[source "s"]\n\ttype = git\n\tpath = .\n',
    "checks/own.sql": "-- Own.\n--\n-- group: own\n-- severity: critical\n-- remedy: None.\n\n-- finding\nSELECT source, key AS repo, description AS message, description AS evidence FROM repo;\n",
  });
  const words = `]]><script>alert("1")</script> & &amp; <img src=x onerror='a'> "}],\\`;
  run(path, "analyse");
  sqlite(path, `INSERT INTO repo (source, key, name, description) VALUES ('s', 'r', 'r', CAST(X'${Buffer.from(words).toString("hex")}' AS TEXT))`);
  run(path, "analyse");
  run(path, "render");
  assertValid(join(path, "public"));
  const [item] = await read(join(path, "public"), "feed");
  assert.equal(item.title, `critical: ${words} (r)`);
  for (const ending of ["xml", "atom"]) {
    const feed = await reader.parseString(readFileSync(join(path, `public/feed.${ending}`), "utf8"));
    assert.doesNotMatch(feed.items[0].content, /<script|<img/);
    assert.match(feed.items[0].content, /&lt;script&gt;/);
  }
});

test("the newest 100 items, and up to 500 of the last 30 days", async () => {
  const path = site({
    "site.conf": '[source "s"]\n\ttype = git\n\tpath = .\n',
    "checks/own.sql": "-- Own.\n--\n-- group: own\n-- severity: low\n-- remedy: None.\n\n-- finding\nSELECT source, key AS repo, 'Words' AS message, 'Evidence' AS evidence FROM repo;\n",
  });
  const nights = async (list) => {
    for (const [at, from, to] of list) {
      sqlite(path, `INSERT INTO run (started_at, version) VALUES ('${at}', 'x');
        INSERT INTO repo (source, key, name) SELECT 's', 'r' || value, 'r' FROM generate_series(${from}, ${to})`);
      run(path, "analyse", at);
    }
    run(path, "render", list.at(-1)[0]);
    return (await read(join(path, "public"), "feeds/low")).filter(({ tags }) => tags[1] === "own").map(({ date }) => date.slice(0, 10));
  };
  run(path, "analyse");
  sqlite(path, "DELETE FROM run");
  for (const name of ["no-license", "no-readme", "no-security-policy", "no-ci", "inactive"]) writeFileSync(join(path, `checks/${name}.sql`), readFileSync(join(path, "checks/own.sql"), "utf8").replace("FROM repo;", "FROM repo WHERE 0;"));
  const first = await nights([["2026-01-01T00:00:00Z", 1, 150]]);
  assert.equal(first.length, 150);
  const second = await nights([["2026-03-01T00:00:00Z", 151, 190]]);
  assert.deepEqual([second.filter((day) => day === "2026-03-01").length, second.length], [40, 100]);
  const third = await nights([["2026-03-02T00:00:00Z", 191, 1000]]);
  assert.deepEqual([third.filter((day) => day === "2026-03-02").length, third.length], [500, 500]);
});

// Nights of three repositories whose recordings change: labels, states, a source that fails.
test("30 nights: no item twice, none changes, what is resolved is marked, a night that failed resolves nothing", async () => {
  const path = demo(conf.replace("\treplay", `${["web-shop", "greenhouse-telemetry", "homelab"].map((name) => `\tinclude = ${name}\n`).join("")}\treplay`));
  const recordings = ["meadowlark-web-shop-issues.http", "meadowlark-greenhouse-telemetry-issues.http", "kestrel-lab-homelab-issues.http"].map((name) => join(path, "data/demo", name));
  const texts = recordings.map((name) => readFileSync(name, "utf8"));
  const seen = new Map();
  const known = {};
  let failed = 0;
  let twice = 0;
  const day = (night) => new Date(Date.UTC(2026, 10, 21 + night, 21)).toISOString().replace(".000", "");
  for (let night = 0; night < 30; night++) {
    recordings.forEach((name, i) => {
      const closed = (night + i) % 7 < 3;
      writeFileSync(name, closed ? texts[i].replaceAll('"p0"', '"p2"') : texts[i]);
    });
    const fails = night % 10 === 9;
    if (fails) writeFileSync(recordings[2], texts[2].replace("\n200\n", "\n500\n"));
    run(path, "build", day(night));
    if (night % 4 === 0) run(path, "analyse", day(night));
    if (night % 5 === 0) {
      for (const edition of ["public", "all"]) rmSync(join(path, edition), { recursive: true });
      run(path, "render", day(night));
      twice += 1;
    }
    for (const edition of ["public", "all"])
      for (const name of ["feed", "feeds/high", "feeds/repo/demo/kestrel-lab/homelab"]) {
        const items = await read(join(path, edition), name);
        const before = known[`${edition} ${name}`] ?? new Map();
        assert.ok(before.size === 0 || [...before.keys()].every((id) => items.some((item) => item.id === id)), "an item is gone");
        for (const item of items) {
          const { id, title, date } = item;
          if (before.has(id)) assert.deepEqual(before.get(id), [title, date]);
          else assert.equal(date, day(night), `${title} is new in night ${night}`);
          before.set(id, [title, date]);
          assert.deepEqual(seen.get(id) ?? [edition, title, date], [edition, title, date], "an id is of one item in all feeds");
          seen.set(id, [edition, title, date]);
        }
        known[`${edition} ${name}`] = before;
        if (fails && name.endsWith("homelab")) {
          const resolved = items.filter(({ date, title }) => date === day(night) && /^Demo, invented: Resolved: critical: /.test(title));
          assert.deepEqual(resolved, []);
          failed += sql(path, "SELECT count(*) AS n FROM scope WHERE outcome = 'failed'")[0].n;
        }
      }
    if (night % 10 === 0) for (const edition of ["public", "all"]) assertValid(join(path, edition));
  }
  assert.ok(failed > 0 && twice > 5);
  const titles = [...known["public feed"].values()].map(([title]) => title.replace("Demo, invented: ", ""));
  assert.ok(titles.filter((title) => title.startsWith("Resolved: critical: ")).length > 5, titles.join("\n"));
  const told = sql(path, "SELECT count(*) AS n FROM finding_event WHERE edition = 'public' AND 'critical' IN (severity, severity_before)")[0].n;
  assert.equal(titles.length, told);
  assert.deepEqual(sql(path, "SELECT count(*) AS n FROM (SELECT 1 FROM finding_event GROUP BY edition, rule, source, key, run HAVING count(*) > 1)"), [{ n: 0 }]);
});

test("a night without news leaves the feeds as they are", () => {
  const path = demo(conf);
  run(path, "build");
  const before = feedsOf(join(path, "public")).map((name) => readFileSync(join(path, `public/${name}.xml`), "utf8"));
  run(path, "build", "2026-11-21T22:00:00Z");
  assert.deepEqual(feedsOf(join(path, "public")).map((name) => readFileSync(join(path, `public/${name}.xml`), "utf8")), before);
  assert.ok(existsSync(join(path, "public/feed.atom")));
});
