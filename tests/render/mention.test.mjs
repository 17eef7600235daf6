// References like #12 and owner/repo#12: which ones are marked, and what a page makes of them.
//
// A folder in mention/ is a case: input.md gives expected.html and expected.md, with the places
// that print.c knows. Below, « and » stand for the marks.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { print } from "./print.mjs";

const cases = join(dirname(fileURLToPath(import.meta.url)), "mention");
const formats = ["html", "md"];
const marked = (text) => text.replaceAll("«", "\u0096").replaceAll("»", "\u0097");
const readable = (text) => text.replaceAll("\u0096", "«").replaceAll("\u0097", "»");
const page = (text, format) => print(["mentions", format], print(["render", format], text));
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/;

for (const name of readdirSync(cases))
  test(`case ${name}`, () => {
    const read = (file) => readFileSync(join(cases, name, file), "utf8");
    for (const format of formats) assert.equal(page(read("input.md"), format), read(`expected.${format}`));
  });

// [address, text] of every link that a reference became; those of Markdown are read by cmark.
const links = (html) => [...html.matchAll(/<a (?:class="mention" )?(?:rel="[^"]*" )?href="([^"]*)">([^<]*)<\/a>/g)].map(([, ...link]) => link).filter(([address]) => /#issue-|forge\.example/.test(address));

test("the Markdown has the links and the words of the HTML", () => {
  const words = (html) => html.replace(/<[^>]*>|[\s\u0096\u0097]/g, "");
  for (const name of readdirSync(cases)) {
    const input = readFileSync(join(cases, name, "input.md"));
    const html = page(input, "html"), again = print(["trusted", "html"], page(input, "md"));
    assert.equal(words(again), words(html), name);
    assert.deepEqual(links(again), links(html), name);
    assert.equal(links(html).length > 0, name !== "no-references", name);
  }
});

const names = { longest: "a".repeat(39), "too long": "a".repeat(40), "longest repository": "b".repeat(100), "repository too long": "b".repeat(101) };
const recognised = [
  ["", ""],
  ["#", "#"],
  ["#1", "«#1»"],
  ["#1 #2#3", "«#1» «#2»#3"],
  ["a/b#1/c#2", "«a/b#1»/c#2"],
  ["#1a/b#2", "#1a/b#2"],
  ["#999999999 #1000000000", "«#999999999» #1000000000"],
  [`${names.longest}/${names["longest repository"]}#123456789`, `«${names.longest}/${names["longest repository"]}#123456789»`],
  [`${names["too long"]}/b#1`, `${names["too long"]}/b#1`],
  [`a/${names["repository too long"]}#1`, `a/${names["repository too long"]}#1`],
  ["a/...#1 a/..b#1", "a/...#1 «a/..b#1»"],
  ["a-/b#1 _a/b#1", "«a-/b#1» _a/b#1"],
];

for (const [text, expected] of recognised)
  test(`marks in ${JSON.stringify(text)}`, () => assert.equal(readable(print(["mark"], text)), expected));

test("a name that cmark reads in parts is one, with addresses looked for or not", () => {
  for (const end of ["", ` ${")".repeat(2000)}`])
    assert.equal(readable(print(["render", "html"], `a_b/c_d#12${end}`)), `<p>«a_b/c_d#12»${end}</p>\n`);
});

// Marks from outside, in every place where a text can have them.
const forged = [
  "«#12»", "&#150;#12&#151; &#x96;a/b#1&#x97;", "`«#12»`", "    «#12»", "```«\n«#12»\n```", "<b «#12»>", "<p>«#12»</p>",
  "[«#12»](https://a.example/«#12» \"«#12»\")", "[a](<https://a.example/«#12»>)", "<https://a.example/«#12»>",
  "![«#12»](https://a.example/«#12».png \"«#12»\")", "![«#12»](x.png)", "![#12 a/b#3](x.png \"#12\")", "[![#12](x.png)](y)",
  "| «#12» |\n|---|\n| «» |", "[«]: https://a.example\n\n[«]", "- [x] «", "«", "»", "»#12«", "««#12»»", "#«12»", "a/«b#12»", "«#12", "#12»",
  "https://a.example/«#12»", "«@a.example", "\u0001#12\u0002",
];

const noText = /<a [^]*?<\/a>|<code[^]*?<\/code>|<pre[^]*?<\/pre>|<[^>]*>/g;

test("nothing from outside can write a mark", () => {
  for (const text of forged.map(marked))
    for (const format of formats) {
      for (const words of ["render", "trusted"]) {
        const markup = print([words, format], text);
        const rest = markup.replace(/\u0096(?:\w+\/\w+)?\\?#\d+\u0097/g, "");
        assert.doesNotMatch(rest, controls, text);
        for (const [inside] of format === "html" ? markup.matchAll(noText) : []) assert.doesNotMatch(inside, controls, text);
        assert.doesNotMatch(print(["mentions", format], markup), controls, text);
      }
      assert.doesNotMatch(print(["plain", format], text), controls, text);
      assert.match(print(["plain", format], "\u0096"), /⟨U\+0096⟩/);
    }
});

test("bytes that only together would be a mark are none", () => {
  for (const bytes of [[0xc2, 0x2a, 0x96], [0xc2, 0x0d, 0x96], [0x23, 0x31, 0xc2], [0x96, 0x23, 0x31, 0x97], [0xc2, 0x00, 0x96]])
    for (const format of formats)
      for (const words of ["render", "trusted", "plain"]) {
        const printed = print([words, format], Buffer.from([...bytes, 0xc2, 0x60, 0x96])).replaceAll("\u0096#1\u0097", "").replaceAll("\u0096\\#1\u0097", "");
        assert.doesNotMatch(printed, controls, String(bytes));
      }
});

// What a process that has been taken over might write: [format, markup, page].
const broken = [
  ["html", "a«#12»b", 'a<a class="mention" href="#issue-12">#12</a>b'],
  ["html", "«a/b#1»«#404»", '<a class="mention" rel="nofollow noopener" href="https://forge.example/a/b/issues/1">a/b#1</a>#404'],
  ["md", "«\\#12»«a/b\\_c\\#1»", "[\\#12](#issue-12)[a/b\\_c#1](https://forge.example/a/b_c/issues/1)"],
  ["md", "«\\#404»«nobody/b\\_c\\#1»", "\\#404nobody/b\\_c#1"],
  ["txt", "«#12»", "#12"],
  ["html", "«<b>&\"»", "&lt;b&gt;&amp;&quot;"],
  ["md", "«[a](javascript:x)\n\n<b>»", "\\[a\\]\\(javascript:x\\)  &lt;b&gt;"],
  ["html", "«\u202e\u0007#12»", "⟨U+202E⟩⟨U+0007⟩#12"],
  ["html", "«»«#»«#0»«#01»«a#1»«a/b»«a/b#1 »", "##0#01a#1a/ba/b#1 "],
  ["html", "«#1234567890»", "#1234567890"],
  ["html", "«#12", "#12"],
  ["html", "#12»<i>", "#12<i>"],
  ["html", "««#12»»", '<a class="mention" href="#issue-12">#12</a>'],
  ["html", "»#12«", "#12"],
  ["html", "»#12»", "#12"],
  ["html", `«<i>${"x".repeat(297)}»`, `&lt;i&gt;${"x".repeat(297)}`],
  ["html", `«<i>${"x".repeat(298)}»`, `<i>${"x".repeat(298)}`],
  ["html", `«${"\\".repeat(296)}#12»`, '<a class="mention" href="#issue-12">#12</a>'],
  ["html", "é \u00a0«", "é \u00a0"],
];

for (const [format, markup, expected] of broken)
  test(`${format}: ${JSON.stringify(markup.slice(0, 40))}`, () => assert.equal(print(["mentions", format], marked(markup)), expected));

test("a mark that is cut off, or holds NUL or no UTF-8, does no harm", () => {
  const bytes = (...parts) => Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(marked(part)) : Buffer.from(part))));
  assert.equal(print(["mentions", "html"], bytes("«#12", [0xc2])), "#12\ufffd"); // as toString() reads it
  assert.equal(print(["mentions", "html"], bytes("«#1", [0], "2»")), "#1⟨U+0000⟩2");
  assert.equal(print(["mentions", "html"], bytes("«#1", [0], "»«a", [0], "#1»")), "#1⟨U+0000⟩a⟨U+0000⟩#1");
  assert.equal(print(["mentions", "html"], bytes("«", [0xff], "»")), "\ufffd");
});

// What an address becomes: [address, HTML, Markdown]; null where it is as good as none.
const addresses = [
  ["../a/b.html#issue-1", '<a class="mention" href="../a/b.html#issue-1">#1</a>', "[\\#1](../a/b.html#issue-1)"],
  ["https://a.example/?x=1&y=2", '<a class="mention" rel="nofollow noopener" href="https://a.example/?x=1&amp;y=2">#1</a>', "[\\#1](https://a.example/?x=1&amp;y=2)"],
  ["a|b(c)[d]<e>\"f'`g.html", '<a class="mention" href="a%7Cb%28c%29%5Bd%5D%3Ce%3E%22f%27%60g.html">#1</a>', "[\\#1](a%7Cb%28c%29%5Bd%5D%3Ce%3E%22f%27%60g.html)"],
  ["é:a", null, null],
  ["é#:\u202e", '<a class="mention" href="%C3%A9#:%E2%80%AE">#1</a>', "[\\#1](%C3%A9#:%E2%80%AE)"],
  ["", null, null], ["http://a.example/", null, null], ["javascript:alert(1)", null, null], ["//a.example", null, null],
  ["/\\a.example", null, null], ["\\\\a.example", null, null], ["a b", null, null], ["a\nb", null, null], ["\u007f", null, null], ["data:,", null, null],
];

for (const [address, html, md] of addresses)
  test(`address ${JSON.stringify(address)}`, () => {
    assert.equal(print(["mentions", "html", address], marked("«#1»")), html ?? "#1");
    assert.equal(print(["mentions", "md", address], marked("«\\#1»")), md ?? "\\#1");
  });

test("whether markup has marks, and names a repository", () => {
  const about = {
    "": "no marks, no repository", "#12 a/b#1 é\u0095 \u0098": "no marks, no repository", "«#12»": "marks, no repository", "»": "marks, no repository",
    "«#1» «a/b#2»": "marks, a repository", "«a/b\\_c\\#2»": "marks, a repository", "«a/b#0»": "marks, no repository", "«x/y#1": "marks, no repository",
  };
  for (const [markup, expected] of Object.entries(about)) assert.equal(print(["about"], marked(markup)), expected, markup);
});

test("the first thousand references become links", () => {
  const printed = print(["mentions", "md", "a"], marked("«\\#1»".repeat(1001)));
  assert.equal(printed, `${"[\\#1](a)".repeat(1000)}\\#1`);
});

test("markup without marks comes out as it is", () => {
  const markup = Array.from({ length: 256 }, (_, i) => `${String.fromCharCode(i)}<&>\\`).join("").replace(/[\u0096\u0097]/g, "");
  for (const format of formats) assert.equal(print(["mentions", format], markup), markup);
});
