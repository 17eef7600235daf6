// Documents of 64 kB that are meant to cost much, and what each costs.
import { spawnSync } from "node:child_process";
import { program } from "./tower.mjs";

export const size = 65536;
const repeat = (text) => text.repeat(Math.ceil(size / text.length)).slice(0, size);
// Lines or words made from their number, as many as there is room for.
const grown = (piece, between = "") => {
  let text = "";
  for (let n = 0; text.length < size; n++) text += piece(n) + between;
  return text.slice(0, size);
};
const around = (open, inner, close) => {
  const depth = Math.floor((size - inner.length) / (open.length + close.length));
  return open.repeat(depth) + inner + close.repeat(depth);
};
const table = (columns, rows) => `${"a|".repeat(columns)}\n${"-|".repeat(columns)}\n${rows}`;

export const documents = {
  "nested lists": grown((n) => `${" ".repeat(n)}- x\n`),
  "nested lists by two": grown((n) => `${"  ".repeat(n)}- x\n`),
  "nested ordered lists": grown((n) => `${"   ".repeat(n)}1. x\n`),
  "nested lists with text between": grown((n) => `${"  ".repeat(n)}- x\n\n${"  ".repeat(n + 1)}y\n\n`),
  "lists on one line": repeat("- + "),
  "ordered lists on one line": repeat("1. "),
  "lists on many short lines": repeat(`${"- ".repeat(50)}x\n`),
  "a long list": repeat("- x\n"),
  "a long ordered list": repeat("1. \n"),
  "a long loose list": repeat("- x\n\n"),
  "a list of empty items": repeat("-\n"),
  "two kinds of items": repeat("- a\n+ b\n"),
  "tasks": repeat("- [ ] a\n"),
  "nested tasks": grown((n) => `${"  ".repeat(n)}- [x] a\n`),
  "a wide table": table(10922, repeat("a|").slice(0, 21844)),
  "a wide table of many rows": table(10922, repeat("a\n").slice(0, 21844)),
  "a table of 2000 columns": table(2000, repeat("a|\n").slice(0, 57000)),
  "a table of 100 columns": table(100, repeat("|\n").slice(0, 65000)),
  "a long table": table(2, repeat("a|b\n").slice(0, 65500)),
  "many tables": repeat("a|b\n-|-\n1|2\n\n"),
  "table heads without a body": repeat("|a|\n|-|\n"),
  "a table's delimiters alone": repeat("|-"),
  "escaped bars": table(2, repeat("\\|").slice(0, 65500)),
  "tables in quotes": repeat("> a|b\n> -|-\n> 1|2\n\n"),
  "images": repeat("![a](x"),
  "images of images": around("![", "a", "](x)"),
  "image openers": repeat("!["),
  "whole images": repeat("![a](https://a.b/c)"),
  "images in one link": `[${repeat("![a](https://a.b/c)").slice(0, 65500)}](https://a.b)`,
  "emphasis": repeat("**a *b _c "),
  "emphasis inside of emphasis": around("*a **b ", "c", " b** a*"),
  "stars": repeat("*"),
  "underscores": repeat("_"),
  "openers and closers by turns": repeat("a**b**c* "),
  "runs of every length": grown((n) => `${"*".repeat(n % 90)}a${"_".repeat(n % 70)}`),
  "strikes": repeat("~~a"),
  "strikes inside of strikes": around("~~a ", "b", " a~~"),
  "tildes": repeat("a~b~~"),
  "block quotes": repeat(">"),
  "spaced block quotes": repeat("> "),
  "block quotes by line": grown((n) => `${">".repeat(n)} a\n\n`),
  "a deep quote on every line": repeat(`${">".repeat(200)} a\n`),
  "quotes and lists": repeat("> - "),
  "quotes, lists and code": repeat("> - 1. `a\n"),
  "brackets": repeat("["),
  "closing brackets": repeat("]"),
  "nested brackets": around("[", "a", "]"),
  "nested links": around("[", "a", "](b)"),
  "unfinished links": repeat("[a](b"),
  "links with long titles": repeat('[a](b "'),
  "unfinished addresses": repeat("[a](<b"),
  "parentheses": `[a](${repeat("(").slice(0, 65000)}`,
  "backticks": repeat("`"),
  "growing backticks": grown((n) => "`".repeat(n + 1), " a "),
  "shrinking backticks": grown((n) => "`".repeat(361 - (n % 360)), " a "),
  "code that never ends": repeat("```\n"),
  "code in lists": repeat("- ```\n"),
  "indented code": repeat("    a\n\n"),
  "link reference definitions": grown((n) => `[a${n}]: b\n`),
  "definitions with the same name": repeat("[a]: b\n"),
  "references to one definition": `[a]: https://a.b/${"c".repeat(1000)}\n\n${repeat("[a] ").slice(0, 64000)}`,
  "references to a long definition": `[a]: https://a.b/${"c".repeat(32000)}\n\n${repeat("[a] ").slice(0, 32000)}`,
  "references that are not defined": grown((n) => `[a${n}][b${n}] `),
  "long names": repeat(`[${"a".repeat(999)}]: b\n[${"a".repeat(999)}]\n`),
  "unfinished definitions": repeat("[a]: <\n"),
  "angles": repeat("<"),
  "tags": repeat("<a>"),
  "tags with many attributes": repeat("<a b='c' "),
  "comments": repeat("<!--"),
  "finished comments": repeat("<!-- a -->"),
  "comments within a paragraph": repeat("a <!-- b "),
  "instructions": repeat("<?"),
  "instructions within a paragraph": repeat("a <?b "),
  "declarations": repeat("a <!A "),
  "character data": repeat("a <![CDATA[b "),
  "blocks of HTML": repeat("<div>\n\n"),
  "entities": repeat("&amp;"),
  "unknown entities": repeat("&aaaaaaaaaaaaaaaaaaaaaaaaaaaa;"),
  "numbered entities": repeat("&#x1F600;"),
  "hidden characters": repeat("&#x202E;"),
  "quotation marks in code": repeat("`\"` "),
  "addresses": repeat("a@"),
  "addresses with dots": repeat("a.b@c.d"),
  "dots before an address": `${repeat("a.").slice(0, 65500)}@b.c`,
  "bare addresses": repeat("http://a.b "),
  "beginnings of addresses": repeat("www."),
  "beginnings of web addresses": repeat("http://"),
  "addresses with parentheses": repeat("http://a.b/(((("),
  "an address and its closing parentheses": `http://a.b/${repeat(")").slice(0, 65000)}`,
  "an address and its entities": `http://a.b/${repeat("&a;").slice(0, 65000)}`,
  "colons": repeat(":"),
  "headings": repeat("# a\n"),
  "headings of hash signs": repeat("# # # "),
  "underlined headings": repeat("a\n=\n"),
  "rules": repeat("* * *\n"),
  "backslashes": repeat("\\"),
  "hard line breaks": repeat("a\\\n"),
  "empty lines": repeat("\n"),
  "tabs": repeat("\t- a\n"),
  "carriage returns": repeat("a\r"),
  "one long word": repeat("a"),
  "letters of four bytes": "\u{1F600}".repeat(size / 4),
  "a mix within quotes": repeat("> - **a [b](c `d ~~e ![f](g <h> &amp; http://i.j \n"),
  "a mix that goes deeper": grown((n) => `${"> ".repeat(n % 60)}${"- ".repeat(n % 40)}**a [b](c) | ~~d~~ |\n`),
  "a mix of openers": repeat("*[_![~~`<"),
};

// Seconds and megabytes of the largest process for one document, over what a short one costs.
function cost(text) {
  const start = process.hrtime.bigint();
  const result = spawnSync("/usr/bin/time", ["-f", "%M", program, "markdown"], { input: text, encoding: "utf8", maxBuffer: 1 << 28 });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (result.status !== 0) throw new Error(result.stderr);
  return { seconds, megabytes: Number(result.stderr.trim().split("\n").pop()) / 1024, reason: JSON.parse(result.stdout).reason };
}

// What each document costs, dearest first: [{ name, seconds, megabytes, reason }].
export function measureDocuments() {
  const { seconds: least } = cost("a");
  return Object.entries(documents)
    .map(([name, text]) => ({ name, ...cost(text) }))
    .map((figure) => ({ ...figure, seconds: Math.max(0, figure.seconds - least) }))
    .sort((first, second) => second.seconds - first.seconds);
}

// Prints them with REPORT(what, figure, beside), as make bench does.
export function reportDocuments(report) {
  const figures = measureDocuments();
  const most = Math.max(...figures.map(({ megabytes }) => megabytes));
  console.log(`\n${figures.length} hostile documents of 64 kB, the dearest`);
  for (const { name, seconds, megabytes, reason } of figures.slice(0, 12)) report(name, `${seconds.toFixed(2)} s`, `${Math.round(megabytes)} MB${reason ? `; shown as it is: ${reason}` : ""}`);
  report("shown as they are", String(figures.filter(({ reason }) => reason).length), "because they could not be rendered within the limits");
  report("most memory of a process", `${Math.round(most)} MB`, "aim: 256 MB, and a second each");
}
