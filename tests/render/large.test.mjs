// Pages of everything: how much memory their rows take, and that a change at their very end is
// not missed.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { change } from "../snapshot/undercroft.mjs";
import { now, program, site, tower } from "../tower.mjs";

const conf = '[source "s"]\n\ttype = git\n\tpath = .\n';

// AddressSanitizer and valgrind take memory of their own.
const isMeasurable = !/sanit|valgrind/.test(program);

// The most memory, in bytes, that a process takes to render a page of so many rows.
function memory(rows, columns) {
  const values = Array.from({ length: columns }, (_, n) => `NULL AS c${n}`).join(", ");
  const path = site({
    "site.conf": conf,
    "templates/wide.sql": `-- Rows.\n--\n-- path: wide\n-- title: Wide\n\n-- rows\nWITH RECURSIVE n (v) AS (VALUES (1) UNION ALL SELECT v + 1 FROM n WHERE v < ${rows}) SELECT v, ${values} FROM n;\n`,
    "templates/wide.txt": "{{#rows}}\n{{v}}\n{{/rows}}\n",
  });
  assert.equal(tower(["analyse", "-C", path, "--now", now, "-q"]).status, 0);
  const { status, stderr } = spawnSync("/usr/bin/time", ["-f", "%M", program, "render", "-C", path, "--now", now, "-q"], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  assert.equal(readFileSync(join(path, "public/wide.txt"), "utf8").trim().split("\n").length, rows);
  return Number(stderr.trim().split("\n").at(-1)) * 1024;
}

test("a value takes less than 40 bytes", { skip: !isMeasurable }, () => {
  const rows = 20000, columns = 39;
  const each = (memory(rows, columns) - memory(1, columns)) / (rows * (columns + 1));
  assert.ok(each < 40, `${each.toFixed(1)} bytes`);
});

test("another last row is seen, though it is as long as it was", () => {
  const path = site({
    "site.conf": conf,
    "templates/titles.sql": "-- Titles.\n--\n-- path: titles\n-- title: Titles\n\n-- titles\nSELECT title FROM issue ORDER BY number;\n",
    "templates/titles.txt": "{{#titles}}\n{{title}}\n{{/titles}}\n",
  });
  const render = () => {
    assert.equal(tower(["render", "-C", path, "--now", now, "-q"]).status, 0);
    return readFileSync(join(path, "public/titles.txt"), "utf8");
  };
  assert.equal(tower(["analyse", "-C", path, "--now", now, "-q"]).status, 0);
  change(path, `INSERT INTO repo (source, key, name) VALUES ('s', 'r', 'r');
    WITH RECURSIVE n (v) AS (VALUES (1) UNION ALL SELECT v + 1 FROM n WHERE v < 1500)
    INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at)
    SELECT 's', 'r', v, 'issue', printf('%0100d', v), 'open', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z' FROM n`);
  const before = render();
  change(path, "UPDATE issue SET title = printf('%0100d', 1501) WHERE number = 1500");
  const after = render();
  assert.ok(before.length > 2 * 65536);
  assert.deepEqual([after.length, after.slice(0, -101), after.slice(-5)], [before.length, before.slice(0, -101), "1501\n"]);
});
