// Content pages with statements: content/NAME.md holds queries, tags and Markdown, and both
// twins come from it. What "tower check" and "build" refuse of them is in tests/refused, named
// content-*.
//
// content/report.md    a page with all kinds of values in all kinds of places
// content/report.html  what its body becomes, and content/report.twin.md
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { demo, now, program, site, tower, tree } from "../tower.mjs";
import { markdownToHtml, outputShape } from "./hostile/outputs.mjs";
import { payloads, plain } from "./hostile/payloads.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const conf = '[site]\n\ttitle = Plain\n\turl = https://kept.example/desk/\n[source "s"]\n\ttype = github\n\towner = x\n\treplay = replay\n';
const bare = { "site.conf": conf, "replay/empty": "", "templates/content.html": "{{{body}}}", "templates/content.md": "{{{body}}}" };
const fence = "```";

function run(path, command) {
  const { status, stdout, stderr } = tower([command, "-q", "--now", now], { cwd: path });
  assert.equal(stderr, "");
  assert.equal(status, 0, stdout);
}

// A site's pages by name: { html, md, json }; what their headings are called is another matter.
function made(files) {
  const path = site({ ...bare, ...files });
  run(path, "analyse");
  run(path, "render");
  const found = tree(join(path, "public"));
  const read = (name, ending) => String(found[`${name}.${ending}`]);
  return (name) => ({ html: read(name, "html").replace(/(<h[1-6]) id="[^"]*">/g, "$1>"), md: read(name, "md"), json: read(name, "json") });
}
const build = (text, files = {}) => made({ "content/own.md": text, ...files })("own");

// Pages that are built together, when the first of them is asked for.
const texts = [];
let together;
function later(text) {
  const name = `p${texts.push(text) - 1}`;
  return () => {
    together ??= made(Object.fromEntries(texts.map((each, i) => [`content/p${i}.md`, each])));
    return together(name);
  };
}

const literal = (value) => `CAST(X'${Buffer.from(value).toString("hex")}' AS TEXT)`;
const statement = (columns, types = "") => `${fence}sql row\n-- types: ${types}\nSELECT ${columns};\n${fence}\n\n`;
const one = (value, markdown, type = "text") => later(`${statement(`${literal(value)} AS v`, `v ${type}`)}{{#row}}\n${markdown}\n{{/row}}\n`);

test("a report", () => {
  const files = Object.fromEntries(["report.md", "card.md"].map((name) => [name, readFileSync(join(here, "content", name), "utf8")]));
  const made = build(files["report.md"], { "templates/card.md": files["card.md"] });
  const expected = (name) => readFileSync(join(here, "content", name), "utf8");
  assert.equal(made.html, expected("report.html"));
  assert.equal(made.md, expected("report.twin.md"));
  assert.deepEqual(JSON.parse(made.json), JSON.parse(expected("report.json")));
});

test("without a statement a page is literal", () => {
  const made = build(`# {{title}} of {{nothing}}\n\n{{#a}}\n\n${fence}sql\nSELECT {{a}};\n${fence}\n\n${fence}sql {.wide}\nSELECT 1;\n${fence}\n`);
  assert.equal(made.html, '<h1>{{title}} of {{nothing}}</h1>\n<p>{{#a}}</p>\n<pre><code class="language-sql">SELECT {{a}};\n</code></pre>\n<pre><code class="language-sql">SELECT 1;\n</code></pre>\n');
  assert.match(made.md, /^# \{\{title\}\} of \{\{nothing\}\}\n/);
});

test("a block inside of a longer one, of a list or of a quote is shown", () => {
  const made = build(`${statement("1 AS v")}${fence}${fence}\n${fence}sql a\nSELECT 1;\n${fence}\n${fence}${fence}\n\n> ${fence}sql b\n> SELECT 2;\n> ${fence}\n\n    ${fence}sql c\n\n{{row.v}}\n`);
  assert.equal(made.html.match(/sql [abc]\n|SELECT [12];|```sql c/g).length, 4, made.html);
});

test("a block of tildes, and a page with Windows' line ends", () => {
  assert.equal(build("~~~~ sql row\r\nSELECT 'x' AS v;\r\n~~~\r\n~~~~\r\n\r\nv: {{row.v}}\r\n".replace("~~~\r\n", "")).html, "<p>v: x</p>\n");
});

test("the title is the heading with its values", () => {
  const made = build(`${statement("'<b>' AS v")}# Of {{row.v}}, {{edition}}\n`, { "templates/content.html": "<title>{{title}}</title>{{{body}}}" });
  assert.equal(made.html, "<title>Of &lt;b&gt;, public</title><h1>Of &lt;b&gt;, public</h1>\n");
  assert.equal(JSON.parse(made.json).title, "Of <b>, public");
});

test("addresses of the page itself are those of its format", () => {
  const made = build(`${statement("1 AS v")}[twin]({{twin}}) [data]({{json}}) [site]({{site.url}}) [root]({{root}}index.html) {{row.v}}\n`);
  assert.match(made.html, /href="own\.md">twin.*href="own\.json">data.*href="https:\/\/kept\.example\/desk\/">site.*href="index\.html">root/);
  assert.match(made.md, /^\[twin\]\(own\.html\) \[data\]\(own\.json\)/);
});

test("a partial may be named by a value", () => {
  const made = build(`${statement("'card' AS v")}{{#row}}{{>*v}}{{/row}}\n`, { "templates/card.md": "A card." });
  assert.equal(made.html, "<p>A card.</p>\n");
});

// addresses

const href = (made) => [/href="([^"]*)"/.exec(made.html)?.[1], /href="([^"]*)"/.exec(markdownToHtml(made.md))?.[1]];
const addresses = [
  ["a path", "[x]({{v}}.html)", "text", "repo/a-b/c_d", "repo/a-b/c_d.html"],
  ["an address of the web", "[x]({{v}})", "url", "https://example.org/?a=1&b=(c)", "https://example.org/?a=1&amp;b=%28c%29"],
  ["an address of the web without its type", "[x]({{v}})", "text", "https://example.org/", "#"],
  ["a script", "[x]({{v}})", "text", "javascript:alert(1)", "#"],
  ["a script of the type url", "[x]({{v}})", "url", "javascript:alert(1)", "#"],
  ["a title", "[x]({{v}})", "text", "a b", "#"],
  ["another host", "[x]({{v}})", "text", "//evil.example", "#"],
  ["another host behind a slash", "[x](/{{v}})", "text", "/evil.example", "/%2Fevil.example"],
  ["a scheme behind nothing", "[x]({{empty}}{{v}})", "text", "javascript:alert(1)", "javascript%3Aalert%281%29"],
  ["the end of the link", "[x](a/{{v}})", "text", ") <b> [y](javascript:z", "a/%29%20%3Cb%3E%20%5By%5D%28javascript%3Az"],
  ["a part of a query", "[x](https://kept.example/?q={{v}})", "text", 'a&b="#é', "https://kept.example/?q=a%26b%3D%22%23%C3%A9"],
  ["a definition", "[x][d]\n\n[d]: {{v}}", "text", "data:text/html,x", "#"],
];
for (const [name, markdown, type, value, expected] of addresses) {
  const page = later(`${statement(`${literal(value)} AS v, '' AS empty`, `v ${type}, empty text`)}{{#row}}\n${markdown}\n{{/row}}\n`);
  test(`in an address: ${name}`, () => assert.deepEqual(href(page()), [expected, expected]));
}

const picture = one("https://evil.example/x.png", "![p {{v}}]({{v}})", "url");
test("a picture comes from no other host", () => {
  assert.equal(picture().html, '<p><img src="https%3A//evil.example/x.png" alt="p https&#58;&#47;&#47;evil&#46;example&#47;x&#46;png" /></p>\n');
});

// Markdown's structure does not depend on values: where a line could begin with one

const structure = [
  ["{{v}}. item", "1", "<p>1. item</p>"], ["{{v}}) item", "12", "<p>12) item</p>"], ["1.{{v}} item", "", "<p>1.  item</p>"],
  ["1.{{v}}", " item", "<p>1. item</p>"], ["1{{v}}", ". item", "<p>1. item</p>"], ["{{v}}- item", "", "<p> - item</p>"],
  ["**{{v}}**", "", "<p><strong> </strong></p>"], ["*{{v}}*", " a ", "<p><em>a</em></p>"], ["a\n{{v}}\nb", "", "<p>a\n \nb</p>"],
  ["`{{v}}` b `c`", "", "<p><code> </code> b <code>c</code></p>"], ["`{{v}}` b `c`", "x` *y*", "<p><code>x' *y*</code> b <code>c</code></p>"],
  ["a\n{{v}}", "===", "<p>a\n===</p>"], ["| a |\n|---|\n| `{{v}}` |", "b | c", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><code>b ¦ c</code></td>\n</tr>\n</tbody>\n</table>"],
  [`${fence}\n{{v}}\n${fence}`, `${fence}\n<b>`, `<pre><code class="language-text">''' &lt;b&gt;\n</code></pre>`],
];
for (const [markdown, value, expected] of structure) {
  const page = one(value, markdown);
  test(`in Markdown: ${JSON.stringify(markdown)} with ${JSON.stringify(value)}`, () => assert.equal(markdownToHtml(page().md).trim(), expected));
}

// A page that has a value of every type at every place; another value makes no other page.
const types = ["text", "number", "date", "url", "list", "bar", "sparkline", "graph"];
const inline = (v) => `x {{${v}}} {{{${v}}}} \`{{${v}}}\` *{{${v}}}* [{{${v}}} y](a/{{${v}}} "t {{${v}}}") [z]({{${v}}}) ![{{${v}}}](b{{${v}}}.svg)`;
const everywhere = (v) => `
${inline(v)}

## {{${v}}} ${inline(v)}

- ${inline(v)}
- {{${v}}}

> {{${v}}}

{{${v}}}

1. item

   {{${v}}}

{{${v}}}. x

| a | b |
|---|---|
| {{${v}}} | ${inline(v)} |

${fence}{{${v}}}
{{${v}}}

{{${v}}}
${fence}
`;
const whole = (value) => {
  const columns = types.map((type, i) => `${literal(value)} AS v${i}`).join(", ");
  return `# T\n\n${statement(columns, types.map((type, i) => `v${i} ${type}`).join(", "))}{{#row}}\n${types.map((type, i) => everywhere(`v${i}`)).join("\n")}\n{{/row}}\n`;
};
const inHtml = (body) => `<!doctype html><html lang="en"><head><title>x</title></head><body><main>${body}</main></body></html>`;

// Where a link leads is another matter than what the page is made of; what isolates a value is for Markdown alone.
function shapes(page) {
  outputShape("a.md", Buffer.from(page.md));
  outputShape("a.html", Buffer.from(inHtml(page.html)));
  return [page.html, markdownToHtml(page.md).replace(/[\u2068\u2069]/g, "")].map((text) => outputShape("a.html", Buffer.from(inHtml(text.replace(/href="[^"]*"/g, 'href="."')))));
}

// Shapes are long: what is told is where they part.
function assertSame(shape, expected) {
  let at = 0;
  while (at < shape.length && shape[at] === expected[at]) at += 1;
  assert.equal(shape.slice(Math.max(0, at - 120), at + 120), expected.slice(Math.max(0, at - 120), at + 120));
}

const benign = new Map();
const pageOf = (words) => benign.get(words) ?? benign.set(words, later(whole(words))).get(words);
const own = [["what looks like a placeholder", "v00000000n0t v00000000n99b"], ["nothing", ""], ["a number", "1"], ["a mark of a list", "- a"], ["white space", " \n "]];
const some = program.endsWith("valgrind") ? payloads.filter((_, i) => i % 20 === 0) : payloads;
for (const [name, hostile, words = plain] of [...own, ...some.filter(([, text]) => text.length < 4096)]) {
  const [page, expected] = [later(whole(hostile)), pageOf(words)];
  test(`in every place: ${name}`, () => {
    const [found, wanted] = [shapes(page()), shapes(expected())];
    found.forEach((shape, i) => assertSame(shape, wanted[i]));
  });
}

// What documents may be made of is known to outputShape, by their surroundings.
const documents = (value) => later(`${statement(`${literal(value)} AS v`, "v markdown")}{{#row}}\n# T {{v}}\n\n{{v}}\n\n- {{v}}\n\n> {{v}}\n\n| {{v}} |\n|---|\n| {{v}} |\n\n**{{v}}** \`{{v}}\`\n{{/row}}\n`);
for (const [name, hostile, words = plain] of some) {
  const [page, expected] = [documents(hostile), documents(words)];
  test(`as a document: ${name}`, () => {
    outputShape("a.html", Buffer.from(inHtml(`<div class="text">${page().html}</div>`)));
    assert.equal(outputShape("a.md", Buffer.from(page().md)), outputShape("a.md", Buffer.from(expected().md)));
  });
}

test("what looks like one of the page's own placeholders is text", () => {
  const page = `${fence}sql rows\nSELECT name AS v FROM owner;\n${fence}\n\n{{#rows}}{{v}} {{edition}}{{/rows}}\n`;
  const key = createHash("sha256").update(page).digest("hex").slice(0, 8);
  const path = demo();
  mkdirSync(join(path, "content"));
  writeFileSync(join(path, "content/own.md"), page);
  run(path, "build");
  const { status, stderr } = spawnSync("sqlite3", [join(path, "data/tower.db"), `UPDATE owner SET name = 'v${key}n1t'`], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  run(path, "render");
  assert.match(readFileSync(join(path, "public/own.html"), "utf8"), new RegExp(`<p>(v${key}n1t public)+</p>`));
});

// raw HTML

const html = `${statement("1 AS v, '\" onclick=\"x' AS quote, 'javascript:x' AS script, '[[\"a\", 1]]' AS chart", "chart bar")}{{#row}}
<div class="{{quote}}" title="{{quote}}" onclick="{{quote}}" style="{{v}}"><a href="{{script}}">{{quote}}</a>
{{chart}}
<img src="{{script}}" alt=""> <!-- {{quote}} -->
</div>

a <b title='{{quote}}'>{{quote}}</b> <i id={{quote}}>c</i>
{{/row}}
`;
const allowed = { "site.conf": conf.replace("[source", "\tcontent-html = yes\n[source") };

test("raw HTML is shown as code, and kept where the site says so", () => {
  assert.doesNotMatch(build("a <b>c</b>\n\n<div>d</div>\n").html, /<b>|<div>/);
  const made = build("a <b>c</b>\n\n<div>d</div>\n", allowed);
  assert.equal(made.html, "<p>a <b>c</b></p>\n<div>d</div>\n");
  assert.equal(made.md, "a <b>c</b>\n\n<div>d</div>\n");
});

test("values in raw HTML are text, words or addresses", () => {
  const made = build(html, allowed);
  const quote = "&#34; onclick&#61;&#34;x";
  assert.equal(made.html.replace(/<svg[^]*<\/details>\n/, "SVG"), `<div class="${quote}" title="${quote}" onclick="" style=""><a href="#">&quot; onclick=&quot;x</a>
<div class="chart">
SVG</div>
<img src="javascript%3Ax" alt=""> <!--  -->
</div>
<p>a <b title='${quote}'>&quot; onclick=&quot;x</b> <i id=>c</i></p>
`);
  assert.match(made.md, new RegExp(`<a href="#">${quote}</a>\na 1\n<img src="javascript%3Ax"`));
});

test("headings do not come to have the same id", () => {
  const path = site({ ...bare, ...allowed, "content/own.md": `${statement("'a' AS v, '' AS empty")}{{#row}}\n${["x", "{{v}}", "{{v}}", "{{empty}}", "a-1"].map((id) => `<h2 id="${id}">b</h2>`).join("\n\n")}\n{{/row}}\n` });
  run(path, "analyse");
  run(path, "render");
  const html = readFileSync(join(path, "public/own.html"), "utf8");
  assert.deepEqual([...html.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id), ["x", "a", "a-1", "section", "a-1-1"]);
});

for (const broken of ['<div title="', "<div", "<script>alert(1)", "<textarea>"])
  test(`raw HTML that does not end is shown as code: ${broken}`, () => assert.match(build(`${broken}\n\ntext\n`, allowed).html, /^<pre><code class="language-html">|^<p>/));

// what is read again, and when

const kestrels = '[source "demo"]\n\ttype = github\n\towner = kestrel-lab\n\treplay = data/demo\n';

test("a report is made again when a row changed that it reads", () => {
  const path = demo(kestrels);
  mkdirSync(join(path, "content"));
  writeFileSync(join(path, "content/own.md"), `${fence}sql repos\nSELECT name, description FROM repo ORDER BY 1;\n${fence}\n\n{{#repos}}\n- {{name}}: {{description}}\n{{/repos}}\n`);
  run(path, "build");
  const modified = () => ["html", "md", "json"].map((ending) => statSync(join(path, `public/own.${ending}`), { bigint: true }).mtimeNs);
  const before = modified();
  run(path, "render");
  assert.deepEqual(modified(), before);
  const change = (script) => {
    assert.equal(spawnSync("sqlite3", [join(path, "data/tower.db"), script], { encoding: "utf8" }).stderr, "");
    run(path, "render");
  };
  change("UPDATE repo SET stars = 1 + coalesce(stars, 0)"); // a row that it reads, and shows nothing of
  change("UPDATE issue SET title = title || '.'"); // other pages only
  assert.deepEqual(modified(), before);
  change("UPDATE repo SET description = 'Changed <b>.' WHERE name = 'homelab'");
  assert.match(readFileSync(join(path, "public/own.html"), "utf8"), /<li>homelab: Changed &lt;b&gt;\.<\/li>/);
  assert.match(readFileSync(join(path, "public/own.md"), "utf8"), /- homelab: Changed &lt;b&gt;\./);
  assert.match(readFileSync(join(path, "public/own.json"), "utf8"), /"Changed <b>\."/);
});

test("a partial of a report that changed makes it anew", () => {
  const path = site({ ...bare, "content/own.md": `${statement("1 AS v")}{{>card}}\n`, "templates/card.md": "One {{row.v}}." });
  run(path, "analyse");
  run(path, "render");
  writeFileSync(join(path, "templates/card.md"), "Two {{row.v}}.");
  run(path, "render");
  assert.equal(readFileSync(join(path, "public/own.html"), "utf8"), "<p>Two 1.</p>\n");
});

test("a report that is too large is plain text, and a warning says so", () => {
  const path = site({ ...bare, "content/own.md": `${fence}sql rows\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000) SELECT '<b>' || i AS v FROM n;\n${fence}\n\n{{#rows}}\n- {{v}}\n{{/rows}}\n` });
  run(path, "analyse");
  const { status, stderr } = tower(["render", "-q", "--now", now], { cwd: path });
  assert.equal(stderr, "tower: warning: content/own.md: shown as plain text: larger than 256 kB already without its values; show fewer rows\n");
  assert.equal(status, 0);
  assert.match(readFileSync(join(path, "public/own.html"), "utf8"), /^<pre class="plain">\s*- &lt;b&gt;1\n- &lt;b&gt;2\n/);
  assert.match(readFileSync(join(path, "public/own.md"), "utf8"), /- <b>1\n- <b>2\n/);
});

test("of a statement that takes too long the page says so", () => {
  const path = site({ ...bare, "content/own.md": `# T\n\n${fence}sql endless\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS v FROM n;\n${fence}\n\n{{endless.v}}\n` });
  run(path, "analyse");
  const { status, stderr } = tower(["render", "-q", "--now", now], { cwd: path });
  assert.equal(stderr, "tower: error: content/own.md:4: endless: took longer than 10 seconds\n");
  assert.equal(status, 2);
});

// what check warns of

function check(files) {
  const { status, stdout, stderr } = tower(["check"], { cwd: site({ "site.conf": conf, "replay/empty": "", ...files }) });
  assert.equal(stderr, "");
  assert.equal(status, 0);
  return stdout.trimEnd().split("\n").slice(0, -1);
}

test("check follows a report's tags, partials and links", () => {
  const text = `${fence}sql repos\n-- types: name text\nSELECT r.key, r.name, p.path FROM repo r JOIN page p ON p.repo = r.key;\n${fence}\n\n{{#repos}}\n[{{name}}]({{path}}.html) {{>card}}\n{{/repos}}\n[x](nowhere.html)\n`;
  assert.deepEqual(check({ "content/own.md": text, "templates/card.md": "{{key}}" }), ["warning: content/own.md:9:5: the link to 'nowhere.html' leads nowhere: no page of that name is made"]);
});

test("check warns of what a report does not use", () => {
  const text = `# T\n\n${fence}sql repos\n-- types: key text, nmae text\nSELECT key, name\n  FROM repo;\n${fence}\n\n${fence}sql rest\nSELECT 1;\n${fence}\n\n{{#repos}}{{key}}{{/repos}}\n`;
  assert.deepEqual(check({ "content/own.md": text }), [
    "warning: content/own.md:5:13: repos: no template uses the column 'name', and no parameter",
    "warning: content/own.md:9:1: rest: no template uses this statement",
    "warning: content/own.md:4:1: types: no statement has a column 'nmae'",
  ]);
});
