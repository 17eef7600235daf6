// Nothing is asked for twice: conditional requests, validators, windows with a cursor; and what
// is remembered never hides a change. A night is a run at its own time.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { sql } from "../tower.mjs";
import { collect, forge, listen, names, outcome, question, requests, rows } from "./server.mjs";

const thing = (name, more) => ({ name, ...more });
const list = (letter, count = 3) => Array.from({ length: count }, (_, i) => thing(`${letter}${i}`));
const night = (path, day, ...more) => collect(path, "--now", `2026-11-${String(day).padStart(2, "0")}T21:00:00Z`, ...more);

// A server of the list PAGES, each with a link to the next: conditional requests are answered
// as RFC 9110 has it. ASKED: what came, as "PAGE" or "PAGE?" where it came with a condition.
async function peer(pages, header = "etag") {
  const state = { pages, asked: [], special: {}, conditions: [] };
  const serve = (request) => {
    const number = Number(new URL(request.url, "http://x").searchParams.get("page") ?? 1);
    const condition = request.headers["if-none-match"] ?? request.headers["if-modified-since"];
    state.asked.push(`${number}${condition ? "?" : ""}`);
    state.conditions.push(condition);
    const body = state.pages[number - 1] ?? [];
    const digest = createHash("sha256").update(JSON.stringify(body)).digest("hex");
    const tag = header === "etag" ? `W/"${digest.slice(0, 9)}"` : new Date(parseInt(digest.slice(0, 8), 16) * 1000).toUTCString();
    const link = number < state.pages.length ? { link: `</things?page=${number + 1}>; rel="next"` } : {};
    if (state.special[number]) return state.special[number](request);
    if (condition === tag) return { status: 304, headers: { [header]: tag, ...link }, body: "" };
    return { status: 200, headers: { [header]: tag, ...link }, body };
  };
  const server = await listen({ "/things": serve });
  const take = () => state.asked.splice(0);
  return { ...server, state, take };
}

for (const header of ["etag", "last-modified"])
  test(`${header}: the second night nothing is loaded, and nothing counts`, async () => {
    const server = await peer([list("a"), list("b"), list("c")], header);
    const path = forge(server.url, undefined, { "max-requests": 3 });
    await night(path, 1);
    assert.deepEqual(server.take(), ["1", "2", "3"]);
    const before = rows(path);
    assert.equal(before.length, 9);
    for (const day of [2, 3]) {
      await night(path, day);
      assert.deepEqual(server.take(), ["1?", "2?", "3?"]);
      assert.deepEqual(outcome(path), { outcome: "unchanged", reason: null });
      assert.deepEqual(requests(path).map(({ status, cached }) => [status, cached]), [[304, 1], [304, 1], [304, 1]]);
      assert.deepEqual(rows(path), before);
      assert.equal(sql(path, "SELECT loaded_at FROM scope")[0].loaded_at, `2026-11-0${day}T21:00:00Z`);
    }
    await server.close();
  });

// Which pages change in the second night, what is asked for then, and in the third.
const all = ["1?", "2?", "3?"];
const changes = [
  ["the first", (pages) => { pages[0] = list("x"); }, ["1?", "2", "3"]],
  ["the second", (pages) => { pages[1] = list("x"); }, ["1?", "2?", "1", "2", "3"]],
  ["the last", (pages) => { pages[2] = list("x", 1); }, ["1?", "2?", "3?", "1", "2", "3"]],
  ["a row moves from the second page to the first", (pages) => { pages[0].unshift(pages[1].pop()); }, ["1?", "2", "3"]],
  ["one more page", (pages) => { pages[2].push(thing("c3")); pages.push(list("d", 1)); }, ["1?", "2?", "3?", "1", "2", "3", "4"], [...all, "4?"]],
  ["one more page behind one that stayed as it was", (pages) => { pages.push(list("d", 1)); }, ["1?", "2?", "3?", "4", "1", "2", "3", "4"], [...all, "4?"]],
  ["the last page is gone, the one before it stayed as it was", (pages) => { pages.pop(); }, ["1?", "2?", "3?", "1", "2"], ["1?", "2?"]],
  ["the last page is gone, the one before it changed", (pages) => { pages[1].pop(); pages.pop(); }, ["1?", "2?", "1", "2"], ["1?", "2?"]],
  ["the last page is empty", (pages) => { pages[2] = []; }, ["1?", "2?", "3?", "1", "2", "3"]],
];
for (const [name, change, expected, third = all] of changes)
  test(`a list of three pages changes: ${name}`, async () => {
    const pages = [list("a"), list("b"), list("c")];
    const server = await peer(pages);
    const path = forge(server.url);
    await night(path, 1);
    server.take();
    change(pages);
    await night(path, 2);
    assert.deepEqual(server.take(), expected);
    assert.deepEqual(outcome(path), { outcome: "ok", reason: null });
    assert.deepEqual(names(path), pages.flat().map(({ name }) => name).sort());
    await night(path, 3);
    assert.deepEqual(server.take(), third);
    assert.equal(outcome(path).outcome, "unchanged");
    assert.deepEqual(names(path), pages.flat().map(({ name }) => name).sort());
    await server.close();
  });

// What the second page answers while the first one says that nothing changed.
for (const [name, answer, expected] of [
  ["204", { status: 204, headers: {} }, "failed"],
  ["201 with a shorter list", { status: 201, headers: {}, body: [] }, "failed"],
  ["206 with a shorter list", { status: 206, headers: {}, body: [] }, "failed"],
  ["500", { status: 500, headers: {}, body: "" }, "failed"],
  ["a list that breaks off", { status: 200, headers: {}, body: "[" }, "failed"],
  ["304 from another place", { status: 302, headers: { location: "/elsewhere" } }, "failed"],
])
  test(`the first page is as it was, the second is not well: ${name}`, async () => {
    const server = await peer([list("a", 2), list("b", 2)]);
    server.answers["/elsewhere"] = { status: 304, headers: {}, body: "" };
    const path = forge(server.url);
    await night(path, 1);
    server.state.special[2] = (request) => request.headers["if-none-match"] || name[0] !== "2" ? answer : { status: 500, headers: {}, body: "" };
    await night(path, 2);
    assert.equal(outcome(path).outcome, expected, outcome(path).reason);
    assert.deepEqual(names(path), ["a0", "a1", "b0", "b1"]);
    delete server.state.special[2];
    server.take();
    await night(path, 3);
    assert.deepEqual(server.take(), ["1?", "2?"]);
    assert.equal(outcome(path).outcome, "unchanged");
    await server.close();
  });

test("what is held back is not remembered", async () => {
  const pages = [list("a", 20)];
  const server = await peer(pages);
  const path = forge(server.url);
  await night(path, 1);
  pages[0] = list("a", 2);
  for (const day of [2, 3]) {
    await night(path, day);
    assert.equal(outcome(path).outcome, "held");
    assert.equal(names(path).length, 20);
  }
  assert.equal(new Set(server.state.conditions.slice(1)).size, 1);
  pages[0] = list("a", 20);
  await night(path, 4);
  assert.equal(outcome(path).outcome, "unchanged");
  pages[0] = list("a", 2);
  await night(path, 5, "--accept-drop");
  assert.deepEqual(names(path), ["a0", "a1"]);
  await server.close();
});

const conf = (path) => `${path}/site.conf`;
const edit = (file, from, to) => {
  const text = readFileSync(file, "utf8");
  assert.ok(text.includes(from));
  writeFileSync(file, text.replace(from, to));
};
const colored = question({ ask: "SELECT json_array('things') AS path, 'x' AS owner, (SELECT value FROM setting WHERE key = 'color') AS color" });
const plain = question();

// What is edited between the nights, and whether the second night asks with a condition.
for (const [name, things, change, expected] of [
  ["nothing", plain, () => {}, ["1?"]],
  ["the declaration's rows", plain, (path) => edit(`${path}/sources/forge/things.sql`, "value ->> '$.name' AS name", "upper(value ->> '$.name') AS name"), ["1"]],
  ["a setting that the ask reads", colored, (path) => edit(conf(path), "color = red", "color = blue"), ["1"]],
  ["a setting that it does not read", plain, (path) => edit(conf(path), "color = red", "color = blue"), ["1?"]],
  ["the time that an answer may take", plain, (path) => edit(conf(path), "retries = 0", "retries = 1"), ["1?"]],
  ["a column of the ask", question({ ask: "SELECT json_array('things') AS path, 'x' AS owner, strftime('%d', 'now') AS day" }), () => {}, ["1"]],
])
  test(`edited between the nights: ${name}`, async () => {
    const server = await peer([list("a")]);
    const path = forge(server.url, { things }, { color: "red" });
    await night(path, 1);
    server.take();
    change(path);
    await night(path, 2);
    assert.deepEqual(server.take(), expected);
    assert.equal(outcome(path).outcome, expected[0] === "1" ? "ok" : "unchanged");
    if (name === "the declaration's rows") assert.deepEqual(names(path), ["A0", "A1", "A2"]);
    await server.close();
  });

test("a failed night forgets nothing", async () => {
  const server = await peer([list("a"), list("b")]);
  const path = forge(server.url);
  await night(path, 1);
  server.state.special[2] = () => ({ status: 500, headers: {}, body: "" });
  await night(path, 2);
  assert.equal(outcome(path).outcome, "failed");
  assert.equal(sql(path, "SELECT loaded_at FROM scope")[0].loaded_at, "2026-11-01T21:00:00Z");
  server.state.special = {};
  server.take();
  await night(path, 3);
  assert.deepEqual(server.take(), ["1?", "2?"]);
  assert.equal(outcome(path).outcome, "unchanged");
  assert.equal(names(path).length, 6);
  await server.close();
});

test("a row whose parent is missing is not hidden behind a 304 or a validator", async () => {
  const things = question();
  const notes = `-- Issues of things.\n--\n-- answer: array\n\n-- ask\nSELECT json_array('notes') AS path, 'same' AS validator, 'notes' AS scope, count(*) * 0 AS n FROM repo;\n\n-- rows issue window\n` +
    `SELECT 'x/' || (value ->> '$.of') AS repo, value ->> '$.n' AS number, 'issue' AS kind, 'T' AS title, 'open' AS state, '2026-11-01T00:00:00Z' AS created_at, '2026-11-01T00:00:00Z' AS updated_at FROM json_each(:body);\n`;
  let conditions = 0;
  const server = await listen({
    "/things": [thing("a")],
    "/notes": (request) => {
      conditions += "if-none-match" in request.headers;
      return { status: 200, headers: { etag: '"1"' }, body: [{ of: "a", n: 1 }, { of: "late", n: 2 }] };
    },
  });
  const path = forge(server.url, { things, notes });
  const numbers = () => sql(path, "SELECT number FROM issue ORDER BY number").map(({ number }) => number);
  await night(path, 1);
  assert.deepEqual(numbers(), [1]);
  assert.deepEqual(sql(path, "SELECT reason FROM reject"), [{ reason: "refers to a row that is not there" }]);
  server.answers["/things"] = [thing("a"), thing("late")];
  await night(path, 2);
  assert.deepEqual(numbers(), [1, 2]);
  assert.equal(conditions, 0);
  assert.deepEqual(sql(path, "SELECT count(*) AS n FROM reject"), [{ n: 0 }]);
  server.asked.length = 0;
  await night(path, 3);
  assert.deepEqual(server.asked.map(({ target }) => target), ["/things"], "all rows were taken: the validator holds again");
  await server.close();
});

test("full-every: after seven days all is asked for as if nothing were known", async () => {
  const server = await peer([list("a")]);
  const path = forge(server.url);
  for (const [day, expected] of [[1, "1"], [2, "1?"], [7, "1?"], [8, "1"], [9, "1?"], [14, "1?"], [15, "1"]]) {
    await night(path, day);
    assert.deepEqual(server.take(), [expected], `day ${day}`);
  }
  await server.close();
});

for (const [every, expected] of [["1d", ["1", "1", "1", "1"]], ["2d", ["1", "1?", "1", "1?"]], ["0s", ["1", "1?", "1?", "1?"]]])
  test(`full-every = ${every}`, async () => {
    const server = await peer([list("a")]);
    const path = forge(server.url, undefined, { "full-every": every });
    for (const day of [1, 2, 3, 4]) await night(path, day);
    assert.deepEqual(server.take(), expected);
    await server.close();
  });

test("--full asks without conditions, and counts as a full reading", async () => {
  const server = await peer([list("a"), list("b")]);
  const path = forge(server.url);
  await night(path, 1);
  await night(path, 5, "--full");
  await night(path, 11);
  await night(path, 12);
  assert.deepEqual(server.take(), ["1", "2", "1", "2", "1?", "2?", "1", "2"]);
  await server.close();
});

// A validator that the second declaration takes from what the first one loads.
const base = question();
const detail = (table) => `-- The detail of each thing.\n--\n-- answer: object\n\n-- ask
SELECT json_array('detail', name) AS path, pushed_at AS validator, key FROM repo ORDER BY key;\n
-- rows repo ${table}\nSELECT :key AS key, :body ->> '$.stars' AS stars;\n`;

test("validator: not asked for while it is the same", async () => {
  const at = (day) => `2026-10-0${day}T00:00:00Z`;
  const server = await listen({ "/things": [thing("a", { at: at(1) }), thing("b", { at: at(1) }), thing("c")] });
  for (const name of "abc") server.answers[`/detail/${name}`] = { stars: 1 };
  const path = forge(server.url, { things: base.replace("value ->> '$.stars' AS stars,\n", ""), detail: detail("window(key)") });
  const details = async (day, ...more) => {
    server.asked.length = 0;
    const run = await night(path, day, ...more);
    assert.equal(run.status, 0, run.stderr);
    return server.asked.map(({ target }) => target).filter((target) => target.startsWith("/detail")).map((target) => target.at(-1)).sort().join("");
  };
  const outcomes = () => sql(path, "SELECT outcome FROM scope WHERE declaration = 'forge/detail' ORDER BY key").map(({ outcome }) => outcome);
  assert.equal(await details(1), "abc");
  assert.equal(await details(2), "c");
  assert.deepEqual(outcomes(), ["unchanged", "unchanged", "ok"]);
  server.answers["/things"] = [thing("a", { at: at(2) }), thing("b", { at: at(1) }), thing("c")];
  server.answers["/detail/a"] = { status: 500, headers: {}, body: "" };
  assert.equal(await details(3), "ac");
  assert.deepEqual(outcomes(), ["failed", "unchanged", "ok"]);
  server.answers["/detail/a"] = { stars: 2 };
  assert.equal(await details(4), "ac");
  assert.deepEqual(outcomes(), ["ok", "unchanged", "ok"]);
  assert.deepEqual(rows(path).map(({ stars }) => stars), [2, 1, 1]);
  assert.equal(await details(5, "--full"), "abc");
  assert.equal(await details(6), "c");
  assert.equal(await details(12), "abc");
  edit(`${path}/sources/forge/detail.sql`, "The detail", "All");
  assert.equal(await details(13), "abc");
  await server.close();
});

// A window that asks for what changed since.
const since = question({
  fields: { cursor: "pushed_at" }, kind: "window(owner)",
  ask: `SELECT json_array('things') AS path, json_object('since', (SELECT cursor FROM scope WHERE declaration = 'forge/things' AND hash = :hash)) AS query, 'x' AS owner`,
});
const moment = (minute) => `2026-10-01T00:${String(minute).padStart(2, "0")}:00Z`;

test("window: after the first time only what changed is asked for; what is gone is found in a full reading", async () => {
  let things = [thing("a", { at: moment(1) }), thing("b", { at: moment(2) }), thing("c", { at: moment(3) })];
  const asked = [];
  const server = await listen({ "/things": (request) => {
    const from = new URL(request.url, "http://x").searchParams.get("since");
    asked.push(from);
    return things.filter(({ at }) => !from || at >= from);
  } });
  const path = forge(server.url, { things: since });
  await night(path, 1);
  things = [thing("a", { at: moment(1) }), thing("c", { at: moment(3) }), thing("d", { at: moment(4) })];
  await night(path, 2);
  assert.deepEqual(names(path), ["a", "b", "c", "d"]);
  await night(path, 3);
  assert.deepEqual(asked, [null, moment(3), moment(4)]);
  await night(path, 8);
  assert.deepEqual(asked.slice(3), [null]);
  assert.deepEqual(names(path), ["a", "c", "d"]);
  await night(path, 9);
  assert.deepEqual(asked.slice(4), [moment(4)]);
  edit(`${path}/sources/forge/things.sql`, "-- Things.", "-- All things.");
  await night(path, 10);
  assert.deepEqual(asked.slice(5), [null]);
  await night(path, 11, "--full");
  assert.deepEqual(asked.slice(6), [null]);
  await server.close();
});

test("window: an unchanged first page does not hide a changed second one, which is loaded alone", async () => {
  const pages = [list("a"), list("b")];
  const server = await peer(pages);
  const path = forge(server.url, { things: question({ kind: "window(owner)" }) });
  await night(path, 1);
  pages[1] = [thing("b0", { stars: 7 }), thing("new")];
  server.take();
  await night(path, 2);
  assert.deepEqual(server.take(), ["1?", "2?"]);
  assert.deepEqual(outcome(path), { outcome: "ok", reason: null });
  assert.deepEqual(names(path), ["a0", "a1", "a2", "b0", "b1", "b2", "new"]);
  assert.equal(rows(path).find(({ name }) => name === "b0").stars, 7);
  await night(path, 3);
  assert.deepEqual(server.take(), ["1?", "2?"]);
  assert.equal(outcome(path).outcome, "unchanged");
  await server.close();
});

test("a window that broke off goes on where it stopped, with its pages remembered for no one", async () => {
  const pages = [[thing("a", { at: moment(1) })], [thing("b", { at: moment(2) })]];
  const server = await peer(pages);
  server.state.special[2] = () => ({ status: 500, headers: {}, body: "" });
  const path = forge(server.url, { things: since });
  await night(path, 1);
  assert.deepEqual(names(path), ["a"]);
  assert.deepEqual(sql(path, "SELECT outcome, cursor, loaded_at FROM scope"), [{ outcome: "failed", cursor: moment(1), loaded_at: null }]);
  server.state.special = {};
  server.asked.length = 0;
  await night(path, 2);
  assert.deepEqual(server.asked.map(({ target }) => decodeURIComponent(target)), [`/things?since=${moment(1)}`, "/things?page=2"]);
  assert.deepEqual(names(path), ["a", "b"]);
  await server.close();
});
