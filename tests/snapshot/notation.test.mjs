// TOML, YAML and XML as JSON, and where repositories are: SQL functions, asked through "tower sql".
// TOML_TEST=DIR runs a copy of https://github.com/toml-lang/toml-test, all cases of TOML 1.0.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { site, sql, tower } from "../tower.mjs";

const path = site({ "site.conf": '[source "s"]\n\ttype = git\n\tpath = .\n' });
assert.equal(tower(["analyse", "-q", "-C", path]).status, 0);
const literal = (bytes) => `CAST(x'${Buffer.from(bytes).toString("hex")}' AS TEXT)`;
const read = (call, bytes) => JSON.parse(sql(path, `SELECT ${call}(${literal(bytes)}) AS json`)[0].json);

const toml = {
  "a = 1\nb.c = 'x'\n[d]\ne = [1, 2.5, true, {f = \"g\"}]\n[[h]]\ni = 1\n[[h]]\ni = 2\n": { a: 1, b: { c: "x" }, d: { e: [1, 2.5, true, { f: "g" }] }, h: [{ i: 1 }, { i: 2 }] },
  'a = """\n  one\\\n     two\n"""\nb = "\\u00e9\\U0001F600\\t"\n\'c d\' = \'\'\'it\'s\'\'\'': { a: "  onetwo\n", b: "é😀\t", "c d": "it's" },
  "a = 0xff_ff\nb = 0o17\nc = 0b101\nd = -1_000\ne = 6.5e-2\nf = inf\ng = 1979-05-27 07:32:00Z\nh = 07:32:00.5": { a: 65535, b: 15, c: 5, d: -1000, e: 0.065, f: "inf", g: "1979-05-27 07:32:00Z", h: "07:32:00.5" },
  "\uFEFF# only\r\na = 1 # b\r\n": { a: 1 },
  "[a.b]\nc = 1\n[a]\nd = 2": { a: { b: { c: 1 }, d: 2 } },
};
for (const [text, value] of Object.entries(toml)) test(`TOML ${JSON.stringify(text)}`, () => assert.deepEqual(read("toml_json", text), { value }));

const refused = {
  "a = 1\na = 2": "line 2: 'a' is there already", "a = ": "line 1: a value is missing", "a = 1 b = 2": "line 1: something stands behind the end", "a = 01": "line 1: '01' is no value",
  "a = 1__0": "line 1: '1__0' is no value", "a = 2021-02-29": "line 1: '2021-02-29' is no value", 'a = "b': "line 1: a string does not end", "a = {b = 1}\n[a.c]": "line 2: 'a' is there already and cannot be added to",
  "[a]\n[a]": "line 2: 'a' is there already", "a = [1]\n[[a]]": "line 2: 'a' is there already", "a = \"\\x\"": "line 1: a string has an unknown escape", "a b = 1": "line 1: '=' is missing behind the key 'a'",
  "a = 9223372036854775808": "line 1: '9223372036854775808' is no value", "[a": "line 1: ']' is missing", "a.b = 1\na.b.c = 2": "line 2: 'b' is there already and cannot be added to",
};
for (const [text, problem] of Object.entries(refused)) test(`TOML ${JSON.stringify(text)} is refused`, () => assert.deepEqual(read("toml_json", text), { problem }));

test("what is not UTF-8 is refused", () => {
  for (const call of ["toml_json", "yaml_json", "xml_json"]) assert.deepEqual(read(call, [0x61, 0xff]), { problem: "is not UTF-8" });
});

// What toml-test writes as {"type": ..., "value": ...}; times are compared as one way to write them.
const moment = (text) => text.replace(/^(\d{4}-\d\d-\d\d)[ t]/, "$1T").replace(/z$/, "Z").replace(/(\.\d*?)0+(?=$|[Z+-])/, "$1").replace(/\.(?=$|[Z+-])/, "");
function same(got, want, at) {
  if (Array.isArray(want)) return assert.equal(got.length, want.length, at), want.forEach((item, i) => same(got[i], item, `${at}/${i}`));
  if (typeof want.type !== "string" || typeof want.value !== "string")
    return assert.deepEqual(Object.keys(got).sort(), Object.keys(want).sort(), at), Object.keys(want).forEach((key) => same(got[key], want[key], `${at}/${key}`));
  const { type, value } = want;
  if (/date|time/.test(type)) assert.equal(moment(got), moment(value), at);
  else if (type === "integer" || (type === "float" && !/inf|nan/.test(value))) assert.equal(got, Number(value), at);
  else assert.equal(type === "float" ? got.replace(/^\+|-(?=nan)/, "") : String(got), value.replace(/^\+(?=inf|nan)/, ""), at);
}
test("toml-test", { skip: !process.env.TOML_TEST }, () => {
  const tests = join(process.env.TOML_TEST, "tests");
  const names = readFileSync(join(tests, "files-toml-1.0.0"), "utf8").split("\n").filter((name) => name.endsWith(".toml"));
  assert.ok(names.length > 600);
  for (const name of names) {
    const { value, problem } = read("toml_json", readFileSync(join(tests, name)));
    assert.equal(problem !== undefined, name.startsWith("invalid/"), `${name}: ${problem}`);
    if (value) same(value, JSON.parse(readFileSync(join(tests, name.replace(/toml$/, "json")), "utf8")), name);
  }
});

// Every scalar is a text, as in the failsafe schema.
for (const text of ["on: [push]\njobs:\n  a: {uses: x/y@v1}\n", "a: &b {c: 1.10}\nd: *b\n", "a: |\n  one\n  two\nb: >-\n  one\n  two\n", "- ~\n- 'it''s'\n- \"\\u00e9\"\n", "a:\n- b\n-\n  - c\n"])
  test(`YAML ${JSON.stringify(text)}`, () => assert.deepEqual(read("yaml_json", text), { value: parse(text, { schema: "failsafe" }) }));
test("YAML of nothing, of several documents, and malformed", () => {
  assert.deepEqual(read("yaml_json", "# nothing\n"), { value: null });
  assert.deepEqual(read("yaml_json", "a: 1\n---\nb: 2\n"), { value: { a: "1" } });
  assert.deepEqual(read("yaml_json", "a: [1\n"), { problem: "line 2: did not find expected ',' or ']'" });
  assert.deepEqual(read("yaml_json", "? [a]\n: b\n"), { problem: "line 1: a key is no text" });
});

test("XML", () => {
  assert.deepEqual(read("xml_json", '<?xml version="1.0"?><a xmlns:n="urn:n"><!-- x --><b c="d"> e </b><n:b><![CDATA[<f>]]></n:b><g><h/></g></a>'), { value: { a: { b: ["e", "<f>"], g: [{ h: [""] }] } } });
  assert.deepEqual(read("xml_json", "<a></b>"), { problem: "line 1: Opening and ending tag mismatch: a line 1 and b" });
  assert.deepEqual(read("xml_json", "<!DOCTYPE a SYSTEM 'http://example.org/a.dtd'><a/>"), { problem: "line 1: has a DOCTYPE, which is not read" });
});

test("lines", () => assert.deepEqual(read("lines_json", "a\r\n\n\"b\\\nc"), ["a", "", '"b\\', "c"]));

const places = [
  ["https://token@Forge.example:8443/Owner/Name.git?x#y", null, "forge.example/owner/name"], ["git@forge.example:Owner/name.git", null, "forge.example/owner/name"],
  ["git+ssh://git@forge.example/owner/name.git@v1", null, "forge.example/owner/name"], ["github:owner/name#main", null, "github.com/owner/name"],
  ["/srv/git/Two Words@x.git/", null, "/srv/git/Two Words@x"], ["file:///srv/git/name/.git", null, "/srv/git/name"], ["../other.git", "https://forge.example/owner/name.git", "forge.example/owner/other"],
  ["./inner", "git@forge.example:owner/name", "forge.example/owner/name/inner"], ["../../../../x", "https://forge.example/owner/name", null], ["../lib", "/srv/git/a", "/srv/git/lib"],
  ["../lib", null, null], ["name", null, null], ["", null, null], ["C:\\x", null, null], ["https://forge.example", null, null], ["https://forge.example/@scope/name", null, "forge.example/@scope/name"],
];
for (const [text, base, place] of places)
  test(`the place of ${text}${base ? ` beside ${base}` : ""}`, () => assert.deepEqual(sql(path, `SELECT url_place(${literal(text)}, ${base ? literal(base) : "NULL"}) AS place`), [{ place }]));
test("an address without user and password", () => {
  for (const [text, plain] of [["git+https://a:b@c/d@e", "git+https://c/d@e"], ["x @ https://a@b/c", "x @ https://b/c"], ["git@a:b", "git@a:b"], ["^1", "^1"]])
    assert.deepEqual(sql(path, `SELECT url_plain(${literal(text)}) AS plain`), [{ plain }]);
});
