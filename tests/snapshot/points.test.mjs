// Points: what is kept of the numbers of each night.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { site, sql, tower } from "../tower.mjs";

const conf = '[source "s"]\n\ttype = git\n\tpath = .\n';
const pass = (select) => ({ "passes/own.sql": `-- Numbers of this site's own.\n\n-- points\n${select};\n` });

function sqlite(path, script) {
  const { status, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], { input: `PRAGMA foreign_keys = ON; ${script}`, encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

function empty(files = {}) {
  const path = site({ "site.conf": conf, ...files });
  assert.equal(tower(["analyse", "-q", "-C", path]).status, 0);
  return path;
}

function night(path, day, script, time = "03:00:00") {
  sqlite(path, `INSERT INTO run (started_at, version, kept) VALUES ('2026-11-${day}T${time}Z', 'test', 1); ${script}`);
  const { status, stderr } = tower(["analyse", "-q", "-C", path, "--now", `2026-11-${day}T${time}Z`]);
  assert.equal(status, 0, stderr);
}

const series = (path, metric, repo = "r") => sql(path, `SELECT day, value FROM point WHERE metric = '${metric}' AND repo = '${repo}' AND edition = 'public' ORDER BY day`).map(({ day, value }) => `${day.slice(8)} ${value}`);
const repo = "INSERT INTO repo (source, key, name, stars, has_readme, has_license, has_ci, has_tests, has_security) VALUES ('s', 'r', 'r', 3, 1, 1, 1, 1, 1);";
const scope = (declaration, outcome) => `INSERT INTO scope (source, declaration, key, repo, outcome, asked_at, loaded_at, hash) VALUES ('s', '${declaration}', 'r', 'r', '${outcome}', '', '', '') ON CONFLICT DO UPDATE SET outcome = excluded.outcome;`;

test("a number is kept when it becomes another one, and the last of a day counts", () => {
  const path = empty();
  night(path, "01", repo);
  night(path, "02", "");
  night(path, "03", "UPDATE repo SET stars = 4");
  night(path, "04", "UPDATE repo SET stars = 5");
  night(path, "04", "UPDATE repo SET stars = 6", "05:00:00");
  night(path, "05", "UPDATE repo SET stars = 7");
  night(path, "05", "UPDATE repo SET stars = 6", "05:00:00");
  assert.deepEqual(series(path, "stars"), ["01 3", "03 4", "04 6"]);
});

test("what could not be read is a gap, not the number of the night before", () => {
  const path = empty();
  const issue = "INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at) VALUES ('s', 'r', 1, 'issue', 't', 'open', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z');";
  night(path, "01", repo + issue + scope("git/issues", "ok"));
  night(path, "02", scope("git/issues", "failed"));
  night(path, "03", "");
  night(path, "04", scope("git/issues", "unchanged"));
  night(path, "05", `DELETE FROM issue; ${scope("git/issues", "ok")}`);
  assert.deepEqual(series(path, "open_issues"), ["01 1", "02 null", "04 1", "05 0"]);
  assert.deepEqual(series(path, "open_issues", ""), ["01 1", "02 null", "04 1", "05 0"]);
  assert.equal(series(path, "score")[1], "02 null");
  assert.deepEqual(series(path, "stars"), ["01 3"]);
});

test("what is gone is known no more, and has its old numbers when it comes back", () => {
  const path = empty();
  night(path, "01", repo);
  night(path, "02", "DELETE FROM repo");
  night(path, "03", "");
  night(path, "04", repo);
  assert.deepEqual(series(path, "stars"), ["01 3", "02 null", "04 3"]);
});

test("without a run there is no night", () => {
  const path = empty();
  sqlite(path, repo);
  assert.equal(tower(["analyse", "-q", "-C", path]).status, 0);
  assert.deepEqual(sql(path, "SELECT * FROM point"), []);
});

test("costs are counted from the first of the month, per source and currency", () => {
  const path = empty();
  const use = (key, day, cost, currency = "EUR") => `INSERT INTO usage (source, key, kind, day, provider, cost, currency) VALUES ('s', '${key}', 'actual', '${day}', 'p', ${cost}, '${currency}');`;
  night(path, "01", use("a", "2026-10-31", 5000000) + use("b", "2026-11-01", 1500000) + use("c", "2026-11-01", 1, "USD"));
  night(path, "02", use("d", "2026-11-02", 1000000));
  assert.deepEqual(series(path, "cost.EUR", ""), ["01 1.5", "02 2.5"]);
  assert.deepEqual(series(path, "cost.USD", ""), ["01 0.000001"]);
});

test("a site's own pass gives points", () => {
  const path = empty(pass("SELECT 'names' AS metric, source, NULL AS repo, count(*) AS value FROM repo GROUP BY source"));
  night(path, "01", repo);
  assert.deepEqual(sql(path, "SELECT edition, source, repo, day, value FROM point WHERE metric = 'names'"), [{ edition: "public", source: "s", repo: "", day: "2026-11-01", value: 1 }]);
});

for (const [name, select, message] of [
  ["a column is missing", "SELECT 'x' AS metric, NULL AS source, 1 AS value", "points have the columns metric, source, repo and value; there is no repo"],
  ["a number is given twice", "SELECT 'x' AS metric, NULL AS source, NULL AS repo, value FROM json_each('[1, 2]')", "gives a point that is refused: this metric of this entity was given already"],
  ["it is no number", "SELECT 'x' AS metric, NULL AS source, NULL AS repo, 'much' AS value", "gives a point that is refused: cannot store TEXT value in REAL column given_point.value"],
  ["the metric has no name", "SELECT '' AS metric, NULL AS source, NULL AS repo, 1 AS value", "gives a point that is refused: CHECK constraint failed: length(metric) BETWEEN 1 AND 64"],
])
  test(`refused: ${name}`, () => {
    const path = site({ "site.conf": conf, ...pass(select) });
    const { status, stderr } = tower(["analyse", "-q"], { cwd: path });
    assert.equal(stderr, `tower: error: passes/own.sql:3: ${message}\n`);
    assert.equal(status, 2);
  });

test("a page shows how the score moved once there are two points, and not before", () => {
  const path = empty();
  const render = (day) => {
    const { status, stderr } = tower(["render", "-q", "-C", path, "--now", `2026-11-${day}T03:00:00Z`]);
    assert.equal(status, 0, stderr);
    return [readFileSync(join(path, "public/repo/s/r.md"), "utf8"), readFileSync(join(path, "public/index.md"), "utf8"), readFileSync(join(path, "public/index.html"), "utf8")];
  };
  night(path, "01", repo);
  assert.doesNotMatch(render("01").join(), /The score from|Its health since/);
  night(path, "03", "UPDATE repo SET has_license = 0, license = NULL");
  const [page, desk, html] = render("03");
  assert.match(page, /^The score from 2026-11-01 to 2026-11-03, when it last moved: /m);
  assert.match(desk, /^Its health since 2026-11-01: /m);
  assert.match(html, /<p>Its health since 2026-11-01: <svg class="sparkline"[^>]*><title>[0-9.]+, unknown, [0-9.]+</);
});
