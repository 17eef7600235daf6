// What a source asks of its visitors is done: pauses, limits, second tries, answers that are
// not ready, and how many requests there may be at once. The server's clock is what counts.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql } from "../tower.mjs";
import { collect, forge, listen, outcome, question, requests, scopes } from "./server.mjs";

const things = [{ name: "one" }];
const ok = (headers = {}, body = things) => ({ status: 200, headers, body });
const status = (status, headers = {}, body = { message: "Not now" }) => ({ status, headers, body });

// Asks for /1 to /COUNT, each for an owner of that number.
const several = (count, order = "n") => ({
  things: question({ ask: `WITH n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${count}) SELECT json_array(n) AS path, printf('%02d', n) AS owner FROM n ORDER BY ${order}` }),
});

// A server that notes when each request came: { target, at }, the most at once, and answers what
// ANSWER gives for a request and its number among those for the same target, perhaps later.
async function peer(answer) {
  const came = [], counts = {};
  const at = { once: 0, most: 0 };
  const serve = async (request, response) => {
    came.push({ target: request.url, at: Date.now() });
    at.most = Math.max(at.most, ++at.once);
    counts[request.url] = (counts[request.url] ?? 0) + 1;
    const given = await answer(request, counts[request.url], response);
    at.once--;
    if (!given) return;
    const { status, headers, body } = "status" in given ? given : ok({}, given);
    response.writeHead(status, { connection: "close", ...headers }).end(JSON.stringify(body));
  };
  const server = await listen(new Proxy({}, { get: () => (request, response) => void serve(request, response) }));
  const gaps = (target) => came.filter((one) => one.target === target).map(({ at }, i, list) => at - list[Math.max(i - 1, 0)].at).slice(1);
  return { ...server, came, at, gaps, order: () => came.map(({ target }) => target) };
}

const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const inSeconds = (seconds) => Math.floor(Date.now() / 1000) + seconds;
const date = (seconds) => new Date(Date.now() + seconds * 1000).toUTCString();
const nothingLeft = (reset) => ({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset) });

// Status and headers of a first answer, and the least milliseconds until the second request.
const pauses = [
  ["429 with seconds", () => status(429, { "retry-after": "1" }), 1000],
  ["429 with a date", () => status(429, { "retry-after": date(2) }), 1000],
  ["429 with a date that is past", () => status(429, { "retry-after": date(-100) }), 0],
  ["503 with seconds", () => status(503, { "retry-after": "1" }), 1000],
  ["403 with seconds", () => status(403, { "retry-after": "1" }), 1000],
  ["403 with nothing left, reset in seconds since 1970", () => status(403, nothingLeft(inSeconds(2))), 1000],
  ["403 with nothing left, reset in milliseconds since 1970", () => status(403, nothingLeft(inSeconds(2) * 1000)), 1000],
  ["429 with nothing left, reset after seconds", () => status(429, nothingLeft(1)), 1000],
  ["429 with nothing left, reset after 1s", () => status(429, nothingLeft("1s")), 1000],
  ["429 with nothing left, reset after 0m1s", () => status(429, nothingLeft("0m1s")), 1000],
  ["429 with nothing left, reset after 1200ms", () => status(429, nothingLeft("1200ms")), 1200],
  ["429 with nothing left, reset after 1.2s", () => status(429, nothingLeft("1.2s")), 1200],
  ["429 whose Retry-After comes before its reset", () => status(429, { "retry-after": "1", ...nothingLeft(3000) }), 1000],
];

// All at once: each has a server and a program of its own.
test("pauses", { concurrency: 16 }, async (t) => {
  await Promise.all(pauses.map(([name, first, least]) =>
    t.test(name, async () => {
      const server = await peer((_, count) => count === 1 ? first() : ok());
      const path = forge(server.url, undefined, { deadline: "15s" });
      const run = await collect(path);
      assert.equal(run.status, 0, run.stderr);
      assert.deepEqual(outcome(path), { outcome: "ok", reason: null });
      assert.equal(server.came.length, 2);
      assert.ok(server.gaps("/things")[0] >= least, `${server.gaps("/things")[0]} ms`);
      const [request] = requests(path);
      assert.deepEqual([request.status, request.tries, request.cached, request.error], [200, 2, 0, null]);
      assert.ok(request.waited >= least && request.ms >= request.waited, JSON.stringify(request));
      await server.close();
    })));
});

// What it says, the reason, and after how many seconds it may be asked again.
const tooLong = [
  ["429 that names no time: a minute", status(429), "HTTP 429: Not now", 60, 95],
  ["403 with the words of limit-message", status(403, {}, { message: "You have exceeded a SECONDARY rate limit" }), "HTTP 403: You have exceeded a SECONDARY rate limit", 60, 95],
  ["Retry-After: 600", status(429, { "retry-after": "600" }), "HTTP 429: Not now", 600, 605],
  ["reset after 6m0s", status(429, nothingLeft("6m0s")), "HTTP 429: Not now", 360, 365],
  ["reset after 1h2m3s", status(403, nothingLeft("1h2m3s")), "HTTP 403: Not now", 3723, 3728],
  ["nothing left on a good answer", ok(nothingLeft(600)), "the source's limit of requests is reached", 600, 605],
];
for (const [name, answer, reason, least, most] of tooLong)
  test(`a pause past the deadline: ${name}`, async () => {
    const server = await peer(() => answer);
    const path = forge(server.url, several(3), { concurrency: 1, deadline: "5s" }, { auth: "bearer", "limit-message": "rate limit" });
    assert.equal((await collect(path)).status, 0);
    assert.deepEqual(server.order(), ["/1"]);
    const told = scopes(path);
    const good = answer.status === 200;
    assert.deepEqual(told.map(({ outcome }) => outcome), [good ? "ok" : "unreached", "unreached", "unreached"]);
    for (const { reason: said } of told.slice(good)) {
      assert.equal(said.replace(/at \S+Z/, "at TIME").replace(/^GET .\d: /, ""), `${reason}; it may be asked again at TIME, after the deadline`);
      const seconds = (Date.parse(said.match(/at (\S+Z)/)[1]) - Date.now()) / 1000;
      assert.ok(seconds > least - 5 && seconds < most, `${seconds}`);
    }
    const [source] = sql(path, "SELECT stopped, requests_left, resets_at FROM allowance");
    assert.match(source.stopped, /it may be asked again at/);
    assert.equal(source.requests_left, answer.headers["x-ratelimit-remaining"] ? 0 : null);
    assert.equal(source.resets_at !== null, "x-ratelimit-reset" in answer.headers);
    await server.close();
  });

test("403 is no limit where nothing says so", async () => {
  const server = await peer((request) => request.url === "/1" ? status(403, { "x-ratelimit-remaining": "10" }) : ok());
  const path = forge(server.url, several(2), { concurrency: 1 }, { "limit-message": "rate limit" });
  await collect(path);
  assert.deepEqual(scopes(path).map(({ outcome, reason }) => [outcome, reason]), [["forbidden", "GET /1: HTTP 403: Not now"], ["ok", null]]);
  await server.close();
});

test("nothing left on a good answer: nothing is sent before the reset, by headers of any name", async () => {
  const server = await peer((request) => request.url === "/1" ? ok({ "budget-left": "0", "budget-reset": "1" }) : ok({ "budget-left": "5" }));
  const path = forge(server.url, several(4), { concurrency: 1 }, { remaining: "budget-left", reset: "budget-reset" });
  await collect(path);
  assert.deepEqual(server.order(), ["/1", "/2", "/3", "/4"]);
  assert.ok(server.came[1].at - server.came[0].at >= 1000);
  assert.ok(scopes(path).every(({ outcome }) => outcome === "ok"));
  assert.deepEqual(sql(path, "SELECT requests_left, stopped FROM allowance"), [{ requests_left: 5, stopped: null }]);
  await server.close();
});

test("old news of what is left arrives late: never more is asked than is left", async () => {
  const most = 24;
  let left = most, release;
  const almostOver = new Promise((resolve) => { release = resolve; });
  const reset = String(inSeconds(3000));
  const server = await peer(async (request) => {
    const headers = { "x-ratelimit-remaining": String(left = Math.max(left - 1, 0)), "x-ratelimit-reset": reset };
    if (left === 1) release();
    await (request.url === "/2" ? almostOver : later(20 + Number(request.url.slice(1)) % 5 * 15));
    return ok(headers);
  });
  const path = forge(server.url, several(60), { concurrency: 8, deadline: "10s" });
  await collect(path);
  assert.equal(server.came.length, most);
  assert.equal(scopes(path).filter(({ outcome }) => outcome === "ok").length, most);
  await server.close();
});

test("a pause holds for all requests, not only for the one that was told", async () => {
  const server = await peer(async (request, count) => {
    if (request.url === "/1" && count === 1) return status(429, { "retry-after": "1" });
    await later(20);
    return ok();
  });
  const path = forge(server.url, several(12), { concurrency: 4 });
  await collect(path);
  const start = server.came[0].at;
  const meanwhile = server.came.filter(({ at }) => at - start < 1000);
  assert.ok(meanwhile.length <= 4, JSON.stringify(meanwhile));
  assert.equal(server.came.length, 13);
  assert.ok(scopes(path).every(({ outcome }) => outcome === "ok"));
  await server.close();
});

// Answers that may be better next time, and those that will not.
const better = ["500", "502", "503", "504", "408", "reset", "end", "silence"];
const same = ["400", "404", "405", "410", "422", "501", "505"];
const trouble = (request, response) => {
  const kind = request.url.split("/").at(-1);
  if (kind === "reset") return void response.socket.resetAndDestroy();
  if (kind === "end") return void response.socket.end();
  return kind === "silence" ? undefined : status(Number(kind));
};
const asks = (words) => ({
  things: question({ ask: `SELECT json_array('a', value) AS path, value AS owner FROM json_each('${JSON.stringify(words)}')` }),
});

test("what may be better next time is tried again, after gaps that grow", async () => {
  const server = await peer((request, count, response) => count <= 2 ? trouble(request, response) : ok());
  const path = forge(server.url, asks(better), { retries: 2, timeout: "1s", concurrency: 8 });
  await collect(path);
  for (const { key, outcome, reason } of scopes(path)) assert.deepEqual([key, outcome, reason], [key, "ok", null]);
  for (const kind of better) {
    const gaps = server.gaps(`/a/${kind}`);
    assert.equal(gaps.length, 2, kind);
    assert.ok(gaps[0] >= 495 && gaps[1] >= 995, `${kind}: ${gaps}`);
  }
  for (const { tries, status, waited, error } of requests(path)) {
    assert.deepEqual([tries, status, error], [3, 200, null]);
    assert.ok(waited >= 1490);
  }
  await server.close();
});

test("what will not be better is asked for once", async () => {
  const server = await peer(trouble);
  const path = forge(server.url, asks(same), { retries: 3 });
  await collect(path);
  assert.deepEqual(server.order().sort(), same.map((kind) => `/a/${kind}`));
  for (const { key, outcome, reason } of scopes(path)) assert.deepEqual([outcome, reason], ["failed", `GET /a/${key}: HTTP ${key}: Not now`]);
  await server.close();
});

test("retries = 0: everything is asked for once; retries = 1: twice", async () => {
  for (const retries of [0, 1]) {
    const server = await peer(trouble);
    const path = forge(server.url, asks(["500", "502", "503", "504"]), { retries });
    await collect(path);
    assert.equal(server.came.length, 4 * (retries + 1));
    for (const { key, reason } of scopes(path)) assert.equal(reason, `GET /a/${key}: HTTP ${key}: Not now`);
    for (const { tries, error } of requests(path)) assert.deepEqual([tries, error.slice(0, 6)], [retries + 1, "HTTP 5"]);
    await server.close();
  }
});

test("three requests in a row without an answer: the source is left alone", async () => {
  const server = await peer((request, count, response) => ["/1", "/2", "/4", "/5", "/6"].includes(request.url) ? void response.socket.end() : ok());
  const path = forge(server.url, several(9), { concurrency: 1 });
  const run = await collect(path);
  assert.equal(run.status, 0);
  assert.deepEqual(server.order(), ["/1", "/2", "/3", "/4", "/5", "/6"]);
  const nobody = "Server returned nothing (no headers, no data)";
  assert.deepEqual(scopes(path).map(({ outcome, reason }) => [outcome, reason?.replace(/ \(http.+/, "")]), [
    ["failed", `GET /1: ${nobody}`], ["failed", `GET /2: ${nobody}`], ["ok", undefined], ["failed", `GET /4: ${nobody}`], ["failed", `GET /5: ${nobody}`],
    ["failed", `GET /6: ${nobody}`], ["unreached", "GET /7: left alone after 3 requests without an answer"],
    ["unreached", "left alone after 3 requests without an answer"], ["unreached", "left alone after 3 requests without an answer"],
  ]);
  await server.close();
});

test("the deadline ends a source, and what was on its way", async () => {
  const server = await peer((request) => ["/1", "/2"].includes(request.url) ? ok() : undefined);
  const path = forge(server.url, several(6), { concurrency: 2, deadline: "1s" });
  const start = Date.now();
  assert.equal((await collect(path)).status, 0);
  assert.ok(Date.now() - start >= 1000);
  const told = scopes(path);
  assert.deepEqual(told.map(({ outcome }) => outcome), ["ok", "ok", "unreached", "unreached", "unreached", "unreached"]);
  for (const { reason } of told.slice(2)) assert.match(reason, /^(GET \/\d: )?the deadline of 1 seconds is reached$/);
  assert.equal(sql(path, "SELECT stopped FROM allowance")[0].stopped, "the deadline of 1 seconds is reached");
  await server.close();
});

test("a source that hangs does not keep another one waiting", async () => {
  const hanging = await peer(() => undefined);
  const good = await peer(() => ok());
  const path = forge(hanging.url, several(3), { deadline: "2s" });
  const { appendFileSync } = await import("node:fs");
  appendFileSync(`${path}/site.conf`, `[source "good"]\n\ttype = forge\n\turl = ${good.url}\n\tretries = 0\n`);
  await collect(path);
  const start = Math.min(...hanging.came.map(({ at }) => at));
  assert.ok(good.came.every(({ at }) => at - start < 2000));
  assert.deepEqual(sql(path, "SELECT DISTINCT source, outcome FROM scope ORDER BY source"), [{ source: "forge", outcome: "unreached" }, { source: "good", outcome: "ok" }]);
  await hanging.close();
  await good.close();
});

const working = (headers = { "retry-after": "0" }) => status(202, headers, {});

test("202: asked for again until it is ready", async () => {
  const server = await peer((_, count) => count <= 3 ? working(count === 2 ? { "retry-after": "1" } : undefined) : ok());
  const path = forge(server.url);
  await collect(path);
  assert.deepEqual(outcome(path), { outcome: "ok", reason: null });
  assert.equal(server.came.length, 4);
  assert.ok(server.gaps("/things")[1] >= 1000);
  assert.deepEqual(requests(path).map(({ status, tries }) => [status, tries]), [[200, 4]]);
  await server.close();
});

test("202 with a Location: asked for there", async () => {
  const server = await peer((request, count) => request.url === "/things" ? working({ location: "/jobs/7", "retry-after": "0" }) : count < 3 ? working() : ok());
  const path = forge(server.url);
  await collect(path);
  assert.deepEqual(outcome(path), { outcome: "ok", reason: null });
  assert.deepEqual(server.order(), ["/things", "/jobs/7", "/jobs/7", "/jobs/7"]);
  await server.close();
});

test("202 without end: until the deadline, in gaps of a second at least where none is told", async () => {
  const server = await peer(() => working({}));
  const path = forge(server.url, undefined, { deadline: "3s" });
  assert.equal((await collect(path)).status, 0);
  assert.deepEqual(outcome(path), { outcome: "unreached", reason: "GET /things: the deadline of 3 seconds is reached" });
  const gaps = server.gaps("/things");
  assert.ok(gaps.length >= 1 && gaps.length <= 2 && gaps[0] >= 995, `${gaps}`);
  await server.close();
});

test("202 without end and without pause: given up after 31 requests", async () => {
  const server = await peer(() => working());
  const path = forge(server.url);
  assert.equal((await collect(path)).status, 0);
  assert.deepEqual(outcome(path), { outcome: "unreached", reason: "GET /things: the source is still working on its answer" });
  assert.equal(server.came.length, 31);
  await server.close();
});

for (const [concurrency, system] of [[1, {}], [3, {}], [16, {}], [undefined, {}], [undefined, { concurrency: 2 }], [5, { concurrency: 2 }]])
  test(`concurrency = ${concurrency}, ${system.concurrency ?? 8} where not set: reached, and never exceeded`, async () => {
    const most = concurrency ?? system.concurrency ?? 8;
    const server = await peer(async () => (await later(30), ok()));
    const path = forge(server.url, several(most * 3), concurrency ? { concurrency } : {}, system);
    await collect(path);
    assert.equal(server.came.length, most * 3);
    assert.equal(server.at.most, most);
    await server.close();
  });

test("pages that are asked for together do not exceed it either", async () => {
  const server = await peer(async (request) => (await later(20),
    ok({ link: `</things?page=2>; rel="next", </things?page=20>; rel="last"` }, [{ name: `of ${request.url}` }])));
  const path = forge(server.url, undefined, { concurrency: 4 });
  await collect(path);
  assert.equal(server.at.most, 4);
  await server.close();
});

test("max-requests: spent in the order of the ask; what was not reached comes first next time", async () => {
  const server = await peer(() => ok());
  const path = forge(server.url, several(7, "n DESC"), { "max-requests": 3, concurrency: 1 });
  for (const [night, expected, unreached] of [
    [21, ["/7", "/6", "/5"], ["01", "02", "03", "04"]],
    [22, ["/4", "/3", "/2"], ["01", "05", "06", "07"]],
    [23, ["/1", "/7", "/6"], ["02", "03", "04", "05"]],
    [24, ["/5", "/4", "/3"], ["01", "02", "06", "07"]],
  ]) {
    server.came.length = 0;
    assert.equal((await collect(path, "--now", `2026-11-${night}T21:00:00Z`)).status, 0);
    assert.deepEqual(server.order(), expected);
    const left = scopes(path).filter(({ outcome }) => outcome === "unreached");
    assert.deepEqual(left.map(({ key }) => key), unreached);
    assert.ok(left.every(({ reason }) => reason === "the source's budget of 3 requests is spent"));
  }
  assert.equal(sql(path, "SELECT count(*) AS n FROM repo")[0].n, 7);
  await server.close();
});

test("--max-requests is for all sources together", async () => {
  const server = await peer(() => ok());
  const path = forge(server.url, several(3), { concurrency: 1 });
  await collect(path, "--max-requests", "2");
  assert.deepEqual(server.order(), ["/1", "/2"]);
  assert.equal(scopes(path)[2].reason, "the run's budget of requests is spent");
  await server.close();
});

test("--deadline ends the run before the source's own", async () => {
  const server = await peer(() => undefined);
  const path = forge(server.url);
  await collect(path, "--deadline", "1s");
  assert.deepEqual(outcome(path), { outcome: "unreached", reason: "GET /things: the deadline of the run is reached" });
  await server.close();
});

test("an address for tokens that hangs takes no longer than an answer may", async () => {
  const server = await peer((request) => request.url === "/token" ? undefined : ok());
  const settings = { timeout: "1s", "client-id": "me", "token-url": `${server.url}/token` };
  const path = forge(server.url, several(3), settings, { auth: "oauth2" });
  const start = Date.now();
  assert.equal((await collect(path)).status, 0);
  assert.ok(Date.now() - start < 30000);
  assert.deepEqual(server.order(), ["/token"]);
  for (const { outcome, reason } of scopes(path)) {
    assert.equal(outcome, "unreached");
    assert.equal(reason.replace(/^GET .\d: /, ""), `asking for a token: Timeout was reached (${server.url})`);
  }
  await server.close();
});
