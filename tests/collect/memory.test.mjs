// What is remembered: documents of local repositories, and exports of project-echo-vault.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { git, now, site, sql, tower } from "../tower.mjs";

const place = site({ "site.conf": '[source "here"]\n\ttype = git\n\tpath = work\n' });
const work = join(place, "work");

function commit(files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(work, name)), { recursive: true });
    if (text === null) rmSync(join(work, name));
    else writeFileSync(join(work, name), text);
  }
  git(work, "add", "-A");
  git(work, "commit", "-q", "-m", "x");
}
const collect = (path, ...more) => {
  const { status, stderr } = tower(["collect", "-C", path, "--now", now, ...more]);
  assert.equal(status, 0, stderr);
};
const rows = () => sql(place, "SELECT key, kind, title, status, date(created_at) AS day FROM memory ORDER BY key").map(Object.values);
const outcome = () => sql(place, "SELECT outcome, reason FROM scope WHERE declaration = 'git/documents'")[0];

const adr = `# 1. Record decisions

Date: 2016-02-12

## Status

Accepted

## Context
`;

test("records of decisions, the README and documents are read; what says nothing is left out", () => {
  mkdirSync(work);
  git(work, "init", "-q", "-b", "main");
  commit({
    "README.md": "# The work\n", "DESIGN.md": "No heading here.\n", "docs/guide.md": "\ufeff# A guide  \n", "docs/old.md": "\nAn old heading\n==============\n", "docs/README.md": "# x",
    "docs/adr/0001-record.md": adr, "doc/decisions/2026-03-01-two.markdown": "---\nstatus: \"proposed\"\ndate: soon\n---\n\n# Two\n",
    "docs/adr/template.md": "# x", "CHANGELOG.md": "# x", "CONTRIBUTING.md": "# x", "LICENSE.md": "# x", "SECURITY.md": "# x", "CODE_OF_CONDUCT.md": "# x",
    "src/notes.md": "# x", "vendor/docs/adr/1.md": "# x", "docs/tests/x.md": "# x", "content/decisions/one.md": "# x", "docs/large.md": "x".repeat(262145), "docs/x.txt": "x",
  });
  collect(place);
  assert.deepEqual(rows(), [
    ["work:DESIGN.md", "document", "DESIGN.md", null, null],
    ["work:README.md", "document", "The work", null, null],
    ["work:doc/decisions/2026-03-01-two.markdown", "decision", "Two", '"proposed"', "2026-03-01"],
    ["work:docs/adr/0001-record.md", "decision", "1. Record decisions", "Accepted", "2016-02-12"],
    ["work:docs/guide.md", "document", "A guide", null, null],
    ["work:docs/old.md", "document", "An old heading", null, null],
  ]);
  assert.deepEqual(outcome(), { outcome: "ok", reason: null });
});

test("what is as it was is not read again; another content is, and what is gone goes", () => {
  commit({ "src/main.c": "int main;\n" });
  collect(place);
  assert.equal(outcome().outcome, "unchanged");
  commit({ "docs/guide.md": "# Another guide\n", "docs/old.md": null, "DESIGN.md": null, "doc/decisions/2026-03-01-two.markdown": null });
  collect(place);
  assert.equal(outcome().outcome, "ok");
  assert.deepEqual(rows().map((row) => row[2]), ["The work", "1. Record decisions", "Another guide"]);
  commit({ "README.md": null, "docs/adr/0001-record.md": null, "docs/guide.md": null, "a.c": "" });
  collect(place);
  assert.deepEqual(rows(), []);
  assert.deepEqual(outcome(), { outcome: "absent", reason: "the repository has no such document" });
});

test("of a document the first 4,000 characters are kept, words of any script and ends of lines are kept as they are", () => {
  commit({ "docs/long.md": `# Ünïcode 温室 🌱\r\n${"é".repeat(5000)}` });
  collect(place);
  assert.deepEqual(sql(place, "SELECT title, length(text) AS length FROM memory"), [{ title: "Ünïcode 温室 🌱", length: 4000 }]);
});

// Exports

const vault = site({ "site.conf": '[source "vault"]\n\ttype = project-echo-vault\n\tpath = export\n\tpath = one.json\n', "export/a.jsonl": "", "one.json": "[]" });
const write = (name, items) => writeFileSync(join(vault, name), name.endsWith("l") ? items.map((item) => JSON.stringify(item)).join("\n") : JSON.stringify(items));
const memories = () => sql(vault, "SELECT key, kind, title, text, status, created_at, about, url FROM memory ORDER BY key").map(Object.values);

test("an export's memories become rows, from JSON and from JSON Lines", () => {
  write("export/a.jsonl", [
    { id: "1", date: "2026-01-14T21:40:00+01:00", type: "Conversation", title: "The frost", summary: "It was silent.", text: "All night.", repo: "o/r", url: "https://kept.example/1" },
    { id: "2", date: "2026-01-15", type: "decision", summary: "Two lines:\nthe first is its title.", status: "approved", relevance: 0.9 },
  ]);
  write("one.json", [{ id: 3, type: "dream", summary: "No date." }]);
  collect(vault);
  assert.deepEqual(memories(), [
    ["export 1", "conversation", "The frost", "It was silent.\n\nAll night.", null, "2026-01-14T20:40:00Z", "o/r", "https://kept.example/1"],
    ["export 2", "decision", "Two lines:", "Two lines:\nthe first is its title.", "approved", "2026-01-15T00:00:00Z", null, null],
    ["one.json 3", "note", "No date.", "No date.", null, null, null, null],
  ]);
});

test("what is no longer in an export goes, without an id it is known by its words", () => {
  write("export/a.jsonl", [{ summary: "Same" }, { summary: "Same" }, { summary: "Other" }]);
  write("one.json", []);
  collect(vault, "--accept-drop");
  assert.deepEqual(memories().map((row) => row[2]).sort(), ["Other", "Same"]);
  assert.match(memories()[0][0], /^export [0-9a-f-]{36}$/);
});

test("what cannot be a memory is refused with its reason", () => {
  write("export/a.jsonl", [{ id: "1", date: "now", summary: "a" }, { id: "2", date: "2026-13-45", summary: "b" }, { id: "3" }, { id: "4", summary: "good" }, 7, "text", null]);
  collect(vault, "--accept-drop");
  assert.deepEqual(memories().map((row) => row[2]), ["good"]);
  const refused = sql(vault, "SELECT key ->> 1 AS key, reason FROM reject ORDER BY key").map(({ key, reason }) => [key, reason.split(":")[1].trim().split(" ")[0]]);
  assert.deepEqual(refused, [["export 1", "created_at"], ["export 2", "created_at"], ["export 3", "length(title)"]]);
});

test("an export that is no list, or is gone, leaves what was known", () => {
  writeFileSync(join(vault, "one.json"), '[{"id": "5", "summary": ');
  rmSync(join(vault, "export/a.jsonl"));
  collect(vault);
  assert.deepEqual(memories().map((row) => row[2]), ["good"]);
  assert.deepEqual(sql(vault, "SELECT key, outcome, reason FROM scope ORDER BY key").map(Object.values), [
    ["export", "failed", "export: the folder has no file that ends in .csv, .json, .jsonl or .ndjson"],
    ["one.json", "failed", "one.json: line 1: is not JSON: unexpected token near end of file"],
  ]);
});
