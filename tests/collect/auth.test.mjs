// How requests prove who asks: what arrives at the server for each kind of auth, what happens
// when a proof ends or is refused, and that no secret is found in anything that is left behind.
import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync, verify } from "node:crypto";
import { test } from "node:test";
import aws4 from "aws4";
import { now, site, sql, tower, tree } from "../tower.mjs";
import { listen, towerAsync } from "./server.mjs";

const secret = "Canary4711Canary";
const base64 = (text) => Buffer.from(text).toString("base64");
const things = { status: 200, body: [{ name: "one" }] };

// A system of the test's own: AUTH are its auth fields, HEADER what else system.sql says, ASK
// the requests of its question.
const plainAsk = "SELECT json_array('things') AS path, json_object('b', 2, 'a', 'x y') AS query, 'x' AS owner";
const system = (auth, { header = "", ask = plainAsk } = {}) => ({
  "sources/forge/system.sql":
    `-- A forge of the test's own.\n--\n-- transport: http\n${auth.map((value) => `-- auth: ${value}\n`).join("")}${header}` +
    "-- setting: url (required): the base address\n",
  "sources/forge/things.sql":
    `-- Its things.\n--\n-- answer: array\n\n-- ask\n${ask};\n\n-- rows repo complete(owner)\n` +
    "SELECT :owner AS owner, :owner || '/' || (value ->> '$.name') AS key, value ->> '$.name' AS name FROM json_each(:body);\n",
});

const conf = (url, settings = {}, more = "") =>
  `[source "forge"]\n\turl = ${url}\n\ttoken-env = FORGE_SECRET\n` +
  Object.entries(settings).map(([key, value]) => `\t${key} = ${value}\n`).join("") + more;

// A server of whose requests everything is kept: { method, url, headers, body }. ANSWER gives
// the answer to one of them, or drops the connection by giving nothing.
async function peer(answer = () => things) {
  const received = [];
  const serve = async (request, response) => {
    let body = "";
    for await (const bytes of request) body += bytes;
    const whole = { method: request.method, url: request.url, headers: request.headers, body };
    received.push(whole);
    const given = answer(whole);
    if (!given) return response.socket.destroy();
    response.writeHead(given.status, { "content-type": "application/json" });
    response.end(typeof given.body === "string" ? given.body : JSON.stringify(given.body));
  };
  const every = new Proxy({}, { get: () => (request, response) => void serve(request, response) });
  return { ...(await listen(every)), received };
}

// Runs COMMAND in FOLDER with the secret in the environment.
const run = (folder, command = ["collect"], env = {}) =>
  towerAsync([command[0], "-C", folder, "--now", now, ...command.slice(1)], { cwd: folder, env: { FORGE_SECRET: secret, ...env } });
const scopes = (folder) => sql(folder, "SELECT outcome, reason FROM scope");
const repos = (folder) => sql(folder, "SELECT key FROM repo").map((row) => row.key);

// Nothing of WORDS, nor what base64 makes of them, in what was said or written.
function assertHidden(said, folder, words) {
  const files = { ...tree(folder), said: Buffer.from(said.stdout + said.stderr) };
  for (const [name, bytes] of Object.entries(files))
    for (const word of words) {
      assert.ok(!bytes.includes(word), `${name} holds ${word}`);
      assert.ok(!bytes.includes(base64(word).slice(0, 16)), `${name} holds ${word} in base64`);
    }
}

const key = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = key.privateKey.export({ type: "pkcs1", format: "pem" });

const inAnHour = () => new Date(Date.now() + 3600e3).toISOString().replace(/\.\d+Z/, "Z");
const giveTokens = (request) =>
  request.url === "/token" ? { status: 200, body: { access_token: "GivenCanary4712", token_type: "bearer", expires_in: 3600 } }
  : request.url.startsWith("/app/") ? { status: 201, body: { token: "GivenCanary4712", expires_at: inAnHour() } }
  : things;

const oauth2 = (url, more) => ({ "client-id": "my id:1", "token-url": `${url}/token`, ...more });
const app = { app: "Iv1.abc", installation: 42 };
const aws = { "access-key": "AKIAEXAMPLE", region: "eu-central-1" };

// Kind, its settings, and what the request for things must hold.
const kinds = [
  ["none", () => ({}), ({ headers, url }) => assert.ok(!headers.authorization && !url.includes(secret))],
  ["bearer", () => ({}), ({ headers }) => assert.equal(headers.authorization, `Bearer ${secret}`)],
  ["basic", () => ({ user: "Aladdin" }), ({ headers }) => assert.equal(headers.authorization, `Basic ${base64(`Aladdin:${secret}`)}`)],
  ["header X-Api-Key", () => ({}), ({ headers }) => {
    assert.equal(headers["x-api-key"], secret);
    assert.equal(headers.authorization, undefined);
  }],
  ["header Authorization ApiKey", () => ({}), ({ headers }) => assert.equal(headers.authorization, `ApiKey ${secret}`)],
  ["query api_key", () => ({}), ({ headers, url }) => {
    assert.equal(url, `/things?b=2&a=x%20y&api_key=${secret}`);
    assert.equal(headers.authorization, undefined);
  }],
  ["oauth2", oauth2, ({ headers }) => assert.equal(headers.authorization, "Bearer GivenCanary4712")],
  ["github-app", () => app, ({ headers }) => assert.equal(headers.authorization, "Bearer GivenCanary4712"), pem],
  ["sigv4 execute-api", () => aws, ({ headers }) => assert.match(headers.authorization, /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-central-1\/execute-api\/aws4_request, /)],
];

for (const [kind, settings, check, held = secret] of kinds)
  test(`${kind}: what arrives, and that the secret is found nowhere`, async () => {
    const server = await peer(giveTokens);
    const folder = site({ "site.conf": conf(server.url, settings(server.url)), ...system([kind]) });
    const said = await run(folder, ["build", "-v", "--record", "rec"], { FORGE_SECRET: held });
    assert.equal(said.status, 0, said.stderr);
    assert.deepEqual(repos(folder), ["x/one"]);
    const asked = server.received.filter(({ url }) => url.startsWith("/things"));
    assert.equal(asked.length, 1);
    check(asked[0]);
    assert.ok(Object.keys(tree(folder)).some((name) => name.startsWith("rec/")));
    assertHidden(said, folder, [held.split("\n")[1] || held, "GivenCanary4712"]);
    await server.close();
  });

test("the first kind whose settings are given is used", async () => {
  const server = await peer(giveTokens);
  const kindOf = async (settings) => {
    const folder = site({ "site.conf": conf(server.url, settings), ...system(["oauth2", "basic", "header X-Key"]) });
    assert.equal((await run(folder)).status, 0);
    const { headers } = server.received.at(-1);
    return headers.authorization?.split(" ")[0] ?? (headers["x-key"] === secret ? "X-Key" : "none");
  };
  assert.equal(await kindOf(oauth2(server.url, { user: "Aladdin" })), "Bearer");
  assert.equal(await kindOf({ user: "Aladdin" }), "Basic");
  assert.equal(await kindOf({ user: "Aladdin", "client-id": "half of what oauth2 needs" }), "Basic");
  assert.equal(await kindOf({}), "X-Key");
  await server.close();
});

test("without a secret a request is not signed, and an ask can see that", async () => {
  const server = await peer(giveTokens);
  const ask = "SELECT json_array('things') AS path, 'x' AS owner, " +
    "json_object('known', (SELECT value FROM setting WHERE key = 'authenticated')) AS query";
  for (const [kind, settings] of kinds) {
    const folder = site({ "site.conf": conf(server.url, settings(server.url)), ...system([kind], { ask }) });
    server.received.length = 0;
    assert.equal((await run(folder, ["collect"], { FORGE_SECRET: "" })).status, 0);
    assert.deepEqual(server.received.map(({ url }) => url), ["/things"], kind);
    assert.equal(server.received[0].headers.authorization, undefined, kind);
  }
  const folder = site({ "site.conf": conf(server.url), ...system(["bearer"], { ask }) });
  await run(folder);
  assert.equal(server.received.at(-1).url, "/things?known=1");
  await server.close();
});

test("oauth2: one token for many requests, asked for as RFC 6749 says", async () => {
  const server = await peer(giveTokens);
  const ask = "SELECT json_array('things', value) AS path, value AS owner FROM json_each('[1,2,3]')";
  const settings = oauth2(server.url, { "token-scope": "read things/.default" });
  const folder = site({ "site.conf": conf(server.url, settings), ...system(["oauth2"], { ask }) });
  assert.equal((await run(folder, ["collect"], { FORGE_SECRET: "can@ry/1+ä" })).status, 0);
  const [first, ...others] = server.received;
  assert.deepEqual([first.method, first.url, first.body],
    ["POST", "/token", "grant_type=client_credentials&scope=read%20things%2F.default"]);
  assert.equal(first.headers["content-type"], "application/x-www-form-urlencoded");
  assert.equal(first.headers.authorization, `Basic ${base64("my%20id%3A1:can%40ry%2F1%2B%C3%A4")}`);
  assert.deepEqual(others.map(({ url }) => url).sort(), ["/things/1", "/things/2", "/things/3"]);
  await server.close();
});

// What the token endpoint says of a token's life, and how often two runs of three requests,
// one after the other, ask for one.
const lives = [
  [{ access_token: "t", token_type: "BEARER", expires_in: 3600 }, 1],
  [{ access_token: "t", expires_in: "3600" }, 1],
  [{ access_token: "t" }, 1],
  [{ access_token: "t", expires_in: 1e300 }, 1],
  [{ access_token: "t", expires_in: 61.5 }, 1],
  [{ access_token: "t", expires_in: 59 }, 3],
  [{ access_token: "t", expires_in: -1 }, 3],
];
for (const [body, times] of lives)
  test(`oauth2: ${JSON.stringify(body)} is asked for ${times === 1 ? "once" : "before every request"}`, async () => {
    const server = await peer(({ url }) => url === "/token" ? { status: 200, body } : things);
    const ask = "SELECT json_array('things', value) AS path, value AS owner FROM json_each('[1,2,3]')";
    const settings = oauth2(server.url, { concurrency: 1 });
    const folder = site({ "site.conf": conf(server.url, settings), ...system(["oauth2"], { ask }) });
    assert.equal((await run(folder)).status, 0);
    assert.equal(server.received.filter(({ url }) => url === "/token").length, times);
    assert.equal(repos(folder).length, 3);
    await server.close();
  });

test("oauth2: a token that is refused early is replaced, once", async () => {
  let given = 0;
  let valid = 2;
  const server = await peer(({ url, headers }) =>
    url === "/token" ? { status: 200, body: { access_token: `t${++given}`, expires_in: 3600 } }
    : headers.authorization === `Bearer t${valid}` ? things : { status: 401, body: { message: "token expired" } });
  const folder = site({ "site.conf": conf(server.url, oauth2(server.url)), ...system(["oauth2"]) });
  assert.equal((await run(folder)).status, 0);
  assert.deepEqual(repos(folder), ["x/one"]);
  assert.equal(scopes(folder)[0].outcome, "ok");
  assert.deepEqual(server.received.map(({ url, headers }) => url === "/token" ? "token" : headers.authorization),
    ["token", "Bearer t1", "token", "Bearer t2"]);
  valid = -1;
  server.received.length = 0;
  assert.equal((await run(folder, ["collect", "--strict"])).status, 4);
  assert.equal(server.received.length, 4);
  assert.deepEqual(scopes(folder).map(({ outcome }) => outcome), ["forbidden"]);
  assert.match(scopes(folder)[0].reason, /: HTTP 401: token expired$/);
  assert.deepEqual(repos(folder), ["x/one"]);
  await server.close();
});

test("oauth2: where a refused token cannot be replaced, nothing more is asked, and nothing without it", async () => {
  let given = 0;
  const server = await peer(({ url }) =>
    url !== "/token" ? { status: 401, body: { message: "token revoked" } }
    : given++ ? { status: 503, body: "" } : { status: 200, body: { access_token: "t1" } });
  const ask = "SELECT json_array('things', value) AS path, value AS owner FROM json_each('[1,2]')";
  const settings = oauth2(server.url, { concurrency: 1 });
  const folder = site({ "site.conf": conf(server.url, settings), ...system(["oauth2"], { ask }) });
  assert.equal((await run(folder, ["collect", "--strict"])).status, 4);
  assert.deepEqual(server.received.map(({ url, headers }) => url === "/token" ? "token" : `${url} ${headers.authorization}`),
    ["token", "/things/1 Bearer t1", "token", "token"]);
  assert.match(scopes(folder)[1].reason, /asking for a token: HTTP 503$/);
  await server.close();
});

// What the token endpoint answers, and what a person is then told. The rows stay.
const long = `bad\nsecret ${"ö".repeat(300)}`;
const noTokens = [
  ["401 with reasons", { status: 401, body: { error: "invalid_client", error_description: long } },
    `HTTP 401: invalid_client: ${long.replace("\n", " ").slice(0, 200)}`],
  ["400 that repeats the secret", { status: 400, body: { error: "invalid_client", error_description: `no ${secret}` } }, "HTTP 400: invalid_client: no ***"],
  ["400 that repeats what was sent", { status: 400, body: { error: `no ${base64(`my%20id%3A1:${secret}`)}` } }, "HTTP 400: no ***"],
  ["500", { status: 500, body: "<html>oops" }, "HTTP 500"],
  ["a redirect", { status: 307, body: "" }, "HTTP 307"],
  ["HTML", { status: 200, body: "<!doctype html><title>Sign in</title>" }, "the answer is not a JSON object of at most 1 MiB"],
  ["an array", { status: 200, body: [] }, "the answer is not a JSON object of at most 1 MiB"],
  ["an empty body", { status: 200, body: "" }, "the answer is not a JSON object of at most 1 MiB"],
  ["more than 1 MiB", { status: 200, body: `{"access_token":"t"${" ".repeat(1 << 20)}}` }, "the answer is not a JSON object of at most 1 MiB"],
  ["no token", { status: 200, body: { token: "t" } }, "the answer has no access_token"],
  ["a number", { status: 200, body: { access_token: 5 } }, "the answer has no access_token"],
  ["an empty token", { status: 200, body: { access_token: "" } }, "the answer has no access_token"],
  ["a token with a newline", { status: 200, body: { access_token: "t\r\nX-Admin: 1" } }, "the answer's access_token holds control characters"],
  ["another type", { status: 200, body: { access_token: "t", token_type: "mac" } }, "the answer's token_type is not bearer"],
  ["nothing", undefined, "Server returned nothing (no headers, no data) (URL)"],
];
for (const [name, answer, words] of noTokens)
  test(`the token endpoint answers ${name}`, async () => {
    let broken = false;
    const server = await peer((request) => request.url === "/token" && broken ? answer : giveTokens(request));
    const folder = site({ "site.conf": conf(server.url, oauth2(server.url)), ...system(["oauth2"]) });
    assert.equal((await run(folder)).status, 0);
    broken = true;
    server.received.length = 0;
    const said = await run(folder, ["build", "-v"]);
    assert.equal(said.status, 0, said.stderr);
    assert.ok(!server.received.some(({ url }) => url.startsWith("/things")));
    assert.deepEqual(repos(folder), ["x/one"]);
    const [{ outcome, reason }] = scopes(folder);
    assert.notEqual(outcome, "ok");
    assert.ok(reason.endsWith(`asking for a token: ${words.replace("URL", server.url)}`), reason);
    assertHidden(said, folder, [secret, `my%20id%3A1:${secret}`]);
    await server.close();
  });

// A JSON Web Token's claims, once its signature is found to be good.
function claims(jwt) {
  const [header, body, signature] = jwt.split(".");
  const read = (text) => JSON.parse(Buffer.from(text, "base64url"));
  assert.deepEqual(read(header), { alg: "RS256", typ: "JWT" });
  assert.ok(verify("RSA-SHA256", Buffer.from(`${header}.${body}`), createPublicKey(key.privateKey), Buffer.from(signature, "base64url")));
  assert.doesNotMatch(jwt, /[+/=]/);
  return read(body);
}

test("github-app: a JSON Web Token by the real clock buys an installation's token", async () => {
  const server = await peer(giveTokens);
  const header = "-- header: Accept: application/vnd.github+json\n-- header: X-GitHub-Api-Version: 2022-11-28\n";
  const folder = site({ "site.conf": conf(server.url, { ...app, installation: "4/2" }), ...system(["github-app", "bearer"], { header }) });
  const before = Math.floor(Date.now() / 1000);
  const said = await towerAsync(["collect", "-C", folder, "--now", "2001-01-01T00:00:00Z"], { env: { FORGE_SECRET: pem } });
  const after = Math.floor(Date.now() / 1000);
  assert.equal(said.status, 0, said.stderr);
  const [{ method, url, headers }, things] = server.received;
  assert.deepEqual([method, url], ["POST", "/app/installations/4%2F2/access_tokens"]);
  assert.equal(headers.accept, "application/vnd.github+json");
  assert.equal(headers["x-github-api-version"], "2022-11-28");
  assert.match(headers["user-agent"], /^control-tower\//);
  const { iat, exp, iss } = claims(headers.authorization.replace("Bearer ", ""));
  assert.ok(iat >= before - 60 && iat <= after - 60);
  assert.equal(exp - iat, 600);
  assert.equal(iss, "Iv1.abc");
  assert.equal(things.headers.authorization, "Bearer GivenCanary4712");
  await server.close();
});

test("github-app: the key may be PKCS #8, and its newlines may be written as \\n", async () => {
  const pkcs8 = key.privateKey.export({ type: "pkcs8", format: "pem" });
  for (const text of [pkcs8, pem.replaceAll("\n", "\\n")]) {
    const server = await peer(giveTokens);
    const folder = site({ "site.conf": conf(server.url, app), ...system(["github-app"]) });
    assert.equal((await run(folder, ["collect"], { FORGE_SECRET: text })).status, 0);
    assert.equal(claims(server.received[0].headers.authorization.replace("Bearer ", "")).iss, "Iv1.abc");
    await server.close();
  }
});

test("github-app: a token that ends within a minute is not used for the next request", async () => {
  const soon = () => new Date(Date.now() + 30e3).toISOString().replace(/\.\d+Z/, "Z");
  let given = 0;
  const server = await peer(({ url }) => url.startsWith("/app/") ? { status: 201, body: { token: `t${++given}`, expires_at: soon() } } : things);
  const ask = "SELECT json_array('things', value) AS path, value AS owner FROM json_each('[1,2]')";
  const folder = site({ "site.conf": conf(server.url, { ...app, concurrency: 1 }), ...system(["github-app"], { ask }) });
  assert.equal((await run(folder, ["collect"], { FORGE_SECRET: pem })).status, 0);
  assert.equal(given, 2);
  await server.close();
});

test("github-app: an installation that is refused says why", async () => {
  const server = await peer(() => ({ status: 401, body: { message: "A JSON web token could not be decoded" } }));
  const folder = site({ "site.conf": conf(server.url, app), ...system(["github-app"]) });
  const said = await run(folder, ["collect", "--strict"], { FORGE_SECRET: pem });
  assert.equal(said.status, 4, said.stderr);
  assert.match(scopes(folder)[0].reason, /asking for a token: HTTP 401: A JSON web token could not be decoded$/);
  assert.equal(server.received.length, 1);
  await server.close();
});

// The signature that aws4 computes of what arrived, from the headers that were signed.
function expectedSignature({ method, url, headers, body }) {
  const [, service, signed] = headers.authorization.match(/\/([^/]+)\/aws4_request, SignedHeaders=([^,]+),/);
  const request = {
    method, path: url, body: body || undefined, service, region: aws.region,
    headers: Object.fromEntries(signed.split(";").map((name) => [name, headers[name]])),
    extraHeadersToIgnore: { "content-length": true },
  };
  return aws4.sign(request, { accessKeyId: aws["access-key"], secretAccessKey: secret }).headers.Authorization;
}

// Path and query of a request, and how its address arrives.
const addresses = [
  ["'things'", "'b', '2', 'a', 'x y', 'Z', ':/?', 'ä', '~', 'e', ''", "/things?%C3%A4=~&Z=%3A%2F%3F&a=x%20y&b=2&e="],
  ["'model', 'a:b c', 'é'", "'x', 1", "/model/a%3Ab%20c/%C3%A9?x=1"],
  ["'things'", "", "/things"],
];
for (const [path, query, address] of addresses)
  for (const method of ["GET", "POST"])
    test(`sigv4: ${method} ${address} is signed as aws4 signs it`, async () => {
      const body = method === "POST" ? `, 'POST' AS method, json_object('name', 'ä', 'list', json_array(1, 2)) AS body` : "";
      const ask = `SELECT json_array(${path}) AS path, json_object(${query}) AS query, 'x' AS owner${body}`;
      const server = await peer();
      const header = "-- header: X-Amz-Target: Things.List\n-- header: Accept:   application/json\n";
      const settings = { ...aws, "session-token-env": "FORGE_SESSION" };
      const folder = site({ "site.conf": conf(server.url, settings), ...system(["sigv4 execute-api"], { ask, header }) });
      for (const session of ["", "session/to+ken=="]) {
        const said = await run(folder, ["collect", "-v", "--full"], { FORGE_SESSION: session });
        assert.equal(said.status, 0, said.stderr);
        const arrived = server.received.at(-1);
        assert.deepEqual([arrived.method, arrived.url], [method, address]);
        assert.equal(arrived.headers.authorization, expectedSignature(arrived));
        assert.equal(arrived.headers["x-amz-security-token"], session || undefined);
        const names = arrived.headers.authorization.match(/SignedHeaders=([^,]+)/)[1].split(";");
        for (const name of ["host", "x-amz-date", "x-amz-target", ...(session ? ["x-amz-security-token"] : [])]) assert.ok(names.includes(name), name);
        assertHidden(said, folder, [secret, "session/to+ken=="]);
      }
      assert.equal(server.received.length, 2);
      assert.deepEqual(repos(folder), ["x/one"]);
      await server.close();
    });

// libcurl 8.3 to 8.13 sorts these once more, and wrongly, when it signs: so only the address.
test("sigv4: parameters are sorted by name, not as whole texts", async () => {
  const server = await peer();
  const ask = "SELECT json_array('things') AS path, json_object('a1', 1, 'a-b', 2, 'a', 3) AS query, 'x' AS owner";
  const folder = site({ "site.conf": conf(server.url, aws), ...system(["sigv4 execute-api"], { ask }) });
  assert.equal((await run(folder)).status, 0);
  assert.equal(server.received[0].url, "/things?a=3&a-b=2&a1=1");
  await server.close();
});

test("a wrong secret: forbidden, said, and status 4 with --strict", async () => {
  for (const [kind, settings] of [["bearer", {}], ["basic", { user: "a" }], ["header X-Key", {}], ["query key", {}], ["sigv4 ce", aws]]) {
    const server = await peer(() => ({ status: 403, body: { message: "who are you" } }));
    const folder = site({ "site.conf": conf(server.url, settings), ...system([kind]) });
    const said = await run(folder, ["build", "-v", "--strict"]);
    assert.ok([3, 4].includes(said.status), said.stderr);
    assert.equal(scopes(folder)[0].outcome, "forbidden", kind);
    assert.match(scopes(folder)[0].reason, /: HTTP 403: who are you$/);
    assertHidden(said, folder, [secret]);
    await server.close();
  }
});

// Sources do repeat what they were sent.
test("query: a next page's address that repeats the secret", async () => {
  const server = await listen({
    "/things": (request) => request.url.includes("page=2") ? [{ name: "two" }] : {
      status: 200, headers: { link: `<${server.url}${request.url}&page=2>; rel="next"` },
      body: [{ name: "one", description: `${server.url}${request.url}` }],
    },
  });
  const files = system(["query api_key"]);
  const things = "sources/forge/things.sql";
  files[things] = files[things].replace("-- answer:", "-- pages: link\n-- answer:").replace("AS name FROM", "AS name, value ->> '$.description' AS description FROM");
  const folder = site({ "site.conf": conf(server.url), ...files });
  const said = await run(folder, ["build", "-v", "--record", "rec"]);
  assert.deepEqual(server.asked.map(({ target }) => target),
    [`/things?b=2&a=x%20y&api_key=${secret}`, `/things?b=2&a=x%20y&page=2&api_key=${secret}`]);
  assert.deepEqual(sql(folder, "SELECT key, description FROM repo ORDER BY key"),
    [{ key: "x/one", description: `${server.url}/things?b=2&a=x%20y&api_key=***` }, { key: "x/two", description: null }]);
  assertHidden(said, folder, [secret]);
  await server.close();
});

for (const [kind, settings, held, repeated] of [
  ["bearer", {}, secret, secret],
  ["basic", { user: "ada" }, secret, base64(`ada:${secret}`)],
  ["query key", {}, "a/b+c d=11", "a%2Fb%2Bc%20d%3D11"],
])
  test(`${kind}: an error that repeats the proof`, async () => {
    const server = await peer(() => ({ status: 403, body: { message: `not ${repeated}, and not ${repeated}!` } }));
    const folder = site({ "site.conf": conf(server.url, settings), ...system([kind]) });
    const said = await run(folder, ["build", "-v"], { FORGE_SECRET: held });
    assert.match(scopes(folder)[0].reason, /: HTTP 403: not \*\*\*, and not \*\*\*!$/);
    assertHidden(said, folder, [held, repeated]);
    await server.close();
  });

for (const held of ["admin", "12345678"])
  test(`the secret ${held} could be any word or number: answers stay as they are`, async () => {
    const server = await peer(() => ({ status: 200, body: `[{"name":${JSON.stringify(held)},"id":12345678}]` }));
    const folder = site({ "site.conf": conf(server.url), ...system(["bearer"]) });
    assert.equal((await run(folder, ["collect"], { FORGE_SECRET: held })).status, 0);
    assert.deepEqual(repos(folder), [`x/${held}`]);
    await server.close();
  });

// Auth field, settings, secret and the message that refuses them; LINE is the last setting's.
const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({ type: "pkcs8", format: "pem" });
const locked = key.privateKey.export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" });
const tokenUrl = "LINE: token-url must be an https:// address, or http:// on 127.0.0.1, localhost or [::1], without a user and password";
const noKey = 'site.conf:1: source "forge": FORGE_SECRET holds no RSA private key without a password in PEM form';
const newline = 'site.conf:1: source "forge": FORGE_SECRET holds a control character, perhaps a newline at its end';
const wrong = [
  ...["http://example.org/token", "http://127.0.0.1@example.org/", "http://localhost.example.org/", "http://127.0.0.1.example.org",
    "https://id:secret@example.org/", "ftp://localhost/", "//localhost/token", "token"]
    .map((url) => [`token-url ${url}`, "oauth2", { "client-id": "x", "token-url": url }, secret, tokenUrl]),
  ["a user with a colon", "basic", { user: "a:b" }, secret, "LINE: user cannot hold a ':'"],
  ["a region with a space", "sigv4 ce", { "access-key": "x", region: "eu central" }, secret, "LINE: region is a word such as eu-central-1"],
  ["a region with a colon", "sigv4 ce", { "access-key": "x", region: "eu:ce" }, secret, "LINE: region is a word such as eu-central-1"],
  ["a session token in place of its variable", "sigv4 ce", { ...aws, "session-token-env": "FwoGZX+/==" }, secret,
    "LINE: session-token-env is the name of an environment variable, such as AWS_SESSION_TOKEN"],
  ["a key that is none", "github-app", app, "junk", noKey],
  ["a key for another algorithm", "github-app", app, ec, noKey],
  ["a key with a password", "github-app", app, locked, noKey],
  ["a secret with a newline, bearer", "bearer", {}, `${secret}\n`, newline],
  ["a secret with a header behind it", "header X-Key", {}, `${secret}\r\nX-Admin: 1`, newline],
  ["a secret with a newline, oauth2", "oauth2", { "client-id": "x", "token-url": "https://example.org/" }, `${secret}\n`, newline],
];
for (const [name, kind, settings, held, message] of wrong)
  test(`refused: ${name}`, async () => {
    const folder = site({ "site.conf": conf("http://127.0.0.1:9", settings), ...system([kind]) });
    const line = 3 + Object.keys(settings).length;
    const said = tower(["check", "-C", folder], { cwd: folder, env: { FORGE_SECRET: held } });
    assert.ok(said.stderr.endsWith(`site.conf${message.startsWith("LINE") ? `:${line}:2` : ""}${message.replace(/^LINE|^site\.conf/, "")}\n`), said.stderr);
    assert.equal(said.status, 2);
    assertHidden(said, site({}), [held.trim().split("\n").at(-1)]);
    if (message.startsWith("LINE"))
      assert.equal(tower(["check", "-C", folder], { cwd: folder, env: { FORGE_SECRET: "" } }).stderr, said.stderr);
  });

// Fields of system.sql that are no auth, or a setting that no kind of the system takes.
const declared = ["header", "header X-Key Token more", "header X:Key", "query", "query a b", "sigv4", "bearer x", "Bearer", "oauth", "none x", "login /token user password", "login token user password access_token"];
for (const value of declared)
  test(`refused: auth: ${value}`, () => {
    const folder = site({ "site.conf": conf("http://127.0.0.1:9"), ...system([value]) });
    const said = tower(["check", "-C", folder]);
    assert.ok(said.stderr.endsWith(`sources/forge/system.sql:4: auth cannot be '${value}'; write none, bearer, basic, ` +
      "header NAME [PREFIX], query NAME, login PATH USER PASSWORD TOKEN, oauth2, sigv4 SERVICE or github-app\n"), said.stderr);
    assert.equal(said.status, 2);
  });

// Of several kinds whose settings are given site.conf may choose one; of one kind there is nothing to choose.
test("auth = KIND chooses among the kinds of a system", async () => {
  const server = await listen({ "/things": [] });
  for (const [kind, token] of [[undefined, `Basic ${Buffer.from(`ada:${secret}`).toString("base64")}`], ["bearer", `Bearer ${secret}`]]) {
    const folder = site({ "site.conf": conf(server.url, { user: "ada", ...(kind && { auth: kind }) }), ...system(["basic", "bearer"]) });
    const { status, stderr } = await towerAsync(["collect", "-q", "-C", folder, "--now", now], { env: { FORGE_SECRET: secret } });
    assert.equal(status, 0, stderr);
    assert.equal(server.asked.at(-1).token, token);
  }
  await server.close();
  const refused = (settings, kinds) => tower(["check", "-C", site({ "site.conf": conf("http://127.0.0.1:9", settings), ...system(kinds) })]).stderr;
  for (const [settings, word] of [[{ auth: "oauth2", user: "ada" }, "oauth2"], [{ auth: "basic" }, "basic"]])
    assert.match(refused(settings, ["basic", "bearer"]), new RegExp(`site\\.conf:\\d+:2: auth cannot be '${word}': \\S*sources/forge/system\\.sql names no such kind, or a setting that the kind needs \\(such as user\\) is missing\n$`));
  assert.match(refused({ auth: "bearer" }, ["bearer"]), /unknown key "auth"/);
});

test("refused: a setting of a kind that the system does not name", () => {
  const folder = site({ "site.conf": conf("http://127.0.0.1:9", { "client-id": "x" }), ...system(["bearer", "basic"]) });
  const said = tower(["check", "-C", folder]);
  assert.match(said.stderr, /site\.conf:4:2: unknown key "client-id"; /);
  assert.equal(said.status, 2);
});
