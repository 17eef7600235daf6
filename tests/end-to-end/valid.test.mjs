// All output is what it says it is: HTML by html-validate, SVG and other XML by a strict
// parser, JSON; every link and fragment of both twins leads somewhere, from disk too.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, test } from "node:test";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { parse, parseFragment } from "parse5";
import { demo, git, now, tower, tree } from "../tower.mjs";
import { markdownToHtml, outputShape, readText, xml } from "../render/hostile/outputs.mjs";

const rules = {
  extends: ["html-validate:recommended", "html-validate:document", "html-validate:a11y"],
  elements: ["html5"],
  rules: {
    "valid-id": ["error", { relaxed: true }], // paths and numbers of the offline copy; HTML forbids white space only
    "doctype-style": ["error", { style: "lowercase" }], // HTML allows both
    "require-sri": "off", // of our own style sheet, from the same folder: a hash would guard against nothing, and change every page with it
    "prefer-native-element": ["error", { exclude: ["region"] }], // <div role="region">: a table that scrolls, within a section
    "aria-label-misuse": ["error", { allowAnyNamable: true }], // a list may have a name (WAI-ARIA 1.2, "Roles which cannot be named")
  },
};

// What a document of anybody's may do besides, in <div class="text">: skip levels of headings,
// and what the GFM specification writes, tasks and aligned cells, in XHTML's spelling.
const documentRules = new Set(["heading-level", "input-missing-label", "void-style", "attribute-boolean-style", "no-deprecated-attr"]);

const portfolio = '[source "demo"]\n\ttype = github\n\towner = meadowlark\n\towner = kestrel-lab\n\treplay = data/demo\n[source "here"]\n\ttype = git\n\tpath = checkout\n';
const everything = '[edition "all"]\n\tzones = public, internal, restricted\n\toutput = public\n';

// Every kind of chart, as an owner's page would show it.
const values = {
  sparkline: [1, 2, null, 3],
  line: { series: [{ name: "a <b>", values: [1, null, 3] }, { name: "c", values: [2, 2, 2] }], labels: ["d", "e", "f"] },
  stacked: { series: [{ name: "a", values: [1, 2] }, { name: "b", values: [3, -4] }], labels: ["c & d", "e"] },
  bar: [["a", 1], ["b", -2], ["c", null]],
  distribution: [["a", 1], ["b", 2]],
  calendar: [["2026-11-20", 1], ["2026-11-21", 5]],
  gauge: { value: 3, maximum: 4, label: "a" },
};
const kinds = Object.keys(values);
const block = (kind) => !["sparkline", "gauge"].includes(kind);
const charts = {
  "templates/charts.sql": `-- Charts.\n--\n-- path: charts\n-- title: Charts\n-- types: ${kinds.map((kind) => `of_${kind} ${kind}`).join(", ")}\n\n-- chart\nSELECT ${kinds.map((kind) => `'${JSON.stringify(values[kind])}' AS of_${kind}`).join(", ")};\n`,
  "templates/charts.html": `{{<layout}}\n{{$main}}\n<h1>Charts</h1>\n{{#chart}}\n${kinds.map((kind) => (block(kind) ? `{{of_${kind}}}` : `<p>{{of_${kind}}}</p>`)).join("\n")}\n{{/chart}}\n{{/main}}\n{{/layout}}\n`,
  "templates/charts.md": `{{<layout}}\n{{$main}}\n# Charts\n\n{{#chart}}\n${kinds.map((kind) => `{{of_${kind}}}\n`).join("\n")}\n{{/chart}}\n{{/main}}\n{{/layout}}\n`,
};

function build(conf) {
  const path = demo(conf);
  const checkout = join(path, "checkout");
  mkdirSync(checkout);
  git(checkout, "init", "-q", "-b", "main");
  writeFileSync(join(checkout, "README.md"), "# A read-me\n");
  git(checkout, "add", ".");
  git(checkout, "-c", "commit.gpgsign=false", "commit", "-q", "-m", "Begin");
  for (const [name, text] of Object.entries(charts)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  const { status, stderr } = tower(["build", "-q", "-C", path, "--now", now]);
  assert.equal(stderr, "");
  assert.equal(status, 0);
  return tree(join(path, "public"));
}

const validator = new HtmlValidate(new StaticConfigLoader(rules));
async function faultsOf(name, text) {
  const documents = nodes(parse(text, { sourceCodeLocationInfo: true })).filter((node) => node.tagName === "div" && value(node, "class") === "text").map((node) => node.sourceCodeLocation);
  const inDocument = (line) => documents.some(({ startLine, endLine }) => startLine <= line && line <= endLine);
  const { results } = await validator.validateString(text, name);
  return results.flatMap(({ messages }) => messages)
    .filter(({ ruleId, line }) => !(documentRules.has(ruleId) && inDocument(line)))
    .map(({ ruleId, line, message }) => `${name}:${line}: ${ruleId}: ${message}`);
}

const nodes = (node) => [node, ...(node.childNodes ?? []).flatMap(nodes), ...(node.content ? nodes(node.content) : [])];
const value = (node, name) => node.attrs?.find((attribute) => attribute.name === name)?.value;

// The anchors that forges give to headings: small letters, digits, "-" and "_"; blanks are "-".
function anchors(tree) {
  const words = (node) => nodes(node).filter(({ nodeName }) => nodeName === "#text").map((text) => text.value).join("");
  const seen = new Map();
  return tree.filter(({ tagName }) => /^h[1-6]$/.test(tagName ?? "")).map((heading) => {
    const anchor = words(heading).trim().toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "").replaceAll(" ", "-");
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count ? `${anchor}-${count}` : anchor;
  });
}

// { links, anchors } of a page in either form.
function readPage(name, text) {
  const tree = nodes(name.endsWith(".md") ? parseFragment(markdownToHtml(text)) : parse(text));
  const links = tree.flatMap((node) => ["href", "src"].map((attribute) => value(node, attribute)).filter((link) => link !== undefined));
  return { links, anchors: new Set(name.endsWith(".md") ? anchors(tree) : tree.map((node) => value(node, "id")).filter(Boolean)) };
}

function brokenLinks(files) {
  const pages = new Map(Object.entries(files).filter(([name]) => /\.(html|md)$/.test(name)).map(([name, content]) => [name, readPage(name, String(content))]));
  return [...pages].flatMap(([name, { links }]) => links.filter((link) => {
    if (/^(https?|mailto):/.test(link)) return false;
    const [target, fragment] = link.split("#").map(decodeURIComponent);
    const file = target ? normalize(join(dirname(name), target)) : name;
    return !Object.hasOwn(files, file) || (fragment && !pages.get(file)?.anchors.has(fragment));
  }).map((link) => `${name}: ${link}`));
}

for (const [edition, conf] of [["the public edition", portfolio], ["an edition of everything", portfolio + everything]])
  describe(edition, () => {
    const files = build(conf);
    const named = (ending) => Object.keys(files).filter((name) => name.endsWith(ending));

    test("HTML is valid", async () => {
      assert.ok(named(".html").length > 10);
      const faults = (await Promise.all(named(".html").map((name) => faultsOf(name, String(files[name]))))).flat();
      assert.equal(faults.join("\n"), "");
    });

    test("every file is read as what its ending says", () => {
      for (const [name, content] of Object.entries(files)) assert.doesNotThrow(() => outputShape(name, content), name);
    });

    test("every picture in a page is well-formed XML", () => {
      const pictures = named(".html").flatMap((name) => readText(name, files[name]).match(/<svg\b[^]*?<\/svg>/g) ?? []);
      assert.ok(pictures.length >= kinds.length);
      for (const picture of pictures) assert.ok(xml(picture));
    });

    test("every link leads somewhere, with its fragment, from disk", () => assert.equal(brokenLinks(files).join("\n"), ""));
  });
