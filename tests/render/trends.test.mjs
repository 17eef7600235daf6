// The page of trends, its table, and what the desk tells of them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { now, root, site, tower } from "../tower.mjs";

const path = site({ "site.conf": '[source "s"]\n\ttype = git\n\tpath = .\n' });
const page = (name) => readFileSync(join(path, "public", name), "utf8");

function run(...commands) {
  for (const command of commands) {
    const { status, stderr } = tower([command, "-q", "-C", path, "--now", now]);
    assert.equal(status, 0, stderr);
  }
}

function insert(script) {
  const { status, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], { input: `PRAGMA foreign_keys = ON; BEGIN; ${script} COMMIT;`, encoding: "utf8" });
  assert.equal(status, 0, stderr);
}

run("analyse");

test("of nothing, nothing is said", () => {
  insert("INSERT INTO run (started_at, version, kept) VALUES ('2026-11-20T21:00:00Z', 'test', 1);");
  run("analyse", "render");
  assert.match(page("trends.md"), /Nothing is unusual, as far as can be told\.[^]*Nothing changed so\.[^]*Nothing rises or falls clearly\.[^]*Nothing can be forecast yet/);
  assert.doesNotMatch(page("index.html") + page("index.md"), /Unusual tonight/);
  assert.equal(page("trends.csv").trim().split("\n").length, 1);
});

test("each claim stands beside what was expected, and why", () => {
  insert(readFileSync(join(root, "tests/passes/trends-flows/facts.sql"), "utf8"));
  run("analyse", "render");
  const md = page("trends.md");
  assert.match(md, /## Unusual tonight \(4\)/);
  assert.match(md, /\| commits a day \| \[many\]\(repo\/s\/many\.md\) \| 2026-11-20 \| 20\.0 \| 1\.0 \| 19\.0 \| [^|]*█[^|]* \| 20, and the median of 29 days before is 1;/);
  assert.match(md, /\| EUR a day \| source s \| 2026-11-19 \| 30\.0 \| 5\.0 \|/);
  assert.match(md, /\| commits a day \| \[quiet\]\(repo\/s\/quiet\.md\) \| 2026-11-02 \| 1\.0 \| 0\.0 \| -1\.0 \|/);
  assert.match(md, /### EUR a day, source s\n\n\*\*5\.7\*\* on 2026-11-26, 5\.7 to 30\.9; 30\.0 on 2026-11-19\. Method: mean\. Its forecasts were away by 2\.9 on average in 9 trials, those that say that nothing will change by 3\.3\.\n\n```text\nknown /);
  const html = page("trends.html");
  assert.match(html, /<bdi>EUR a day<\/bdi>, source <a href="sources\.html#source-s">/);
  assert.match(html, /<title>Line chart: 4 series of 36 values/);
  const json = JSON.parse(page("trends.json"));
  assert.deepEqual(json.anomalies.map(({ name, expected, difference }) => [name, expected, difference]), [["views a day", 40, 50], ["EUR a day", 5, 25], ["commits a day", 1, 19], ["seconds of a run of CI", 60, 80]]);
  const chart = json.forecasts[0].chart;
  assert.deepEqual(chart.series.map(({ name, values }) => [name, values.filter((x) => x !== null).length]), [["known", 29], ["forecast", 8], ["lower edge", 7], ["upper edge", 7]]);
  assert.deepEqual([chart.labels[0], chart.labels.at(-8), chart.labels.at(-1)], ["2026-10-22", "2026-11-19", "2026-11-26"]);
});

test("the table has all of it, the desk what is unusual", () => {
  const rows = parse(page("trends.csv"), { columns: true });
  const count = (what) => rows.filter((row) => row.what === what).length;
  assert.deepEqual(["unusual", "step", "slope", "forecast"].map(count), [4, 1, 0, 5]);
  assert.deepEqual(Object.values(rows.find((row) => row.metric === "daily_cost.EUR")).slice(0, 8), ["unusual", "daily_cost.EUR", "s", "0", "", "2026-11-19", "2026-11-19", "5.0"]);
  assert.match(page("index.md"), /## Unusual tonight\n[^]*- views a day, \[many\]\(repo\/s\/many\.md\): 90\.0 on 2026-11-19, expected 40\.0\n- EUR a day, source s: 30\.0 on 2026-11-19, expected 5\.0\n/);
  assert.match(page("index.html"), /<h2 id="unusual">Unusual tonight<\/h2>/);
});
