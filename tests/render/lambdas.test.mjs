// The lambdas of the Mustache specification's optional module, which are functions of the
// program that renders: lambdas.c has them, in C, and is built here with the engine.
//
// Where MUSTACHE_SPEC names the folder `specs` of a copy of the specification
// (https://github.com/mustache/spec), the cases of its ~lambdas.json are rendered too; one
// whose lambda lambdas.c does not know fails.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, program, root } from "../tower.mjs";

const scratch = folder();
const binary = join(scratch, "lambdas");
let count = 0;

function sources(room, pattern) {
  return readdirSync(join(root, "generator", room)).filter((name) => pattern.test(name))
    .map((name) => join("generator", room, name));
}

const sanitized = readFileSync(program).includes("__asan_init");
const built = spawnSync(process.env.CC || "cc", ["-std=c17", "-D_GNU_SOURCE", "-Igenerator", "-g", "-O1",
  ...(sanitized ? ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"] : []),
  "-o", binary, "tests/render/lambdas.c", ...sources("render", /^(mustache.*|json_data|escape|escape_script)\.c$/),
  ...sources("base", /\.c$/), "-ljansson", "-lcrypto"], { cwd: root, encoding: "utf8" });

test("lambdas: the program that has them is built", () => assert.equal(built.status, 0, built.stderr));

// Renders a case in a folder of its own; gives { status, stdout, stderr }.
function render({ template, data = {}, partials = {} }, ...more) {
  const path = join(scratch, String(count++));
  mkdirSync(path);
  writeFileSync(join(path, "template"), template);
  writeFileSync(join(path, "data"), JSON.stringify(data));
  for (const [name, text] of Object.entries(partials))
    writeFileSync(join(path, `${name}.mustache`), text);
  return spawnSync(binary, ["template", "data", ".", ...more],
    { cwd: path, encoding: "utf8", maxBuffer: 80 << 20 });
}

function assertRenders(given, expected) {
  const { status, stdout, stderr } = render(given);
  assert.equal(stderr, "");
  assert.equal(stdout, expected);
  assert.equal(status, 0);
}

function assertRefuses(given, message) {
  const { status, stdout, stderr } = render(given);
  assert.equal(stderr, `${message}\n`);
  assert.equal(stdout, "");
  assert.equal(status, 2);
}

const lambda = (name, members) => ({ lambda: name, ...members });
const returns = (text) => lambda("returns", { text });

// Each case of the specification, in our words: its name is that of its lambda.
const specified = {
  "Interpolation": { template: "The {{lambda}} is round.", expected: "The world is round." },
  "Interpolation - Expansion": { template: "[{{lambda}}]", data: { planet: "Mars" }, expected: "[Mars]" },
  "Interpolation - Alternate Delimiters": { template: "{{=<% %>=}}[<%&lambda%>] {{lambda}}",
    data: { planet: "Mars" }, expected: "[|planet| => Mars] {{lambda}}" },
  "Interpolation - Multiple Calls": { template: "{{lambda}}, {{&lambda}}, {{{lambda}}}", expected: "1, 2, 3" },
  "Escaping": { template: "{{lambda}} {{{lambda}}} {{&lambda}}", expected: "&gt; > >" },
  "Section": { template: "{{#lambda}}{{x}}{{/lambda}}, {{#lambda}}{{ x }}{{/lambda}}", data: { x: "never" },
    expected: "yes, no" },
  "Section - Expansion": { template: "[{{#lambda}}.{{/lambda}}]", data: { planet: "Mars" }, expected: "[.Mars.]" },
  "Section - Alternate Delimiters": { template: "{{=| |=}}[|#lambda|.|/lambda|]", data: { planet: "Mars" },
    expected: "[.{{planet}} => Mars.]" },
  "Section - Multiple Calls": { template: "{{#lambda}}a{{/lambda}} {{#lambda}}b{{/lambda}}", expected: "__a__ __b__" },
  "Inverted Section": { template: "[{{^lambda}}never{{/lambda}}]", expected: "[]" },
};

for (const [name, { template, data, expected }] of Object.entries(specified))
  test(`lambdas: ${name}`, () =>
    assertRenders({ template, data: { ...data, lambda: lambda(name) } }, expected));

// The specification's JSON has an object {"__tag__": "code", ...} where a lambda stands.
function withLambdas(value, name) {
  if (value?.__tag__ === "code") return lambda(name);
  if (Array.isArray(value)) return value.map((inner) => withLambdas(inner, name));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withLambdas(inner, name)]));
}

if (process.env.MUSTACHE_SPEC) {
  const { tests } = JSON.parse(readFileSync(join(process.env.MUSTACHE_SPEC, "~lambdas.json"), "utf8"));
  for (const { name, desc, template, data, partials, expected } of tests)
    test(`specification, lambdas: ${name}: ${desc}`, () => {
      assert.ok(name in specified, `there is no case "${name}" of ours`);
      assertRenders({ template, data: withLambdas(data, name), partials }, expected);
    });
}

// What the specification leaves open, and how a lambda goes together with everything else.
const accepted = {
  "a name inside the result of a variable is escaped with it, once more": [
    { template: "{{f}} {{&f}} {{{f}}}", data: { x: "<", f: returns("{{x}}{{&x}}") } },
    "&amp;lt;&lt; &lt;< &lt;<"],
  "a name inside the result of a section is escaped once": [
    { template: "{{#f}}{{/f}}", data: { x: "<", f: returns("{{x}}{{&x}}") } }, "&lt;<"],
  "what a value says is no template": [
    { template: "{{f}} {{#f}}{{/f}}", data: { x: "{{y}}", y: "never", f: returns("{{x}}") } }, "{{y}} {{y}}"],
  "the text of a section is what stands between its tags, with tags, comments and other delimiters": [
    { template: "{{# f }}{{!a}} {{#b}}{{{c}}}{{/b}}{{=| |=}}|d||/ f |", data: { f: lambda("quotes") } },
    "[{{!a}} {{#b}}{{{c}}}{{/b}}{{=| |=}}|d|]"],
  "the text of a section may be empty": [
    { template: "{{#f}}{{/f}}", data: { f: lambda("quotes") } }, "[]"],
  "a variable has no text": [
    { template: "{{f}}", data: { f: lambda("quotes") } }, "variable"],
  "delimiters that change where a parent ignores them count for the text after it": [
    { template: "{{<p}}{{=<% %>=}}<%/p%><%#f%>{{x}}<%x%><%/f%>", data: { x: 1, f: lambda("same") } }, "{{x}}1"],
  "delimiters of several bytes, with white space in the tags": [
    { template: "{{=<!-- -->=}}<!-- # f -->a<!-- x --><!-- / f -->", data: { x: 1, f: lambda("same") } }, "a1"],
  "delimiters that a result sets end with it": [
    { template: "{{#f}}{{/f}}{{x}}|x|", data: { x: 1, f: returns("{{=| |=}}|x|") } }, "11|x|"],
  "a dotted name may lead to a lambda, and a list may have some": [
    { template: "{{a.f}} {{#a.f}}{{/a.f}} {{#l}}{{.}}{{#.}}{{/.}} {{/l}}",
      data: { x: "X", a: { f: returns("{{x}}") }, l: [returns("1{{x}}"), returns("2{{x}}")] } },
    "X X 1X1X 2X2X "],
  "the context is that of the tag, not the lambda": [
    { template: "{{#rows}}{{#f}}{{/f}};{{/rows}}",
      data: { text: "outside", rows: [{ text: "a" }, { text: "b" }], f: returns("{{text}}") } }, "a;b;"],
  "a result may name partials and parents": [
    { template: "{{#f}}{{/f}}", data: { f: returns("{{>p}} {{<q}}{{$b}}y{{/b}}{{/q}}") },
      partials: { p: "x", q: "<{{$b}}{{/b}}>" } }, "x <y>"],
  "a block in a result takes the argument of its place": [
    { template: "{{<p}}{{$b}}mine{{/b}}{{/p}}", data: { f: returns("[{{$b}}yours{{/b}}]") },
      partials: { p: "{{#f}}{{/f}}" } }, "[mine]"],
  "a dynamic name may be what a lambda returns": [
    { template: "{{>*f}}", data: { x: "p", f: returns("{{x}}") }, partials: { p: "found" } }, "found"],
  "a lambda inside the result of another": [
    { template: "{{#f}}{{x}}{{/f}}", data: { x: "<", f: returns("[{{g}}{{#g}}{{/g}}]"), g: returns("({{&x}})") } },
    "[(&lt;)(<)]"],
  "nothing is returned": [
    { template: "[{{f}}{{#f}}text{{/f}}]", data: { f: returns("") } }, "[]"],
  "lambdas are 64 deep in each other": [
    { template: "{{g}}", data: { f: lambda("same"), g: returns("{{#f}}".repeat(63) + "x" + "{{/f}}".repeat(63)) } },
    "x"],
};

for (const [sentence, [given, expected]] of Object.entries(accepted))
  test(`lambdas: ${sentence}`, () => assertRenders(given, expected));

// A section whose lambda returns its text unchanged is rendered as one on a value.
const layouts = {
  "alone on its lines": "a\n  {{#f}}\n  b {{x}}\n\n    c\n  {{/f}}\nd\n",
  "alone on its lines, which end in CR LF": "a\r\n{{#f}}\r\n b\r\n{{/f}}\r\nd\r\n",
  "at both ends of the template": "{{#f}}\nb\n{{/f}}",
  "empty, alone on its lines": "a\n{{#f}}\n{{/f}}\nb\n",
  "inside a line": "a {{#f}} b {{x}} {{/f}} c\n",
  "one inside the other": "{{#f}}\n{{#f}}\n  b\n{{/f}}\n{{/f}}\n",
  "with other delimiters": "{{=| |=}}\n  |#f|\n  b |x| {{x}}\n  |/f|\nc\n",
  "with delimiters of its own": "{{#f}}\n  {{=| |=}}\n  b |x|\n|/f|\n",
  "in an indented partial": "a\n  {{>section}}\nb\n",
  "inside a line of an indented partial": "a\n  {{>inline}}\nb\n",
  "in an indented block": "{{<layout}}\n{{$main}}\n      a\n      {{#f}}\n      b\n        c\n      {{/f}}\n{{/main}}\n{{/layout}}\n",
};
const partials = {
  section: "1\n{{#f}}\n2\n  3\n{{/f}}\n4\n", inline: "1 {{#f}}2{{/f}} 3\n",
  layout: "<\n  {{$main}}\n  {{/main}}\n>\n",
};

for (const [place, template] of Object.entries(layouts))
  test(`lambdas: text returned unchanged: ${place}`, () => {
    const { stdout, status } = render({ template, partials, data: { x: 1, f: true } });
    assert.equal(status, 0);
    assertRenders({ template, partials, data: { x: 1, f: lambda("same") } }, stdout);
  });

test("lambdas: lines that a section inside a line returns are not indented", () => {
  assertRenders({ template: "  {{>p}}\n", data: { f: returns("2\n3\n") }, partials: { p: "1 {{#f}}{{/f}}4\n" } },
    "  1 2\n3\n4\n");
});

test("lambdas: lines that a variable returns are not indented", () => {
  assertRenders({ template: "  {{>p}}\n", data: { f: returns("2\n3\n") }, partials: { p: "1 {{f}}4\n" } },
    "  1 2\n3\n4\n");
});

const mistake = (text) => ({ template: "one\n é {{#f}}{{/f}}", data: { f: returns(text) } });
const deep = "lambdas and partials are more than 64 deep in each other; does one return its own tag?";
const large = "the output is larger than 64 MiB; divide the page or its lists";
const mebibyte = "x".repeat(1 << 20);

const refused = {
  "a tag that the result does not close": [mistake("a\n {{b"),
    "template:2:4: result of {{#f}}:2:2: the tag that begins here is not closed; add }}"],
  "a section that the result does not close": [mistake("{{#b}}"),
    "template:2:4: result of {{#f}}:1:1: {{#b}} is never closed; add {{/b}}"],
  "a result that closes the section itself": [mistake("{{/f}}"),
    "template:2:4: result of {{#f}}:1:1: {{/f}} closes nothing; remove it or open its tag before it"],
  "a mistake in what a variable returns": [{ template: "{{&f}}", data: { f: returns("{{}}") } },
    "template:1:1: result of {{&f}}:1:1: the tag is empty; put a name between its delimiters"],
  "a mistake in a result of a result": [
    { template: "{{#f}}{{/f}}", data: { f: returns(".\n{{g}}"), g: returns("\n\n{{/x}}") } },
    "template:1:1: result of {{#f}}, then of {{g}}:3:1: {{/x}} closes nothing; remove it or open its tag before it"],
  "a mistake below other delimiters, with the line that sets them": [
    { template: "{{=| |=}}|#f||/f|", data: { f: returns("|/x|") } },
    "template:1:10: result of {{#f}} below {{=| |=}}:2:1: {{/x}} closes nothing; remove it or open its tag before it"],
  "a mistake in a result for a partial": [
    { template: "{{>p}}", data: { f: returns("{{/x}}") }, partials: { p: "\n{{f}}" } },
    "p:2:1: result of {{f}}:1:1: {{/x}} closes nothing; remove it or open its tag before it"],
  "a lambda that fails": [{ template: "a\n{{#f}}{{/f}}", data: { f: lambda("fails", { text: "no clock here" }) } },
    "template:2:1: {{#f}}: no clock here"],
  "a lambda that fails as a variable": [{ template: "{{f}}", data: { f: lambda("fails", { text: "no clock here" }) } },
    "template:1:1: {{f}}: no clock here"],
  "a section that returns its own tags": [
    { template: "a\n{{#f}}{{/f}}", data: { f: returns("b {{#f}}{{/f}}") } },
    `template:2:1: result of {{#f}}, then of {{#f}}:1:3: {{#f}}: ${deep}`],
  "lambdas that are 65 deep in each other": [
    { template: "{{g}}", data: { f: lambda("same"), g: returns("{{#f}}".repeat(64) + "x" + "{{/f}}".repeat(64)) } },
    `template:1:1: result of {{g}}, then of {{#f}}:1:1: {{#f}}: ${deep}`],
  "a variable that returns its own tag": [
    { template: "{{f}}", data: { f: returns("{{f}}{{f}}") } },
    `template:1:1: result of {{f}}, then of {{f}}:1:1: {{f}}: ${deep}`],
  "a lambda and a partial that lead to each other": [
    { template: "{{#f}}{{/f}}", data: { f: returns("{{>p}}") }, partials: { p: "{{#f}}{{/f}}" } },
    `p:1:1: {{#f}}: ${deep}`],
  "sections in results that are too deep in each other": [
    { template: "{{#f}}{{/f}}", data: { f: returns("{{#x}}".repeat(60) + "{{#f}}{{/f}}" + "{{/x}}".repeat(60)), x: 1 } },
    "template:1:1: result of {{#f}}, then of {{#f}}:1:283: sections and partials are more than 1024 deep in each " +
    "other; does a partial include itself?"],
  "results inside each other that are too large": [
    { template: "{{#f}}{{/f}}", data: { f: lambda("repeats", { text: mebibyte, times: 3, end: "{{#f}}{{/f}}" }) } },
    "template:1:1: result of {{#f}}:1:3145729: {{#f}}: lambdas inside each other returned more than 4 MiB; " +
    "let them return less text, or values"],
  "results that are too much to read": [
    { template: "{{#l}}{{#f}}{{/f}}{{/l}}", data: { l: Array(100).fill(1),
      f: lambda("repeats", { text: `{{! ${mebibyte} }}`, times: 3 }) } },
    "template:1:7: result of {{#f}}:1:1: more than 200000000 tags were rendered; divide the page or its lists"],
  "results of variables that are too much to read": [
    { template: "{{#l}}{{f}}{{/l}}", data: { l: Array(100).fill(1),
      f: lambda("repeats", { text: `{{! ${mebibyte} }}`, times: 3 }) } },
    "template:1:7: result of {{f}}:1:1: more than 200000000 tags were rendered; divide the page or its lists"],
  "an output that is too large in a section": [
    { template: "{{#f}}{{/f}}", data: { f: returns("{{#l}}{{x}}{{/l}}"), l: Array(70).fill(1), x: mebibyte } },
    `template:1:1: result of {{#f}}:1:7: ${large}`],
  "an output that is too large with what a variable returns": [
    { template: "{{#l}}{{x}}{{/l}}{{f}}", data: { f: returns("{{#l}}{{x}}{{/l}}"), l: Array(40).fill(1), x: mebibyte } },
    `template:1:18: result of {{f}}:1:7: ${large}`],
  "an output that is too large at the end of what a variable returns": [
    { template: "{{#l}}{{x}}{{/l}}{{f}}", data: { f: returns("{{x}}"), l: Array(64).fill(1), x: mebibyte } },
    `template:1:18: ${large}`],
};

for (const [sentence, [given, message]] of Object.entries(refused))
  test(`lambdas: refused: ${sentence}`, () => assertRefuses(given, message));

test("lambdas: an output of 64 MiB is not too large", () => {
  const { status, stdout } = render({ template: "{{f}}{{#f}}{{/f}}",
    data: { f: returns("{{#l}}{{x}}{{/l}}"), l: Array(32).fill(1), x: mebibyte } });
  assert.equal(status, 0);
  assert.equal(stdout.length, 64 << 20);
});

test("lambdas: results that are not inside each other may be larger together", () => {
  assertRenders({ template: "{{#f}}{{/f}}{{f}}{{#f}}{{/f}}",
    data: { f: lambda("repeats", { text: `{{! ${mebibyte} }}`, times: 3, end: "." }) } }, "...");
});

test("lambdas: a walk visits the content of a lambda's section in the context of the tag", () => {
  const { stdout, status } = render({ template: "{{#f}}{{x}}{{y}}{{/f}}{{^f}}{{x}}{{/f}}", data: { x: 1, f: returns("{{z}}") } },
    "walk");
  assert.equal(stdout, "template:1:1 {{#f}}\ntemplate:1:7 {{x}}\ntemplate:1:12 {{y}} has no y\n" +
    "template:1:23 {{^f}}\ntemplate:1:29 {{x}}\nperhaps not all\n");
  assert.equal(status, 0);
});

test("lambdas: a walk does not call a variable", () => {
  const data = { f: lambda("fails", { text: "called" }) };
  assert.equal(render({ template: "{{f}}", data }, "walk").stdout, "template:1:1 {{f}}\nperhaps not all\n");
  assert.equal(render({ template: "{{^f}}{{/f}}", data }, "walk").stdout, "template:1:1 {{^f}}\nall\n");
});
