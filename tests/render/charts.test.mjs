// Charts: columns of JSON as pictures with their tables, and as text.
//
// A folder in charts/ is a case: its name begins with the column's type; input.json is the
// value, expected.html and expected.md are what a page prints for it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { demo, now, site, sql, tower } from "../tower.mjs";

const cases = join(dirname(fileURLToPath(import.meta.url)), "charts");
const kinds = ["sparkline", "line", "bar", "stacked", "calendar", "distribution", "gauge"];

// A page for each value; VALUES is { "bar-of-nothing": "[]" }, null for NULL. Gives what the
// pages print as { "bar-of-nothing": { html, md } }.
function print(values) {
  const files = { "site.conf": "" };
  for (const [name, value] of Object.entries(values)) {
    const sql = value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`;
    files[`templates/${name}.sql`] = `-- One chart.\n--\n-- path: ${name}\n-- title: A chart\n-- types: chart ${name.split("-")[0]}\n\n-- cell\nSELECT ${sql} AS chart;\n`;
    files[`templates/${name}.html`] = files[`templates/${name}.md`] = "{{#cell}}\n{{chart}}\n{{/cell}}\n{{^cell.chart}}\nfalse\n{{/cell.chart}}\n";
  }
  const path = site(files);
  const { status, stderr } = tower(["build", "-q", "--now", now], { cwd: path });
  assert.equal(stderr, "");
  assert.equal(status, 0);
  const read = (name, ending) => readFileSync(join(path, "public", `${name}.${ending}`), "utf8");
  return Object.fromEntries(Object.keys(values).map((name) => [name, { html: read(name, "html"), md: read(name, "md") }]));
}

const allowed = {
  svg: ["class", "role", "viewBox", "fill"], title: [], desc: [], path: ["class", "fill", "stroke", "d"],
  rect: ["class", "x", "y", "width", "height"], text: ["x", "y", "text-anchor"], bdi: [],
  div: ["class", "role", "aria-label", "tabindex"], details: [], summary: [], table: [], thead: [], tbody: [],
  tr: [], th: ["scope", "class"], td: ["class"], p: ["class"],
};

// Well-formed as XML, with none but these tags and attributes.
function assertSafe(markup) {
  const open = [];
  const text = markup.replace(/<([^<>]*)>/g, (_, tag) => {
    const [, close, name, attributes, alone] = /^(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)$/.exec(tag) ?? assert.fail(`<${tag}>`);
    assert.ok(name in allowed, `<${tag}>`);
    const names = [...attributes.matchAll(/ ([a-zA-Z-]+)=/g)].map((match) => match[1]);
    assert.equal(new Set(names).size, names.length, `an attribute stands twice: <${tag}>`);
    for (const attribute of names) assert.ok(allowed[name].includes(attribute), `<${tag}>`);
    if (close) assert.equal(open.pop(), name);
    else if (!alone) open.push(name);
    return "";
  });
  assert.deepEqual(open, [], "tags that nothing closes");
  assert.doesNotMatch(text, /[<>]|&(?!(amp|lt|gt|quot|#39);)/);
  assert.doesNotMatch(markup, /[\u202a-\u202e\u2066-\u2069]|NaN|nan\b|inf\b/i);
}

const names = readdirSync(cases).sort();
const values = Object.fromEntries(names.map((name) => [name, readFileSync(join(cases, name, "input.json"), "utf8").trim()]));
const printed = print(values);

describe("cases", () => {
  for (const name of names)
    test(name, () => {
      assertSafe(printed[name].html);
      assert.equal(printed[name].html, readFileSync(join(cases, name, "expected.html"), "utf8"));
      assert.equal(printed[name].md, readFileSync(join(cases, name, "expected.md"), "utf8"));
    });
});

test("every kind has two cases at least", () => {
  for (const kind of kinds) assert.ok(names.filter((name) => name.split("-")[0] === kind).length >= 2, kind);
});

test("NULL is unknown, in every kind", () => {
  for (const [name, { html, md }] of Object.entries(print(Object.fromEntries(kinds.map((kind) => [kind, null]))))) {
    assert.equal(html, "unknown\nfalse\n", name);
    assert.equal(md, "unknown\nfalse\n", name);
  }
});

// What no kind can be made of is the text that it is.
const wrong = ["", "x", "1", "null", "[", '["a"]', "{}", '{"series": 1}', '{"series": [1]}', '{"series": [{"name": [], "values": []}]}', '{"series": [{"values": [true]}]}', '[["a", "1"]]', "[[[], 1]]", "[1e999]", '["\\u0000"]', '{"value": 1}', '{"value": {}, "maximum": 1}', `[["<script>alert('1')</script>", 1, 2]]`, '[["2026-13-01", 1, 2]]', "[".repeat(5000)];

test("what is no chart is printed as text, escaped, in every kind", () => {
  const each = Object.fromEntries(kinds.flatMap((kind) => wrong.map((text, index) => [`${kind}-${index}`, text])));
  const pages = print(each);
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
  for (const [name, text] of Object.entries(each)) assert.equal(pages[name].html.replace(/false\n$/, ""), `${escaped(text)}\n`, name);
});

test("ten thousand values make a picture and a table of some, and what is left out is said", () => {
  const count = 10000;
  const many = Array.from({ length: count }, (_, i) => (i === 7777 ? 5000 : i % 100));
  const pairs = many.map((value, i) => [`label ${i}`, value]);
  const days = many.map((value, i) => [new Date(Date.UTC(2000, 0, 1 + i)).toISOString().slice(0, 10), value]);
  const series = { series: [{ name: "a", values: many }, { name: "b", values: many }], labels: pairs.map(([label]) => label) };
  const pages = print({
    sparkline: JSON.stringify(many), line: JSON.stringify(series), bar: JSON.stringify(pairs), stacked: JSON.stringify(series),
    calendar: JSON.stringify(days), distribution: JSON.stringify(pairs),
  });
  for (const [name, { html, md }] of Object.entries(pages)) {
    assertSafe(html);
    assert.ok(html.length < 70000, `${name}: ${html.length} bytes of HTML`);
    assert.ok(md.length < 5000, `${name}: ${md.length} bytes of Markdown`);
  }
  assert.match(pages.sparkline.html, /0, 1, 2, .* and 9,940 more<\/title><desc>Sparkline: 10,000 values from 0 to 5,000</);
  assert.match(pages.sparkline.md, /0 to 5,000, each mark the highest of 167\n/);
  assert.match(pages.line.html, /Line chart: 2 series of 10,000 values from 0 to 5,000<.*[^]*And 9,634 more\./);
  assert.match(pages.line.html, / 28L/, "the one high value is in the line, although most are not");
  for (const kind of ["bar", "distribution", "stacked"]) {
    assert.match(pages[kind].html, /And 9,940 more\./);
    assert.match(pages[kind].md, /\nand 9940 more\n/);
  }
  assert.match(pages.calendar.html, /Earlier days left out: 9,634\./);
  assert.match(pages.calendar.md, /\nearlier days left out: 9634\n/);
});

test("of twenty series eight are drawn, and the others are counted", () => {
  const data = JSON.stringify({ series: Array.from({ length: 20 }, (_, i) => ({ name: `part ${i}`, values: [i] })) });
  const pages = print({ line: data, stacked: data });
  for (const { html, md } of Object.values(pages)) {
    assertSafe(html);
    assert.match(html, /part 7/);
    assert.doesNotMatch(html, /part 8/);
    assert.match(html, /And 12 more series\./);
    assert.match(md, /and 12 more series\n/);
  }
});

test("labels and series of different lengths", () => {
  const pages = print({
    line: '{"series": [{"values": [1, 2, 3]}, {"name": null, "values": []}], "labels": ["only one"]}',
    stacked: '{"series": [{"name": 7, "values": [1]}, {"values": [1, 2]}], "labels": ["a", "b", "c", null]}',
  });
  for (const { html } of Object.values(pages)) assertSafe(html);
  assert.match(pages.line.html, /<th scope="row"><bdi>2<\/bdi><\/th><td class="n">2<\/td><td class="n">unknown<\/td>/);
  assert.match(pages.stacked.html, /<th scope="row"><bdi>a<\/bdi><\/th><td class="n">1<\/td><td class="n">1<\/td>/);
});

test("a year of commits: what the page shows is what the snapshot has", () => {
  const path = demo();
  const built = tower(["build", "-q", "--now", now], { cwd: path });
  assert.equal(built.status, 0, built.stderr);
  const md = readFileSync(join(path, "public/repo/demo/meadowlark/web-shop.md"), "utf8");
  const html = readFileSync(join(path, "public/repo/demo/meadowlark/web-shop.html"), "utf8");
  const sums = [...md.matchAll(/^\d{4}-\d\d-\d\d [ ·▂▄▆█]{7} (\d+)$/gm)].map((match) => Number(match[1]));
  const [{ last, total }] = sql(path, "SELECT max(day) AS last, sum(commits) AS total FROM commit_day WHERE repo = 'meadowlark/web-shop' AND day >= (SELECT date(max(day), '-363 days') FROM commit_day WHERE repo = 'meadowlark/web-shop')");
  const months = sql(path, "SELECT sum(commits) AS total FROM commit_day WHERE repo = 'meadowlark/web-shop' AND day >= '2025-12-01' GROUP BY substr(day, 1, 7) ORDER BY min(day)");
  assert.equal(sums.reduce((sum, value) => sum + value, 0), total);
  assert.ok(total > 100);
  assert.ok(html.includes(` to ${last}.</desc>`), last);
  assert.ok(html.includes(`<title>${months.map((month) => month.total).join(", ")}</title>`));
  for (const [chart] of html.matchAll(/<svg[^]*?<\/svg>/g)) assertSafe(chart);
});
