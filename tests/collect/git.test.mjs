// Local repositories of every kind, compared with what git itself says of them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { folder, git, now, sql, tower, tree } from "../tower.mjs";

const place = folder();
const conf = (...paths) => writeFileSync(join(place, "site.conf"),
  `[source "here"]\n\ttype = git\n${paths.map((path) => `\tpath = ${path}\n`).join("")}`);
const collect = (...more) => {
  const run = tower(["collect", "-C", place, "--now", now, ...more]);
  assert.equal(run.status, 0, run.stderr);
  return run;
};
const repo = (key) => sql(place, `SELECT * FROM repo WHERE key = '${key}'`)[0];
const scope = (declaration, key) =>
  sql(place, `SELECT outcome, reason FROM scope WHERE declaration = 'git/${declaration}' AND key = '${key}'`)[0];
const lines = (text) => text.split("\n").filter(Boolean);

// A repository with these files committed.
function make(name, files = {}, ...options) {
  const path = join(place, name);
  mkdirSync(path, { recursive: true });
  git(path, "init", "-q", "-b", "main", ...options);
  commit(path, files);
  return path;
}

function commit(path, files, more = {}) {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  if (!Object.keys(files).length && !more.empty) return;
  git(path, "add", "-A");
  const { name = "Ada", date = "2026-05-01T12:00:00+0000", settings = [] } = more;
  git(path, ...settings, "commit", "-q", "--allow-empty", "-m", "x", `--author=${name} <${more.email ?? "ada@example.org"}>`, `--date=${date}`);
}

const gitBytes = (path, ...args) => spawnSync("git", ["-C", path, ...args], { maxBuffer: 1 << 28 }).stdout;

// Counts, contributors, days and times as git tells them.
function compareHistory(key, path) {
  const row = repo(key);
  const dates = lines(git(path, "log", "--format=%aI", "HEAD"));
  const seconds = dates.map((date) => Math.floor(Date.parse(date) / 1000));
  const iso = (second) => new Date(second * 1000).toISOString().replace(".000", "");
  assert.equal(row.commit_count, Number(git(path, "rev-list", "--count", "HEAD")));
  assert.equal(row.first_commit_at, iso(Math.min(...seconds)));
  assert.equal(row.last_commit_at, iso(Math.max(...seconds)));
  const days = {};
  for (const date of dates) days[date.slice(0, 10)] = (days[date.slice(0, 10)] ?? 0) + 1;
  assert.deepEqual(Object.fromEntries(sql(place, `SELECT day, commits FROM commit_day WHERE repo = '${key}'`)
    .map((day) => [day.day, day.commits])), Object.fromEntries(Object.entries(days).sort()));
  const shortlog = new TextDecoder().decode(gitBytes(path, "shortlog", "-sn", "HEAD"));
  const people = Object.fromEntries(lines(shortlog).map((line) => line.trim().split("\t").reverse()));
  const known = sql(place, `SELECT name, commits FROM contributor WHERE repo = '${key}'`);
  assert.deepEqual(Object.fromEntries(known.map((row) => [row.name, String(row.commits)])), people);
  assert.equal(row.contributor_count, known.length);
  assert.equal(row.head, git(path, "rev-parse", "HEAD").trim());
}

function makeOrdinary() {
  const path = make("ordinary", {
    "README.md": "# hello", "LICENSE": "SPDX-License-Identifier: MIT\n", "src/main.c": "int main;\n".repeat(30),
    "src/tool.py": "pass\n", "vendor/big.js": "x".repeat(9000), "tests/one.py": "pass\n", "data.json": "{}",
    ".github/workflows/ci.yml": "on: push\n", ".mailmap": "Grace Hopper <grace@example.org> <g@old.example>\n",
  });
  commit(path, { "src/b.c": "int b;\n" }, { name: "G.", email: "g@old.example", date: "2026-05-01T23:30:00-1200" });
  commit(path, { "src/c.c": "int c;\n" }, { name: "Zoë", date: "2026-05-02T00:10:00+1400" });
  git(path, "checkout", "-q", "-b", "side");
  commit(path, { "Makefile": "all:\n" }, { name: "Zoë", date: "2026-04-30T10:00:00+0545" });
  git(path, "checkout", "-q", "main");
  commit(path, { "SECURITY.md": "mail us" }, { name: "O'Brien; \"x\" <", date: "1999-12-31T23:59:59-0330" });
  git(path, "merge", "-q", "--no-ff", "-m", "merge", "side");
  git(path, "tag", "v1");
  git(path, "tag", "-a", "-m", "two", "v2");
  return path;
}

// A configuration that would start a program wherever git lets it, each leaving a file.
function makeHostile(canary) {
  const path = make("hostile", { "a.c": "int a;\n", "README": "x" });
  const script = join(path, "evil.sh");
  writeFileSync(script, `#!/bin/sh\ntouch ${canary}\n`);
  chmodSync(script, 0o755);
  mkdirSync(join(path, "hooks"));
  symlinkSync(script, join(path, "hooks/post-index-change"));
  const settings = {
    "core.fsmonitor": script, "core.pager": script, "pager.log": script, "core.hooksPath": join(path, "hooks"),
    "core.sshCommand": script, "log.showSignature": "true", "gpg.program": script, "gpg.ssh.program": script,
    "alias.log": `!${script}`, "alias.show-ref": `!${script}`, "diff.external": script, "core.editor": script,
    "credential.helper": script, "core.repositoryFormatVersion": "1", "extensions.partialClone": "origin",
    "remote.origin.promisor": "true", "remote.origin.url": `ext::${script}`, "remote.origin.uploadpack": script,
    "protocol.allow": "always", "protocol.ext.allow": "always", "protocol.file.allow": "always",
  };
  const blob = git(path, "rev-parse", "HEAD:a.c").trim();
  for (const [key, value] of Object.entries(settings)) git(path, "config", key, value);
  unlinkSync(join(path, ".git/objects", blob.slice(0, 2), blob.slice(2))); // to be fetched, if git may
}

const paths = {};
const canary = join(place, "canary");
let first;

before(() => {
  paths.ordinary = makeOrdinary();
  paths.bare = join(place, "bare.git");
  git(place, "clone", "-q", "--bare", paths.ordinary, "bare.git");
  git(place, "clone", "-q", "--depth", "1", `file://${paths.ordinary}`, "shallow");
  paths.shallow = join(place, "shallow");
  paths.empty = make("empty");
  paths.sha256 = make("sha256", { "x.rs": "fn main() {}\n" }, "--object-format=sha256");
  paths.detached = make("detached", { "x.go": "package x\n" });
  commit(paths.detached, { "y.go": "package x\n" });
  git(paths.detached, "checkout", "-q", "HEAD~1");
  paths.latin = make("latin", { "x.c": "x\n" });
  const name = Buffer.from("Jos\xe9 <jose@example.org>", "latin1");
  const raw = Buffer.concat([Buffer.from(`tree ${git(paths.latin, "rev-parse", "HEAD^{tree}").trim()}\nparent ${git(paths.latin, "rev-parse", "HEAD").trim()}\nauthor `),
    name, Buffer.from(" 1777000000 +0200\ncommitter "), name, Buffer.from(" 1777000000 +0200\n\nx\n")]);
  const id = spawnSync("git", ["-C", paths.latin, "hash-object", "-t", "commit", "-w", "--stdin"], { input: raw }).stdout.toString().trim();
  git(paths.latin, "reset", "-q", "--hard", id);
  writeFileSync(Buffer.concat([Buffer.from(`${paths.latin}/`), Buffer.from("caf\xe9.c", "latin1")]), "int x;\n");
  git(paths.latin, "add", "-A");
  git(paths.latin, "commit", "-q", "-m", "a path that is not UTF-8");
  paths.twin = make("other/twin", { "a.c": "1\n" });
  paths.twin2 = make("another/twin", { "a.py": "22\n" });
  make("twin-2", { "a.rb": "333\n" });
  makeHostile(canary);
  mkdirSync(join(place, "plain"));
  symlinkSync(join(paths.ordinary, "src"), join(place, "link"));
  conf("ordinary", "bare.git", "shallow", "empty", "sha256", "detached", "latin", "other/twin", "another/twin", "twin-2",
    "hostile", "plain", "ordinary/src", "link", "nowhere");
  first = collect("-v");
});

test("history, people and days are as git tells them", () => {
  for (const key of ["ordinary", "bare", "sha256", "detached", "latin", "twin", "twin-2-"])
    compareHistory(key, key === "twin-2-" ? paths.twin2 : paths[key]);
  assert.deepEqual(sql(place, "SELECT name FROM contributor WHERE repo = 'latin' ORDER BY name").map((row) => row.name), ["Ada", "Jos\ufffd"]);
  assert.ok(sql(place, "SELECT 1 AS found FROM contributor WHERE repo = 'ordinary' AND name = 'Grace Hopper'").length);
});

test("branches, tags and kinds", () => {
  const of = (key) => {
    const { branch_count, tag_count, default_branch, bare, shallow, empty, object_format } = repo(key);
    return [branch_count, tag_count, default_branch, bare, shallow, empty, object_format];
  };
  assert.deepEqual(of("ordinary"), [2, 2, "main", 0, 0, 0, "sha1"]);
  assert.deepEqual(of("bare"), [2, 2, "main", 1, 0, 0, "sha1"]);
  assert.deepEqual(of("empty"), [0, 0, null, 0, 0, 1, "sha1"]);
  assert.deepEqual(of("sha256"), [1, 0, "main", 0, 0, 0, "sha256"]);
  assert.deepEqual(of("detached"), [1, 0, null, 0, 0, 0, "sha1"]);
  assert.match(repo("sha256").head, /^[0-9a-f]{64}$/);
  assert.deepEqual(sql(place, "SELECT name FROM tag WHERE repo = 'ordinary' ORDER BY name"), [{ name: "v1" }, { name: "v2" }]);
  const heads = lines(git(paths.ordinary, "for-each-ref", "--format=%(refname:short) %(objectname)", "refs/heads"));
  assert.deepEqual(sql(place, "SELECT name || ' ' || head AS line FROM branch WHERE repo = 'ordinary' ORDER BY name").map((row) => row.line), heads);
});

test("languages by bytes, and the files that tell how it is run", () => {
  const size = (...names) => names.reduce((sum, name) => sum + gitBytes(paths.ordinary, "cat-file", "blob", `HEAD:${name}`).length, 0);
  assert.deepEqual(sql(place, "SELECT name, bytes, files FROM language WHERE repo = 'ordinary' ORDER BY bytes DESC"), [
    { name: "C", bytes: size("src/main.c", "src/b.c", "src/c.c"), files: 3 },
    { name: "Python", bytes: size("src/tool.py", "tests/one.py"), files: 2 },
    { name: "Makefile", bytes: size("Makefile"), files: 1 },
  ]);
  const flags = (key) => Object.entries(repo(key)).filter(([name, value]) => name.startsWith("has_") && value).map(([name]) => name.slice(4));
  assert.deepEqual(flags("ordinary").sort(), ["ci", "license", "readme", "security", "tests"]);
  assert.deepEqual([repo("ordinary").language, repo("ordinary").license], ["C", "MIT"]);
  assert.deepEqual(flags("shallow").sort(), ["ci", "license", "readme", "security", "tests"]);
  assert.deepEqual([repo("sha256").has_readme, repo("sha256").license], [0, null]);
  assert.deepEqual(sql(place, "SELECT bytes, files FROM language WHERE repo = 'latin'"), [{ bytes: 9, files: 2 }]);
});

test("what a shallow clone cannot know is unknown, not zero", () => {
  const row = repo("shallow");
  for (const column of ["commit_count", "contributor_count", "first_commit_at", "branch_count", "tag_count"])
    assert.equal(row[column], null, column);
  assert.equal(row.shallow, 1);
  assert.deepEqual(sql(place, "SELECT * FROM commit_day WHERE repo = 'shallow'"), []);
  assert.deepEqual(sql(place, "SELECT * FROM contributor WHERE repo = 'shallow'"), []);
  assert.equal(row.last_commit_at, repo("ordinary").last_commit_at);
});

test("an empty repository has no history, and that is no failure", () => {
  for (const declaration of ["history", "tree"])
    assert.deepEqual(scope(declaration, "empty"), { outcome: "absent", reason: "the repository has no commit" });
  assert.deepEqual([repo("empty").head, repo("empty").commit_count], [null, null]);
});

test("what is no repository is said to be none; the one around it is not read", () => {
  for (const key of ["plain", "src", "link", "nowhere"]) {
    const { outcome, reason } = scope("repository", key);
    assert.equal(outcome, "failed", key);
    assert.match(reason, key === "nowhere" ? /No such file or directory/ : /not a git repository/);
    assert.doesNotMatch(reason, new RegExp(place));
    assert.equal(repo(key), undefined);
  }
  const strict = tower(["collect", "-C", place, "--now", now, "--strict"]);
  assert.equal(strict.status, 3);
});

test("folders of the same name are repositories of their own", () => {
  assert.deepEqual(sql(place, "SELECT key, name, language FROM repo WHERE key LIKE 'twin%' ORDER BY key"), [
    { key: "twin", name: "twin", language: "C" },
    { key: "twin-2", name: "twin-2", language: "Ruby" },
    { key: "twin-2-", name: "twin", language: "Python" },
  ]);
});

test("a repository's own configuration starts no program", () => {
  assert.equal(repo("hostile").commit_count, 1);
  assert.ok(!existsSync(canary));
  assert.doesNotMatch(first.stdout + first.stderr, new RegExp(place));
});

test("a second run finds everything unchanged and changes no row", () => {
  const tables = ["repo", "commit_day", "contributor", "language", "repo_file", "branch", "tag"];
  const rows = () => tables.map((table) => sql(place, `SELECT * FROM "${table}" ORDER BY 1, 2, 3`));
  const known = rows();
  collect();
  assert.deepEqual(rows(), known);
  const told = sql(place, "SELECT declaration, outcome, count(*) AS n FROM scope WHERE declaration IN ('git/history', 'git/tree', 'git/license') GROUP BY 1, 2");
  assert.deepEqual(told, [
    { declaration: "git/history", outcome: "absent", n: 1 }, { declaration: "git/history", outcome: "unchanged", n: 10 },
    { declaration: "git/license", outcome: "unchanged", n: 3 },
    { declaration: "git/tree", outcome: "absent", n: 1 }, { declaration: "git/tree", outcome: "unchanged", n: 10 },
  ]);
  commit(paths.twin, { "b.c": "3\n" }, { name: "Eve" });
  collect();
  compareHistory("twin", paths.twin);
});

test("a repository that cannot be read any more keeps its rows; one not asked for loses them", () => {
  renameSync(paths.detached, join(place, "gone"));
  conf("ordinary", "shallow", "detached");
  collect();
  assert.equal(repo("detached").commit_count, 1);
  assert.equal(scope("repository", "detached").outcome, "failed");
  const keys = () => sql(place, "SELECT DISTINCT key FROM repo ORDER BY key").map((row) => row.key);
  assert.deepEqual(keys(), ["detached", "ordinary", "shallow"]);
  for (const table of ["commit_day", "contributor", "language", "repo_file", "branch", "tag", "scope"])
    assert.deepEqual(sql(place, `SELECT repo FROM "${table}" WHERE repo NOT IN ('detached', 'ordinary', 'shallow')`), [], table);
});

test("no page shows a source that site.conf no longer has", () => {
  const pages = () => Object.entries(tree(join(place, "public"))).filter(([name]) => name.endsWith("ml") || name.endsWith(".md"));
  assert.equal(tower(["build", "-C", place, "--now", now]).status, 0);
  assert.ok(pages().some(([name]) => name === "repo/here/ordinary.html"));
  writeFileSync(join(place, "site.conf"), '[source "there"]\n\ttype = git\n\tpath = sha256\n');
  assert.equal(tower(["build", "-C", place, "--now", now]).status, 0);
  assert.deepEqual(pages().filter(([name, text]) => /ordinary|\bshallow\b(?![- ]clone)|source-here/.test(name + text)).map(([name]) => name), []);
  rmSync(join(place, "gone"), { recursive: true });
});
