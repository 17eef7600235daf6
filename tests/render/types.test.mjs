// What a column's type makes of a value in each format: rows of type, value, output in HTML,
// Markdown and plain text; one that is left out is the one before. And where in Markdown a
// block begins, whatever stands before it.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { now, site, tower, tree } from "../tower.mjs";

const literal = (value) => (value === null ? "NULL" : `CAST(X'${Buffer.from(value).toString("hex")}' AS TEXT)`);

// The files of a page whose row has these values, [type, value], as v0, v1 and so on, made by
// these templates: { html, md, txt, csv, json }.
function page(values, templates) {
  const types = values.map(([type], i) => `v${i} ${type}`).join(", ");
  const columns = values.map(([, value], i) => `${literal(value)} AS v${i}`).join(",\n");
  const files = Object.entries({ html: "", md: "", ...templates }).map(([format, text]) => [`templates/own.${format}`, text]);
  const path = site({
    "site.conf": "", ...Object.fromEntries(files),
    "templates/own.sql": `-- Values.\n--\n-- path: own\n-- title: Own\n-- types: ${types}\n\n-- row\nSELECT ${columns};\n`,
  });
  const { status, stderr } = tower(["build", "-q", "--now", now], { cwd: path });
  assert.equal(stderr, "");
  assert.equal(status, 0);
  const made = Object.entries(tree(join(path, "public"))).filter(([name]) => name.startsWith("own."));
  return Object.fromEntries(made.map(([name, content]) => [name.slice("own.".length), String(content)]));
}

// « and » stand for the isolates.
const rows = [
  ["text", "'\"<&>", "&#39;&quot;&lt;&amp;&gt;", "'\"&lt;&amp;&gt;", "'\"<&>"],
  ["text", "a\u00ad\uffffb", "a⟨U+00AD⟩⟨U+FFFF⟩b"],
  ["text", "שלום!", "שלום!", "«שלום\\!»", "«שלום!»"],
  ["text", "a\nש", "a\nש", "«a ש»", "a\n«ש»"],
  ["text", "\u2068a\u2069", "⟨U+2068⟩a⟨U+2069⟩"],
  ["text", Buffer.from("61ff62", "hex"), "a\ufffdb"],
  ["date", "2026-01-02T03:04:05Z", "2026-01-02"],
  ["date", "2026-01-02", "2026-01-02"],
  ["rfc822", "2026-11-01T01:02:03Z", "Sun, 01 Nov 2026 01:02:03 GMT"],
  ["rfc822", "2026-13-01T01:02:03Z", "2026-13-01T01:02:03Z", "2026-13-01T01:02:03Z", "2026-13-01T01:02:03Z"],
  ["date", "----------", "----------", "\\----------", "----------"],
  ["date", "2026-1-1-01", "2026-1-1-01"],
  ["date", "0000-00-0x", "0000-00-0x"],
  ["date", "2026-01-0", "2026-01-0"],
  ["date", null, "unknown"],
  ["time", "2026-01-02T03:04:05Z", "2026-01-02 03:04 UTC"],
  ["time", "2026-01-02T03:04", "2026-01-02 03:04 UTC"],
  ["time", "2026-01-02T<b>ab", "2026-01-02T&lt;b&gt;ab", "2026-01-02T&lt;b&gt;ab", "2026-01-02T<b>ab"],
  ["time", "2026-01-02 03:04:05", "2026-01-02 03:04:05"],
  ["time", "2026-01-02T03:0", "2026-01-02T03:0"],
  ["bytes", "1500", "1.5 kB"],
  ["bytes", "12", "12 bytes"],
  ["bytes", "many", "many"],
  ["bytes", "1<b>", "1&lt;b&gt;", "1&lt;b&gt;", "1<b>"],
  ["bytes", "nan", "nan"],
  ["bytes", null, "unknown"],
  ["url", "https://x.example/~a_b*c(d)'e\"f?g=1&h", "https://x.example/%7Ea%5Fb%2Ac%28d%29%27e%22f?g=1&amp;h", "https://x.example/%7Ea%5Fb%2Ac%28d%29%27e%22f?g=1&h"],
  ["url", "https://x.example/?a=1&copy;&#x202E;&b;c", "https://x.example/?a=1&amp;copy;&amp;#x202E;&amp;b;c", "https://x.example/?a=1&amp;copy;&amp;#x202E;&amp;b;c", "https://x.example/?a=1&copy;&#x202E;&b;c"],
  ["url", "HTTPS://x.example/é \n", "HTTPS://x.example/%C3%A9%20%0A"],
  ["url", "javascript:alert(1)", ""],
  ["url", "https:x", ""],
];

test("values", () => {
  const each = rows.map((_, i) => `[{{{row.v${i}}}}]\n`).join("");
  const made = page(rows, { html: each, md: each, txt: each });
  for (const [i, format] of ["html", "md", "txt"].entries()) {
    const expected = rows.map((row) => `[${(row.slice(2)[i] ?? row.at(-1)).replace(/[«»]/g, (sign) => (sign === "«" ? "\u2068" : "\u2069"))}]\n`).join("");
    assert.equal(made[format], expected, format);
  }
});

const lists = [
  ['["a", "b"]', "(a)(b)"],
  ["[]", "none"],
  ['["a\\u0000b", "c"]', "(a⟨U+0000⟩b)(c)"],
  [Buffer.concat([Buffer.from('["a'), Buffer.from([0xff]), Buffer.from('", "b"]')]), "(a\ufffd)(b)"],
  ['["a\u202e", "b\\u202e"]', "(a⟨U+202E⟩)(b⟨U+202E⟩)"],
  ['["a", 99999999999999999999, null, "b"]', "(a)()()(b)"],
  ['"a"', "(&quot;a&quot;)"],
  ['{"a": "b"}', "({&quot;a&quot;: &quot;b&quot;})"],
  ['["a', "([&quot;a)"],
];

test("lists", () => {
  const html = lists.map((_, i) => `{{#row.v${i}}}({{.}}){{/row.v${i}}}{{^row.v${i}}}none{{/row.v${i}}}\n`).join("");
  const made = page(lists.map(([value]) => ["list", value]), { html });
  assert.equal(made.html, lists.map(([, expected]) => `${expected}\n`).join(""));
  assert.deepEqual(JSON.parse(made.json).row[0].v2, ["a⟨U+0000⟩b", "c"]);
});

const blocks = [
  ["markdown", "a\n\nb", "> a\n>\n> b\n"],
  ["bar", '[["a", 1]]', "```text\na ████████████████████ 1\n```"],
  ["graph", '{"nodes": [{"id": "a"}]}', "- a"],
];
const before = [
  ["", ""], ["\n", ""], ["a\n\n", ""], ["a\r\n\r\n", ""], ["a\n \t\n", ""],
  ["a\n", "\n"], ["a\r\n", "\n"], ["- ", "\n\n"], ["a\n\n  ", "\n\n"], ["> ", "\n\n"], ["<div>", "\n\n"], ["<div>\n", "\n"],
];

for (const [type, value, expected] of blocks)
  test(`in Markdown a blank line stands before ${type}`, () => {
    for (const [text, between] of before)
      assert.equal(page([[type, value]], { md: `${text}{{{row.v0}}}\n` }).md, `${text}${between}${expected}\n`, JSON.stringify(text));
  });

test("what is in the line goes on in it", () => {
  for (const [type, value, expected] of [["sparkline", "[1, 2]", "▁█ 1 to 2"], ["gauge", "[1, 2]", "▓▓▓▓▓░░░░░ 1 of 2"], ["bar", "[]", "no values"], ["graph", '{"nodes": []}', "no nodes"], ["bar", null, "unknown"], ["bar", "x", "x"], ["markdown", null, ""], ["markdown", "", ""]])
    assert.equal(page([[type, value]], { md: "- a {{{row.v0}}} b\n" }).md, `- a ${expected} b\n`);
});

test("names from the right are isolated in charts and graphs, and columns stay in line", () => {
  const bars = JSON.stringify([["שלום", 2], ["b", 1]]);
  const graph = JSON.stringify({ edges: [{ from: "שלום", to: "b" }] });
  const values = [["bar", bars], ["graph", graph], ["gauge", '{"value": 1, "maximum": 2, "label": "שלום"}']];
  const made = page(values, { md: "{{{row.v0}}}\n\n{{{row.v1}}}\n\n{{{row.v2}}}\n", txt: "{{row.v0}}|{{row.v1}}\n", csv: "{{row.v0}}|{{row.v1}}\n" });
  assert.equal(made.md, "```text\n\u2068שלום\u2069 ████████████████████ 2\nb    ██████████ 1\n```\n\n- \u2068שלום\u2069 -> b\n\n\u2068שלום\u2069 ▓▓▓▓▓░░░░░ 1 of 2\n");
  assert.equal(made.txt, "\u2068שלום 2; b 1\u2069|\u2068שלום -> b\u2069\n");
  assert.equal(made.csv, "שלום 2; b 1|שלום -> b\n");
});
