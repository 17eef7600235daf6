// How a declaration is read: documentation, header and named statements, as the catalogue in
// the snapshot tells them again. What is refused stands in tests/refused.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { demo, now, site, sql, tower } from "../tower.mjs";

const conf = '[source "here"]\n\ttype = git\n\tpath = .\n';
const finding = "SELECT name AS source, NULL AS repo, NULL AS number, 'm' AS message, 'e' AS evidence FROM source";

function header(text = "What this is.") {
  return `-- ${text}\n--\n-- group: tests\n-- severity: low\n-- remedy: None.\n\n`;
}

// Analyses a site with these files; gives its folder.
function analysed(files) {
  const path = site({ "site.conf": conf, ...files });
  const { status, stderr } = tower(["analyse", "-q", "-C", path, "--now", now]);
  assert.equal(stderr, "");
  assert.equal(status, 0);
  return path;
}

const declared = (path, name) => sql(path, `SELECT * FROM declaration WHERE name = '${name}'`)[0];
const findings = (path, name) => sql(path, `SELECT key, message, evidence FROM finding WHERE rule = '${name}' ORDER BY key`);

test("documentation, its first sentence, and header fields", () => {
  const text = [
    "-- Things of version 1.5, in", "-- two lines. More of it: with a colon.", "--", "-- A second paragraph.", "--",
    "-- group:     tests", "-- severity:  high", "-- remedy:    Do this,", "--            and that.", "-- reference: https://example.org/", "",
    "-- A remark of its own.", "-- finding", `${finding};`, "",
  ].join("\n");
  const { summary, documentation, group, severity, remedy, reference, hash } = declared(analysed({ "checks/mine.sql": text }), "mine");
  assert.deepEqual({ summary, documentation, group, severity, remedy, reference }, {
    summary: "Things of version 1.5, in two lines.",
    documentation: "Things of version 1.5, in\ntwo lines. More of it: with a colon.\n\nA second paragraph.",
    group: "tests", severity: "high", remedy: "Do this, and that.", reference: "https://example.org/",
  });
  assert.match(hash, /^[0-9a-f]{64}$/);
});

const bodies = {
  "a semicolon in a string": ["SELECT name AS source, NULL AS repo, NULL AS number, 'a; b' AS message, 'it''s; so' AS evidence FROM source", "a; b", "it's; so"],
  "a semicolon in a comment": ["SELECT name AS source, -- one; two\n NULL AS repo, /* three; four */ NULL AS number, 'm' AS message, 'e' AS evidence FROM source", "m", "e"],
  "a semicolon in a quoted name": ['SELECT name AS source, NULL AS repo, NULL AS number, "a;b" AS message, [c;d] AS evidence FROM source, (SELECT 1 AS "a;b", 2 AS `c;d`)', "1", "2"],
  "comment marks in a string": ["SELECT name AS source, NULL AS repo, NULL AS number, '-- /* not' AS message, '*/' AS evidence FROM source", "-- /* not", "*/"],
  "blank lines inside": [finding.replace(" FROM", "\n\n\n  FROM"), "m", "e"],
};

for (const [name, [body, message, evidence]] of Object.entries(bodies))
  test(`a statement with ${name}`, () => {
    const path = analysed({ "checks/mine.sql": `${header()}-- finding\n${body};\n` });
    assert.deepEqual(findings(path, "mine"), [{ key: "", message, evidence }]);
  });

test("line ends of Windows, and none at the end of the file", () => {
  const text = `${header("What this is. And more.")}-- finding\n${finding.replace(" FROM", "\n  FROM")};`;
  const path = analysed({ "checks/mine.sql": text.replaceAll("\n", "\r\n") });
  const { summary, group, remedy } = declared(path, "mine");
  assert.deepEqual({ summary, group, remedy }, { summary: "What this is.", group: "tests", remedy: "None." });
  assert.equal(findings(path, "mine").length, 1);
});

test("another text is another rule, whatever changed in it", () => {
  const one = declared(analysed({ "checks/mine.sql": `${header()}-- finding\n${finding};\n` }), "mine");
  const two = declared(analysed({ "checks/mine.sql": `${header()}-- finding\n${finding} ;\n` }), "mine");
  assert.notEqual(one.hash, two.hash);
});

test("a file of the same name replaces the built-in one, a new one adds to them, the rest stays", () => {
  const plain = sql(analysed({}), "SELECT name FROM declaration WHERE kind = 'check' ORDER BY name").map((row) => row.name);
  const path = analysed({ "checks/no-ci.sql": `${header("Mine.")}-- finding\n${finding};\n`, "checks/zebra.sql": `${header()}-- finding\n${finding};\n` });
  assert.deepEqual(sql(path, "SELECT name FROM declaration WHERE kind = 'check' ORDER BY name").map((row) => row.name), [...plain, "zebra"]);
  assert.equal(declared(path, "no-ci").summary, "Mine.");
  assert.equal(findings(path, "no-ci").length, 1);
});

test("hidden files and those of other kinds are no declarations", () => {
  const path = analysed({ "checks/.mine.sql": "broken", "checks/mine.sql~": "broken", "checks/mine.sql.orig": "broken", "checks/README": "broken", ".checks/mine.sql": "broken" });
  assert.equal(declared(path, "mine"), undefined);
});

test("what a check or pass that is gone computed goes with it", () => {
  const part = "-- Mine.\n\n-- rows score_part\nSELECT source, key AS repo, 'mine' AS component, 0.0 AS points, 50.0 AS maximum, 'r' AS reason FROM repo;\n";
  const path = demo();
  const analyse = () => assert.equal(tower(["build", "-q", "-C", path, "--now", now]).status, 0);
  analyse();
  const scores = sql(path, "SELECT * FROM score ORDER BY repo");
  for (const folder of ["checks", "passes"]) mkdirSync(join(path, folder));
  writeFileSync(join(path, "checks/mine.sql"), `${header()}-- finding\n${finding};\n`);
  writeFileSync(join(path, "passes/mine.sql"), part);
  analyse();
  assert.equal(findings(path, "mine").length, 1);
  assert.notDeepEqual(sql(path, "SELECT * FROM score ORDER BY repo"), scores);
  for (const folder of ["checks", "passes"]) rmSync(join(path, folder), { recursive: true });
  analyse();
  assert.deepEqual(findings(path, "mine"), []);
  assert.deepEqual(sql(path, "SELECT * FROM score ORDER BY repo"), scores);
});

test("refused before anything is read: a file that is too large", () => {
  const path = site({ "site.conf": conf, "checks/mine.sql": `-- ${"x".repeat(1 << 20)}\n` });
  const { status, stderr } = tower(["check"], { cwd: path });
  assert.match(stderr, /^tower: error: checks\/mine\.sql: .*1048576 bytes.*\n$/);
  assert.ok(status === 1 || status === 2);
});
