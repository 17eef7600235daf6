// MCP: servers that others wrote (the official ones, and one on the official SDK that speaks both
// eras), the official conformance suite for clients, and servers that do what none should.
// mcp/*.mjs are servers and what the suite starts.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { folder, program as binary, root, site, sql } from "../tower.mjs";
import { listen, towerAsync } from "./server.mjs";
import { system } from "./mcp/system.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const official = join(root, "tests/node_modules/@modelcontextprotocol");
const node20 = Number(process.versions.node.split(".")[0]) >= 20 ? false : "the SDK and the suite need Node.js 20";
const canary = "Canary/4711+Canary";

// A site of sources { NAME: [lines] }; what was asked as { KEY: [outcome, reason] } and what was
// answered as { KEY: JSON }, of the sources' own names.
const conf = (sources) => Object.entries(sources).map(([name, lines]) => `[source "${name}"]\n\ttype = any\n` + lines.map((line) => `\t${line}\n`).join("")).join("");
const make = (sources) => site({ ...system, "site.conf": conf(sources) });
const collect = (path, ...more) => towerAsync(["collect", "-C", path, ...more], { cwd: path, env: { CANARY: canary, SECRET: canary } });
const asked = (path, name) => Object.fromEntries(sql(path, `SELECT key, outcome, reason FROM scope WHERE source = '${name}' AND declaration = 'any/calls'`).map(({ key, outcome, reason }) => [key, [outcome, reason]]));
const answered = (path, name) => Object.fromEntries(sql(path, `SELECT key, description FROM repo WHERE source = '${name}' AND name = 'call'`).map(({ key, description }) => [key, JSON.parse(description)]));
const tools = (path, name) => sql(path, `SELECT name FROM repo WHERE source = '${name}' AND key GLOB 'tool:*' ORDER BY name`).map(({ name }) => name);
const call = (tool, args) => `call = "${`${tool} ${args ? JSON.stringify(args) : ""}`.trim().replace(/["\\]/g, "\\$&")}"`;
const program = (...words) => ["command = node", ...words.map((word) => `argument = "${word}"`)];

// Starts a server, and stops it when the tests are over; what it prints first. The official ones
// rely on a global that Node.js 18 has by a flag only.
async function start(args, env = {}) {
  const child = spawn("node", [...(node20 ? ["--experimental-global-webcrypto"] : []), ...args], { env: { ...process.env, ...env } });
  after(() => child.kill("SIGKILL"));
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("exit", (status) => reject(new Error(`ended with ${status}`)));
    for (const stream of [child.stdout, child.stderr]) stream.once("data", (text) => resolve(String(text).trim()));
  });
}

const freePort = () => new Promise((resolve) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

const everything = [call("echo", { message: "hello" }), call("get-structured-content", { location: "Chicago" }), call("get-sum", { a: 2, b: 3 }), call("no-such-tool")];
const checkEverything = (path, name) => {
  assert.deepEqual(asked(path, name), {
    'echo {"message":"hello"}': ["ok", null],
    'get-structured-content {"location":"Chicago"}': ["ok", null],
    'get-sum {"a":2,"b":3}': ["ok", null],
    "no-such-tool": ["absent", "the server has no tool 'no-such-tool'"],
  });
  assert.deepEqual(answered(path, name), {
    'echo {"message":"hello"}': { content: [{ type: "text", text: "Echo: hello" }] },
    'get-structured-content {"location":"Chicago"}': { temperature: 36, conditions: "Light rain / drizzle", humidity: 82 },
    'get-sum {"a":2,"b":3}': { content: [{ type: "text", text: "The sum of 2 and 3 is 5." }] },
  });
  assert.ok(tools(path, name).length > 9);
};

test("the official servers over stdio, and what was recorded of them", async () => {
  const path = make({
    everything: [...program(join(official, "server-everything/dist/index.js"), "stdio"), ...everything],
    memory: [...program(join(official, "server-memory/dist/index.js")), `variable = MEMORY_FILE_PATH=${join(folder(), "memory.jsonl")}`, "concurrency = 1",
      call("create_entities", { entities: [{ name: "desk", entityType: "thing", observations: ["is tidy"] }] }), call("search_nodes", { query: "nothing" })],
    files: [...program(join(official, "server-filesystem/dist/index.js"), "files"), call("read_text_file", { path: "note.txt" }), call("read_text_file", { path: "/etc/hostname" })],
  });
  mkdirSync(join(path, "files"));
  writeFileSync(join(path, "files/note.txt"), "a note\n");
  const check = () => {
    checkEverything(path, "everything");
    assert.deepEqual(Object.entries(answered(path, "memory")).find(([key]) => key.startsWith("create"))[1], { entities: [{ name: "desk", entityType: "thing", observations: ["is tidy"] }] });
    assert.deepEqual(answered(path, "files"), { 'read_text_file {"path":"note.txt"}': { content: "a note\n" } });
  };
  assert.equal((await collect(path, "--record", join(path, "kept"))).status, 0);
  check();
  const [outcome, reason] = asked(path, "files")['read_text_file {"path":"/etc/hostname"}'];
  assert.equal(outcome, "failed");
  assert.match(reason, /^tools\/call read_text_file \{"path":"\/etc\/hostname"\}: the tool failed: Access denied - path outside allowed directories/);
  const replayed = readFileSync(join(path, "site.conf"), "utf8").replace(/\[source "(\w+)"\]/g, "$&\n\treplay = kept/$1");
  writeFileSync(join(path, "site.conf"), replayed.replace(/^\t(command|argument).*\n/gm, ""));
  assert.equal((await collect(path)).status, 0);
  check();
});

test("the official server over streamable HTTP", async () => {
  const port = await freePort();
  await start([join(official, "server-everything/dist/index.js"), "streamableHttp"], { PORT: String(port) });
  const path = make({ everything: [`url = http://127.0.0.1:${port}/mcp`, ...everything, call("trigger-long-running-operation", { duration: 0.1, steps: 2 })] });
  for (let tries = 0; tries < 20 && !(await fetch(`http://127.0.0.1:${port}/mcp`).catch(() => null)); tries++) await new Promise((done) => setTimeout(done, 100));
  assert.equal((await collect(path)).status, 0);
  const long = 'trigger-long-running-operation {"duration":0.1,"steps":2}';
  assert.deepEqual(asked(path, "everything")[long], ["ok", null]);
  const all = answered(path, "everything");
  assert.deepEqual(all[long], { content: [{ type: "text", text: "Long running operation completed. Duration: 0.1 seconds, Steps: 2." }] });
});

test("a server of both eras, over stdio and HTTP", { skip: node20 }, async () => {
  const script = join(here, "mcp/dual.mjs");
  const url = await start([script, "http"]);
  const calls = [call("scan", { region: " grün", deep: { level: 3 } }), call("scan", { region: "north" }), call("fail"), call("größe")];
  const path = make({
    stdio: [...program(script), ...calls],
    strict: [...program(script), "variable = MODERN=only", ...calls],
    http: [`url = ${url}`, "token-env = SECRET", ...calls],
  });
  assert.equal((await collect(path)).status, 0);
  for (const name of ["stdio", "strict", "http"]) {
    assert.deepEqual(tools(path, name), ["fail", "größe", "scan"]);
    assert.deepEqual(asked(path, name).fail, ["failed", "tools/call fail {}: the tool failed: out of  [31mpaper"]);
    assert.deepEqual(answered(path, name)["größe"], { metres: 2 });
  }
  const headers = { authorization: "Bearer ***", "mcp-method": "tools/call", "mcp-name": "scan", "mcp-protocol-version": "2026-07-28" };
  assert.deepEqual(Object.values(answered(path, "http")).filter(({ headers }) => headers), [
    { region: " grün", level: 3, headers: { ...headers, "mcp-param-level": "3", "mcp-param-region": "=?base64?IGdyw7xu?=" } },
    { region: "north", level: null, headers: { ...headers, "mcp-param-region": "north" } },
  ]);
  const came = await (await fetch(url.replace("/mcp", "/asked"))).json();
  assert.deepEqual(came.slice(0, 2), ["POST server/discover 2026-07-28", "POST tools/list 2026-07-28"]);
  assert.deepEqual(came.slice(2), Array(4).fill("POST tools/call 2026-07-28"));
});

for (const scenario of ["initialize", "tools_call", "sse-retry"])
  test(`conformance: ${scenario}`, { skip: node20 }, async () => {
    const child = spawn("node", [join(official, "conformance/dist/index.js"), "client", "--command", `node ${join(here, "mcp/client.mjs")}`, "--scenario", scenario]);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => said.push(text));
    const status = await new Promise((resolve) => child.on("close", resolve));
    const text = Buffer.concat(said).toString();
    assert.equal(status, 0, text);
    assert.match(text, /Passed: (\d)\/\1, 0 failed, 0 warnings/);
  });

// What is said of a call without arguments; null where it is answered, or what that answer is.
const failure = (words) => ["failed", `tools/call say {}: ${words}`];
const patience = 6; // thirty servers start at once, on a busy machine slowly
const hostile = {
  "dies at once": failure("the server ended with exit status 3: The licence file is missing"),
  "is killed": failure("the server was killed by signal 9"),
  "closes its output": failure("the server closed its output"),
  "prints a banner": { said: {} },
  "prints without end": failure("the server printed more than 1000 lines that are no messages"),
  "dies in the middle": failure("the server ended with exit status 1: out of paper"),
  "never answers": failure(`no answer within ${patience} seconds`),
  "floods": failure("the server sent more than 64 MiB without an answer"),
  "sends a line of 100 MB": failure("the server sent a line that is larger than 8 MiB"),
  "answers to other ids": failure(`no answer within ${patience} seconds`),
  "nests deeply": failure(`no answer within ${patience} seconds`),
  "asks for input": failure("the server asks for input, which nobody here can give"),
  "answers with a task": failure("the server answers with a kind of result that is not known: task"),
  "answers no object": failure("the server's result is not an object"),
  "refuses": failure("the server answers with error -32603: Internal error  "),
  "tells secrets": { canary: "***", plain: "yes" },
  "dies with a secret": failure("the server ended with exit status 1: cannot log in with ***"),
  "asks": [{ id: "p", result: {} }, { id: 7, error: { code: -32601, message: "Method not found" } }],
  "is one of a batch": { batch: true },
  "is silent at first": { said: {} },
  "is of the new era only": failure('the server speaks none of the versions 2026-07-28 and 2024-11-05 to 2025-11-25 of MCP: ["2031-01-01"]'),
  "speaks the oldest version": { said: {} },
  "speaks a version of its own": failure("the server speaks none of the versions 2026-07-28 and 2024-11-05 to 2025-11-25 of MCP: 1999-12-31"),
  "has no tools": ["absent", "the server has no tool 'say'"],
  "lists many pages": { said: {} },
  "stops in the middle of its list": { said: {} },
  "lists without end": { lists: 100 },
  "lists 3 MB a page": { lists: 3 },
  "never stops asking": { replies: 1000 },
  "does not end": { said: {} },
};

test("hostile servers, all at once", async (t) => {
  const script = join(here, "mcp/hostile.mjs");
  const slug = (kind) => kind.replaceAll(" ", "-");
  const path = make({
    ...Object.fromEntries(Object.entries(hostile).map(([kind, expected]) => [slug(kind), [...program(script, kind), `timeout = ${/within/.test(expected[1]) ? patience : 30}s`,
      "env = CANARY", "variable = PLAIN=yes", "variable = MORE=$CANARY", call("say")]])),
    missing: ["command = no-such-program", call("say")],
    files: ["command = sh", "argument = -c", 'argument = "echo /proc/self/fd/* >&2; exit 1"', call("say")],
  });
  writeFileSync(join(path, "site.conf"), readFileSync(join(path, "site.conf"), "utf8").replace(/(?<=never answers"\n)/, "\tretries = 0\n"));
  const { status, stderr } = await collect(path);
  assert.equal(status, 0, stderr);
  assert.ok(!stderr.includes(canary) && !readFileSync(join(path, "data/tower.db")).includes(canary));
  for (const [kind, expected] of Object.entries(hostile))
    await t.test(kind, () => {
      const [outcome, reason] = asked(path, slug(kind)).say;
      if (Array.isArray(expected) && typeof expected[0] === "string") return assert.deepEqual([outcome, reason], expected);
      const { names, ...answer } = answered(path, slug(kind)).say ?? {};
      if (names) assert.deepEqual(names.filter((name) => !/^(HOME|LANG|PATH)$/.test(name)), ["CANARY", "MORE", "PLAIN"]);
      assert.deepEqual([outcome, reason], ["ok", null]);
      assert.deepEqual(Array.isArray(expected) ? answered(path, slug(kind)).say : answer, expected);
    });
  await t.test("a program that is not there", () => assert.deepEqual(asked(path, "missing").say, failure("no-such-program: cannot be started: No such file or directory")));
  await t.test("pages of a list of tools", () => assert.deepEqual(tools(path, slug("lists many pages")), ["say", "tool-1", "tool-2", "tool-3"]));
  await t.test("a list that is not whole is none", () => {
    for (const kind of ["stops in the middle of its list", "lists without end", "lists 3 MB a page"]) {
      assert.deepEqual(tools(path, slug(kind)), []);
      assert.deepEqual(sql(path, `SELECT outcome, reason FROM scope WHERE source = '${slug(kind)}' AND declaration = 'any/tools'`), [{ outcome: "failed", reason: "tools/list: the server does not list all its tools" }]);
    }
  });
  await t.test("a program has its three streams, and none of our files; the fourth is the folder that it looks into", () => assert.deepEqual(asked(path, "files").say, failure(`the server ended with exit status 1: ${[0, 1, 2, 3].map((file) => `/proc/self/fd/${file}`).join(" ")}`)));
  await t.test("noise is told once", () => assert.equal(stderr.split("prints-a-banner: its MCP server prints lines that are no messages; they are skipped").length, 2));
  await t.test("one that does not want to end is ended", () => assert.ok(!existsSync(`/proc/${readFileSync(join(path, "stubborn.pid"), "utf8")}`)));
});

test("a server that died is started again for what is asked next", async () => {
  const path = make({ s: [...program(join(here, "mcp/hostile.mjs"), "dies in the middle"), "concurrency = 1", call("say"), call("say", { well: true })] });
  await collect(path);
  assert.deepEqual(asked(path, "s"), { say: failure("the server ended with exit status 1: out of paper"), 'say {"well":true}': ["ok", null] });
});

test("the end of a program is seen, even where who started us ignores such ends", () => {
  const path = make({ s: ["command = true", call("say")] });
  const { status } = spawnSync("env", ["--ignore-signal=CHLD", binary, "collect", "-q", "-C", path], { timeout: 30000 });
  assert.equal(status, 0);
  assert.deepEqual(asked(path, "s").say, failure("the server ended with exit status 0"));
});

// A server over HTTP that answers each method as told, and notes what it was sent.
async function peer(answers) {
  const came = [];
  const server = await listen(new Proxy({}, { get: () => (request, response) => {
    const parts = [];
    request.on("data", (part) => parts.push(part)).on("end", () => {
      const { id, method } = JSON.parse(Buffer.concat(parts).toString() || "{}");
      came.push({ method: method ?? request.method, headers: request.headers });
      const result = (value) => JSON.stringify({ jsonrpc: "2.0", id, result: value });
      const usual = {
        "server/discover": () => [400, {}, '{"jsonrpc":"2.0","id":null,"error":{"code":-32000,"message":"Bad Request: Server not initialized"}}'],
        initialize: () => [200, { "mcp-session-id": `session-${came.length}` }, result({ protocolVersion: "2025-11-25", capabilities: {} })],
        "notifications/initialized": () => [202, {}, ""],
        "tools/list": () => [200, {}, result({ tools: [{ name: "say" }] })],
        "tools/call": () => [200, {}, result({ structuredContent: { said: true } })],
      };
      const [status, headers, body] = (answers[method ?? request.method] ?? usual[method] ?? (() => [405, {}, ""]))({ id, result, request, came, count: came.filter((one) => one.method === (method ?? request.method)).length });
      response.writeHead(status, { "content-type": "application/json", ...headers });
      if (body?.pipe) body.pipe(response);
      else response.end(body);
    });
  } }));
  return { ...server, came, methods: () => came.map(({ method }) => method) };
}
const sse = { "content-type": "text/event-stream" };

// What each answers, and what becomes of the call; SETTINGS are more lines of site.conf.
const servers = {
  "a session that is over begins anew": { answers: { "tools/call": ({ result, count }) => count === 1 ? [404, {}, ""] : [200, {}, result({ structuredContent: { count } })] }, expected: { count: 2 } },
  "redirects keep the message": { answers: { "tools/call": ({ request, result }) => request.url === "/mcp" ? [307, { location: "/elsewhere" }, ""] : [200, {}, result({ structuredContent: { at: request.url } })] }, expected: { at: "/elsewhere" } },
  "a redirect that would lose it": { answers: { "tools/call": () => [302, { location: "/elsewhere" }, ""] }, expected: failure("redirects, and what was sent would be lost (only 307 and 308 keep it)") },
  "no permission": { answers: { "server/discover": () => [401, {}, '{"error":"invalid_token"}'] }, expected: ["forbidden", "tools/call say {}: HTTP 401: invalid_token"] },
  "nothing but 404": { answers: Object.fromEntries(["server/discover", "initialize"].map((name) => [name, () => [404, {}, "not here"]])), expected: failure("HTTP 404") },
  "an answer that is no message": { answers: { "tools/call": () => [200, {}, "<html>"] }, expected: failure("HTTP 200 without an answer that is a message of MCP") },
  "an answer to something else": { answers: { "tools/call": () => [200, {}, '{"jsonrpc":"2.0","id":99,"result":{}}'] }, expected: failure("HTTP 200 without an answer that is a message of MCP") },
  "a stream in pieces, with a request in it": { answers: { "tools/call": ({ result }) => [200, sse, `: hello\r\n\r\nevent: message\r\nid: 1\r\ndata:\r\n\r\ndata: {"jsonrpc":"2.0",\ndata: "id":5,"method":"ping"}\n\ndata: ${result({ structuredContent: { ok: 1 } })}\n\n`] }, expected: { ok: 1 } },
  "a stream without an end": { answers: { "tools/call": ({ result }) => [200, sse, new (class { pipe(response) { response.write(`data: ${result({ structuredContent: { ok: 2 } })}\n\n`); } })()] }, expected: { ok: 2 } },
  "a stream that ends too soon": { answers: { "tools/call": () => [200, sse, "data: \n\n"] }, expected: failure("the stream ended without the answer") },
  "a stream that is never done": { settings: ["timeout = 3s"], answers: { "tools/call": () => [200, sse, "id: 1\nretry: 200\ndata: \n\n"], GET: () => [200, sse, "id: 2\ndata: \n\n"] }, expected: failure("the stream ended without the answer") },
  "fields without a colon": { answers: { "tools/call": ({ result }) => [200, sse, `data\n\ndata\nid\nretry\ndata: ${result({ structuredContent: { ok: 3 } })}\n\n`] }, expected: { ok: 3 } },
  "null for what is not there": { answers: { "tools/call": ({ result }) => [200, {}, result({ structuredContent: null, content: [{ type: "text", text: '{"plain":1}' }] })] }, expected: { plain: 1 } },
  "an event of 9 MB": { answers: { "tools/call": () => [200, sse, `data: ${"x".repeat(9e6)}\n\n`] }, expected: failure("the answer is larger than 8 MiB") },
  "an answer of 9 MB": { answers: { "tools/call": () => [200, {}, `"${"x".repeat(9e6)}"`] }, expected: failure("the answer is larger than 8 MiB") },
  "a session's name with a line in it": { answers: { initialize: ({ result }) => [200, { "mcp-session-id": "a b" }, result({ protocolVersion: "2025-11-25" })] }, expected: { said: true } },
  "a secret in an event": { settings: ["token-env = SECRET"], answers: { "tools/call": ({ result, request }) => [200, sse, `data: ${result({ structuredContent: { heard: request.headers.authorization } })}\n\n`] }, expected: { heard: "Bearer ***" } },
};

test("servers over HTTP", { concurrency: 8 }, async (t) => {
  await Promise.all(Object.entries(servers).map(([name, { answers, settings = [], expected }]) =>
    t.test(name, async () => {
      const server = await peer(answers);
      const path = make({ s: [`url = ${server.url}/mcp`, "retries = 0", ...settings, call("say")] });
      await collect(path);
      if (Array.isArray(expected)) assert.deepEqual(asked(path, "s").say, expected);
      else assert.deepEqual([asked(path, "s").say, answered(path, "s").say], [["ok", null], expected]);
      if (name.startsWith("a session that")) assert.deepEqual(server.methods(), ["server/discover", "initialize", "notifications/initialized", "tools/list", "tools/call", "initialize", "notifications/initialized", "tools/list", "tools/call", "DELETE"]);
      if (name.startsWith("a session that")) assert.deepEqual(server.came.map(({ headers }) => headers["mcp-session-id"]), [undefined, undefined, "session-2", "session-2", "session-2", undefined, "session-6", "session-6", "session-6", "session-6"]);
      if (name.startsWith("a session's")) assert.ok(server.came.every(({ headers }) => !headers["mcp-session-id"]));
    })));
});

test("a stream is not taken up again without a pause, whatever the server says", async () => {
  const server = await peer({ "tools/call": () => [200, sse, "id: 1\nretry: 0\ndata: \n\n"], GET: () => [200, sse, "id: 2\ndata: \n\n"] });
  const path = make({ s: [`url = ${server.url}/mcp`, "retries = 0", "timeout = 3s", call("say")] });
  await collect(path);
  const again = server.methods().filter((method) => method === "GET").length;
  assert.ok(again >= 1 && again <= 30, `${again} times in three seconds`);
});

test("a token stays with its own host", async () => {
  const other = await peer({});
  const server = await peer({ "tools/call": () => [307, { location: `${other.url}/mcp` }, ""] });
  const path = make({ s: [`url = ${server.url}/mcp`, "token-env = SECRET", call("say")] });
  await collect(path);
  assert.equal(server.came[0].headers.authorization, `Bearer ${canary}`);
  assert.equal(other.came.length, 1);
  assert.deepEqual(Object.keys(other.came[0].headers).filter((name) => /^(authorization|mcp-.*)$/.test(name)), []);
});

const refused = {
  "neither": [["zone = internal"], 'site.conf:1: source "s": say where its MCP server is: a command with its arguments, or a url'],
  "both": [["command = node", "url = https://example.org/mcp"], 'site.conf:1: source "s": its MCP server is either a command or at a url; give one of the two'],
  "a secret for a name": [["command = node", "env = ghp_abc=def"], "site.conf:4:2: env names a variable of the environment, like GITHUB_TOKEN"],
  "a variable without a value": [["command = node", "variable = NAME"], "site.conf:4:2: variable is written NAME=VALUE"],
  "another key": [["command = node", "arguments = x"], "site.conf:4:2: unknown key \"arguments\"; did you mean \"argument\"?"],
};
for (const [name, [lines, message]] of Object.entries(refused))
  test(`refused: ${name}`, async () => {
    const path = make({ s: lines });
    const { status, stderr } = await towerAsync(["check"], { cwd: path });
    assert.deepEqual([status, stderr], [2, `tower: error: ${message}\n`]);
  });
