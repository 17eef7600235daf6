// Retention: which nights stay, and that of these nothing is lost.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { demo, sql, tower } from "../tower.mjs";

const source = '[source "demo"]\n\ttype = github\n\towner = kestrel-lab\n\treplay = data/demo\n';
const day = (date, days) => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const first = "2026-01-01", nights = 70;

function sqlite(path, script) {
  const { status, stdout, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], { input: script, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout.trim();
}

// Seventy nights, on each of which one row changes every night, one every third, and one comes or goes;
// run N is that of day N.
function portfolio() {
  const path = demo(source);
  let script = "PRAGMA foreign_keys = ON; BEGIN;";
  assert.equal(tower(["analyse", "-q", "-C", path]).status, 0);
  for (let n = 1; n <= nights; n++) {
    const date = day(first, n - 1);
    script += `INSERT INTO run (id, started_at, version, kept) VALUES (${n}, '${date}T03:00:00Z', 'test', 1);
      INSERT INTO repo (source, key, name, stars) VALUES ('demo', 'x/a', 'a', ${n}), ('demo', 'x/b', 'b', ${Math.floor(n / 3)}) ON CONFLICT DO UPDATE SET stars = excluded.stars;
      ${n % 5 ? "INSERT OR IGNORE INTO repo (source, key, name, stars) VALUES ('demo', 'x/c', 'c', " + n + ")" : "DELETE FROM repo WHERE key = 'x/c'"};
      INSERT INTO point VALUES ('public', '', '', 'n', '${date}', ${n}), ('public', '', '', 'third', '${date}', ${Math.floor(n / 3)}) ON CONFLICT DO NOTHING;
      INSERT INTO archive_day (edition, day, run) VALUES ('public', '${date}', ${n});
      INSERT INTO archive VALUES ('public', '${date}', 'md', NULL, x'00');
      INSERT INTO archive_entry (edition, key, since, until, kind, source, name, title) VALUES ('public', 'k', '${date}', '${date}', 'job', 'demo', 'k', 'k');`;
  }
  sqlite(path, `${script} COMMIT;`);
  return path;
}

const state = (n) => [{ key: "x/a", stars: n }, { key: "x/b", stars: Math.floor(n / 3) }, ...(n % 5 ? [{ key: "x/c", stars: n - (n % 5) + 1 }] : [])];

function collect(path, when, history) {
  writeFileSync(join(path, "site.conf"), source + history);
  const result = tower(["collect", "-q", "-C", path, "--now", when]);
  assert.equal(result.status, 0, result.stderr);
}

const isSunday = (date) => new Date(date).getUTCDay() === 0;
const dates = Array.from({ length: nights }, (_, n) => day(first, n));

function assertNights(path, stay) {
  assert.deepEqual(sql(path, `SELECT date(started_at) AS day FROM run WHERE kept AND id <= ${nights} ORDER BY id`).map((row) => row.day), stay);
  for (const date of dates) {
    const n = dates.indexOf(date) + 1;
    const { status, stdout, stderr } = tower(["sql", "-q", "-C", path, "--json", "--as-of", date, "SELECT key, stars FROM repo WHERE key LIKE 'x/%' ORDER BY key"]);
    if (stay.includes(date)) assert.deepEqual(JSON.parse(stdout), state(n), date);
    else assert.match(stderr, new RegExp(`^tower: error: --as-of: of run ${n} of ${date}T03:00:00Z not everything is kept: it was pruned, or is older than the history; the nearest that can be asked for is run \\d+ of [0-9TZ:-]+\n$`));
    assert.equal(status, stay.includes(date) ? 0 : 2);
  }
  const months = new Set(stay.map((date) => date.slice(0, 7)));
  assert.deepEqual(sql(path, "SELECT day FROM archive ORDER BY day").map((row) => row.day), dates.filter((date) => months.has(date.slice(0, 7))), "desks of whole months");
  assert.deepEqual(sql(path, "SELECT since FROM archive_entry ORDER BY since").map((row) => row.since), dates.filter((date) => months.has(date.slice(0, 7))), "what these desks listed");
  assert.ok(sql(path, "SELECT count(*) AS n FROM repo_was WHERE key = 'x/a'")[0].n <= stay.length + 1);
  for (const date of stay)
    for (const [metric, value] of [["n", (n) => n], ["third", (n) => Math.floor(n / 3)]])
      assert.equal(sql(path, `SELECT value FROM point WHERE metric = '${metric}' AND day <= '${date}' ORDER BY day DESC LIMIT 1`)[0].value, value(dates.indexOf(date) + 1), `${metric} ${date}`);
}

test("a year is kept where nothing else is said", () => {
  const path = portfolio();
  collect(path, "2026-12-31T21:00:00Z", "");
  assert.equal(sql(path, "SELECT count(*) AS n FROM run WHERE kept")[0].n, nights + 1);
  collect(path, "2027-01-01T21:00:00Z", "");
  assert.equal(sql(path, "SELECT count(*) AS n FROM run WHERE NOT kept")[0].n, 0, "365 days before is 1 January");
  collect(path, "2027-01-02T21:00:00Z", "");
  assert.deepEqual(sql(path, "SELECT id FROM run WHERE NOT kept"), [{ id: 1 }]);
});

test("every night for 14 days, then the last of each week", () => {
  const path = portfolio();
  const now = day(first, nights) ;
  collect(path, `${now}T21:00:00Z`, "[history]\n\tdaily = 14\n");
  const stay = dates.filter((date) => date >= day(now, -14) || isSunday(date));
  assertNights(path, stay);
  const before = sqlite(path, "SELECT * FROM repo_was");
  collect(path, `${now}T23:00:00Z`, "[history]\n\tdaily = 14\n");
  assert.equal(sqlite(path, "SELECT * FROM repo_was"), before);
});

test("and these for 4 weeks only; less is taken away at once, more comes with time", () => {
  const path = portfolio();
  const now = day(first, nights);
  collect(path, `${now}T21:00:00Z`, "[history]\n\tdaily = 14\n\tweekly = 4\n");
  assertNights(path, dates.filter((date) => date >= day(now, -14) || (isSunday(date) && date >= day(now, -14 - 28))));
  collect(path, `${now}T22:00:00Z`, "[history]\n\tdaily = 3\n\tweekly = 1\n");
  assertNights(path, dates.filter((date) => date >= day(now, -3) || (isSunday(date) && date >= day(now, -10))));
  collect(path, `${now}T23:00:00Z`, "[history]\n\tdaily = 300\n");
  assertNights(path, dates.filter((date) => date >= day(now, -3) || (isSunday(date) && date >= day(now, -10))));
});
