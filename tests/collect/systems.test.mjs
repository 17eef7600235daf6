// What the built-in systems make of answers. A case is a folder systems/NAME of the system NAME
// (a number behind it tells several apart): the answers of a server as recordings, the settings
// of its section in source.conf, and expected.json, the rows that must follow; expected-2.json
// those of a night later. https://server.example stands for the server's address. The answers of
// Prometheus and Alertmanager have the shapes of the servers that prometheus.test.mjs runs; the
// others are written by hand from what their makers, or several public programs, document.
// TOWER_WRITE=1 writes expected*.json anew, to be read before it is kept.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { buildSchema, graphql } from "graphql";
import { now, root, site, sql } from "../tower.mjs";
import { listen, towerAsync } from "./server.mjs";

const cases = join(root, "tests/collect/systems");
const later = "2026-11-22T21:00:00Z";
const secret = "Canary4711Canary";
const read = (name, file) => readFileSync(join(cases, name, file), "utf8");

async function collect(path, at = now) {
  const { status, stderr } = await towerAsync(["collect", "-q", "-C", path, "--now", at], { env: { SECRET: secret } });
  assert.equal(status, 0, stderr);
  assert.ok(!readFileSync(join(path, "data/tower.db"), "latin1").includes(secret));
}
const scopes = (path) => sql(path, "SELECT declaration, outcome, reason FROM scope ORDER BY declaration, key");
const problems = (path) => scopes(path).filter(({ outcome }) => outcome !== "ok");
// What there is of each table, without what is NULL.
function rows(path, url) {
  const tables = ["incident", "target", "job", "ticket", "reject"];
  const [counts] = sql(path, `SELECT ${tables.map((table) => `(SELECT count(*) FROM ${table}) AS ${table}`)}`);
  const list = (table) => sql(path, `SELECT * FROM ${table} ORDER BY 2, 3`).map(({ source, ...row }) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)));
  const found = Object.fromEntries(tables.filter((table) => counts[table]).map((table) => [table, list(table)]));
  return JSON.parse(JSON.stringify(found).replaceAll(url, "https://server.example"));
}
function compare(name, file, actual) {
  if (process.env.TOWER_WRITE) writeFileSync(join(cases, name, file), JSON.stringify(actual, null, 1) + "\n");
  assert.deepEqual(actual, JSON.parse(read(name, file)));
}
const portfolio = (name, url) => site({ "site.conf": `[source "x"]\n\ttype = ${name.replace(/-\d$/, "")}\n\ttoken-env = SECRET\n\tretries = 0\n\turl = ${url}\n${read(name, "source.conf")}` });

// The server of a case: its recordings, to whoever proves who asks as PROOF says.
async function serve(name, proof, more = {}) {
  const state = { broken: null };
  const server = await listen(new Proxy({}, { get: (_, target) => (request, response) => {
    if (state.broken && target !== "/auth/token") return state.broken;
    if (more[target]) return more[target](request, response);
    if (request.headers.authorization !== proof()) return { status: 401, body: '{"detail":"Not authenticated"}' };
    return state.recorded.get(target) ?? { status: 404, body: `{"message":"nobody wrote down ${target}"}` };
  } }));
  state.recorded = new Map(readdirSync(join(cases, name)).filter((file) => file.endsWith(".http")).map((file) => {
    const [target, , , ...body] = read(name, file).replaceAll("https://server.example", server.url).split("\n");
    return [target.replace("GET ", ""), { status: 200, body: body.join("\n") }];
  }));
  return Object.assign(state, server);
}

// The same questions, answered with a page for people, with JSON of other shapes, with a refusal, and with an error.
async function breaks(server, path, known) {
  for (const [status, body, outcome] of [[200, "<!doctype html><title>Log in</title>", "failed"], [200, '{"data": {}, "items": {}}', "failed"], [200, "[[1]", "failed"],
    [200, "", "failed"], [403, '{"message": "no"}', "forbidden"], [500, '{"detail": "out of order"}', "failed"]]) {
    server.broken = { status, body };
    await collect(path, later);
    assert.deepEqual(new Set(scopes(path).map((row) => row.outcome)), new Set([outcome]), JSON.stringify(scopes(path)));
  }
  assert.deepEqual(rows(path, server.url), known); // what was lost once would not have come back
  assert.match(scopes(path)[0].reason, /: HTTP 500: out of order$/);
}

const basic = () => `Basic ${Buffer.from(`reader:${secret}`).toString("base64")}`;
const proofs = { "airflow-2": basic, jenkins: basic, zendesk: () => `Basic ${Buffer.from(`ada@example.org/token:${secret}`).toString("base64")}` };
for (const name of readdirSync(cases).filter((name) => !["linear", "airflow-3"].includes(name)))
  test(`${name}: its answers as rows, and nothing of them where they are no use`, async () => {
    const server = await serve(name, proofs[name] ?? (() => `Bearer ${secret}`));
    await night(name, server);
    await server.close();
  });

async function night(name, server) {
  const path = portfolio(name, server.url);
  await collect(path);
  assert.deepEqual(problems(path), []);
  compare(name, "expected.json", rows(path, server.url));
  assert.deepEqual(sql(path, "SELECT zone FROM source"), [{ zone: "internal" }]);
  if (existsSync(join(cases, name, "expected-2.json"))) {
    await collect(path, later);
    assert.deepEqual(problems(path), []);
    compare(name, "expected-2.json", rows(path, server.url));
  }
  await breaks(server, path, rows(path, server.url));
  return path;
}

// A token is asked for once a run; one that is not accepted any more, once again.
test("airflow-3: logs in, and again where its token ended early", async () => {
  let logins = 0, refused = 0;
  const server = await serve("airflow-3", () => `Bearer token-${logins}`, {
    "/auth/token": (request, response) => {
      const parts = [];
      request.on("data", (part) => parts.push(part));
      request.on("end", () => {
        assert.deepEqual([request.method, request.headers["content-type"], request.headers.authorization], ["POST", "application/json", undefined]);
        const right = Buffer.concat(parts).toString() === JSON.stringify({ username: "reader", password: secret });
        response.writeHead(right ? 201 : 401, { "content-type": "application/json" });
        response.end(right ? JSON.stringify({ access_token: `token-${++logins}` }) : '{"detail":"Invalid credentials"}');
      });
    },
    "/api/v2/dags?limit=100&offset=2&order_by=dag_id": (request) => { // in the middle of the pages
      if (!refused++) logins++;
      return request.headers.authorization === `Bearer token-${logins}` ? server.recorded.get(request.url) : { status: 401, body: '{"detail":"expired"}' };
    },
  });
  const path = await night("airflow-3", server);
  assert.ok(refused >= 2);
  assert.equal(server.asked.filter(({ target }) => target === "/auth/token").length, 2 + 1 + 6);
  server.broken = null;
  const { stderr } = await towerAsync(["collect", "-q", "-C", path, "--now", later], { env: { SECRET: "something else" } });
  assert.match(stderr, /not up to date/);
  assert.deepEqual(scopes(path)[0], { declaration: "airflow/dags", outcome: "unreached", reason: "GET /api/v2/dags?limit=100&offset=0&order_by=dag_id: asking for a token: HTTP 401: Invalid credentials" });
  await server.close();
});

// The whole list comes in pages of two, and once Linear says that it was asked too often: with the status 400.
test("linear: pages, a limit, and its answers as rows", async () => {
  const schema = buildSchema(read("linear", "schema.graphql"));
  const issues = JSON.parse(read("linear", "issues.json"));
  const asked = [];
  let limited = 0;
  const server = await serve("linear", () => secret, { "/graphql": (request, response) => {
    const parts = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", async () => {
      const { query, variables } = JSON.parse(Buffer.concat(parts));
      const page = ({ after, filter, first }) => {
        asked.push({ token: request.headers.authorization, after: after ?? null, first, filter: JSON.stringify(filter) });
        const from = after ? Number(after) : 0;
        return { nodes: issues.slice(from, from + 2), pageInfo: { hasNextPage: from + 2 < issues.length, endCursor: String(from + 2) } };
      };
      const isLimited = variables.after === "2" && !limited++;
      const answer = isLimited ? { errors: [{ message: "Rate limit exceeded", extensions: { code: "RATELIMITED" } }] }
        : await graphql({ schema, source: query, variableValues: variables, rootValue: { issues: page } });
      response.writeHead(answer.errors ? 400 : 200, { "content-type": "application/json", ...(isLimited && { "retry-after": "0" }) });
      response.end(JSON.stringify(answer));
    });
  } });
  const path = portfolio("linear", server.url);
  await collect(path);
  assert.deepEqual(problems(path), []);
  compare("linear", "expected.json", rows(path, server.url));
  const filter = JSON.stringify({ or: [{ state: { type: { nin: ["completed", "canceled", "duplicate"] } } }, { updatedAt: { gte: "2026-10-22T00:00:00Z" } }], team: { key: { in: ["OPS", "WEB"] } } });
  assert.deepEqual(asked, [null, "2", "4"].map((after) => ({ token: secret, after, first: 100, filter: asked[0].filter })));
  assert.deepEqual(JSON.parse(asked[0].filter), JSON.parse(filter));
  assert.equal(limited, 2); // the second time it was let through
  assert.deepEqual(sql(path, "SELECT tries, status FROM request ORDER BY id"), [{ tries: 1, status: 200 }, { tries: 2, status: 200 }, { tries: 1, status: 200 }]);
  issues.splice(1, 1); // deleted there, it is gone here
  await collect(path, later);
  assert.deepEqual(sql(path, "SELECT key FROM ticket ORDER BY key").map(({ key }) => key), ["OPS-7", "WEB-1", "WEB-2", "WEB-3"]);
  await breaks(server, path, rows(path, server.url));
  server.broken = { status: 400, body: '{"errors":[{"message":"Cannot query field \\"x\\" on type \\"Issue\\"."}]}' };
  await collect(path, later);
  assert.match(scopes(path)[0].reason, /: HTTP 400: Cannot query field "x" on type "Issue"\.$/);
  server.broken = { status: 200, body: '{"data":null,"errors":[{"message":"You may not","extensions":{"code":"UNAUTHENTICATED"}}]}' };
  await collect(path, later);
  assert.match(JSON.stringify(scopes(path)), /forbidden.*: You may not/);
  await server.close();
});
