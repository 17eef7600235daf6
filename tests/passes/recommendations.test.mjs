// Every recommendation, on facts made by hand: each file recommendations/NAME.sql is a case.
//
// A case is INSERTs into the snapshot's tables, of the source "s", which is of the system
// github, and lines that say what must follow; nothing else may be recommended by that rule:
//   -- recommends KEY
//   --   title: ..., evidence: ..., action: ..., url: ..., effect: ..., reason: ..., effort: ...
//                             a line each; a url, an effect and an effort only where there is one
//                             (without an effort it is that of the rule's header)
//   -- keeps TABLE (COLUMN, ...)   its rows are not computed: they stand as the case states them
//   -- waives KEY CHECK       the same would be recommended of this, but a finding of CHECK is waived
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
const rules = join(root, "generator/passes/recommendations");
const names = readdirSync(join(here, "recommendations")).map((file) => basename(file, ".sql"));
const columns = ["title", "evidence", "action", "url", "effect", "effort", "reason"];

function read(name) {
  const text = readFileSync(join(here, "recommendations", `${name}.sql`), "utf8");
  const effort = Number(/^-- effort: +(\S+)$/m.exec(readFileSync(join(rules, `${name}.sql`), "utf8"))[1]);
  const told = [], waives = [];
  const [, kept, list] = text.match(/^-- keeps (\w+) \((.*)\)$/m) ?? [];
  for (const line of text.split("\n")) {
    const [, key] = line.match(/^-- recommends (.*)$/) ?? [];
    if (key) told.push({ key, ...Object.fromEntries(columns.map((column) => [column, null])), effort });
    const [, column, value] = line.match(/^-- {3}(\w+): (.*)$/) ?? [];
    if (column) told.at(-1)[column] = /^eff/.test(column) ? Number(value) : value;
    const [, repo, check] = line.match(/^-- waives (.*) (\S+)$/) ?? [];
    if (repo) waives.push({ repo, check });
  }
  return { text, told, waives, own: kept ? { [`passes/${kept}.sql`]: `-- What stands there.\n\n-- rows ${kept}\nSELECT ${list} FROM ${kept};\n` } : {} };
}

const waiver = ({ repo, check }) =>
  `[waiver "${repo}"]\n\tcheck = ${check}\n\trepo = ${repo.replace(/#.*/, "")}\n${/#/.test(repo) ? `\tissue = ${repo.replace(/.*#/, "")}\n` : ""}\twho = Ada\n\twhy = It is so.\n\tuntil = 2026-12-31\n`;

function analyse(name, { text, waives, own }) {
  const path = site({
    ...own,
    "site.conf": '[source "s"]\n\ttype = github\n\towner = o\n[edition "all"]\n\tzones = public, internal, restricted\n\toutput = all\n',
    "content/waivers.conf": waives.map(waiver).join(""),
  });
  const run = (program, args, input) => {
    const { status, stderr } = program ? spawnSync(program, args, { input, encoding: "utf8" }) : tower(args);
    assert.equal(status, 0, stderr);
  };
  run(null, ["analyse", "-q", "-C", path, "--now", now]);
  run("sqlite3", ["-bail", join(path, "data/tower.db")], `PRAGMA foreign_keys = ON; BEGIN;
    INSERT INTO repo (source, key, name) VALUES ('s', 'unknown', 'r');
    INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at) VALUES
      ('s', 'unknown', 1, 'issue', 'An issue', 'open', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z'),
      ('s', 'unknown', 2, 'pull', 'A pull request', 'open', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z'); ${text} COMMIT;`);
  run(null, ["analyse", "-q", "-C", path, "--now", now]);
  return path;
}

for (const name of names)
  test(name, () => {
    const each = read(name), path = analyse(name, each);
    const rows = sql(path, `SELECT key, ${columns} FROM recommendation WHERE rule = '${name}' ORDER BY key`);
    assert.deepEqual(rows.map((row) => ({ ...row, effect: row.effect === null ? null : Number(row.effect.toFixed(1)) })), each.told);
    assert.ok(each.told.length > 0);
    for (const { repo, check } of each.waives)
      assert.deepEqual(sql(path, `SELECT DISTINCT found_by FROM waived_finding WHERE repo = '${repo.replace(/#.*/, "")}'`), [{ found_by: check }], `${repo} is waived`);
    assert.ok(each.waives.length > 0 || name === "unite-duplicates", "what is waived does not come back");
    for (const { key, found } of sql(path, "SELECT key, count(*) AS found FROM recommendation GROUP BY rule, source, key, repo")) assert.equal(found, 1, key);
    assert.deepEqual(sql(path, "SELECT rule FROM recommendation WHERE repo = 'unknown'"), []);
  });

test("every recommendation has a case", () => {
  assert.ok(names.length >= 10);
  assert.deepEqual(names, readdirSync(rules).map((file) => basename(file, ".sql")));
});
