// Nothing that comes from outside becomes markup, in any file of the output. A site is built
// twice, from facts that differ in nothing but their words: benign ones, and hostile ones in
// every column that takes a text. Every file is parsed as what it is, Markdown by a second
// renderer that lets everything through, and both must be made of the same elements,
// attributes and schemes at the same places.
//
// hostile/facts.sql     the facts            hostile/twins.mjs    puts words into all columns
// hostile/payloads.mjs  the words            hostile/outputs.mjs  parses files
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { now, program, site, sql, tower, tree } from "../tower.mjs";
import { faults } from "./hostile/faults.mjs";
import { outputShape, readText, unisolated } from "./hostile/outputs.mjs";
import { payloads, placed, plain, typed } from "./hostile/payloads.mjs";
import { conf, emptyTables, literal, run, twin } from "./hostile/twins.mjs";

// What holds no words of the facts is the same each time.
const known = new Map();
function knownShape(name, content) {
  const key = createHash("sha256").update(`${name}\0`).update(content).digest("hex");
  if (!known.has(key)) known.set(key, outputShape(name, content));
  return known.get(key);
}
const shapes = ({ files }) => Object.fromEntries(Object.entries(files).filter(([name]) => name !== "manifest.json").map(([name, content]) => [name, knownShape(name, content)]));

const benign = new Map();
function benignShapes(value) {
  if (!benign.has(value)) benign.set(value, shapes(twin(value)));
  return benign.get(value);
}

// Shapes are long: what is told is where they part.
function assertSame(hostile, expected) {
  assert.deepEqual(Object.keys(hostile), Object.keys(expected));
  for (const [name, shape] of Object.entries(expected)) {
    let at = 0;
    while (at < shape.length && shape[at] === hostile[name][at]) at += 1;
    const from = Math.max(0, at - 120);
    assert.equal(hostile[name].slice(from, at + 200), shape.slice(from, at + 200), name);
    assert.equal(hostile[name], shape, name);
  }
}

// What reads the output must see what is wrong with it; not all of it is made yet.
const read = {
  "a.csv": 'a,b\n"\'=1","-1.5"\n',
  "a.prom": '# HELP a_b Words.\n# TYPE a_b gauge\na_b{c="d\\"\\n",e=""} 1.5\na_b 2 1700000000000\n',
  "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" role="img"><title>a &lt; b</title></svg>',
  "a.xml": '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://kept.example/"/></feed>',
  "a.js": 'const a = ["b\\"c", "\\u003c/script>"];\n',
  "a.txt": "a\n\tb \u2068\u05D0\u2069\n", "a.json": '{"a": [1, null]}',
};
const unread = {
  "a.csv": ["a\n=1\n", "a\n@b\n", "a\n-1+1\n", 'a\n"\t=1"\n', "a,b\nc\n", 'a\nb"c\n', "a\u0001\n"],
  "a.prom": ['a{b="c"d"} 1\n', 'a{b="c"} 1 x\n', "a b\n", "a 1", 'a{b="\n"} 1\n', "# TYPE a number\n"],
  "a.svg": ["<svg><a></svg>", '<svg onload="a"/>', '<svg><a href="javascript:b"/></svg>', '<svg><a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="data:b"/></svg>', "<!DOCTYPE svg><svg/>", "<svg>&nbsp;</svg>", '<svg a="<"/>'],
  "a.html": ["<p>a", '<!doctype html><title>a</title><a href="javascript:b">c</a>', '<!doctype html><title>a</title><p style="b">c</p>', '<!doctype html><title>a</title><p a="b" a="c">d</p>', '<!doctype html><title>a</title><img src="//b">'],
  "a.md": ["[a](javascript:b)", '<img src="x" onerror="a">', "> <script>a</script>", "[a](//b)", "\u2068\u05D0", "\u05D0\u2069", "\u2068\u2068\u05D0\u2069\u2069", "\u2068a\u2069", "\u2068\u05D0\n\u2069"],
  "a.json": ['"\u2068\u05D0\u2069"', "{'a': 1}", '{"a": 1', '{"a": "\n"}'],
  "a.js": ['const a = ["b];', 'const a = ["</script>"];', 'const a = ["<!--"];', "const a = [b c];"],
  "a.txt": ["a\u001Bb", "a\u202Eb", "\uFEFFa", "a\uFFFFb", "a\u00ADb", "a\u{E0041}", Buffer.from([0xff])],
  "a.exe": ["a"], "a": ["a"],
};
test("good output is read", () => Object.entries(read).forEach(([name, text]) => assert.equal(typeof outputShape(name, Buffer.from(text)), "string")));
for (const [name, texts] of Object.entries(unread))
  test(`bad output is refused: ${name}`, () => texts.forEach((text) => assert.throws(() => outputShape(name, Buffer.from(text)), undefined, String(text))));

test("every table of facts has a row", () => assert.deepEqual(emptyTables(), []));

test("every column takes it, but where a CHECK names what it takes", () => {
  const { unfilled, filled } = twin(payloads[0][1]);
  const numbersOnly = new Set(["series.numbers", "forecast.path"]);
  for (const { table, column, sql } of unfilled.filter((one) => !numbersOnly.has(`${one.table}.${one.column}`))) {
    const check = new RegExp(`\\b"?${column}"?\\s+TEXT[^\\n]*CHECK \\(${column} (?:IS (?:strftime|date)\\(|IN \\(|GLOB )`);
    assert.match(sql, check, `${table}.${column} was not filled`);
  }
  assert.ok(filled.length > 150, `columns filled: ${filled.length}`);
  const present = unfilled.filter(({ table }) => !table.endsWith("_was"));
  assert.ok(present.length < 230, `columns that take no text: ${present.length}`);
});

function assertHarmless(hostile, words = plain) {
  const built = twin(hostile);
  assert.match(built.page, /^repo\/_s_\/[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/);
  assertSame(shapes(built), benignShapes(words));
  assert.equal(typeof JSON.parse(readText("manifest.json", built.files["manifest.json"])), "object");
}

// Below valgrind a build takes a hundred times as long.
const some = program.endsWith("valgrind") ? payloads.filter((_, i) => i % 10 === 0) : payloads;
for (const [name, hostile, words] of some) test(`in every column: ${name}`, () => assertHarmless(hostile, words));

// A site with these repositories: what is made for them, without endings, by key.
function pagesOf(keys) {
  const path = site({ "site.conf": conf, "replay/empty": "" });
  run(path, "analyse");
  const rows = keys.map((key) => `('_s_', ${literal(key)}, ${literal(key)}, 'public')`);
  const { stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db"), `INSERT INTO repo (source, key, name, visibility) VALUES ${rows.join(", ")};`], { encoding: "utf8" });
  assert.equal(stderr, "");
  run(path, "analyse");
  run(path, "render");
  const made = Object.keys(tree(join(path, "public")));
  return sql(path, "SELECT repo, path FROM page ORDER BY repo").map(({ repo, path: page }) => {
    for (const ending of ["html", "md", "json"]) assert.ok(made.includes(`${page}.${ending}`), `${page}.${ending}`);
    return [repo, page];
  });
}

test("names that a path has no room for have pages of their own", () => {
  const long = "m".repeat(80);
  assert.deepEqual(pagesOf([`o/${long}`, `o/${long}a`, `o/${long}b`, `o/${long.toUpperCase()}c`, `o/${long}-2`, `${"n".repeat(100)}/a`, `${"n".repeat(99)}/a`]), [
    [`${"n".repeat(99)}/a`, `repo/_s_/${"n".repeat(80)}/a`],
    [`${"n".repeat(100)}/a`, `repo/_s_/${"n".repeat(80)}/a-2`],
    [`o/${long.toUpperCase()}c`, `repo/_s_/o/${long.toUpperCase()}`],
    [`o/${long}`, `repo/_s_/o/${long}-2`],
    [`o/${long}-2`, `repo/_s_/o/${long}-3`],
    [`o/${long}a`, `repo/_s_/o/${long}-4`],
    [`o/${long}b`, `repo/_s_/o/${long}-5`],
  ]);
});

test("names of devices of Windows are no names of files", () => {
  assert.deepEqual(pagesOf(["con", "o/aux.txt", "lpt1/x"]), [["con", "repo/_s_/con_"], ["lpt1/x", "repo/_s_/lpt1_/x"], ["o/aux.txt", "repo/_s_/o/aux_.txt"]]);
});

test("a segment of a path has 250 bytes at most", () => {
  const build = (name) => tower(["build", "-q", "--now", now], { cwd: site({ "site.conf": "", "templates/own.sql": `-- x\n--\n-- path: a/${name}\n-- title: Own\n\n-- row\nSELECT 1 AS v;\n`, "templates/own.html": "{{row.v}}", "templates/own.md": "{{row.v}}" }) });
  assert.equal(build("b".repeat(245)).stderr, "");
  for (const name of ["b".repeat(246), "-b", "con", "com1", ".b", "b b"]) {
    const { status, stderr } = build(name);
    assert.equal(stderr, `tower: error: templates/own.sql: cannot be published as 'a/${name}.html'; rename it\n`);
    assert.equal(status, 2);
  }
});

test("names from the right are isolated in HTML", () => {
  const { files } = twin("\u05E9\u05DC\u05D5\u05DD");
  const pages = Object.entries(files).filter(([name]) => name.endsWith(".html") && name !== "own.html");
  const found = pages.flatMap(([name, content]) => unisolated(String(content), /[\u0590-\u05FF]/).map((text) => `${name}: ${text}`));
  assert.deepEqual(found, []);
});

// A snapshot without facts, analysed: of each site below only the templates are others.
let analysed;
function emptySnapshot() {
  if (!analysed) {
    analysed = site({ "site.conf": conf, "replay/empty": "" });
    run(analysed, "analyse");
  }
  return join(analysed, "data");
}

// What is made of pages with these templates and with values in columns of these types: their files.
function ownPages(pages) {
  const files = pages.flatMap(({ types, values, html, md }, page) => [
    [`own-${page}.sql`, `-- Values.\n--\n-- path: own-${page}\n-- title: Own\n-- types: ${types.map((type, i) => `v${i || ""} ${type}`).join(", ")}\n\n-- row\nSELECT ${values.map((value, i) => `${literal(value)} AS v${i || ""}`).join(",\n")};\n`],
    [`own-${page}.html`, `<!doctype html>\n<html lang="en"><head><title>x</title></head><body>{{#row}}\n${html}\n{{/row}}</body></html>\n`],
    [`own-${page}.md`, `# Own\n\n{{#row}}\n${md}\n{{/row}}\n`],
  ]);
  const path = site({ "site.conf": conf, "replay/empty": "", ...Object.fromEntries(files.map(([name, text]) => [`templates/${name}`, text])) });
  cpSync(emptySnapshot(), join(path, "data"), { recursive: true, preserveTimestamps: true });
  run(path, "render");
  const made = Object.entries(tree(join(path, "public")));
  return pages.map((_, page) => {
    const own = Object.fromEntries(made.filter(([name]) => name.startsWith(`own-${page}.`)));
    assert.ok(Object.keys(own).length >= 2);
    return { files: own };
  });
}

test("what begins as a column's type wants it", () => {
  const html = (type, name) => (type === "url" ? `<p><a href="{{{${name}}}}">x</a></p>`
    : type === "markdown" ? `<div class="text">{{{${name}}}}</div>`
    : `<div id="${name}">${type === "list" ? `{{#${name}}}<p>{{{.}}}</p>{{/${name}}}` : ""}{{{${name}}}}</div>`);
  const md = (type, name) => (type === "url" ? `[x]({{{${name}}}})\n` : `{{{${name}}}}\n\n- {{{${name}}}}\n`);
  const types = typed.map(([type]) => type);
  const all = (print) => types.map((type, i) => print(type, `v${i || ""}`)).join("\n");
  const [[hostile], [benign]] = [1, 2].map((i) => ownPages([{ types, values: typed.map((each) => each[i]), html: all(html), md: all(md) }]));
  assertSame(shapes(hostile), shapes(benign));
});

// Each place has a page, of one site that is hostile and of one that is benign.
const sides = (places) => ["hostile", "benign"].map((side) =>
  ownPages(places.map(({ type = "text", html = "", md = "", hostile, benign = plain }) => ({ types: [type], values: [{ hostile, benign }[side]], html, md }))));

let placedPages;
placed.forEach(({ name }, i) =>
  test(`wherever a template puts it: ${name}`, () => {
    placedPages ??= sides(placed);
    assertSame(...placedPages.map((side) => shapes(side[i])));
  }));

function assertPlaced(place) {
  assertSame(...sides([place]).map(([page]) => shapes(page)));
}

for (const fault of faults)
  test(`known fault: ${fault.name}`, () =>
    assert.throws(() => (fault.html || fault.md ? assertPlaced(fault) : assertHarmless(fault.hostile, fault.benign)), assert.AssertionError, "this is mended: move it from faults.mjs to payloads.mjs"));
