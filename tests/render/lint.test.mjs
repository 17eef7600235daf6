// What "tower check" warns of: what is no mistake but hardly meant. Mistakes it refuses, see
// tests/refused.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { root, site, tower } from "../tower.mjs";

const conf = '[source "forge"]\n\ttype = github\n\towner = example\n';

function check(files) {
  const cwd = site({ "site.conf": conf, ...files });
  const { status, stdout, stderr } = tower(["check"], { cwd });
  assert.equal(stderr, "");
  assert.equal(status, 0);
  const lines = stdout.trimEnd().split("\n");
  const last = lines.pop();
  assert.equal(last, `site.conf: 1 sources, 1 editions; ${lines.length ? `warnings: ${lines.length}` : "nothing wrong"}`);
  return lines;
}

// A page "extra" with this SQL behind its header, HTML, and Markdown that uses nothing.
const page = (sql, html, fields = "") => ({
  "templates/extra.sql": `-- A page for tests.\n--\n-- path: extra\n-- title: Extra\n${fields}\n${sql}`,
  "templates/extra.html": html,
  "templates/extra.md": "{{title}}\n",
});
const each = (sql) => ({
  "templates/extra.sql": `-- A page for tests.\n--\n-- path: extra/{name}\n-- title: Extra\n-- each: this\n\n-- this\nSELECT name FROM owner;\n\n-- facts\n${sql};\n`,
  "templates/extra.html": "{{#facts}}{{fact}}{{/facts}}",
  "templates/extra.md": "{{title}}",
});

test("an empty site has nothing wrong", () => assert.deepEqual(check({}), []));

// What is built in is looked at as if the owner had written it.
test("what is built in has nothing wrong", () => {
  const files = {};
  for (const folder of ["templates", "content"])
    for (const { name } of readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isFile())) files[`${folder}/${name}`] = readFileSync(join(root, folder, name), "utf8");
  assert.ok(Object.keys(files).length > 15);
  assert.deepEqual(check(files), []);
});

test("a page whose every name is used has nothing wrong", () => {
  const sql = `-- rows
SELECT key, name, topics FROM repo;

-- rows.issues
SELECT number, labels FROM issue WHERE repo = :key;

-- none
SELECT 1 AS one WHERE 0;
`;
  const html = `{{<layout}}{{$title}}{{title}} {{site.url}}{{/title}}{{$main}}
{{#rows}}{{name}}{{#topics}} {{.}}{{/topics}}
{{#issues.any}}{{issues.count}}{{/issues.any}}{{#issues}}{{number}} of {{name}} {{edition}}{{#labels}}{{.}}{{/labels}}{{/issues}}
{{/rows}}{{^none}}none{{/none}}{{/main}}{{/layout}}`;
  assert.deepEqual(check(page(sql, html, "-- types: topics list, labels list\n")), []);
});

test("a column of one row is reached with a dot, and in one of the formats is enough", () => {
  const files = page("-- total\nSELECT count(*) AS repos, 2 AS twos FROM repo;\n", "{{total.repos}}");
  assert.deepEqual(check({ ...files, "templates/extra.md": "{{#total}}{{twos}}{{/total}}" }), []);
});

test("a statement that no template uses", () => {
  const sql = "-- rows\nSELECT key FROM repo;\n\n-- A remark.\n-- rest\nSELECT key FROM repo;\n\n-- rest.issues\nSELECT number FROM issue WHERE repo = :key;\n";
  assert.deepEqual(check(page(sql, "{{#rows}}{{key}}{{/rows}}")), [
    "warning: templates/extra.sql:13:1: rest.issues: no template uses this statement",
    "warning: templates/extra.sql:10:1: rest: no template uses this statement",
  ]);
});

test("a column that no template uses, where it gets its name", () => {
  const sql = `-- rows
WITH extra AS (SELECT 1 AS lost FROM repo)
SELECT r.key, -- lost,
       'lost, FROM' AS shown, é, (SELECT count(*) AS lost FROM extra) AS "lost",
       owner
  FROM (SELECT *, 1 AS é FROM repo) r;
`;
  assert.deepEqual(check(page(sql, "{{#rows}}{{key}}{{shown}}{{/rows}}")), [
    "warning: templates/extra.sql:9:31: rows: no template uses the column 'é', and no parameter",
    "warning: templates/extra.sql:9:74: rows: no template uses the column 'lost', and no parameter",
    "warning: templates/extra.sql:10:8: rows: no template uses the column 'owner', and no parameter",
  ]);
});

test("a column whose name SQL does not say is at its statement", () => {
  const sql = "-- rows\nSELECT name, o.* FROM (SELECT key AS star FROM owner) o, repo;\n";
  assert.deepEqual(check(page(sql, "{{#rows}}{{name}}{{/rows}}")), ["warning: templates/extra.sql:6:1: rows: no template uses the column 'star', and no parameter"]);
});

test("of rows that are only counted no column is missed", () => {
  assert.deepEqual(check(page("-- rows\nSELECT key, name FROM repo;\n", "{{rows.count}}{{#rows}}x{{/rows}}")), []);
});

test("where a template's name is a value nothing is called unused", () => {
  const files = page("-- rows\nSELECT key, name FROM repo;\n\n-- rest\nSELECT 1;\n", "{{#rows}}{{>*name}}{{/rows}}");
  assert.deepEqual(check({ ...files, "templates/spare.html": "{{key}}" }), []);
});

test("a template that no page uses", () => {
  assert.deepEqual(check({ "templates/layuot.html": "{{$main}}{{/main}}" }), ["warning: templates/layuot.html:1:1: no page uses this template"]);
});

test("templates that include themselves are followed to an end", () => {
  const files = page("-- rows\nSELECT key FROM repo;\n", "{{#rows}}{{key}}{{> part}}{{/rows}}");
  assert.deepEqual(check({ ...files, "templates/part.html": "{{#rows}}{{> part}}{{> part}}{{/rows}}" }), []);
});

test("a type of a column that is not there", () => {
  const files = page("-- rows\nSELECT key FROM repo;\n", "{{#rows}}{{key}}{{/rows}}", "-- types: key text, kye number(1)\n");
  assert.deepEqual(check(files), ["warning: templates/extra.sql:5:1: types: no statement has a column 'kye'"]);
});

const clocks = [
  ["SELECT julianday('now') - julianday(created_at) AS fact FROM repo", "11:18"],
  ["SELECT created_at,\n       iif(created_at < date('now'), 1, 0) AS fact FROM repo WHERE created_at", "12:30"],
  ["SELECT DATETIME() AS fact", "11:17"],
  ["SELECT CURRENT_DATE AS fact", "11:8"],
  ["WITH old AS (SELECT date('NOW', '-1 day') AS day) SELECT day AS fact FROM old", "11:26"],
  ["SELECT fact FROM (SELECT 1 AS fact WHERE date('now') > '2' UNION SELECT unixepoch('now'))", "11:83"],
];
for (const [sql, place] of clocks)
  test(`the clock in a value of many pages: ${sql}`, () => {
    const lines = check(each(sql)).filter((line) => !line.includes("no template uses"));
    assert.deepEqual(lines, [`warning: templates/extra.sql:${place}: facts: the present time in a value makes every one of these pages another one each night; print dates, not ages`]);
  });

const calm = [
  "SELECT key AS fact FROM repo WHERE created_at > date('now', '-14 days')",
  "SELECT key AS fact FROM repo r JOIN score s ON s.repo = r.key AND (r.created_at > date('now') OR 1)",
  "SELECT count(*) FILTER (WHERE created_at > datetime('now')) AS fact FROM repo",
  "SELECT 'now' AS fact",
  "SELECT -- date('now')\n       coalesce('now', /* date('now') */ 'then') AS fact",
  "SELECT date(created_at, '+1 day') AS fact FROM repo ORDER BY julianday('now') - julianday(created_at)",
];
for (const sql of calm) test(`no clock in a value: ${sql}`, () => assert.deepEqual(check(each(sql)), []));

test("one page may tell the present time", () => {
  assert.deepEqual(check(page("-- rows\nSELECT date('now') AS day;\n", "{{rows.day}}")), []);
});

test("links of the content to pages that are not made", () => {
  const content = `# Notes

[a](abuot.html), [b](run%20book.md), \`[c](code.html)\`, <a href="raw.html">raw</a>
[d](<no such page.md> "title") and [reference]. é [e](./extra.html#part?x)

    [f](code.html)

[reference]: elsewhere.md?query
`;
  assert.deepEqual(check({ "content/notes.md": content, "content/run book.md": "# Book\n" }), [
    "warning: content/notes.md:3:5: the link to 'abuot.html' leads nowhere: no page of that name is made; did you mean 'about.html'?",
    "warning: content/notes.md:3:22: the link to 'run book.md' leads nowhere: no page of that name is made; did you mean 'run-book.md'?",
    "warning: content/notes.md:4:6: the link to 'no such page.md' leads nowhere: no page of that name is made",
    "warning: content/notes.md:8:14: the link to 'elsewhere.md' leads nowhere: no page of that name is made",
    "warning: content/notes.md:4:55: the link to 'extra.html' leads nowhere: no page of that name is made",
  ]);
});

test("links of the content that may lead somewhere", () => {
  const content = `[a](about.html#zones) [b](./repos.md) [c](notes.html) [d](run-book.md) [e](repo/forge/any.html)
[f](owner/any.html) [g](../elsewhere.html) [h](/elsewhere.html) [i](https://example.org/x.html) [j](#x.html)
[k](mailto:x@example.md) [l](style.css) [m](index.html?a&b) [n](sub/../../x.html)
`;
  const files = {
    ...page("-- rows\nSELECT key, slug(name) AS slug FROM owner;\n", "{{#rows}}{{key}}{{/rows}}", "-- each: rows\n"),
    "content/notes.md": content,
    "content/run book.md": "# Book\n",
  };
  files["templates/extra.sql"] = files["templates/extra.sql"].replace("path: extra", "path: owner/{slug}");
  assert.deepEqual(check(files), []);
});

test("of built-in files that no longer fit the owner's nothing is said", () => {
  assert.deepEqual(check({ "templates/desk.html": "{{now}}", "templates/desk.md": "{{now}}", "templates/demo.html": "" }), []);
  assert.deepEqual(check({ "templates/layout.html": "{{$main}}{{/main}}" }), []);
});

// The recipe "Add a page", as it stands in README.md.
test("the README's page has nothing wrong", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const recipe = readme.slice(readme.indexOf("### Add a page\n"), readme.indexOf("### Write a report\n"));
  const all = recipe.split("\n").filter((line) => line.startsWith("    ") || !line).map((line) => line.slice(4)).join("\n").trim();
  const [html, md] = [all.indexOf("{{<layout}}"), all.lastIndexOf("{{<layout}}")];
  const files = { sql: all.slice(0, html), html: all.slice(html, md), md: all.slice(md) };
  assert.match(files.md, /^# \{\{title\}\}$/m);
  assert.deepEqual(check(Object.fromEntries(Object.entries(files).map(([ending, text]) => [`templates/licenses.${ending}`, text]))), []);
});
