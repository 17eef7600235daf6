// A server that means harm, or is broken. Whatever it answers after a good night ends in a row of
// the table scope that says what happened, the good rows stay, and the program ends well.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { isUtf8 } from "node:buffer";
import { test } from "node:test";
import { createGzip, gzipSync } from "node:zlib";
import { now, program, sql, tree } from "../tower.mjs";
import { collect, forge, listen, names, outcome, question, raw, rows, scopes, secret, towerAsync } from "./server.mjs";

const things = ["one", "two", "three"].map((name) => ({ name, stars: 1 }));
const list = JSON.stringify(things);
const many = (count) => Array.from({ length: count }, (_, i) => ({ name: `thing-${i}` }));
const ok = (headers, body) => ({ status: 200, headers, body });
const linked = (url, body = things) => ok({ link: `<${url}>; rel="next"` }, body);
const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
const repeated = (line, count) => Array.from({ length: count }, (_, i) => line.replace("N", i)).join("");

const drip = (bytes, ms) => (request, response) => {
  let at = 0;
  const timer = setInterval(() => at < bytes.length ? response.socket?.write(bytes[at++]) : clearInterval(timer), ms);
  response.on("close", () => clearInterval(timer));
};

// The answer of the second night, the outcome that it ends in, and the reason: behind what was
// asked, with URL for the server's address.
const cases = [
  ["an answer that drips", drip(`${head}content-length: ${list.length}\r\n\r\n${list}`, 50), "failed", "Timeout was reached (URL)"],
  ["a body that drips", (request, response) => {
    response.writeHead(200, { "content-length": list.length }).flushHeaders();
    drip(list, 50)(request, response);
  }, "failed", "Timeout was reached (URL)"],
  ["headers without end", (request, response) => {
    response.socket.write("HTTP/1.1 200 OK\r\n");
    drip(repeated("x-N: 1\r\n", 10000).match(/.*\r\n/g), 1)(request, response);
  }, "failed", "the answer has more than 200 header lines"],
  ["no answer at all", () => undefined, "failed", "Timeout was reached (URL)"],
  ["a connection that is reset", (request, response) => void response.socket.resetAndDestroy(), "failed", "Failure when receiving data from the peer (URL)"],
  ["a connection that ends", (request, response) => void response.socket.end(), "failed", "Server returned nothing (no headers, no data) (URL)"],
  ["a length that is too short", raw(`${head}content-length: 20\r\n\r\n${list}`), "failed", "malformed JSON"],
  ["a length that is too long", raw(`${head}content-length: 2000\r\n\r\n${list}`), "failed", "Transferred a partial file (URL)"],
  ["a length that is negative", raw(`${head}content-length: -5\r\n\r\n${list}`), "failed", /^.+ \(URL\)$/],
  ["a length beyond all numbers", raw(`${head}content-length: 99999999999999999999999\r\n\r\n${list.slice(0, -5)}`), "failed", "malformed JSON"],
  ["chunks that break off", raw(`${head}transfer-encoding: chunked\r\n\r\n${list.length.toString(16)}\r\n${list}\r\n`), "failed", "Transferred a partial file (URL)"],
  ["chunks whose size is no number", raw(`${head}transfer-encoding: chunked\r\n\r\nxyz\r\n${list}\r\n0\r\n\r\n`), "failed", "Failure when receiving data from the peer (URL)"],
  ["a chunk larger than can be", raw(`${head}transfer-encoding: chunked\r\n\r\nfffffffffffffffffff\r\n${list}`), "failed", "Failure when receiving data from the peer (URL)"],
  ["bytes that are no gzip", raw(`${head}content-encoding: gzip\r\ncontent-length: ${list.length}\r\n\r\n${list}`), "failed", "Unrecognized or bad HTTP Content or Transfer-Encoding (URL)"],
  ["gzip that breaks off", () => ok({ "content-encoding": "gzip" }, gzipSync(list).subarray(0, -20)), "failed", /^(malformed JSON|the answer is not a JSON array|Unrecognized or bad .+ \(URL\))$/],
  ["an encoding that nobody knows", ok({ "content-encoding": "x-rot13" }, list), "failed", "Unrecognized or bad HTTP Content or Transfer-Encoding (URL)"],
  ["a status line of garbage", raw("HTTP/9.9 yes\r\n\r\n"), "failed", "the answer is not HTTP"],
  ["a status of 1000", raw(`HTTP/1.1 1000 OK\r\n\r\n${list}`), "failed", "the answer is not HTTP"],
  ["bytes of garbage", raw(Buffer.from([0, 1, 2, 3, 255, 254])), "failed", "the answer is not HTTP"],
  ["HTTP/0.9", raw(list), "failed", "the answer is not HTTP"],
  ["a header line of 200 kB", raw(`${head}x-long: ${"a".repeat(200e3)}\r\ncontent-length: 2\r\n\r\n[]`), "failed", /^.+ \(URL\)$/],
  ["10,000 headers before the next page's", raw(`${head}${repeated("x-N: 1\r\n", 10000)}link: </more>; rel="next"\r\ncontent-length: ${list.length}\r\n\r\n${list}`),
    "failed", "the answer has more than 200 header lines"],
  ["HTML", ok({}, "<!doctype html><title>Sign in</title>"), "failed", "the answer is not a JSON array"],
  ["an object in place of a list", ok({}, "{}"), "failed", "the answer is not a JSON array"],
  ["nothing", ok({}, ""), "failed", "the answer is empty"],
  ["invalid UTF-8", ok({}, Buffer.from('[{"name":"\xff"}]', "latin1")), "failed", "the answer is not UTF-8 text"],
  ["a surrogate as UTF-8", ok({}, Buffer.from('[{"name":"\xed\xa0\x80"}]', "latin1")), "failed", "the answer is not UTF-8 text"],
  ["a NUL byte behind a shorter list", ok({}, `[]\0${list}`), "failed", "the answer is not UTF-8 text"],
  ["a second list behind the first", ok({}, `${list}${list}`), "failed", "malformed JSON"],
  ["a bare word in the list", [{ name: "one" }, "two"], "failed", "malformed JSON"],
  ["JSON 10,000 deep", ok({}, "[".repeat(10000) + "]".repeat(10000)), "failed", "malformed JSON"],
  ["a 304 that was not asked for", { status: 304, headers: { etag: '"a"' }, body: "" }, "failed", "unexpected status 304"],
  ["206", { status: 206, headers: { "content-range": "bytes 0-9/100" }, body: "[]" }, "failed", "unexpected status 206"],
  ["300", { status: 300, headers: {}, body: list }, "failed", "unexpected status 300"],
  ["418", { status: 418, headers: {}, body: "[]" }, "failed", "HTTP 418"],
  ["500 that is a list", { status: 500, headers: {}, body: list }, "failed", "HTTP 500"],
  ["a message of several lines and colours", { status: 500, headers: {}, body: { message: "a\r\n\x1b[31mb\x07\u0085" } }, "failed", "HTTP 500: a   [31mb  "],
  ["a message without end", { status: 500, headers: {}, body: { message: "ü".repeat(5000) } }, "failed", `HTTP 500: ${"ü".repeat(200)}`],
  ["a message 10,000 deep", { status: 500, headers: {}, body: '{"a":'.repeat(10000) + '"b"' + "}".repeat(10000) }, "failed", "HTTP 500"],
  ["a redirect to file:", { status: 302, headers: { location: "file:///etc/passwd" } }, "failed", "redirects, but not to an http or https address that may be followed"],
  ["a redirect to gopher:", { status: 302, headers: { location: "gopher://127.0.0.1:1/x" } }, "failed", "redirects, but not to an http or https address that may be followed"],
  ["a redirect with control characters", raw("HTTP/1.1 302 Found\r\nlocation: /a\x01b\r\ncontent-length: 0\r\n\r\n"), "failed", "redirects, but not to an http or https address that may be followed"],
  ["a redirect with a bare CR", raw("HTTP/1.1 302 Found\r\nlocation: /a\rx-evil: 1\r\ncontent-length: 0\r\n\r\n"), "failed", /^(redirects, but not to an http or https address that may be followed|.+ \(URL\)|HTTP 404: Not Found)$/],
  ["a redirect to itself", { status: 307, headers: { location: "/things" } }, "failed", "redirects more than 5 times"],
  ["redirects that go on", (request) => ({ status: 302, headers: { location: `/things?${request.url.length}${request.url.slice(8)}` } }), "failed", "redirects more than 5 times"],
  ["a next page of its own", linked("/things"), "failed", "a page names itself as the next one", ""],
  ["a next page at file:", linked("file:///things"), "failed", "the next page is on another host; it is not followed", "GET /things: "],
  ["a next page on another host", linked("http://localhost:1/things"), "failed", "the next page is on another host; it is not followed", "GET /things: "],
  ["a next page with a user", linked("http://x@127.0.0.1:1/things"), "failed", "the next page is on another host; it is not followed", "GET /things: "],
  ["a next page with spaces", linked("http:// x/things"), "failed", "the next page is on another host; it is not followed", "GET /things: "],
  ["a next page that looks like a question's parts", linked('{"query":{"q":1}}'), "failed", "HTTP 404: Not Found", 'GET /{"query":{"q":1}}: '],
  ["a next page whose address is 50 kB long", linked(`/things?${"a".repeat(50e3)}`), "failed", "where the next page is takes more than 8192 bytes"],
  ["503 with a date too far", { status: 503, headers: { "retry-after": "3600" } }, "unreached", /^HTTP 503; it may be asked again at \S+Z, after the deadline$/],
  ["429 for a time without end", { status: 429, headers: { "retry-after": "1e300" } }, "unreached", /^HTTP 429; it may be asked again at \S+Z, after the deadline$/],
  ["429 until infinity", { status: 429, headers: { "retry-after": "inf" } }, "unreached", /^HTTP 429; it may be asked again at \S+Z, after the deadline$/],
  ["429 until no number", { status: 429, headers: { "retry-after": "nan" } }, "unreached", /^HTTP 429; it may be asked again at \S+Z, after the deadline$/],
  ["429 again and again", { status: 429, headers: { "retry-after": "0" } }, "unreached", /^(HTTP 429; it may be asked again at \S+Z, after the deadline|the deadline of 3 seconds is reached)$/],
  ["204", { status: 204, headers: {} }, "held", "the answer lacks more than half of the rows of table repo that were known; they are kept (tower collect --accept-drop loads it)", ""],
  ["an empty list", [], "held", "the answer lacks more than half of the rows of table repo that were known; they are kept (tower collect --accept-drop loads it)", ""],
];

for (const [name, answer, expected, reason, asked = "GET /things: "] of cases)
  test(name, async () => {
    const server = await listen({ "/things": many(12) });
    const path = forge(server.url, undefined, { timeout: "1s", deadline: "3s" });
    assert.equal((await collect(path)).status, 0);
    const before = rows(path);
    assert.equal(before.length, 12);
    server.answers["/things"] = answer;
    const run = await collect(path, "-v");
    assert.equal(run.status, 0, run.stderr);
    const told = outcome(path);
    assert.equal(told.outcome, expected, told.reason);
    const said = told.reason.replaceAll(server.url, "URL");
    if (typeof reason === "string") assert.equal(said, asked + reason);
    else {
      assert.ok(said.startsWith(asked), said);
      assert.match(said.slice(asked.length), reason);
    }
    assert.deepEqual(rows(path), before);
    assert.doesNotMatch(run.stderr, /[^\n\x20-\x7e\u00a0-\uffff]/);
    await server.close();
  });

// All prefixes of a list at once, each for an owner of its own: its whole list came before.
for (const [name, serve] of [
  ["a body that ends early, and says so", (response, part) => response.writeHead(200, { "content-length": part.length }).end(part)],
  ["a body that ends when the connection does", (response, part) => {
    response.socket.write(`${head}connection: close\r\n\r\n`);
    response.socket.end(part);
  }],
  ["chunks that end early", (response, part) => response.writeHead(200).end(part)],
  ["gzip of what ends early", (response, part) => response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(part))],
])
  test(`cut at every byte: ${name}`, async () => {
    const small = Buffer.from(JSON.stringify([{ name: "ä", stars: 1 }, { name: "b", stars: 22, at: null }]));
    let whole = true;
    const server = await listen(new Proxy({}, { get: (_, target) => (request, response) =>
      void serve(response, small.subarray(0, whole ? small.length : Number(request.url.slice(1)))) }));
    const ask = `WITH n (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM n WHERE n < ${small.length}) SELECT json_array(n) AS path, printf('%03d', n) AS owner FROM n`;
    for (const kind of ["complete(owner)", "window(owner)"]) {
      const path = forge(server.url, { things: question({ ask, kind }) });
      whole = true;
      await collect(path);
      const before = rows(path);
      assert.equal(before.length, 2 * (small.length + 1));
      whole = false;
      assert.equal((await collect(path)).status, 0);
      assert.deepEqual(rows(path), before);
      const told = scopes(path);
      assert.equal(told.length, small.length + 1);
      for (const { key, outcome, reason } of told.slice(0, -1)) {
        assert.equal(outcome, "failed", key);
        const words = key === "000" ? "the answer is empty" : key === "011" ? "the answer is not UTF-8 text" : "malformed JSON";
        assert.equal(reason, `GET /${Number(key)}: ${words}`);
      }
      assert.deepEqual(told.at(-1), { declaration: "forge/things", key: `0${small.length}`, outcome: "ok", reason: null });
    }
    await server.close();
  });

// Runs it under time(1): what it said, and the memory that it took at most, in MB.
function measured(path) {
  return new Promise((resolve) => {
    const child = spawn("/usr/bin/time", ["-f", "%M", program, "collect", "-C", path, "--now", now], { env: { ...process.env, FORGE_SECRET: secret, NO_PROXY: "*" } });
    const said = [];
    child.stderr.on("data", (bytes) => said.push(bytes));
    child.on("close", (status) => resolve({ status, megabytes: Number(Buffer.concat(said).toString().trim().split("\n").at(-1)) / 1024 }));
  });
}

// BYTES over and over, as gzip, until there are SIZE of them or nobody listens any more.
const stream = (bytes, size, status = 200) => (request, response) => {
  const zip = createGzip({ level: 1 });
  let left = size;
  response.writeHead(status, { "content-encoding": "gzip" });
  const more = () => {
    while (left > 0) {
      left -= bytes.length;
      if (!zip.write(bytes)) return zip.once("drain", more);
    }
    zip.end();
  };
  zip.pipe(response);
  response.on("close", () => { left = 0; zip.destroy(); });
  more();
};

// AddressSanitizer and valgrind take memory of their own.
const isMeasurable = !/sanit|valgrind/.test(program);

for (const [name, answer, reason] of [
  ["a gzip bomb of 1 GiB", stream(Buffer.alloc(1 << 20, " "), 2 ** 30), "the answer is larger than 64 MiB"],
  ["a list of 60 MiB that never ends", stream(Buffer.from("[[],".repeat(1 << 18)), 60 << 20), "malformed JSON"],
  ["an error of 60 MiB", stream(Buffer.from("[" + "[],".repeat(1 << 18)), 60 << 20, 500), "HTTP 500"],
])
  test(`${name} takes less than 256 MB`, { skip: !isMeasurable }, async () => {
    const server = await listen({ "/things": things });
    const path = forge(server.url);
    await collect(path);
    const before = rows(path);
    server.answers["/things"] = answer;
    const { status, megabytes } = await measured(path);
    assert.equal(status, 0);
    assert.deepEqual(outcome(path), { outcome: "failed", reason: `GET /things: ${reason}` });
    assert.deepEqual(rows(path), before);
    assert.ok(megabytes > 4 && megabytes < 256, `${megabytes} MB`);
    await server.close();
  });

test("what is in the list is judged row by row", async () => {
  const big = "99999999999999999999999999";
  const server = await listen({ "/things": { status: 200, headers: {}, body: `[{"name":"huge","stars":${big}},
    {"name":"exponent","stars":1e400},{"name":"negative","stars":-1},{"name":"largest","stars":9223372036854775807},
    {"name":"beyond","stars":9223372036854775808},{"name":"twice","stars":1,"stars":"two"},{"name":"twice","stars":3},
    {"name":"nul\\u0000byte","stars":4},{"name":"surrogate","description":"\\ud800"},{"name":"","stars":5},{"name":{"a":1}},{"stars":6},
    null,7,[],{"name":"long","description":"${"ü".repeat(5 << 20)}"},{"name":"${"n".repeat(10 << 20)}"},{"name":"last","stars":8}]` } });
  const path = forge(server.url);
  assert.equal((await collect(path)).status, 0);
  assert.equal(outcome(path).outcome, "ok");
  const loaded = sql(path, "SELECT name, CAST(stars AS TEXT) AS stars FROM repo ORDER BY name").map(({ name, stars }) => [name, stars]);
  assert.deepEqual(loaded, [["largest", "9223372036854775807"], ["last", "8"], ["nul", "4"], ["surrogate", null], ["twice", "3"], ['{"a":1}', null]]);
  const real = "cannot store REAL value in INTEGER column repo.stars";
  assert.deepEqual(sql(path, "SELECT key, reason FROM reject ORDER BY id").map(({ key, reason }) => [JSON.parse(key)[1]?.slice(0, 12), reason]), [
    ["x/huge", real], ["x/exponent", real], ["x/negative", "CHECK constraint failed: stars >= 0"], ["x/beyond", real],
    ["x/", "CHECK constraint failed: length(name) BETWEEN 1 AND 256"],
    [undefined, "NOT NULL constraint failed: repo.key"], [undefined, "NOT NULL constraint failed: repo.key"],
    ["x/long", "CHECK constraint failed: length(description) <= 65536"], ["x/nnnnnnnnnn", "CHECK constraint failed: length(key) BETWEEN 1 AND 512"],
  ]);
  await server.close();
});

test("a rejected row is cut between characters", async () => {
  const server = await listen({ "/things": [{ name: "long", description: "ü".repeat(70000) }, { name: "long2", description: "ü".repeat(70000) }] });
  const path = forge(server.url);
  await collect(path);
  const kept = sql(path, "SELECT row FROM reject");
  assert.equal(kept.length, 2);
  for (const { row } of kept) {
    assert.match(row, /^\{"source":"forge",.*"description":"ü+$/);
    assert.ok(Buffer.byteLength(row) > 4000 && Buffer.byteLength(row) <= 4096);
  }
  await server.close();
});

test("halves of characters and control characters in names do not reach the pages as they are", async () => {
  const text = "a\\ud800b\\u0007c\\u202ed\\u001b[31m<b>e";
  const server = await listen({ "/things": { status: 200, headers: {}, body: `[{"name":"one","description":"${text}"},{"name":"t\\udfffwo","stars":1}]` } });
  const path = forge(server.url);
  const run = await collect(path);
  assert.equal(run.status, 0);
  const built = await towerAsync(["build", "-C", path, "--now", now, "--offline"], { cwd: path });
  assert.equal(built.status, 0, built.stderr);
  for (const [name, bytes] of Object.entries(tree(`${path}/public`)))
    if (/\.(html|md|json|xml|txt|csv)$/.test(name)) {
      assert.ok(isUtf8(bytes), name);
      assert.doesNotMatch(bytes.toString(), /[\x00-\x08\x0b-\x1f]/, name);
      if (!name.endsWith(".json")) assert.doesNotMatch(bytes.toString(), /<b>e/, name); // which is no markup there
    }
  await server.close();
});

test("a cookie is not sent back, nor a header that the server asks for", async () => {
  const seen = [];
  const answer = (request) => {
    seen.push(request.headers);
    return ok({ "set-cookie": ["a=1; Path=/", "b=2"], "accept-ch": "x-secret", link: request.url.includes("2") ? "" : '</things?2>; rel="next"' }, things);
  };
  const server = await listen({ "/things": answer });
  const path = forge(server.url);
  await collect(path);
  await collect(path);
  assert.equal(seen.length, 4);
  const known = ["accept", "accept-encoding", "authorization", "host", "user-agent"];
  for (const headers of seen) assert.deepEqual(Object.keys(headers).filter((name) => name !== "connection").sort(), known);
  await server.close();
});

test("Link headers of garbage: no next page is made up, and none is missed", async () => {
  for (const [link, expected] of [
    ["", 1], ["garbage", 1], ["<", 1], ["<>", 1], ["</more", 1], ["</more>; rel=prev", 1], ['</more>; rel="nextt"', 1],
    ["</more>; rel=next", 2], ["</more>; REL=NEXT", 2], ['</more>; title="a, b"; rel="prev next"', 2],
    ['</less>; rel="prev", </more>; rel="next"', 2], [['</less>; rel="prev"', '</more>; rel="next"'], 2], [['</more>; rel="next"', '</less>; rel="prev"'], 2],
  ]) {
    const server = await listen({ "/things": ok({ link }, things), "/more": [{ name: "more" }] });
    const path = forge(server.url);
    await collect(path);
    assert.deepEqual(outcome(path), { outcome: "ok", reason: null });
    assert.equal(rows(path).length, expected === 2 ? 4 : 3, String(link));
    await server.close();
  }
});

test("a last page of 1,000,000,000 does not make a plan of that size", async () => {
  const server = await listen({
    "/things": ok({ link: '</things?page=2>; rel="next", </things?page=1000000000>; rel="last"' }, things),
    "/things?page=2": [{ name: "four" }],
  });
  const path = forge(server.url);
  await collect(path);
  assert.deepEqual(names(path), ["four", "one", "three", "two"]);
  assert.equal(server.asked.length, 2);
  await server.close();
});

for (const [name, fields, settings, reason] of [
  ["links without end end with the deadline", {}, { deadline: "1s" }, /: the deadline of 1 seconds is reached$/],
  ["links without end end with the budget", {}, { "max-requests": 20 }, /^the source's budget of 20 requests is spent$/],
  ["full pages without end end with the budget", { pages: "page page per_page" }, { "max-requests": 20 }, /^the source's budget of 20 requests is spent$/],
])
  test(name, async () => {
    let page = 0;
    const server = await listen({ "/things": things });
    const path = forge(server.url, { things: question({ fields }) }, settings);
    await collect(path, "--max-requests", "2");
    const before = rows(path);
    assert.equal(before.length, fields.pages ? 0 : 3);
    server.answers["/things"] = () => ok({ link: `</things?${++page}>; rel="next"` }, things);
    assert.equal((await collect(path)).status, 0);
    assert.equal(outcome(path).outcome, "unreached");
    assert.match(outcome(path).reason, reason);
    assert.deepEqual(rows(path), before);
    await server.close();
  });
