// What is said of a series: small ones worked out by hand, many beside another implementation.
import assert from "node:assert/strict";
import { test } from "node:test";
import { site, tower } from "../tower.mjs";
import * as plain from "./series.mjs";

const path = site({ "site.conf": '[source "s"]\n\ttype = git\n\tpath = .\n' });
assert.equal(tower(["analyse", "-q", "-C", path]).status, 0);

function ask(question) {
  const { status, stdout, stderr } = tower(["sql", "-C", path, "--json", question]);
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

const quoted = (value) => `'${JSON.stringify(value)}'`;
const call = (name, series, ...rest) => JSON.parse(ask(`SELECT ${name}(${[quoted(series), ...rest.map((x) => (x === null ? "NULL" : typeof x === "string" ? `'${x}'` : x))].join(", ")}) AS it`)[0].it);
const anomaly = (series, kind = "flow", step = 1) => call("series_anomaly", series, kind, step);
const slope = (series, kind = "flow") => call("series_slope", series, kind);
const step = (series, kind = "flow", least = 1) => call("series_step", series, kind, least);
const forecast = (series, days = 7, most = null) => call("series_forecast", series, days, most);
const times = (n, x) => Array(n).fill(x);

// Equal up to the last digits of what is computed in another order.
function near(actual, expected, at = "") {
  if (typeof expected !== "number" || typeof actual !== "number") {
    if (expected === null || typeof expected !== "object") return assert.equal(actual, expected, at);
    assert.deepEqual(Object.keys(actual ?? {}).sort(), Object.keys(expected).sort(), at);
    for (const key of Object.keys(expected)) near(actual[key], expected[key], `${at} ${key}`);
    return;
  }
  assert.ok(Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), `${at}: ${actual}, not ${expected}`);
}

test("median, median absolute deviation and quantiles", () => {
  // The example of Leys et al. 2013: median 7; distances 1 1 3 3 4 4 6 993, their median 3.5
  near(ask("SELECT median(value) AS m, mad(value) AS d, 1.4826 * mad(value) AS s FROM json_each('[1,3,3,6,8,10,10,1000]')")[0], { m: 7, d: 3.5, s: 5.1891 });
  near(ask("SELECT quantile(value, 0) AS a, quantile(value, 0.25) AS b, quantile(value, 0.5) AS c, quantile(value, 1) AS d FROM json_each('[9,1,4,2]')")[0], { a: 1, b: 1.75, c: 3, d: 9 });
  assert.deepEqual(ask("SELECT median(value) AS m, mad(value) AS d, quantile(value, 0.5) AS q FROM json_each('[null, \"5\"]')")[0], { m: null, d: null, q: null });
  assert.deepEqual(ask("SELECT median(1) AS m, mad(1) AS d, quantile(1, 2) AS q WHERE 0")[0], { m: null, d: null, q: null });
  assert.deepEqual(ask("SELECT median(value) AS m FROM json_each('[5, null]')")[0], { m: 5 });
  assert.deepEqual(ask("SELECT median(value) AS m FROM json_each('[1e308, 1.5e308]')")[0], { m: 1.25e308 });
  assert.deepEqual(ask("SELECT quantile(value, 1.1) AS q FROM json_each('[1]')")[0], { q: null });
});

test("a series is made of what is given on some days", () => {
  const made = (rows, fill) => ask(`WITH given (at, value) AS (VALUES ${rows}) SELECT series(at, value, '${fill}') AS it FROM given`)[0].it;
  assert.equal(made("(0, 3), (3, NULL), (5, 2.5)", "hhhhhhh"), "[3,3,3,null,null,2.5,2.5]");
  assert.equal(made("(0, 3), (3, 4)", "h-hh-"), "[3,null,3,4,null]");
  assert.equal(made("(-9, 1), (-2, 7), (-5, 2), (2, 4)", "hhh"), "[7,7,4]");
  assert.equal(made("(1, 3), (3, 4)", "zzzzz"), "[3,0,4,0]");
  assert.equal(made("(-1, 3), (1, 4)", "zzz-"), "[0,4,0,null]");
  assert.equal(made("(1, 3), (3, 4)", "-----"), "[3,null,4,null]");
  assert.equal(made("(9, 1), (NULL, 1)", "hhh"), null);
  assert.equal(made("(0, 'text')", "h"), null);
});

test("what is no series is refused", () => {
  for (const text of ["", "{}", "[1,]", "[1 2]", "[1", "[\"1\"]", "[0x10]", "[inf]", "[nan]", "[1]]", "[-]", "[,1]"])
    assert.match(tower(["sql", "-C", path, `SELECT series_slope('${text.replaceAll("'", "''")}', 'flow')`]).stderr, /a series is a JSON array of numbers and nulls/, text);
  assert.match(tower(["sql", "-C", path, "SELECT series_slope('[1]', 'other')"]).stderr, /a series is of the kind 'level' or 'flow'/);
  for (const days of [0, 32]) assert.match(tower(["sql", "-C", path, `SELECT series_forecast('[1]', ${days}, NULL)`]).stderr, /a forecast is of 1 to 31 days/);
  assert.deepEqual(ask("SELECT series_anomaly(NULL, 'flow', 1) AS a, series_anomaly('[ 1 , -2.5e1,null ]', 'flow', 1) AS b, series_step('[]', 'flow', 1) AS c")[0], { a: null, b: null, c: null });
});

// Median 3; distances three 0, six 1, five 2: their median 1.
const usual = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4];

test("unusual is what is more than 3.5 usual deviations away", () => {
  near(anomaly([...usual, 50]), {
    at: 14, value: 50, expected: 3, moved: 50, usual: 3, deviation: 1.4826, distance: 1, score: 47 / 1.4826,
    low: 3 - 3.5 * 1.4826, high: 3 + 3.5 * 1.4826, points: 14, weekday: 0, unusual: 1,
  });
  assert.equal(anomaly([...usual, 8]).unusual, 0); // 5 / 1.4826 = 3.37
  assert.equal(anomaly([...usual, 8.2]).unusual, 1); // 3.51
  assert.equal(anomaly([...usual, -2.2]).unusual, 1);
  assert.equal(anomaly([...usual, 50], "flow", 14).unusual, 0); // 47 / 14 = 3.36
});

test("nothing is said from fewer than 14 numbers", () => {
  assert.equal(anomaly([...usual.slice(1), 50]), null);
  assert.equal(anomaly([...usual.slice(1), null, null, 50]), null);
  assert.equal(anomaly([...usual, null, 50]).points, 14);
  assert.equal(anomaly([...usual, 50], "level"), null); // 14 moves, the last of which is judged
  assert.equal(anomaly([3, ...usual, 50], "level").points, 14);
  assert.equal(slope(times(13, 0).map((_, i) => i), "level"), null);
  assert.equal(slope(times(14, 0).map((_, i) => i), "level").points, 14);
  assert.equal(step([...times(7, 0), ...times(7, 9)], "level"), null); // 13 moves
  assert.deepEqual(step([...times(7, 0), ...times(8, 9)], "level"), { at: 7, before: 0, after: 9, p: null, score: 9, points: 14 });
  for (const nothing of [[], [5], [null], times(15, null)])
    for (const say of [anomaly, slope, step, forecast]) assert.equal(say(nothing), null);
});

test("what was that far away before is not unusual", () => {
  assert.equal(anomaly([60, ...usual.slice(1), 3, 50]).unusual, 0);
  assert.equal(anomaly([60, ...usual.slice(1), 3, 61]).unusual, 1);
  assert.equal(anomaly([60, ...times(56, 3), 50]).unusual, 1); // longer ago than 8 weeks
});

test("where most distances are 0 their mean counts, and where all are, nothing does", () => {
  // 13 times 0 and once 7: the mean distance is 0.5
  near(anomaly([7, ...times(13, 0), 20], "flow", 0), {
    at: 14, value: 20, expected: 0, moved: 20, usual: 0, deviation: 0.62665, distance: 0, score: 20 / 0.62665,
    low: -3.5 * 0.62665, high: 3.5 * 0.62665, points: 14, weekday: 0, unusual: 1,
  });
  const first = anomaly([...times(14, 5), 6], "flow", 0);
  assert.deepEqual([first.score, first.deviation, first.unusual], [null, 0, 1]);
  assert.equal(anomaly(times(15, 5), "flow", 0).unusual, 0);
  assert.equal(anomaly([...times(14, 5), 8], "flow", 1).unusual, 0);
  assert.equal(anomaly([...times(14, 5), 9], "flow", 1).score, 4);
});

test("weekdays are told apart where that is nearer, and each was seen four times", () => {
  const week = [10, 10, 10, 10, 10, 2, 2], weeks = [...week, ...week, ...week, ...week];
  const monday = anomaly([...weeks, 2]);
  assert.deepEqual([monday.weekday, monday.expected, monday.deviation, monday.score, monday.unusual], [1, 10, 1, -8, 1]);
  assert.equal(anomaly([...weeks, 10]).unusual, 0);
  assert.equal(anomaly([...weeks, ...week.slice(0, 5), 10]).expected, 2);
  assert.equal(anomaly([...weeks.slice(1), 2]).weekday, 0);
  assert.equal(anomaly(times(28, 0).map((_, i) => i % 2).concat(5)).weekday, 0); // of no use
  const workdays = [...week.slice(0, 5), null, null];
  assert.equal(anomaly([...workdays.map((x) => x && 1), ...workdays, ...workdays, ...workdays, 30]).points, 20);
});

test("a level is judged by its moves, and not after the longest break", () => {
  const level = anomaly([...times(15, 100), 110], "level");
  assert.deepEqual([level.value, level.expected, level.moved, level.score, level.unusual], [110, 100, 10, 10, 1]);
  assert.equal(anomaly([...times(15, 100), null, 110], "level"), null);
  assert.equal(anomaly([100, null, ...times(14, 100), null, 110], "level").unusual, 1);
  // It moves by 2 a night, and once by 0.
  const still = anomaly(times(16, 0).map((_, i) => 2 * Math.min(i, 14)), "level", 0.5);
  assert.deepEqual([still.expected, still.value, still.score, still.unusual], [30, 28, -4, 1]);
});

test("what was last known a week ago is not told of", () => {
  assert.equal(anomaly([...usual, 50, ...times(6, null)]).at, 14);
  assert.equal(anomaly([...usual, 50, ...times(7, null)]), null);
  assert.equal(forecast([...times(40, 0).map((_, i) => i), ...times(6, null)]).origin, 39);
  assert.equal(forecast([...times(40, 0).map((_, i) => i), ...times(7, null)]), null);
});

test("it rises where chance would have it so less than once in 1,000 times", () => {
  const rises = (n) => [...times(5, 0), ...times(n, 0).map((_, i) => i + 1)];
  assert.equal(slope(rises(10), "level"), null); // 2 / 2^10 = 0.00195
  near(slope(rises(11), "level"), { from: 0, to: 15, slope: plain.slope(rises(11), "level").slope, ups: 11, downs: 0, p: 2 / 2 ** 11, points: 16 });
  near(slope(times(20, 0).map((_, i) => -3 * i), "level"), { from: 0, to: 19, slope: -3, ups: 0, downs: 19, p: 2 / 2 ** 19, points: 20 });
  // 13 ups and 1 down of 14: 2 (1 + 14) / 2^14 = 0.00183; 15 and 1: 2 (1 + 16) / 2^16 = 0.00052
  const one = (ups) => [1, 0, ...times(ups, 0).map((_, i) => i + 1)];
  assert.equal(slope(one(13), "level"), null);
  near(slope(one(15), "level").p, 34 / 2 ** 16);
  // A flow: beside 28 days before, of whose 56 days no two are the same weekday by chance.
  const flow = times(56, 0).map((_, i) => (i < 28 ? i % 7 : (i % 7) + 2));
  near(slope(flow), { ...plain.slope(flow, "flow"), ups: 28, downs: 0, p: 2 / 2 ** 28, points: 56 });
  assert.equal(slope(flow.slice(18)), null); // 10 pairs
  assert.equal(slope(flow.slice(17)).ups, 11);
});

test("since when a flow is another one", () => {
  // 14 and 14: every pair differs, K = 196 and p = 2 exp(-6 K^2 / (28^3 + 28^2))
  near(step([...times(14, 0), ...times(14, 10)]), { at: 14, before: 0, after: 10, p: 2 * Math.exp(-6 * 196 ** 2 / (28 ** 3 + 28 ** 2)), score: null, points: 28 });
  assert.equal(step([...times(7, 0), ...times(7, 10)]), null); // p = 2 exp(-4.9) = 0.015
  assert.equal(step([...times(14, 0), ...times(14, 10)], "flow", 11), null);
  assert.equal(step([...times(20, 0), ...times(20, 10), ...times(20, 30)]).at, 40);
  assert.deepEqual([...Array(2).keys()].map((i) => step([...times(20, 0), ...times(20, 10), ...times(20, 30)])[["before", "after"][i]]), [10, 30]);
  assert.equal(step(times(60, 4)), null);
});

test("since when a level is another one", () => {
  assert.deepEqual(step([...times(20, 60), ...times(20, 80)], "level"), { at: 20, before: 60, after: 80, p: null, score: 20, points: 39 });
  assert.equal(step([...times(20, 60), 80, ...times(19, 60)], "level"), null); // it did not stay
  assert.equal(step([...times(20, 60), ...times(6, 80)], "level"), null); // or not for 7 nights yet
  assert.equal(step([...times(20, 60), ...times(7, 80)], "level").at, 20);
  assert.equal(step([...times(20, 60), null, ...times(20, 80)], "level"), null); // of two nights
  assert.equal(step([...times(20, 60), ...times(20, 63)], "level"), null); // 3 usual deviations
  assert.equal(step([...times(20, 60), ...times(57, 80)], "level"), null); // longer ago than 8 weeks
});

test("a forecast, its interval, and how far such forecasts were away", () => {
  // From day 13 on 14 numbers are known; of days 13 to 21 the number 7 days later is: 9 trials.
  const rising = times(29, 0).map((_, i) => i);
  assert.deepEqual(forecast(rising), {
    origin: 28, method: "drift", tests: 9, error: 0, error_naive: 7, points: 29,
    value: [29, 30, 31, 32, 33, 34, 35], low: [29, 30, 31, 32, 33, 34, 35], high: [29, 30, 31, 32, 33, 34, 35],
  });
  assert.equal(forecast(rising.slice(1)), null);
  assert.deepEqual(forecast(rising, 7, 30).value, [29, 30, 30, 30, 30, 30, 30]);
  // A week again and again: its own weekday is right, the day before is not.
  const week = [5, 6, 7, 8, 9, 1, 2], weeks = [...week, ...week, ...week, ...week, ...week];
  const seasonal = forecast(weeks, 3);
  assert.deepEqual([seasonal.method, seasonal.error, seasonal.value], ["seasonal naive", 0, [5, 6, 7]]);
  // 0 and 2 by turns, the next day: the last one is wrong by 2 each time, the mean by about 1.
  const turns = times(40, 0).map((_, i) => 2 * (i % 2));
  const mean = forecast(turns, 1);
  assert.deepEqual([mean.method, mean.error_naive, mean.tests], ["mean", 2, 26]);
  near(mean.value, [1]);
  // Of equally good ones the simplest; what was never negative will not be.
  const falls = forecast(times(40, 0).map((_, i) => Math.max(20 - i, 0)), 7);
  assert.equal(falls.method, "naive");
  assert.ok(falls.low.every((x) => x === 0));
  const owed = forecast(times(40, 0).map((_, i) => -i), 1);
  assert.deepEqual(owed.value, [-40]);
  assert.equal(forecast([...times(12, 1), ...times(28, 2)]), null); // has not moved for 28 days
  assert.equal(forecast([...times(13, 1), ...times(27, 2)]).origin, 39);
});

test("huge numbers are no accident", () => {
  const huge = usual.map((x) => x * 1e300);
  assert.equal(anomaly([...huge, 50e300]).unusual, 1);
  assert.equal(anomaly([...times(7, 1.7e308), ...times(7, -1.7e308), 1]).unusual, 0);
  for (const series of [[...huge, ...huge, ...huge], times(60, 0).map((_, i) => (i % 2 ? 1.7e308 : -1.7e308))])
    for (const say of [anomaly, slope, step, forecast]) for (const kind of ["level", "flow"]) say === forecast ? say(series) : say(series, kind);
});

// Numbers by a generator of our own, so that each run sees the same.
function random(seed) {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

function invent(n) {
  const draw = random(Math.imul(n + 1, 2654435761)), length = 1 + Math.floor(draw() * 120), gaps = draw() < 0.5 ? 0 : draw() * 0.4, scale = [1, 5, 40, 1e6][n % 4], shift = draw() < 0.5 ? 0 : Math.floor(draw() * length);
  let level = 0;
  return Array.from({ length }, (_, day) => {
    const noise = Math.floor((draw() - (n % 3 === 0 ? 0.5 : 0)) * scale) + (draw() < 0.03 ? 20 * scale : 0) + (shift && day > shift ? 2 * scale : 0) + (n % 5 === 0 && day % 7 > 4 ? -3 * scale : 0);
    level += noise;
    if (draw() < gaps) return null;
    return n % 2 ? level : noise + (n % 6 === 0 ? 0.25 * day : 0);
  });
}

test("500 series, beside another implementation", () => {
  const all = Array.from({ length: 500 }, (_, n) => invent(n));
  const said = { anomaly: 0, weekday: 0, unusual: 0, slope: 0, step: 0, forecast: 0, nothing: 0 };
  for (let from = 0; from < all.length; from += 100) {
    const some = all.slice(from, from + 100);
    const rows = ask(`SELECT ${["flow", "level"].map((kind) => `series_anomaly(value, '${kind}', 1) AS anomaly_${kind}, series_slope(value, '${kind}') AS slope_${kind}, series_step(value, '${kind}', 1) AS step_${kind}`).join(", ")},
      series_forecast(value, 7, NULL) AS forecast FROM json_each('${JSON.stringify(some.map((s) => JSON.stringify(s)))}')`);
    some.forEach((series, i) => {
      const row = rows[i], at = `series ${from + i}: ${JSON.stringify(series)}`;
      for (const kind of ["flow", "level"]) {
        const judged = plain.anomaly(series, kind, 1), rising = plain.slope(series, kind), other = plain.step(series, kind, 1);
        near(JSON.parse(row[`anomaly_${kind}`]), judged, `${at} ${kind} anomaly`);
        near(JSON.parse(row[`slope_${kind}`]), rising, `${at} ${kind} slope`);
        near(JSON.parse(row[`step_${kind}`]), other, `${at} ${kind} step`);
        said.anomaly += judged !== null; said.weekday += judged?.weekday ?? 0; said.unusual += judged?.unusual ?? 0; said.slope += rising !== null; said.step += other !== null; said.nothing += judged === null;
      }
      const ahead = plain.forecast(series, 7);
      near(JSON.parse(row.forecast), ahead, `${at} forecast`);
      said.forecast += ahead !== null;
    });
  }
  for (const [what, count] of Object.entries(said)) assert.ok(count >= 15, `${what}: only ${count}`);
});
