// Every example of the GitHub Flavored Markdown specification through our Markdown path, as
// anybody's text and as the owner's. The specification is that of the library's own version:
// Debian's source package of cmark-gfm, which `make test-packages` puts into build/gfm.
//
// What our safety rules (generator/render/markdown.h) change is done to the specification's HTML
// here, too, by the rules below. Where the HTML does not tell enough for that, the example stands
// in gfm-exceptions.md, below the reason, and what we print is turned back and then compared: so
// nothing goes unchecked. The list is exact, as is what it says about the rules, for the version
// that Debian 12 has. Others number the examples otherwise: there any reason will do.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { root, tower } from "../tower.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const source = readFileSync(join(root, "build/gfm/spec.txt"), "utf8");
const exceptions = readFileSync(join(here, "gfm-exceptions.md"), "utf8");

// As the specification's own tool reads it: 32 ticks, "example", the words that name extensions,
// the Markdown, a line with a dot, the HTML, 32 ticks; "→" stands for a tab. An example that the
// library's tests leave out ("disabled": task lists) counts here.
function examples() {
  const ticks = "`".repeat(32);
  const part = new RegExp(`^#+ (.*)$|^${ticks} example[^\\n]*\\n([^]*?)^\\.\\n([^]*?)^${ticks}$`, "gm");
  const found = [];
  let section;
  for (const [, heading, markdown, html] of source.matchAll(part)) {
    section = heading ?? section;
    if (markdown !== undefined) found.push({ number: found.length + 1, section, markdown: markdown.replaceAll("→", "\t"), html: html.replaceAll("→", "\t") });
  }
  return found;
}

// Tags without regard to the order of attributes, and text without regard to the white space
// around blocks, as the specification's own tool compares.
const blocks = "blockquote|h[1-6]|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul";
const tags = /<(\/?[a-z][a-z0-9]*)((?:\s+[a-z]+(?:="[^"]*")?)*)\s*\/?>/g;
const attributes = (text) => [...text.matchAll(/([a-z]+)(?:="([^"]*)")?/g)].map(([, name, value]) => [name, value ?? ""]);
const tag = (name, values) => `<${name}${values.map(([key, value]) => ` ${key}="${value}"`).join("")}>`;

function normal(html) {
  const sorted = html.replace(tags, (all, name, rest) => tag(name, attributes(rest).sort()));
  return sorted.split(/(<pre[ >][^]*?<\/pre>)/).map((piece, i) => (i % 2 ? piece : piece.replace(/\s+/g, " "))).join("")
    .replace(new RegExp(`\\s*(</?(?:${blocks})(?: [^>]*)?>)\\s*`, "g"), "$1").trim();
}

const plain = (html) => html.replace(/<[^>]*>/g, "");
const unescaped = (text) => text.replace(/&(amp|lt|gt|quot|#x27);/g, (all, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" })[name]);
const decoded = (text) => {
  const characters = unescaped(text);
  try {
    return decodeURI(characters);
  } catch {
    return characters;
  }
};

function kind(address, trusted) {
  if (/\\|%5C/.test(address)) return "refused";
  if (/^https?:\/\/[^/?# ]/i.test(address)) return "web";
  if (/^#|^mailto:.*@/i.test(address)) return "other";
  return trusted && /^(?!\/\/)[^:/?#]*([/?#]|$)/.test(address) && address ? "relative" : "refused";
}

function image(values, trusted, inLink) {
  const { src, alt, title } = Object.fromEntries(values);
  const shown = kind(src, trusted);
  if (shown === "relative") return null;
  const text = alt || (shown === "web" ? src.match(/[^/]*\/?$/)[0] : "");
  const link = [["href", src], ...(title === undefined ? [] : [["title", title]])];
  return shown === "web" && !inLink ? `${tag("a", link)}${text}</a>` : text;
}

function link(values, content, trusted) {
  const { href } = Object.fromEntries(values);
  if (kind(href, trusted) !== "refused") return `${tag("a", values)}${content || href}</a>`;
  const text = plain(content);
  return text && decoded(href).endsWith(decoded(text)) ? `<code>${text}</code>` : content;
}

const images = (html, trusted, inLink) =>
  html.replace(/<img((?: [a-z]+="[^"]*")*) \/>/g, (all, rest) => image(attributes(rest), trusted, inLink) ?? all);

// What each rule of ours makes of the specification's HTML.
const rules = {
  "remote images": (html, trusted) =>
    images(html.replace(/(<a [^>]*>)([^]*?)<\/a>/g, (all, open, content) => `${open}${images(content, trusted, true)}</a>`), trusted, false),
  "refused addresses": (html, trusted) =>
    html.replace(/<a((?: [a-z]+="[^"]*")*)>([^]*?)<\/a>/g, (all, rest, content) => link(attributes(rest), content, trusted)),
  "links that nobody vouches for": (html, trusted) => (trusted ? html : html.replaceAll("<a href=", '<a rel="nofollow noopener" href=')),
  "lower headings": (html, trusted) => (trusted ? html : html.replace(/(<\/?h)([1-6])>/g, (all, start, level) => `${start}${Math.min(6, Number(level) + 2)}>`)),
  "names of languages": (html) =>
    html.replace(/<pre><code(?: class="language-([^"]*)")?>/g, (all, info = "") => `<pre><code class="language-${info.match(/^[A-Za-z0-9+#._-]*/)[0] || "text"}">`),
  "anchors": (html, trusted) => {
    const given = new Set();
    return !trusted ? html : html.replace(/<h([1-6])>([^]*?)<\/h\1>/g, (all, level, content) => {
      const text = content.replace(/<br \/>\n?/g, " ").replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, "$1").replace(/<[^>]*>/g, "").replace(/&(amp|lt|gt|quot);/g, "");
      const slug = text.replace(/\n/g, "-").replace(/[\x00-\x7f]/g, (c) => (c === " " ? "-" : /[\w-]/.test(c) ? c.toLowerCase() : "")) || "section";
      let id = slug;
      for (let nth = 1; given.has(id); nth++) id = `${slug}-${nth}`;
      given.add(id);
      return `<h${level} id="${id}">${content}</h${level}>`;
    });
  },
};


// Below each reason of gfm-exceptions.md, what turns our HTML and the specification's into the
// same again, and the only rules that then apply: what looks like a link in it is raw HTML.
const shown = (html) => html.replace(/<pre><code class="language-html">([^]*?)<\/code><\/pre>|<code>(&lt;[^]*?)<\/code>/g, (all, block, inline) => unescaped(block ?? inline));
const uncommented = (html) => html.replace(/<!--(?:-?>|[^]*?-->)/g, "");
const unlinked = (html) => html.replace(/<a [^>]*href="(?:mailto:)?([^"]*)"[^>]*>\1<\/a>/g, "$1");
const raw = { ours: shown, theirs: (html) => html, rules: ["names of languages"] };
const undo = {
  "Raw HTML is shown as code": raw,
  "Comments are left out": { ...raw, theirs: uncommented },
  "Raw HTML that GitHub refuses is shown as code like any other": { ...raw, theirs: (html) => html.replaceAll("&lt;", "<") },
  "Bare addresses are links everywhere": { ours: unlinked, theirs: (html) => html, rules: Object.keys(rules) },
};

// The examples of the list below a heading: { 12: "its section" }, in the order of the file.
function listed(heading) {
  const part = exceptions.split(/^#+ /m).find((text) => text.startsWith(`${heading}\n`));
  assert.ok(part, `gfm-exceptions.md has no heading "${heading}"`);
  const lines = [...part.matchAll(/^- ([^:]+): ([\d, ]+)$/gm)];
  return Object.fromEntries(lines.flatMap(([, section, numbers]) => numbers.split(", ").map((number) => [number, section])));
}

const specification = examples();
const modes = { untrusted: [], trusted: ["--trusted"] };
const markdown = (texts, ...options) => {
  const result = tower(["markdown", ...options], { input: texts.join("\0") });
  assert.equal(result.status, 0, result.stderr);
  return JSON.parse(result.stdout);
};
const rendered = Object.fromEntries(Object.entries(modes).map(([mode, options]) => [mode, markdown(specification.map((example) => example.markdown), ...options)]));
const ours = (example, mode, turn = (html) => html) => normal(turn(rendered[mode][example.number - 1].html));
function theirs({ html }, mode, turn = (text) => text, chosen = Object.keys(rules)) {
  return normal(chosen.reduce((text, name) => rules[name](text, mode === "trusted"), turn(html)));
}

const isListed = specification.length === 673;
const another = isListed ? false : "the list is that of another version";
const reasons = Object.keys(undo).flatMap((reason) => Object.keys(listed(reason)).map((number) => [number, reason]));
const reasonOf = Object.fromEntries(reasons);
const equal = ([first, second]) => first === second;
const turned = (example, mode, { ours: turn, theirs: alike, rules: chosen }) => [ours(example, mode, turn), theirs(example, mode, alike, chosen)];

test("the specification is whole", () => {
  assert.match(source, /^---\ntitle: GitHub Flavored Markdown Spec\nversion: 0\.29\n/);
  assert.ok(specification.length >= 670);
  for (const section of ["Tabs", "Tables (extension)", "Task list items (extension)", "Strikethrough (extension)", "Autolinks (extension)", "Disallowed Raw HTML (extension)"])
    assert.ok(specification.some((example) => example.section === section), section);
});

for (const mode of Object.keys(modes))
  for (const section of new Set(specification.map((example) => example.section)))
    test(`${section}, ${mode}`, () => {
      for (const example of specification.filter((each) => each.section === section)) {
        const name = `example ${example.number}`, isSame = ours(example, mode) === theirs(example, mode);
        assert.equal(rendered[mode][example.number - 1].plain, false, name);
        const reason = isListed ? reasonOf[example.number] : !isSame && Object.keys(undo).find((key) => equal(turned(example, mode, undo[key])));
        if (reason) assert.equal(isSame, false, `${name} is as specified: it is no exception`);
        assert.equal(...(reason ? turned(example, mode, undo[reason]) : [ours(example, mode), theirs(example, mode)]), `${name} ${reason || ""}`);
      }
    });

test("every exception is listed once, below its section's name", { skip: another }, () => {
  assert.equal(reasons.length, Object.keys(reasonOf).length, "an example is listed twice");
  for (const heading of [...Object.keys(undo), "The Markdown of a page"])
    for (const [number, section] of Object.entries(listed(heading))) assert.equal(section, specification[number - 1]?.section, `example ${number}`);
});

test("the list says how many examples each rule changes, and how many none", { skip: another }, () => {
  const plainly = specification.filter(({ number }) => !reasonOf[number]);
  const without = (rule) => Object.keys(rules).filter((name) => name !== rule);
  const changed = (mode, rule) => plainly.filter((example) => theirs(example, mode) !== theirs(example, mode, undefined, without(rule))).length;
  const same = (mode) => specification.filter((example) => ours(example, mode) === normal(example.html)).length;
  for (const rule of Object.keys(rules)) {
    const line = `- **${rule}** (${changed("untrusted", rule)} examples untrusted, ${changed("trusted", rule)} trusted): `;
    assert.ok(exceptions.includes(line), `gfm-exceptions.md does not say "${line}"`);
  }
  const line = `Exactly as specified, with no rule needed: ${same("untrusted")} of ${specification.length} untrusted, ${same("trusted")} trusted.`;
  assert.ok(exceptions.includes(line), `gfm-exceptions.md does not say "${line}"`);
});

// The other half of what a document becomes: Markdown, which says the same when it is parsed.
test("the Markdown of every example is the same document", () => {
  const apart = listed("The Markdown of a page");
  const again = markdown(rendered.trusted.map(({ md }) => md), "--trusted");
  for (const { number } of specification) {
    const [first, second] = [rendered.trusted[number - 1].html, again[number - 1].html].map(normal);
    if (isListed && !(number in apart)) assert.equal(second, first, `example ${number}`);
    else if (isListed) assert.notEqual(second, first, `example ${number} is the same document: it is no exception`);
    assert.equal(plain(second).replace(/\s/g, ""), plain(first).replace(/\s/g, ""), `example ${number}`);
  }
});
