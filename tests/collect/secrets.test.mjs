// That no secret leaves the program but to its own source, and none is left behind: for every
// kind of auth, on the ways that go wrong. What normally arrives is in auth.test.mjs.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { join } from "node:path";
import { after, test } from "node:test";
import { folder, now, sql, tree } from "../tower.mjs";
import { forge, listen, outcome, raw, secret, towerAsync } from "./server.mjs";

const given = "Given+Canary/4712=="; // what the token endpoints give
const session = "Session+Canary/4713==";
const pem = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs1", format: "pem" });
const base64 = (text) => Buffer.from(text).toString("base64");
const inAnHour = new Date(Date.now() + 3600e3).toISOString().replace(/\.\d+Z/, "Z");
const installation = "/app/installations/1/access_tokens"; // below the source's address
const tokens = {
  "/token": { access_token: given, token_type: "bearer" },
  [installation]: { status: 201, headers: {}, body: { token: given, expires_at: inAnHour } },
};

// Kind of auth, its settings at the server URL, the secret in the environment, and how the
// request carries a proof of it.
const kinds = [
  ["bearer", {}, secret, ({ headers }) => headers.authorization === `Bearer ${secret}`],
  ["basic", { user: "ada" }, secret, ({ headers }) => headers.authorization === `Basic ${base64(`ada:${secret}`)}`],
  ["header X-Api-Key", {}, secret, ({ headers }) => headers["x-api-key"] === secret],
  ["query api_key", {}, secret, ({ url }) => url.includes(encodeURIComponent(secret))],
  ["oauth2", { "client-id": "me", "token-url": "URL/token" }, secret, ({ headers }) => headers.authorization === `Bearer ${given}`],
  ["github-app", { app: 1, installation: 1 }, pem, ({ headers }) => headers.authorization === `Bearer ${given}`],
  ["sigv4 execute-api", { "access-key": "AKIA", region: "eu-central-1", "session-token-env": "FORGE_SESSION" }, secret,
    ({ headers }) => headers["x-amz-security-token"] === session],
];
const words = [secret, given, session, ...pem.split("\n").filter((line) => line.length > 60)];
const spellings = [...new Set(words.flatMap((word) => [
  word, encodeURIComponent(word), encodeURIComponent(word).replace(/%../g, (hex) => hex.toLowerCase()), word.replaceAll("/", "\\/"), base64(word).slice(0, 16), base64(`ada:${word}`),
]))];

// Nothing of all that in what was said or written below PATH.
function assertHidden(said, path) {
  for (const [name, bytes] of Object.entries({ ...tree(path), said: Buffer.from(said.stdout + said.stderr) }))
    for (const word of spellings) assert.ok(!bytes.includes(word), `${name} holds ${word}`);
}

// A request as its own server sees it, which holds the secret in any case.
const echo = ({ url, headers }) => `${url} ${Object.values(headers).join(" ")}`;
const slashed = (text) => text.replaceAll("/", "\\/");
const escaped = (text) => text.replace(/[^A-Za-z0-9%]/g, (sign) => `\\u${sign.charCodeAt().toString(16).padStart(4, "0").toUpperCase()}`);
const lower = (text) => encodeURIComponent(text).replace(/%../g, (hex) => hex.toLowerCase());

// How a source repeats what it was sent, and the outcome and reason; OTHER is another server.
const ways = [
  ["an error with the request in its words", (request) => ({ status: 500, headers: {}, body: { message: echo(request) } }), "failed"],
  ["an error whose slashes are escaped", (request) => ({ status: 500, headers: {}, body: slashed(JSON.stringify({ message: echo(request) })) }), "failed"],
  ["an error with the request escaped", (request) => ({ status: 400, headers: {}, body: { error: { message: lower(echo(request)) } } }), "failed"],
  ["forbidden, with the request", (request) => ({ status: 403, headers: {}, body: { error: echo(request) } }), "forbidden"],
  ["a limit with the request", (request) => ({ status: 429, headers: { "retry-after": "9999" }, body: { message: echo(request) } }), "unreached"],
  ["rows with the request", (request) => [{ name: "one", description: echo(request) }], "ok"],
  ["rows whose slashes are escaped", (request) => ({ status: 200, headers: {}, body: slashed(JSON.stringify([{ name: "one", description: echo(request) }])) }), "ok"],
  ["rows in which all signs are escaped", (request) => ({ status: 200, headers: {}, body: `[{"name":"one","description":"${escaped(echo(request))}"}]` }), "ok"],
  ["a next page elsewhere with the request", (request, other) => ({ status: 200, headers: { link: `<${other.url}/?${encodeURIComponent(echo(request))}>; rel="next"` }, body: [] }), "failed"],
  ["an ETag with the request", (request) => ({ status: 200, headers: { etag: `"${echo(request)}"` }, body: [] }), "ok"],
  ["a redirect to another host", (_, other) => ({ status: 302, headers: { location: `${other.url}/things` } }), "ok"],
  ["a redirect to another host that repeats the request", (request, other) =>
    ({ status: 307, headers: { location: `${other.url}/things?${encodeURIComponent(echo(request))}` } }), "ok"],
  ["a redirect to another name of this host", (_, other) => ({ status: 302, headers: { location: other.url.replace("127.0.0.1", "localhost") + "/things" } }), "ok"],
  ["an answer that is ready elsewhere", (_, other) => ({ status: 202, headers: { location: `${other.url}/things`, "retry-after": "0" } }), "ok"],
  ["no HTTP, but the request", (request, _, response) => void raw(echo(request))(request, response), "failed"],
  ["a connection that ends", (request, _, response) => void response.socket.destroy(), "failed"],
];

// One site for each kind of auth, in which each way is a source of its own: what arrived at the
// source's server, and what elsewhere.
async function build(settings, held, kind) {
  const seen = ways.map(() => []), elsewhere = ways.map(() => []);
  const other = await listen(Object.fromEntries(ways.map((_, i) => [`/${i}/things`, ({ url, headers }) => (elsewhere[i].push({ url, headers }), [{ name: "other" }])])));
  const things = ways.map(([, answer], i) => [`/${i}/things`, (request, response) => (seen[i].push(request), answer(request, { url: `${other.url}/${i}` }, response))]);
  const apps = ways.map((_, i) => [`/${i}${installation}`, tokens[installation]]);
  const server = await listen({ ...tokens, ...Object.fromEntries([...things, ...apps]) });
  const local = Object.entries(settings).map(([key, value]) => `\t${key} = ${String(value).replace("URL", server.url)}\n`).join("");
  const path = forge(server.url, undefined, {}, { auth: kind });
  writeFileSync(join(path, "site.conf"), ways.map((_, i) => `[source "w${i}"]\n\ttype = forge\n\turl = ${server.url}/${i}\n\ttoken-env = FORGE_SECRET\n\tretries = 0\n${local}`).join(""));
  const said = await towerAsync(["build", "-C", path, "--now", now, "-v", "--record", "rec"], { cwd: path, env: { FORGE_SECRET: held, FORGE_SESSION: session } });
  await server.close();
  await other.close();
  return { seen, elsewhere, said, path, outcomes: sql(path, "SELECT source, outcome, reason FROM scope") };
}

for (const [kind, settings, held, isProven] of kinds) {
  let building;
  const built = () => (building ??= build(settings, held, kind));

  test(`${kind}: nothing that was said or written holds it`, async () => {
    const { said, path } = await built();
    assert.equal(said.status, 0, said.stderr);
    assertHidden(said, path);
  });

  ways.forEach(([name, , expected], i) =>
    test(`${kind}: ${name}`, async () => {
      const { seen, elsewhere, outcomes } = await built();
      const { outcome, reason } = outcomes.find(({ source }) => source === `w${i}`);
      assert.equal(outcome, expected, reason);
      assert.ok(seen[i].length === 1 && isProven(seen[i][0]));
      const sent = JSON.stringify(elsewhere[i]);
      for (const word of spellings) assert.ok(!sent.includes(word), `${word} went elsewhere: ${sent}`);
      for (const { headers } of elsewhere[i])
        assert.deepEqual(Object.keys(headers).filter((header) => !["host", "user-agent", "accept", "accept-encoding", "connection"].includes(header)), []);
      if (/redirect|elsewhere$/.test(name) && expected === "ok") assert.equal(elsewhere[i].length, 1);
    }));
}

// A certificate that nobody vouches for.
const place = folder();
const made = spawnSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
  "-keyout", "key.pem", "-out", "cert.pem", "-days", "2"], { cwd: place });

for (const [kind, settings, held] of kinds)
  test(`${kind}: a server that cannot prove who it is gets nothing`, { skip: made.status !== 0 }, async () => {
    const seen = [];
    const server = createServer({ key: readFileSync(join(place, "key.pem")), cert: readFileSync(join(place, "cert.pem")) }, (request, response) => {
      seen.push(request.url);
      response.end("[]");
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    after(() => server.close());
    const url = `https://127.0.0.1:${server.address().port}`;
    const local = Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, String(value).replace("URL", url)]));
    const path = forge(url, undefined, local, { auth: kind });
    const said = await towerAsync(["build", "-C", path, "--now", now, "-v", "--record", "rec"], { cwd: path, env: { FORGE_SECRET: held, FORGE_SESSION: session } });
    assert.equal(said.status, 0, said.stderr);
    const told = outcome(path);
    assert.ok(["failed", "unreached"].includes(told.outcome), told.outcome);
    assert.match(told.reason, /^(GET \/things: )*(asking for a token: )?SSL peer certificate or SSH remote key was not OK \(https:\/\/127\.0\.0\.1:\d+\)$/);
    assert.deepEqual(seen, []);
    assertHidden(said, path);
    server.close();
  });
