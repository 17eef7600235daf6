// The ledger beside a calculation of its own, in whole numbers: 100,000 drawn records, by every
// dimension, to the millionth; a price that changes in mid-month, what has none, currencies with
// and without rates, rounding, budgets, and who may see any of it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { edit } from "../snapshot/edit.mjs";
import { now, site, sql, tower, tree } from "../tower.mjs";

// Of two as near the even one, as the ledger says.
function divide(a, b) {
  const [size, sign] = a < 0n ? [-a, -1n] : [a, 1n];
  const rest = (size % b) * 2n;
  return sign * (size / b + (rest > b || (rest === b && (size / b) % 2n) ? 1n : 0n));
}
const scaled = (text, places) => BigInt(text.replace(".", "") + "0".repeat(places - (text.split(".")[1] ?? "").length));
const text = (value) => `${value < 0n ? "-" : ""}${(value < 0n ? -value : value) / 1000000n}.${String((value < 0n ? -value : value) % 1000000n).padStart(6, "0").replace(/0{1,4}$/, "")}`;

const prices = [
  ["openai", "gpt", "input", "2026-08-01", "2.5", "USD"], ["openai", "gpt", "cached", "2026-08-01", "0.3125", "USD"], ["openai", "gpt", "output", "2026-08-01", "10", "USD"],
  ["openai", "gpt", "input", "2026-11-15", "1.333333", "USD"], ["openai", "gpt", "output", "2026-10-10", "9.999999", "USD"],
  ["anthropic", "opus", "input", "2026-08-01", "15", "USD"], ["anthropic", "opus", "cached", "2026-08-01", "1.5", "USD"], ["anthropic", "opus", "cache_write", "2026-08-01", "18.75", "USD"],
  ["anthropic", "opus", "output", "2026-08-01", "75", "USD"], ["anthropic", "opus", "reasoning", "2026-09-20", "60", "USD"],
  ["*", "local", "input", "2026-08-01", "0.000001", "GBP"], ["*", "local", "output", "2026-08-01", "0", "GBP"],
  ["mistral", "large", "input", "2026-10-01", "2", "EUR"], ["mistral", "large", "output", "2026-10-01", "6", "EUR"],
];
const rates = [["2026-08-01", "USD", "0.761234567"], ["2026-11-10", "USD", "0.8"], ["2026-10-15", "EUR", "0.87"]];
const csv = (header, rows) => [header, ...rows.map((row) => row.join(","))].join("\n") + "\n";
const costs = { "content/prices.csv": csv("provider,model,kind,valid_from,price,currency", prices), "content/rates.csv": csv("day,currency,value", rates) };
const conf = (more = "") => `[costs]\n\tcurrency = GBP\n\tprices = content/prices.csv\n\trates = content/rates.csv\n[source "usage"]\n\ttype = usage-file\n\tpath = usage.csv\n[edition "private"]\n\tzones = public, internal\n\toutput = private\n${more}`;
const forAll = '[edition "public"]\n\tzones = public\n\toutput = public\n';
const run = (path, command, ...more) => {
  const said = tower([command, "-C", path, "--now", now, ...more]);
  assert.equal(said.status, 0, said.stderr);
  return said;
};
const build = (usage, more, files = costs) => {
  const path = site({ "site.conf": conf(more), "usage.csv": usage, ...files });
  run(path, "collect");
  run(path, "analyse");
  return path;
};

// What is in force of LIST on DAY: the last that begins then or before.
const last = (list, day) => list.filter(([from]) => from <= day).sort(([a], [b]) => (a < b ? 1 : -1))[0]?.[1];
const priceOf = (provider, model, kind, day) => {
  const own = prices.some((row) => row[0] === provider && row[1] === model) ? provider : "*";
  const price = last(prices.filter((row) => row[0] === own && row[1] === model && row[2] === kind).map((row) => [row[3], row[4]]), day);
  return price === undefined ? undefined : scaled(price, 6);
};
const currencyOf = (model) => prices.find((row) => row[1] === model)?.[5];

// [cost, currency] of a record, or [null, ""].
function reckon(record) {
  const number = (name) => BigInt(record[name] || 0);
  let [cost, currency] = [null, ""];
  if (record.cost) {
    [cost, currency] = [scaled(record.cost, 6), record.currency];
  } else {
    const parts = [["input", number("tokens_in") - number("tokens_cached") - number("tokens_cache_write")], ["cached", number("tokens_cached")], ["cache_write", number("tokens_cache_write")],
      ["output", number("tokens_out") - number("tokens_reasoning")], ["reasoning", number("tokens_reasoning")]].filter(([, count]) => count);
    const known = parts.map(([kind, count]) => [count, priceOf(record.provider, record.model, kind, record.day) ?? (kind === "reasoning" ? priceOf(record.provider, record.model, "output", record.day) : undefined)]);
    if (known.every(([count, price]) => price !== undefined && count > 0n)) [cost, currency] = [divide(known.reduce((sum, [count, price]) => sum + count * price, 0n), 1000000n), currencyOf(record.model)];
  }
  const rate = currency && currency !== "GBP" ? last(rates.filter((row) => row[1] === currency).map((row) => [row[0], row[2]]), record.day) : undefined;
  return rate === undefined ? [cost, currency] : [divide(cost * scaled(rate, 9), 1000000000n), "GBP"];
}

// A generator whose numbers are the same each time (mulberry32).
function draws(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const columns = ["day", "provider", "model", "account", "repo", "workflow", "task", "requests", "tokens_in", "tokens_cached", "tokens_cache_write", "tokens_out", "tokens_reasoning", "cost", "currency"];
function draw(count) {
  const next = draws(20261121), below = (n) => Math.floor(next() * n), one = (list) => list[below(list.length)];
  return Array.from({ length: count }, () => {
    const [provider, model] = one([["openai", "gpt"], ["anthropic", "opus"], ["somewhere", "local"], ["mistral", "large"], ["openai", "new"]]);
    const tokens_in = below(200000), tokens_out = below(20000), told = below(8) === 0;
    return {
      day: new Date(Date.UTC(2026, 8, 1 + below(81))).toISOString().slice(0, 10), provider, model, account: one(["", "ada", "ben"]), repo: one(["", "x/a", "x/b", "y/c"]),
      workflow: one(["", "triage", "review"]), task: below(3) ? `x/a#${below(100)}` : "", requests: 1 + below(5), tokens_in, tokens_out,
      tokens_cached: provider === "openai" ? below(tokens_in) : provider === "anthropic" ? below(tokens_in >> 1) : "", tokens_cache_write: provider === "anthropic" ? below(tokens_in >> 1) : "",
      tokens_reasoning: provider === "anthropic" ? below(tokens_out) : "", cost: told ? `${below(100)}.${String(below(1000000)).padStart(6, "0")}` : "", currency: told ? one(["USD", "GBP", "EUR", "CHF"]) : "",
    };
  });
}
const table = (records) => csv(columns.join(","), records.map((record) => columns.map((name) => record[name] ?? "")));

const dimensions = { month: (r) => r.day.slice(0, 7), day: (r) => r.day, provider: (r) => r.provider, model: (r) => r.model, account: (r) => r.account, repository: (r) => r.repo, workflow: (r) => r.workflow, task: (r) => r.task, source: () => "usage" };

test("100,000 records: every sum of the ledger to the millionth", () => {
  const records = draw(100000);
  const path = build(table(records), forAll);
  assert.deepEqual(sql(path, "SELECT count(*) AS n FROM usage"), [{ n: 100000 }]);
  const expected = new Map();
  for (const record of records) {
    const [cost, currency] = reckon(record);
    for (const [dimension, name] of Object.entries(dimensions)) {
      const key = JSON.stringify([record.day.slice(0, 7), dimension, currency, name(record)]);
      const sums = expected.get(key) ?? { cost: null, records: 0, unknown: 0, requests: 0, tokens_in: 0, tokens_out: 0 };
      if (cost !== null) sums.cost = (sums.cost ?? 0n) + cost;
      sums.records += 1;
      sums.unknown += cost === null ? 1 : 0;
      for (const column of ["requests", "tokens_in", "tokens_out"]) sums[column] += record[column];
      expected.set(key, sums);
    }
  }
  const rows = sql(path, "SELECT month, dimension, currency, name, CAST(cost AS TEXT) AS cost, records, unknown, requests, tokens_in, tokens_out FROM ledger WHERE edition = 'private'");
  assert.equal(rows.length, expected.size);
  for (const { month, dimension, currency, name, cost, ...counts } of rows)
    assert.deepEqual({ cost: cost === null ? null : BigInt(cost), ...counts }, expected.get(JSON.stringify([month, dimension, currency, name])), `${month} ${dimension} ${currency} ${name}`);
  assert.ok(rows.some((row) => row.currency === "CHF") && rows.some((row) => row.cost === null), "some are not converted, some not priced");
  const sums = sql(path, "SELECT DISTINCT month, currency, sum(cost) AS cost, sum(records) AS records FROM ledger WHERE edition = 'private' GROUP BY month, dimension, currency");
  assert.equal(sums.length, sql(path, "SELECT DISTINCT month, currency FROM ledger").length, "each dimension gives the same sum");
  assert.deepEqual(sql(path, "SELECT * FROM ledger WHERE edition = 'public'"), []);
  assert.equal(sql(path, "SELECT sum(records) AS n FROM cost_gap WHERE problem = 'price'")[0].n, records.filter((r) => reckon(r)[0] === null).length);
  edit(path, "UPDATE ledger SET requests = 7777777;");
  run(path, "analyse");
  assert.deepEqual(sql(path, "SELECT DISTINCT requests FROM ledger"), [{ requests: 7777777 }], "nothing is another, so nothing is computed again");
});

const one = (fields) => table([{ day: "2026-11-20", provider: "openai", model: "gpt", ...fields }]);
const month = (path, more = "") => sql(path, `SELECT currency, cost, told, records, unknown FROM ledger WHERE edition = 'private' AND dimension = 'month' ${more} ORDER BY currency`);

test("a price that changes in mid-month counts from its day on", () => {
  const path = build(table(["2026-11-14", "2026-11-15"].map((day) => ({ day, provider: "openai", model: "gpt", tokens_in: 1000000, tokens_out: 0 }))));
  assert.deepEqual(sql(path, "SELECT name, cost FROM ledger WHERE edition = 'private' AND dimension = 'day' ORDER BY name"),
    [{ name: "2026-11-14", cost: 2000000 }, { name: "2026-11-15", cost: 1066666 }]);
});

test("what has no price has an unknown cost, not none", () => {
  const path = build(table([{ day: "2026-11-03", provider: "openai", model: "new", tokens_in: 10, tokens_out: 20 }, { day: "2026-11-20", provider: "openai", model: "new", tokens_in: 1, tokens_out: 2 },
    { day: "2026-11-20", provider: "openai", model: "gpt", tokens_in: 5, tokens_cache_write: 2 }, { day: "2026-11-20", provider: "openai", model: "gpt", tokens_in: 5, tokens_cached: 7 },
    { day: "2026-11-20", provider: "openai", tokens_in: 5 }, { day: "2026-11-20", provider: "openai", requests: 5 }]));
  assert.deepEqual(month(path), [{ currency: "", cost: null, told: null, records: 6, unknown: 6 }]);
  assert.deepEqual(sql(path, "SELECT problem, model, first_day, last_day, records, tokens FROM cost_gap WHERE edition = 'private' ORDER BY problem, model"), [
    { problem: "model", model: "", first_day: "2026-11-20", last_day: "2026-11-20", records: 1, tokens: 5 },
    { problem: "price", model: "gpt", first_day: "2026-11-20", last_day: "2026-11-20", records: 1, tokens: 5 },
    { problem: "price", model: "new", first_day: "2026-11-03", last_day: "2026-11-20", records: 2, tokens: 33 },
    { problem: "tokens", model: "gpt", first_day: "2026-11-20", last_day: "2026-11-20", records: 1, tokens: 5 },
    { problem: "usage", model: "", first_day: "2026-11-20", last_day: "2026-11-20", records: 1, tokens: 0 },
  ]);
  run(path, "render");
  const page = readFileSync(join(path, "private/costs.md"), "utf8");
  assert.match(page, /\| openai \| new \| the file of prices has none for some of its tokens on these days \| 2026-11-03 \| 2026-11-20 \| 2 \| 33 tokens \|/);
});

test("without a rate a cost stays in its own currency; a rate counts from its day on", () => {
  const path = build(table([["2026-11-09", "USD"], ["2026-11-10", "USD"], ["2026-11-10", "CHF"], ["2026-10-14", "EUR"]].map(([day, currency]) => ({ day, provider: "p", cost: "1.000000", currency }))));
  assert.deepEqual(month(path), [{ currency: "CHF", cost: 1000000, told: 1000000, records: 1, unknown: 0 }, { currency: "EUR", cost: 1000000, told: 1000000, records: 1, unknown: 0 },
    { currency: "GBP", cost: 761235 + 800000, told: 1561235, records: 2, unknown: 0 }]);
  assert.deepEqual(sql(path, "SELECT currency, first_day, told FROM cost_gap WHERE edition = 'private' AND problem = 'rate' ORDER BY currency"),
    [{ currency: "CHF", first_day: "2026-11-10", told: 1000000 }, { currency: "EUR", first_day: "2026-10-14", told: 1000000 }]);
});

test("a half is rounded to the even one, of each record", () => {
  const local = (tokens) => ({ day: "2026-11-20", provider: "x", model: "local", tokens_in: tokens });
  assert.deepEqual(month(build(table([local(500000), local(500000), local(1500000), local(2500001)]))), [{ currency: "GBP", cost: 0 + 0 + 2 + 3, told: null, records: 4, unknown: 0 }]);
  assert.deepEqual(month(build(table(["0.0000005", "0.0000015", "-0.0000025", "1e-06"].map((cost) => ({ day: "2026-11-20", provider: "x", cost, currency: "GBP" }))))),
    [{ currency: "GBP", cost: 0 + 2 - 2 + 1, told: 1, records: 4, unknown: 0 }]);
});

test("what is too much when it is converted has an unknown cost, and says so", () => {
  const path = build(table([{ day: "2026-11-20", provider: "p", cost: "9000000", currency: "KWD" }]), "", { ...costs, "content/rates.csv": "day,currency,value\n2026-08-01,KWD,2.6\n" });
  assert.deepEqual(month(path), [{ currency: "GBP", cost: null, told: null, records: 1, unknown: 1 }]);
  assert.deepEqual(sql(path, "SELECT problem, provider, records FROM cost_gap WHERE edition = 'private'"), [{ problem: "amount", provider: "p", records: 1 }]);
});

test("what is told counts, and a difference from the price is shown", () => {
  const path = build(one({ tokens_in: 1000000, tokens_out: 0, cost: "2.00", currency: "USD" }));
  assert.deepEqual(month(path), [{ currency: "GBP", cost: 1600000, told: 1600000, records: 1, unknown: 0 }]);
  assert.deepEqual(sql(path, "SELECT problem, currency, told, priced FROM cost_gap WHERE edition = 'private'"), [{ problem: "difference", currency: "USD", told: 2000000, priced: 1333333 }]);
});

test("minutes are priced like tokens, of the runner that is told", () => {
  const minutes = (fields) => ({ day: "2026-11-20", provider: "github", unit: "Minutes", ...fields });
  const named = ["quantity", "unit"];
  const usage = [minutes({ model: "linux_4_core", quantity: 10.5, repo: "x/a" }), minutes({ model: "macos_l", quantity: 2, day: "2026-10-31" }), minutes({ model: "new", quantity: 7 }), minutes({ quantity: 1 }),
    minutes({ model: "linux_4_core", quantity: 3, cost: "0", currency: "USD" }), minutes({ model: "linux_4_core", quantity: 5, unit: "GigabyteHours" })];
  const path = build(csv([...columns, ...named].join(","), usage.map((record) => [...columns, ...named].map((name) => record[name] ?? ""))), "",
    { ...costs, "content/prices.csv": `${costs["content/prices.csv"]}github,linux_4_core,minute,2026-01-01,0.012,USD\ngithub,macos_l,minute,2026-01-01,0.08,USD\ngithub,macos_l,minute,2026-11-01,0.077,USD\n` });
  assert.deepEqual(sql(path, "SELECT month, currency, cost, records, unknown, minutes FROM ledger WHERE edition = 'private' AND dimension = 'month' ORDER BY month, currency"), [
    { month: "2026-10", currency: "GBP", cost: 121798, records: 1, unknown: 0, minutes: 2000000 },
    { month: "2026-11", currency: "", cost: null, records: 3, unknown: 3, minutes: 8000000 },
    { month: "2026-11", currency: "GBP", cost: 100800, records: 2, unknown: 0, minutes: 13500000 }]);
  assert.deepEqual(sql(path, "SELECT problem, model, records, minutes, told, priced FROM cost_gap WHERE edition = 'private' ORDER BY problem"), [
    { problem: "difference", model: "linux_4_core", records: 1, minutes: 3000000, told: 0, priced: 36000 },
    { problem: "model", model: "", records: 1, minutes: 1000000, told: null, priced: null },
    { problem: "price", model: "new", records: 1, minutes: 7000000, told: null, priced: null },
    { problem: "usage", model: "linux_4_core", records: 1, minutes: null, told: null, priced: null }]);
  run(path, "render");
  const page = readFileSync(join(path, "private/costs.md"), "utf8");
  assert.match(page, /\| github \| new \| the file of prices has none of kind minute on these days \| 2026-11-20 \| 2026-11-20 \| 1 \|  7\.00 minutes \|/);
  assert.match(page, /\| 10\.50 minutes \| 0\\\.126 USD, by the price \|/);
  assert.match(page, /So the month is the same, to the millionth, added up by any of 9 dimensions\./);
  assert.equal(page.match(/\| \*\*All\*\* \| 0\\\.1008 GBP \| 2 \|/g)?.length, 4, "provider, model, repository and source");
});

test("what is no number, day or known provider is refused, and costs beyond all measure", () => {
  const path = build(table([{ day: "2026-11-20", provider: "x", cost: "ten", currency: "GBP" }, { day: "2026-02-30", provider: "x" }, { day: "2026-11-20" },
    { day: "2026-11-20", provider: "x", cost: "10000001", currency: "GBP" }, { day: "2026-11-20", provider: "x", tokens_in: "1000000000001" }, { day: "2026-11-20", provider: "x", cost: "1" }]));
  assert.deepEqual(sql(path, "SELECT reason FROM reject ORDER BY reason").map((row) => row.reason.split(": ").slice(0, 2).join(": ")), [
    "CHECK constraint failed: (cost IS NULL) = (currency IS NULL)", "CHECK constraint failed: day IS date(day)", "CHECK constraint failed: tokens_in BETWEEN 0 AND 1000000000000",
    "NOT NULL constraint failed: usage.provider", "cannot store TEXT value in INTEGER column usage.cost", "cannot store TEXT value in INTEGER column usage.cost"]);
  assert.deepEqual(sql(path, "SELECT count(*) AS n FROM usage"), [{ n: 0 }]);
});

// 1 a day since September, 3 on each Saturday: what a week costs is always 9, and 10 days 12 or 15.
const budget = (monthly, more = "") => `[budget "ai"]\n\tmonthly = ${monthly}\n${more}`;
const steady = (scale = 1) => table(Array.from({ length: 81 }, (_, i) => new Date(Date.UTC(2026, 8, 1 + i))).map((day) =>
  ({ day: day.toISOString().slice(0, 10), provider: "p", cost: `${(day.getUTCDay() === 6 ? 3 : 1) * scale}`, currency: "GBP" })));
const state = (path) => sql(path, "SELECT * FROM budget_state WHERE edition = 'private'")[0];

test("a forecast is what was spent and the days to come, tried on the past", () => {
  const now = state(build(steady(), budget("100.00")));
  // Until the 20th: 20 days of 1 and 2 more on each of two Saturdays (7, 14). The 10 days to come
  // have two Saturdays (21, 28): 14. Ten days to a Friday had one or two Saturdays, each the same as
  // ten days to the Friday before: what was on the same weekday is right each time.
  assert.equal(now.spent, 24000000);
  assert.equal(now.until, "2026-11-20");
  assert.deepEqual([now.method, now.forecast, now.low, now.high, now.error], ["seasonal naive", 38000000, 38000000, 38000000, 0]);
  // 72 sums of ten days are known. From the 14th on each is an origin whose tenth day after it is known: 49.
  assert.equal(now.tests, 49);
});

test("thresholds, the day on which they were reached, and what comes", () => {
  const path = build(steady(), budget("30.00"));
  const { threshold, reached_on, next, spent_on, reason } = state(path);
  assert.deepEqual({ threshold, reached_on, next, spent_on }, { threshold: 80, reached_on: "2026-11-20", next: 100, spent_on: null });
  assert.equal(reason, "spent 24.00 of 30.00 GBP, 80% on 2026-11-20; the forecast is 38.00, in 80 of 100 cases from 38.00 to 38.00");
  const { stdout } = run(path, "explain", "--edition", "private", "budget:ai");
  assert.deepEqual([...stdout.matchAll(/^ {2}Rule ([a-z-]+), version /gm)].map(([, rule]) => rule), ["budget-spent", "charge", "tariff"]);
  assert.deepEqual(sql(path, "SELECT key, title, severity, opened_at FROM item WHERE kind = 'budget'"), [{ key: "ai", title: "Budget ai: nearly spent", severity: "medium", opened_at: "2026-11-20T00:00:00Z" }]);
});

test("an overspent budget is in the one order, with its reason", () => {
  const path = build(steady(), budget("22.50"));
  assert.deepEqual(sql(path, "SELECT urgency, reason FROM priority WHERE kind = 'budget'"), [{ urgency: "high",
    reason: "65 high budget (spent 24.00 of 22.50 GBP, more than all of it on 2026-11-19; the forecast is 38.00, in 80 of 100 cases from 38.00 to 38.00) = 65" }]);
  assert.deepEqual(sql(build(steady(), budget("16.00")), "SELECT severity FROM item WHERE kind = 'budget'"), [{ severity: "critical" }]);
  assert.deepEqual(sql(build(steady(), budget("1000.00")), "SELECT severity FROM item WHERE kind = 'budget'"), []);
});

test("a budget counts what fits its filters, and says what it cannot", () => {
  const usage = table([["openai", "a"], ["openai", "b"], ["anthropic", "a"], ["mistral", "a"]].map(([provider, account], i) => ({ day: "2026-11-20", provider, account, cost: `${10 ** i}`, currency: "GBP" }))
    .concat([{ day: "2026-11-20", provider: "openai", account: "a", cost: "5", currency: "CHF" }]));
  const spent = (filters) => { const now = state(build(usage, budget("5.00", filters))); return [now.spent / 1e6, now.records, now.unknown]; };
  assert.deepEqual(spent(""), [1111, 5, 1]);
  assert.deepEqual(spent("\tprovider = openai\n"), [11, 3, 1]);
  assert.deepEqual(spent("\tprovider = openai\n\tprovider = anthropic\n\taccount = a\n"), [101, 3, 1]);
  assert.deepEqual(spent("\tsource = other\n"), [0, 0, 0]);
});

test("from too few days nothing is forecast", () => {
  const { forecast, reason } = state(build(one({ cost: "3", currency: "GBP" }), budget("5.00")));
  assert.equal(forecast, null);
  assert.equal(reason, "spent 3.00 of 5.00 GBP, 50% on 2026-11-20; too few days are known to forecast it");
});

test("an edition that may not show costs knows nothing of them", () => {
  const path = build(one({ account: "canary-account", task: "canary-task", cost: "31.415926", currency: "GBP" }), `${forAll}[budget "canary-budget"]\n\tmonthly = 27.18\n`);
  run(path, "render");
  assert.equal(sql(path, "SELECT count(*) AS n FROM item WHERE kind = 'budget'")[0].n, 1);
  const files = Object.entries(tree(join(path, "public")));
  for (const [name, bytes] of files) for (const word of ["canary", "31.41", "27.18", "costs.html"]) assert.ok(!bytes.includes(word), `${name} has ${word}`);
  assert.ok(!files.some(([name]) => name.startsWith("costs")));
  const page = readFileSync(join(path, "private/costs.html"), "utf8");
  for (const word of ["canary-account", "canary-task", "canary-budget", "31.415926", "27.18"]) assert.ok(page.includes(word), word);
  assert.ok(readFileSync(join(path, "private/index.html"), "utf8").includes("costs.html"));
});

test("what an outcome cost: a request of a task, a closed issue of a repository, and why it is not known", () => {
  const day = "2026-11-20", gbp = { day, provider: "p", currency: "GBP" };
  const path = build(table([
    { ...gbp, task: "summary", cost: "1", requests: 3, repo: "x/a" }, { ...gbp, task: "summary", cost: "1", requests: 4, currency: "USD", repo: "x/a" }, { ...gbp, day: "2026-10-31", task: "summary", cost: "9", requests: 2, repo: "x/a" },
    { ...gbp, task: "two", cost: "1", requests: 2 }, { ...gbp, task: "two", cost: "2", requests: 2, currency: "CHF" }, { ...gbp, task: "none", cost: "1", requests: 0 }, { ...gbp, task: "silent", cost: "1", requests: 1 }, { ...gbp, task: "silent", cost: "1" },
    { ...gbp, task: "partly", cost: "5", requests: 1, repo: "x/b" }, { day, provider: "openai", model: "new", tokens_in: 7, task: "partly", requests: 1, repo: "x/b" }, { day, provider: "openai", model: "new", tokens_in: 7, task: "dark", requests: 1 }, { ...gbp, cost: "70", repo: "x/c" }]), forAll);
  const issues = [["x/a", "2026-11-01"], ["x/a", "2026-11-30"], ["x/a", "2026-10-01"], ["x/b", "2026-11-03"], ["x/c", "2026-10-30"], ["y/d", "2026-11-30"]];
  edit(path, ["x/a", "x/b", "x/c", "y/d"].map((key) => `INSERT INTO repo (source, key, name) VALUES ('usage', '${key}', 'r');`).join("") + issues.map(([repo, closed], i) =>
    `INSERT INTO issue (source, repo, number, kind, title, state, closed_at, created_at, updated_at) VALUES ('usage', '${repo}', ${i + 1}, 'issue', 't', 'closed', '${closed}T00:00:00Z', '2026-09-01T00:00:00Z', '2026-11-20T00:00:00Z');`).join(""));
  run(path, "analyse");
  run(path, "render");
  const rows = sql(path, "SELECT month, kind, name, currency, cost, outcomes, each_cost, reason FROM outcome WHERE edition = 'private' ORDER BY month, kind, name, currency").map(Object.values);
  assert.deepEqual(rows, [
    ["2026-10", "closed issue", "x/a", "GBP", 9000000, 1, 9000000, "9.00 GBP / 1 = 9.00 GBP"],
    ["2026-10", "request", "summary", "GBP", 9000000, 2, 4500000, "9.00 GBP / 2 = 4.50 GBP"],
    ["2026-11", "closed issue", "x/a", "GBP", 1800000, 2, 900000, "1.80 GBP / 2 = 0.90 GBP"],
    ["2026-11", "closed issue", "x/b", "GBP", 5000000, 1, null, "the cost of 1 of 2 records is not known"],
    ["2026-11", "request", "dark", "", null, 1, null, "the cost of 1 of 1 records is not known"],
    ["2026-11", "request", "none", "GBP", 1000000, 0, null, "its records tell of no request"],
    ["2026-11", "request", "partly", "GBP", 5000000, 2, null, "the cost of 1 of 2 records is not known"],
    ["2026-11", "request", "silent", "GBP", 2000000, null, null, "1 of 2 records do not tell their requests"],
    ["2026-11", "request", "summary", "GBP", 1800000, 7, 257143, "1.80 GBP / 7 = 0.257143 GBP"],
    ["2026-11", "request", "two", "CHF", 2000000, 4, 500000, "2.00 CHF / 4 = 0.50 CHF"],
    ["2026-11", "request", "two", "GBP", 1000000, 4, 250000, "1.00 GBP / 4 = 0.25 GBP"],
  ]);
  const read = (name) => readFileSync(join(path, "private", name), "utf8");
  assert.deepEqual(JSON.parse(read("costs.json")).outcomes.map(({ kind, name, each_cost }) => [kind, name, each_cost]), [
    ["Request of a task", "two", "0.50"], ["Request of a task", "summary", "0.257143"], ["Request of a task", "two", "0.25"], ["Request of a task", "dark", null], ["Request of a task", "none", null],
    ["Request of a task", "partly", null], ["Request of a task", "silent", null], ["Closed issue", "x/a", "0.90"], ["Closed issue", "x/b", null]]);
  assert.match(read("costs.md"), /\| summary \| Request of a task \| 0\\\.257143 GBP \| 1\\\.80 GBP \/ 7 = 0\.257143 GBP \|\n/);
  assert.match(read("costs.html"), /<bdi>dark<\/bdi><\/th>\n<td data-label="Outcome">Request of a task<\/td>\n<td data-label="Cost on average" class="n">unknown<\/td>\n<td data-label="Why"><bdi>the cost of 1 of 1 records is not known<\/bdi><\/td>/);
  const lines = read("outcomes.csv").split("\n");
  assert.equal(lines[0], "month,outcome,name,currency,cost,records,unknown,outcomes,each_cost,reason");
  assert.ok(lines.includes("2026-11,request,summary,GBP,1.80,2,0,7,0.257143,1.80 GBP / 7 = 0.257143 GBP"), lines.join("\n"));
  assert.equal(lines.length, rows.length + 2);
  assert.ok(!Object.keys(tree(join(path, "public"))).some((name) => name.startsWith("outcomes")));
});

test("the table for other programs has the ledger's rows", () => {
  const path = build(table([{ day: "2026-11-20", provider: "p", cost: "1.5", currency: "GBP", task: '"x, ""y"""' }]));
  run(path, "render");
  const lines = readFileSync(join(path, "private/costs.csv"), "utf8").split("\n");
  assert.equal(lines[0], "month,dimension,name,currency,cost,told,records,unknown,requests,tokens_in,tokens_cached,tokens_out,minutes");
  assert.ok(lines.includes('2026-11,task,"x, ""y""",GBP,1.50,1.50,1,0,,,,,'), lines.join("\n"));
  assert.ok(lines.includes(`2026-11,month,2026-11,GBP,${text(1500000n)},1.50,1,0,,,,,`));
});

for (const [name, file, content, message] of [
  ["a price", "prices", "provider,model,kind,valid_from,price,currency\np,m,input,2026-02-30,1,USD\n", ":2: valid_from is a day such as 2026-08-01"],
  ["a kind", "prices", "provider,model,kind,valid_from,price,currency\np,m,thought,2026-02-03,1,USD\n", ":2: kind is input, cached, cache_write, output, reasoning or minute"],
  ["an amount", "prices", "provider,model,kind,valid_from,price,currency\np,m,input,2026-02-03,1e3,USD\n", ":2: price is for a million tokens or a minute: a number up to 10000 with at most 6 decimals, such as 0.25"],
  ["a price that stands twice", "prices", "provider,model,kind,valid_from,price,currency\np,m,input,2026-02-03,1,USD\np,m,input,2026-02-03,2,USD\n", ":3: tells what line 2 tells already: the same kind from the same day on"],
  ["two currencies", "prices", "provider,model,kind,valid_from,price,currency\np,m,input,2026-02-03,1,USD\np,m,output,2026-02-03,2,EUR\n", ":3: is in EUR, and line 2 of the same model in USD; give all its prices in one currency"],
  ["a column", "prices", "provider,model,kind,from,price,currency\n", ":1: has no column 'valid_from'; the first row names the columns"],
  ["a rate", "rates", "day,currency,value\n2026-01-01,USD,0\n", ":2: value is a number above 0, up to 1000000 and with at most 9 decimals, such as 0.7612"],
  ["its own currency", "rates", "day,currency,value\n2026-01-01,GBP,1\n", ":2: GBP is the currency that others are told in; leave it out"],
  ["a currency", "rates", "day,currency,value\n2026-01-01,usd,1\n", ":2: currency is three capital letters (ISO 4217), such as GBP"],
  ["a rate that stands twice", "rates", "day,currency,value\n2026-01-01,USD,1\n2026-01-01,USD,2\n", ":3: tells USD of a day that line 2 tells already"],
  ["CSV", "rates", "day,currency,value\n2026-01-01,USD\n", ":2: has 2 fields where the first row names 3 columns"],
]) test(`refused in the files: ${name}`, () => {
  const path = site({ "site.conf": conf(), "usage.csv": "", ...costs, [`content/${file}.csv`]: content });
  const { status, stderr } = tower(["check", "-C", path]);
  assert.equal(status, 2);
  assert.ok(stderr.endsWith(`content/${file}.csv${message}\n`), stderr);
});
