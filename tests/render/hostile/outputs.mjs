// Reads a file of the output folder as what its ending says, strictly, and gives its shape:
// what it is made of without the words. Throws where the file is not well-formed, or holds
// what none of our output may hold.
import assert from "node:assert/strict";
import { parse as parseCsv } from "csv-parse/sync";
import { micromark } from "micromark";
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from "micromark-extension-gfm-autolink-literal";
import { gfmFootnote, gfmFootnoteHtml } from "micromark-extension-gfm-footnote";
import { gfmStrikethrough, gfmStrikethroughHtml } from "micromark-extension-gfm-strikethrough";
import { gfmTable, gfmTableHtml } from "micromark-extension-gfm-table";
import { gfmTaskListItem, gfmTaskListItemHtml } from "micromark-extension-gfm-task-list-item";
import { parse as parseHtml, parseFragment } from "parse5";
import { SaxesParser } from "saxes";
import { hidden } from "./payloads.mjs";

const escaped = (code) => `\\u{${code.toString(16)}}`;
const hiddenOne = new RegExp(`[${hidden.map((range) => range.map(escaped).join("-")).join("")}]`, "u");

// Where a format has nothing else for it, a value from the right stands between these two.
const isolated = /\u2068([^\u2066-\u2069\n]*[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}][^\u2066-\u2069\n]*)\u2069/gu;

// What documents in Markdown, which anybody may have written, consist of.
const document = {
  a: ["class", "href", "title", "rel"], blockquote: [], br: [], code: ["class"], del: [], em: [], hr: [],
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, ["id"]])), input: ["type", "checked", "disabled"], li: [], ol: ["start"],
  p: [], pre: ["class"], strong: [], table: [], tbody: [], td: ["align"], th: ["align"], thead: [], tr: [], ul: [],
};

// Attributes whose values mean something to a browser; others hold words and measures.
const compared = new Set(["class", "role", "rel", "type", "http-equiv", "target", "scope", "lang", "dir", "xmlns"]);
const addresses = new Set(["href", "src", "action", "formaction", "poster", "data", "cite", "background", "srcset", "xlink:href"]);

// "https:", "#", or "." for a place on this site.
function scheme(address) {
  const blank = address.replace(/[\u0000-\u0020]/g, "");
  assert.doesNotMatch(blank, /^[/\\]/, `an address that leaves the site: ${address}`);
  const found = /^[^/?#.]*?:/.exec(blank)?.[0].toLowerCase() ?? (blank.startsWith("#") ? "#" : ".");
  assert.ok(["http:", "https:", "mailto:", "#", "."].includes(found), `an address that is not allowed: ${address}`);
  return found;
}

function attribute({ name, value }) {
  assert.doesNotMatch(name, /^on|^style$|^srcdoc$/i);
  if (addresses.has(name)) return `${name}=${scheme(value)}`;
  return compared.has(name) ? `${name}=${value}` : name;
}

function checkDocument(node) {
  for (const child of node.childNodes ?? []) {
    if (child.tagName) {
      assert.ok(child.tagName in document, `<${child.tagName}> in a document`);
      for (const { name, value } of child.attrs) {
        assert.ok(document[child.tagName].includes(name), `<${child.tagName} ${name}> in a document`);
        if (name === "href") scheme(value);
      }
    } else {
      assert.equal(child.nodeName, "#text");
    }
    checkDocument(child);
  }
}

const isDocument = (node) => node.tagName === "blockquote" || (node.tagName === "div" && node.attrs.some(({ name, value }) => name === "class" && value === "text"));

// Children in any order: rows are sorted by their words.
function shape(node) {
  if (node.nodeName === "#text") return "";
  if (node.nodeName === "#comment") return `<!--${node.data}-->`;
  if (node.nodeName === "#documentType") return "<!doctype>";
  const attributes = (node.attrs ?? []).map(attribute).sort().join(" ");
  const name = node.tagName ? `${node.namespaceURI.endsWith("svg") ? "svg:" : ""}${node.tagName}` : "";
  if (isDocument(node)) {
    checkDocument(node);
    return `${name}[${attributes}](...)`;
  }
  return `${name}[${attributes}](${node.childNodes.map(shape).filter(Boolean).sort().join(" ")})`;
}

const noErrors = { onParseError: (error) => assert.fail(`line ${error.startLine}: ${error.code}`) };

function html(text) {
  return shape(parseHtml(text, { ...noErrors, sourceCodeLocationInfo: false }));
}

// With raw HTML and any scheme let through, so that what leaks is seen as an element.
export function markdownToHtml(text) {
  return micromark(text, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfmAutolinkLiteral(), gfmFootnote(), gfmStrikethrough(), gfmTable(), gfmTaskListItem()],
    htmlExtensions: [gfmAutolinkLiteralHtml(), gfmFootnoteHtml(), gfmStrikethroughHtml(), gfmTableHtml(), gfmTaskListItemHtml()],
  });
}

// At its headings: nothing that a heading does not end goes on behind it, and what one part of a
// page became is the same in all sites where no word of it is another.
function parts(text) {
  const found = [[]];
  let fenced = false;
  for (const line of text.split("\n")) {
    if (/^ *(```|~~~)/.test(line)) fenced = !fenced;
    if (!fenced && /^#{1,6} /.test(line)) found.push([]);
    found.at(-1).push(line);
  }
  return found.map((lines) => lines.join("\n"));
}

const known = new Map();
function markdown(text) {
  for (const part of parts(text)) if (!known.has(part)) known.set(part, shape(parseFragment(markdownToHtml(part))));
  return parts(text).map((part) => known.get(part)).join("\n");
}

export function xml(text) {
  const parser = new SaxesParser({ xmlns: true });
  const stack = [[]];
  const add = (part) => stack.at(-1).push(part);
  parser.on("error", (error) => assert.fail(error.message));
  parser.on("comment", (words) => add(`<!--${words}-->`));
  parser.on("processinginstruction", ({ target }) => add(`<?${target}?>`));
  parser.on("doctype", (words) => assert.fail(`a document type: ${words}`));
  parser.on("cdata", (text) => add(shape(parseFragment(text, noErrors)))); // of feeds only, where it is HTML
  parser.on("opentag", () => stack.push([]));
  parser.on("closetag", (tag) => {
    const children = stack.pop().sort().join(" ");
    add(`${tag.name}[${Object.values(tag.attributes).map(attribute).sort().join(" ")}](${children})`);
  });
  parser.write(text).close();
  return stack[0].join(" ");
}

// Names are counted as markup, values as words.
function jsonShape(value) {
  if (Array.isArray(value)) return `[${[...new Set(value.map(jsonShape))].sort().join(",")}]`;
  if (value === null || typeof value !== "object") return value === null ? "null" : typeof value;
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${jsonShape(value[key])}`).join(",")}}`;
}

// What a spreadsheet would take for a formula.
function csv(text) {
  const rows = parseCsv(text, { bom: false, relax_column_count: false });
  for (const cell of rows.flat())
    if (/^[=+\-@\t\r]/.test(cell)) assert.match(cell, /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/, `a formula: ${cell}`);
  return JSON.stringify([rows[0], rows.length]);
}

// https://prometheus.io/docs/instrumenting/exposition_formats/
function prometheus(text) {
  assert.match(text, /^(?:.*\n)*$/);
  const name = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  const word = '"(?:[^"\\\\\\n]|\\\\["\\\\n])*"';
  const one = `[a-zA-Z_][a-zA-Z0-9_]*=${word}`;
  const sample = new RegExp(`^${name}(?:\\{(?:${one}(?:,${one})*,?)?\\})? (?:[-+]?[0-9.]+(?:e[-+]?[0-9]+)?|[-+]Inf|NaN)(?: -?[0-9]+)?$`);
  const about = new RegExp(`^# (?:HELP ${name} [^\\\\]*(?:\\\\[\\\\n][^\\\\]*)*|TYPE ${name} (?:counter|gauge|histogram|summary|untyped))$`);
  const lines = text.split("\n").slice(0, -1);
  for (const line of lines) if (line) assert.match(line, line.startsWith("#") ? about : sample);
  return lines.map((line) => line.replace(new RegExp(word, "g"), '""')).sort().join("\n");
}

// What is left of a script without the words in its strings, which could not end it if it stood
// in a page.
function javascript(text) {
  new Function(text);
  for (const [string] of text.matchAll(/"(?:[^"\\\n]|\\.)*"/g)) assert.doesNotMatch(string, /<\/?script|<!--/i);
  const lines = text.replace(/"(?:[^"\\\n]|\\.)*"/g, '""').split("\n");
  return [...new Set(lines)].sort().join("\n");
}

const readers = {
  html, md: markdown, svg: xml, xml, atom: xml, rss: xml, csv, prom: prometheus,
  json: (text) => jsonShape(JSON.parse(text)),
  txt: () => "",
  css: (text) => text,
  js: javascript,
};

// Strict UTF-8, without hidden characters but pairs of isolates, without a mark of byte order.
export function readText(name, content) {
  const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content);
  const spoken = /\.(html|svg)$/.test(name) ? /<desc>[^<]*<\/desc>/g : /\.(md|txt)$/.test(name) ? /^[^]*$/g : /(?!)/g; // where there is no markup that isolates
  const found = hiddenOne.exec(text.replace(spoken, (part) => part.replace(isolated, "$1")));
  assert.equal(found && `U+${found[0].codePointAt(0).toString(16).toUpperCase()} in ${found.input.slice(Math.max(0, found.index - 40), found.index)}`, null, name);
  return text;
}

// The shape of a file called NAME.
export function outputShape(name, content) {
  const ending = /\.([a-z]+)$/.exec(name)?.[1];
  assert.ok(Object.hasOwn(readers, ending ?? ""), `${name}: nothing reads this kind of file; add it to outputs.mjs`);
  return readers[ending](readText(name, content));
}

// The texts of a page that match WORDS and stand outside of <bdi>, the title and documents.
// An SVG text is a paragraph of its own.
export function unisolated(text, words) {
  const found = [];
  const walk = (node) => {
    if (node.nodeName === "#text" && words.test(node.value.replaceAll(/\u2068[^\u2068\u2069]*\u2069/g, ""))) found.push(`<${node.parentNode.tagName}> ${node.value.trim()}`);
    else if (!isDocument(node) && !["bdi", "title", "text"].includes(node.tagName)) node.childNodes?.forEach(walk);
  };
  walk(parseHtml(text));
  return found;
}
