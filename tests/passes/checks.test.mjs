// Every check, on facts made by hand: each file checks/NAME.sql is a case, all are analysed in
// one run, each in a source of its own.
//
// A case is INSERTs into the snapshot's tables, of the source "s", and lines that say what must
// follow; nothing else may be found:
//   -- finds KEY | SEVERITY | MESSAGE | EVIDENCE
//   -- waives KEY            the same would be found of this, but a waiver covers it
//   -- waives                of whatever is found of the second source, "t"
//   -- waiver SOURCE REPO CHECK DAY      there is such a waiver, too; LINE stands for a line's number
// Each case has a repository "unknown" of which nothing is told, and an issue and a pull request
// in it of which only what must be told is.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { now, root, site, sql, tower } from "../tower.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(join(here, "checks")).map((file) => basename(file, ".sql"));
const checks = readdirSync(join(root, "generator/passes/checks")).map((file) => basename(file, ".sql"));
const second = (name) => `${name}.t`;

const cases = names.map((name) => {
  const text = readFileSync(join(here, "checks", `${name}.sql`), "utf8");
  const lines = (word) => [...text.matchAll(new RegExp(`^-- ${word}(?: (.*))?$`, "gm"))].map((match) => match[1] ?? "");
  const finds = lines("finds").map((line) => line.split(" | ")).map(([key, severity, message, evidence]) => ({ source: name, key, severity, message, evidence }));
  const more = lines("waiver").map((line) => line.match(/^(\S+) (.*) (\S+) (\S+)$/).slice(1));
  return { name, text, finds, waives: lines("waives"), more };
});

function waiver(name, key) {
  const [, repo, number] = key.match(/^(.*?)(?:#(\d+))?$/);
  return `[waiver "${name}"]\n\tcheck = ${name}\n\tsource = ${key ? name : second(name)}\n\twho = Ada\n\twhy = It is so.\n\tuntil = 2026-12-31\n`
    + (repo ? `\trepo = ${repo}\n` : "") + (number ? `\tissue = ${number}\n` : "");
}

function otherWaiver(name, [source, repo, check, day]) {
  return `[waiver "${name} ${repo}"]\n\tcheck = ${check}\n\tsource = ${source === "t" ? second(name) : name}\n\trepo = ${repo}\n\twho = Ben\n\twhy = It was so.\n\tuntil = ${day}\n`;
}

function facts({ name, text }) {
  return `INSERT INTO repo (source, key, name) VALUES ('s', 'unknown', 'r');
    INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at) VALUES
      ('s', 'unknown', 1, 'issue', 'An issue', 'open', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z'),
      ('s', 'unknown', 2, 'pull', 'A pull request', 'open', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z'); ${text}`
    .replaceAll("'s'", `'${name}'`).replaceAll("'t'", `'${second(name)}'`);
}

function run(path, program, args, input) {
  const { status, stderr } = program ? spawnSync(program, args, { input, encoding: "utf8" }) : tower(args);
  assert.equal(status, 0, stderr);
}

const path = site({
  "site.conf": cases.map(({ name }) => `[source "${name}"]\n\ttype = git\n\tpath = .\n[source "${second(name)}"]\n\ttype = git\n\tpath = .\n`).join("")
    + '[edition "all"]\n\tzones = public, internal, restricted\n\toutput = all\n',
  "content/waivers.conf": cases.flatMap(({ name, waives, more }) => [...waives.map((key) => waiver(name, key)), ...more.map((other) => otherWaiver(name, other))]).join(""),
});
run(path, null, ["analyse", "-q", "-C", path, "--now", now]);
for (const each of cases) run(path, "sqlite3", ["-bail", join(path, "data/tower.db")], `PRAGMA foreign_keys = ON; BEGIN; ${facts(each)} COMMIT;`);
run(path, null, ["analyse", "-q", "-C", path, "--now", now]);
const found = sql(path, "SELECT rule, source, key, severity, message, evidence FROM finding ORDER BY rule, key");
const waived = sql(path, "SELECT found_by, source, key, who, why, until FROM waived_finding ORDER BY found_by, key");

for (const { name, finds, waives } of cases)
  test(name, () => {
    assert.deepEqual(found.filter(({ rule, source }) => rule === name && (source === name || source === second(name))).map(({ rule, ...row }) => ({ ...row, evidence: row.evidence.replace(/line \d+/, "line LINE") })), finds);
    assert.ok(finds.length > 0);
    const of = waived.filter(({ found_by, source }) => found_by === name && (source === name || source === second(name)));
    assert.ok(of.length > 0 && waives.length === 1);
    for (const row of of)
      assert.deepEqual(row, { found_by: name, source: waives[0] ? name : second(name), key: waives[0] || row.key, who: "Ada", why: "It is so.", until: "2026-12-31" });
  });

test("of a repository of which nothing is told nothing is found", () => {
  assert.deepEqual(found.filter(({ key }) => /^unknown/.test(key)), []);
});

test("every check has a case", () => {
  assert.ok(checks.length >= 60);
  assert.deepEqual(names, checks);
});
