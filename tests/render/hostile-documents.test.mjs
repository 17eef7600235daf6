// Documents of 64 kB that were made to cost much (../bench-documents.mjs, where make bench
// measures them): each is rendered, or shown as it is with the reason, as HTML in which every
// element is closed, and nothing of it can do harm. What the bounds of
// generator/render/markdown_tree.h leave of a document is below.
import assert from "node:assert/strict";
import { test } from "node:test";
import { documents } from "../bench-documents.mjs";
import { program, tower } from "../tower.mjs";

const slow = program.endsWith("valgrind") && "each would take its two seconds there; markdown.test.mjs has some";
const reasons = ["took longer than 2 seconds", "needed more than 256 MB", "became larger than 4 MB", "made the Markdown parser fail"];
const elements = new Set("a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre strong table tbody td th thead tr ul".split(" "));
const empty = new Set(["br", "hr", "img", "input"]);

function render(texts, ...options) {
  const result = tower(["markdown", ...options], { input: texts.join("\0") });
  assert.equal(result.status, 0, result.stderr);
  const answer = JSON.parse(result.stdout);
  return texts.length === 1 ? [answer] : answer;
}

// How deep elements nest; fails where one is unknown, not closed, or closed by another's tag.
function depth(html) {
  const open = [];
  let most = 0;
  for (const [, end, name] of html.matchAll(/<(\/?)([^\s>]*)[^>]*>/g)) {
    assert.ok(elements.has(name), `<${end}${name}>`);
    if (end) assert.equal(open.pop(), name);
    else if (!empty.has(name)) most = Math.max(most, open.push(name));
  }
  assert.deepEqual(open, []);
  assert.doesNotMatch(html.replace(/<[^>]*>/g, ""), /[<>]/);
  return most;
}

const count = (text, part) => text.split(part).length - 1;
const words = (html) => html.replace(/<[^>]*>|\s/g, "");

for (const [name, text] of Object.entries(documents))
  test(`64 kB of ${name}`, { skip: slow }, () => {
    for (const options of [[], ["--trusted"]]) {
      const [{ html, md, plain, reason }, next] = render([text, "after **this**"], ...options);
      assert.ok(plain ? reasons.includes(reason) : reason === null, reason);
      assert.equal(html.startsWith('<pre class="plain">'), plain);
      assert.ok(depth(html) <= 110, "elements nest too deeply");
      for (const [, address] of html.matchAll(/ (?:href|src)="([^"]*)"/g))
        assert.match(address, options.length ? /^(?!\/\/)(https?:\/\/|mailto:|[^:]*([/?#]|$))/i : /^(https?:\/\/|mailto:|#)/i);
      assert.equal(typeof md, "string");
      assert.deepEqual(next, { html: "<p>after <strong>this</strong></p>\n", md: "after **this**\n", plain: false, reason: null });
    }
  });

test("a hundred quotes nest, more do not, and their text stays", () => {
  const quotes = (levels) => `${">".repeat(levels)} a\n\nb\n`;
  const [most, over] = render([quotes(100), quotes(5000)]);
  assert.equal(over.html, most.html);
  assert.equal(over.md, most.md);
  assert.equal(count(most.html, "<blockquote>"), 100);
  assert.match(most.html, /<p>a<\/p>/);
  assert.ok(most.html.endsWith("</blockquote>\n<p>b</p>\n"));
});

test("fifty lists nest, and what the deeper ones hold stays in its order", () => {
  const text = Array.from({ length: 300 }, (_, level) => `${"  ".repeat(level)}- w${level}\n`).join("");
  const [{ html }] = render([`${text}\nend\n`]);
  assert.equal(count(html, "<ul>"), 50);
  assert.ok(depth(html) <= 101);
  assert.equal(words(html), `${Array.from({ length: 300 }, (_, level) => `w${level}`).join("")}end`);
});

test("lists of empty items nest as they please", () => {
  const [{ html, plain }] = render([`${"- + ".repeat(200)}\n\nend`]);
  assert.equal(plain, false);
  assert.ok(depth(html) <= 110);
  assert.ok(html.endsWith("<p>end</p>\n"));
});

test("emphasis, strikes and images nest a hundred deep, and their text stays", () => {
  const around = (open, close) => `${open.repeat(400)}w${close.repeat(400)} end`;
  const results = render([around("*a **b ", " c** d*"), around("~~a ", " b~~"), around("![a ", "](x)")], "--trusted");
  for (const { html } of results) {
    assert.ok(depth(html) <= 101);
    assert.ok(html.endsWith(" end</p>\n"));
  }
  assert.equal(words(results[0].html), `${"ab".repeat(400)}w${"cd".repeat(400)}end`);
});

test("a table of 499 columns is a table, one of 501 is text", () => {
  const table = (columns) => `${"a|".repeat(columns)}\n${"-|".repeat(columns)}\n${"<b>|".repeat(columns)}\n`;
  const [most, over] = render([table(499), table(501)]);
  assert.equal(count(most.html, "<th>"), 499);
  assert.doesNotMatch(over.html, /<t[hd]/);
  assert.equal(count(over.html, "&lt;b&gt;"), 501);
  assert.doesNotMatch(over.md.replace(/`[^`]*`|^```[^]*```$/gm, ""), /<b>/);
});

test("short rows are filled up to 100,000 cells, and no further", () => {
  const table = (rows) => `${"a|".repeat(100)}\n${"-|".repeat(100)}\n${"b\n".repeat(rows)}\n\n1|2\n-|-\n`;
  const formFeed = table(1100).replace("b\n", "\f\n");
  const [most, ...over] = render([table(900), table(1100), formFeed, table(1100).replace(/^/gm, "> - "), table(1100).replaceAll("\n", "\r")]);
  assert.equal(count(most.html, "<td>"), 90000);
  for (const { html } of over) assert.doesNotMatch(html, /<t[hd]/);
});

test("definitions repeat up to 1 MB of addresses, then references are text", () => {
  const [{ html }] = render([`[a]: https://a.b/${"c".repeat(1000)}\n\n${"[a] ".repeat(2000)}`]);
  const links = count(html, "<a ");
  assert.ok(links > 0 && links <= Math.floor((1024 * 1024) / 1012), `${links} links`);
  assert.equal(words(html).replace(/[[\]]/g, ""), "a".repeat(2000)); // later versions of cmark-gfm stop at 100 kB, and leave "[a]"
});

test("addresses are not looked for in a word of many closing parentheses", () => {
  const text = (closing) => `http://a.b/${")".repeat(closing)} and <http://c.d>`;
  const [most, over] = render([text(1000), text(1001)]);
  assert.equal(count(most.html, "<a "), 2);
  assert.equal(count(over.html, "<a "), 1);
});

test("a list of thousands counts on in the Markdown, too", () => {
  const [{ html, md }] = render(["7. a\n".repeat(2500)]);
  assert.equal(count(html, "<li>"), 2500);
  assert.equal(count(html, "<ol"), 1);
  const numbers = [...md.matchAll(/^(\d+)\. +a$/gm)].map(([, number]) => Number(number));
  assert.deepEqual(numbers, Array.from({ length: 2500 }, (_, index) => index + 7));
  const [again] = render([md]);
  assert.equal(count(again.html, "<ol"), 1);
});
