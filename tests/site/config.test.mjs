// The strict reader of site.conf: what it takes, git takes in the same way; what it
// refuses, it refuses with a place and a remedy.
//
// accepted/*.conf            syntax only: compared with git, entry by entry
// accepted/NAME/site.conf    whole sites: compared with git, and "tower check" is content
// refused/NAME/site.conf     refused with the one line of refused/NAME/message
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const tower = process.env.TOWER ? resolve(process.env.TOWER) : resolve(here, "../../build/tower");
const scratch = mkdtempSync(join(tmpdir(), "tower-site-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

function run(program, args, options = {}) {
  const result = spawnSync(program, args, { maxBuffer: 1 << 26, timeout: 20_000, ...options });
  assert.equal(result.error, undefined);
  return { status: result.status, out: result.stdout, err: result.stderr.toString() };
}

const check = (folder, env = {}) =>
  run(tower, ["check", "-C", "."], { cwd: folder, env: { ...process.env, NO_COLOR: "1", ...env } });

function assertRefused(folder, message) {
  const { status, err } = check(folder);
  assert.equal(err, `tower: error: ${message}\n`);
  assert.equal(status, 2);
}

let made = 0;
function site(bytes) {
  const folder = join(scratch, String(made++));
  mkdirSync(folder);
  writeFileSync(join(folder, "site.conf"), bytes);
  return folder;
}

function assertReadLikeGit(file) {
  const git = run("git", ["config", "-f", file, "--list", "-z"]);
  assert.equal(git.status, 0, git.err);
  const ours = run(tower, ["config", file]);
  assert.equal(ours.status, 0, ours.err);
  const records = (bytes) => bytes.toString().split("\0");
  assert.deepEqual(records(ours.out), records(git.out));
}

describe("accepted: read as git reads it", () => {
  const folder = join(here, "accepted");
  const entries = readdirSync(folder, { withFileTypes: true });
  assert.ok(entries.length > 20);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    test(entry.name, () => {
      assertReadLikeGit(entry.isDirectory() ? join(path, "site.conf") : path);
      if (!entry.isDirectory()) return;
      const { status, err } = check(path);
      assert.equal(status, 0, err);
    });
  }

  const value = "x".repeat(900_000);
  const generated = {
    "a line of 900,000 characters": `[site]\n title = ${value}\n`,
    "100,000 repeated keys": `[a]\n${"k = v\n".repeat(100_000)}`,
    "1,000 sections": Array.from({ length: 1000 }, (_, i) => `[a "${i}"]\nk = v\n`).join(""),
    "just 1 MiB": "#".repeat(1 << 20),
  };
  for (const [name, text] of Object.entries(generated))
    test(name, () => assertReadLikeGit(join(site(text), "site.conf")));
});

describe("refused: with place and remedy", () => {
  const folder = join(here, "refused");
  const names = readdirSync(folder);
  assert.ok(names.length >= 25);
  for (const name of names)
    test(name, () =>
      assertRefused(join(folder, name), readFileSync(join(folder, name, "message"), "utf8").trimEnd()));
});

describe("refused: bytes that no editor shows", () => {
  const utf8 = "not UTF-8; save the file as UTF-8";
  const nul = "a NUL byte; is this a text file?";
  const cases = {
    "NUL in a value": ["[site]\n title = a\0b\n", `2:11: ${nul}`],
    "NUL in a comment": ["# a\0b\n", `1:4: ${nul}`],
    "NUL at the end": ["[site]\n\0", `2:1: ${nul}`],
    "Latin-1": [Buffer.from("[site]\n title = \u00fcber\n", "latin1"), `2:10: ${utf8}`],
    "UTF-16": [Buffer.from("\ufeff[site]\n", "utf16le"), `1:1: ${utf8}`],
    "overlong": [Buffer.from([0x23, 0xc0, 0xaf]), `1:2: ${utf8}`],
    "surrogate": [Buffer.from([0x23, 0xed, 0xa0, 0x80]), `1:2: ${utf8}`],
    "cut short": [Buffer.from([0x23, 0xf0, 0x9f, 0x97]), `1:2: ${utf8}`],
    "half a byte order mark": [Buffer.from([0xef, 0xbb]), `1:1: ${utf8}`],
    "second byte order mark": ["\ufeff\ufeff[site]\n", '1:1: expected a [section], a key or a comment, found "\ufeff"'],
    "escape sequence": ["[site]\n title = \x1b[31mred\n", "2:10: control character 0x1B; remove it"],
    "delete": ["[site]\n title = a\x7f\n", "2:11: control character 0x7F; remove it"],
    "lone carriage return": ["[site]\r title = a\n", "1:7: control character 0x0D; remove it"],
    "form feed": ["[site]\n\f\n", "2:1: control character 0x0C; remove it"],
    "columns count characters": ["[site]\n title = \u00e4\u6f22\u{1f5fc} \\x\n", "2:15: unknown escape; write \\\\ for a backslash (others are \\\", \\n, \\t, \\b and a backslash at the end of a line)"],
    "CRLF counts as one line": ["[site]\r\n\r\n titel = a\r\n", '3:2: unknown key "titel"; did you mean "title"?'],
  };
  for (const [name, [bytes, message]] of Object.entries(cases))
    test(name, () => assertRefused(site(bytes), `site.conf:${message}`));
});

describe("refused: far too much", () => {
  const long = "x".repeat(1_000_000);
  const shown = `${"x".repeat(40)}...`;
  const many = Array.from({ length: 10_000 }, (_, i) => `[source "${i}"]\npath = .\n`).join("");
  const cases = {
    "more than 1 MiB": ["#".repeat((1 << 20) + 1), ": larger than 1048576 bytes; is it the right file?"],
    "10,000 sections": [many, ":2001:1: more than 1000 sections; join some of them"],
    "a key of a million letters": [`[site]\n${long} = a\n`, `:2:1: unknown key "${shown}"; known: title, url, content-html, models`],
    "a section of a million letters": [`[${long}]\n`, `:1:1: unknown section "${shown}"; known: site, source, edition, history, rule, costs, budget`],
    "a zone of a million letters": [`[source "a"]\nzone = ${long}\n`, `:2:1: unknown zone "${shown}"; known: public, internal, restricted`],
    "a million backslashes": [`[site]\ntitle = "${"\\".repeat(1_000_000)}`, ":2:9: this double quote is not closed; add one, or write \\\" for a quote that belongs to the value"],
    "a million brackets": ["[".repeat(1_000_000), ':1:2: expected a section\'s name right after "[", found "["'],
    "a cut falls between characters": [`[source "${"\u6f22".repeat(20)}"]`, `:1:1: "${"\u6f22".repeat(13)}..." cannot be a name; names are 1 to 64 letters, digits, "-", "_" and ".", and do not begin with a dot`],
  };
  for (const [name, [text, message]] of Object.entries(cases))
    test(name, () => assertRefused(site(text), `site.conf${message}`));
});

describe("the file itself", () => {
  test("missing: says how to make one", () => {
    const folder = join(scratch, "empty");
    mkdirSync(folder);
    assertRefused(folder, 'site.conf: there is no such file; write one with the three lines: [source "here"], type = git, path = .');
  });

  test("a folder of that name", () => {
    const folder = join(scratch, "folder");
    mkdirSync(join(folder, "site.conf"), { recursive: true });
    assertRefused(folder, "site.conf: not a regular file");
  });

  test("is named as the user named its folder", () => {
    const folder = site("[site]\ntitel = a\n");
    const mistake = '/site.conf:2:1: unknown key "titel"; did you mean "title"?\n';
    const name = folder.slice(scratch.length + 1);
    for (const given of [name, `./${name}`, folder])
      assert.equal(run(tower, ["check", "-C", given], { cwd: scratch }).err, `tower: error: ${given}${mistake}`);
  });

  test("a folder that is not there", () => {
    const { status, err } = run(tower, ["check", "-C", "nowhere"], { cwd: scratch });
    assert.equal(err, "tower: error: nowhere: there is no such folder\n");
    assert.equal(status, 2);
  });

  test("a token is never shown", () => {
    const folder = site('[source "a"]\ntype = git\npath = .\ntoken-env = TOWER_TEST_TOKEN\ncolour = s3cret\n');
    const { status, out, err } = check(folder, { TOWER_TEST_TOKEN: "t0ken" });
    assert.equal(status, 2);
    assert.match(err, /^tower: error: site\.conf:5:1: unknown key "colour"; /);
    assert.doesNotMatch(err + out, /t0ken|s3cret/);
  });
});
