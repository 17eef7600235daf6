// Servers that do what none should, over stdio: the argument names which. Where nothing else is
// said they speak the handshake's era and have one tool, "say", which tells what is left to tell.
import { closeSync, writeFileSync } from "node:fs";
import { createInterface } from "node:readline";

const kind = process.argv[2];
const send = (message) => process.stdout.write(JSON.stringify({ jsonrpc: "2.0", ...message }) + "\n");
const say = (id, value) => send({ id, result: { content: [{ type: "text", text: JSON.stringify(value) }] } });
const heard = [];
let lists = 0;

// What happens as soon as it starts.
const begins = {
  "dies at once": () => { console.error("no licence\nThe licence file is missing"); process.exit(3); },
  "is killed": () => process.kill(process.pid, "SIGKILL"),
  "closes its output": () => { closeSync(1); setInterval(() => {}, 1000); },
  "prints a banner": () => console.log("Welcome to the server!\n\n  version 1\n{\"not\": \"a message\"}"),
  "prints without end": () => setInterval(() => process.stdout.write("still here\n".repeat(2000)), 1),
  "does not end": () => {
    process.on("SIGTERM", () => {});
    writeFileSync("stubborn.pid", String(process.pid));
    setInterval(() => {}, 1000);
  },
};

// What it answers to a call instead.
const answers = {
  "dies in the middle": (id) => { process.stdout.write(`{"jsonrpc":"2.0","id":${id},"result":{"con`, () => { console.error("Traceback\nout of paper\n"); process.exit(1); }); },
  "never answers": () => {},
  "floods": () => { const line = JSON.stringify({ jsonrpc: "2.0", method: "notifications/message", params: { data: "x".repeat(100000) } }) + "\n"; const pour = () => { while (process.stdout.write(line)); process.stdout.once("drain", pour); }; pour(); },
  "sends a line of 100 MB": (id) => { process.stdout.write(`{"jsonrpc":"2.0","id":${id},"result":{"content":[{"type":"text","text":"${"x".repeat(1e8)}"}]}}\n`); },
  "answers to other ids": (id) => { say(id + 1000, "one"); say(String(id), "two"); say(null, "three"); },
  "nests deeply": (id) => { process.stdout.write(`{"jsonrpc":"2.0","id":${id},"result":${"[".repeat(100000)}${"]".repeat(100000)}}\n`); },
  "asks for input": (id) => send({ id, result: { resultType: "input_required", inputRequests: {} } }),
  "answers with a task": (id) => send({ id, result: { resultType: "task", taskId: "1" } }),
  "answers no object": (id) => send({ id, result: "done" }),
  "refuses": (id) => send({ id, error: { code: -32603, message: "Internal\nerror \u0007" } }),
  "tells secrets": (id) => { console.error(`token ${process.env.CANARY}`); say(id, { canary: process.env.CANARY, plain: process.env.PLAIN, names: Object.keys(process.env).sort() }); },
  "dies with a secret": () => { console.error(`cannot log in with ${process.env.CANARY}`); process.exit(1); },
  "asks": (id) => {
    send({ id: "p", method: "ping" });
    send({ id: 7, method: "sampling/createMessage", params: {} });
    setTimeout(() => say(id, heard), 200);
  },
  "never stops asking": (id) => {
    for (let ping = 1; ping <= 3000; ping++) send({ id: `p${ping}`, method: "ping" });
    const wait = setInterval(() => { if (heard.length >= 1000) { clearInterval(wait); setTimeout(() => say(id, { replies: heard.length }), 200); } }, 20);
  },
  "lists without end": (id) => say(id, { lists }),
  "lists 3 MB a page": (id) => say(id, { lists }),
  "is one of a batch": (id) => process.stdout.write(JSON.stringify([{ jsonrpc: "2.0", method: "notifications/progress" }, { jsonrpc: "2.0", id, result: { structuredContent: { batch: true } } }]) + "\n"),
};

const versions = { "speaks the oldest version": "2024-11-05", "speaks a version of its own": "1999-12-31" };
const tools = {
  "stops in the middle of its list": (cursor) => cursor ? {} : { tools: [{ name: "other" }], nextCursor: "1" },
  "lists without end": () => ({ tools: [{ name: "other" }], nextCursor: "1" }),
  "lists 3 MB a page": () => ({ tools: [{ name: "other", description: "x".repeat(3 << 20) }], nextCursor: "1" }),
  "lists many pages": (cursor) => ({ tools: [{ name: cursor ? `tool-${cursor}` : "say" }], ...(Number(cursor ?? 0) < 3 && { nextCursor: String(Number(cursor ?? 0) + 1) }) }),
};

begins[kind]?.();
createInterface({ input: process.stdin }).on("line", (line) => {
  const { id, method, params, result, error } = JSON.parse(line);
  if (kind === "closes its output") return;
  if (!method) return heard.push({ id, ...(result && { result }), ...(error && { error }) });
  if (kind === "is silent at first" && method === "server/discover") return;
  if (kind === "is of the new era only" && method === "server/discover") return send({ id, error: { code: -32022, message: "no", data: { supported: ["2031-01-01"] } } });
  if (method === "initialize") return send({ id, result: { protocolVersion: versions[kind] ?? params.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: "hostile", version: "1" } } });
  lists += method === "tools/list";
  if (method === "tools/list" && kind === "has no tools") return send({ id, error: { code: -32601, message: "Method not found" } });
  if (method === "tools/list") return send({ id, result: (tools[kind] ?? (() => ({ tools: [{ name: "say" }] })))(params.cursor) });
  if (method === "tools/call") return params.arguments.well ? say(id, { well: true }) : (answers[kind] ?? ((id) => say(id, { said: params.arguments })))(id);
  if (id !== undefined) send({ id, error: { code: -32601, message: "Method not found" } });
});
