// ai-cost-tracker: a small server that answers as its serializers do, with a login whose first token
// ends; and one that answers as its documents have it. And exports of gateways, as files.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { now, site, sql } from "../tower.mjs";
import { listen, towerAsync } from "./server.mjs";

const secret = "Canary4711Canary";
const place = (url, lines = "") => site({ "site.conf": `[source "costs"]\n\ttype = ai-cost-tracker\n\turl = ${url}\n\ttoken-env = COST_SECRET\n\tretries = 0\n${lines}` });
const collect = (path) => towerAsync(["collect", "-C", path, "--now", now], { env: { COST_SECRET: secret } });
const usage = (path, where = "true") => sql(path, `SELECT key, kind, day, provider, account, requests, tokens_in, cost, currency FROM usage WHERE ${where} ORDER BY key`);
const outcomes = (path) => Object.fromEntries(sql(path, "SELECT declaration, group_concat(DISTINCT outcome) AS outcome FROM scope GROUP BY declaration").map((row) => [row.declaration.split("/")[1], row.outcome]));

// Record ID as the service gives it.
const record = (id, timestamp, cost, more = {}) => ({ id, account_id: 3, account_name: "nursery", service_id: 1, service_name: "fernleaf", timestamp, tokens_used: 1200, api_calls: 4,
  cost, cost_currency: "USD", request_type: "chat", metadata: null, source: "api", ...more });

// The deployed service: the first token is good for LIFE requests.
async function deployed(records, life = Infinity) {
  const state = { logins: 0, left: 0, bodies: [] };
  const server = await listen({
    "/api/auth/login": (request, response) => {
      let body = "";
      request.on("data", (bytes) => (body += bytes));
      request.on("end", () => {
        state.bodies.push(JSON.parse(body));
        state.logins += 1;
        state.left = state.logins === 1 ? life : Infinity;
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify({ token: `jwt-${state.logins}-of-many-bytes`, user: { id: 1 } }));
      });
    },
    "/api/usage/history": guard((request) => {
      const query = new URL(request.url, "http://x").searchParams;
      const month = records.filter(({ timestamp }) => timestamp >= query.get("start_date") && timestamp <= query.get("end_date"));
      const page = Number(query.get("page") ?? 1), size = Math.min(200, Number(query.get("per_page")));
      return { records: month.slice((page - 1) * size, page * size), total: month.length, page, pages: Math.ceil(month.length / size) };
    }),
    "/api/usage/forecast": guard(() => ({ forecasts: [{ account_id: 3, account_name: "nursery", cost_so_far: 1.5, projected_total: 12.345678, confidence_score: 0.5, monthly_limit: 10 }] })),
    "/api/usage": guard(() => ({ usage: [{ account_id: 3, account_name: "nursery", service_name: "fernleaf", total_tokens: 1, total_cost: 51.25, total_calls: 1, monthly_limit: 10 }] })),
    "/api/usage/by-service": guard(() => ({ by_service: [{ service_id: 1, service_name: "fernleaf", total_tokens: 1, total_cost: 51.9, total_calls: 1 }, { service_id: 2, service_name: "idle", total_tokens: 0, total_cost: null, total_calls: 0 }] })),
    "/api/analytics/anomalies/3": guard(() => ({ anomalies: [{ anomaly_date: "2026-11-19", daily_cost: 9.5, baseline_mean: 1.25, z_score: 4.2, cost_delta: 8.25, severity: "high" }] })),
    "/api/alerts": guard(() => ({ alerts: [{ id: 7, account_id: 3, account_name: "nursery", alert_type: "limit_exceeded", threshold_percentage: 100, is_active: true, is_acknowledged: false, last_triggered: "2026-11-20T10:00:00", message: "Over the limit" }] })),
  });
  function guard(answer) {
    return (request) => {
      if (request.headers.authorization !== `Bearer jwt-${state.logins}-of-many-bytes` || state.left-- <= 0) return { status: 401, body: { error: "Token has expired" } };
      return answer(request);
    };
  }
  return { ...server, state };
}

test("the deployed service: login, pages, months, forecast and limit, alerts and anomalies", async () => {
  const many = Array.from({ length: 205 }, (_, i) => record(100 + i, "2026-11-20T10:00:00", 0.25));
  const server = await deployed([record(1, "2026-10-31T23:59:59.5", 0.1), record(2, "2026-06-01T00:00:00", 1e-7), record(3, "2026-05-31T00:00:00", 5), ...many]);
  const path = place(server.url, "\tuser = ada@example.org\n");
  assert.equal((await collect(path)).status, 0);
  assert.deepEqual(server.state.bodies, [{ email: "ada@example.org", password: secret }]);
  assert.deepEqual(outcomes(path), { history: "ok", forecast: "ok", anomalies: "ok", alerts: "ok", accounts: "ok", services: "ok" });
  assert.deepEqual(sql(path, "SELECT count(*) AS records, sum(cost) AS cost FROM usage WHERE kind = 'actual'"), [{ records: 207, cost: 205 * 250000 + 100000 }]);
  assert.deepEqual(usage(path, "key IN ('record 1', 'forecast 3', 'limit 3')"), [
    { key: "forecast 3", kind: "forecast", day: "2026-11-01", provider: "ai-cost-tracker", account: "nursery", requests: null, tokens_in: null, cost: 12345678, currency: "USD" },
    { key: "limit 3", kind: "budget", day: "2026-11-01", provider: "ai-cost-tracker", account: "nursery", requests: null, tokens_in: null, cost: 10000000, currency: "USD" },
    { key: "record 1", kind: "actual", day: "2026-10-31", provider: "fernleaf", account: "nursery", requests: 4, tokens_in: 1200, cost: 100000, currency: "USD" },
  ]);
  assert.deepEqual(sql(path, "SELECT key, kind, severity, state, title, started_at FROM incident ORDER BY key"), [
    { key: "alert 7", kind: "cost", severity: "critical", state: "open", title: "Over the limit", started_at: "2026-11-20T10:00:00Z" },
    { key: "anomalies of account 3 2026-11-19", kind: "cost", severity: "high", state: "open", title: "nursery cost 9.50 on 2026-11-19, usually 1.25", started_at: "2026-11-19T00:00:00Z" },
  ]);
  assert.deepEqual(sql(path, "SELECT zone FROM source"), [{ zone: "internal" }]);
});

test("a token that ended is asked for again, and nothing is lost", async () => {
  const server = await deployed([record(1, "2026-11-20T10:00:00", 1)], 3);
  const path = place(server.url, "\tuser = ada@example.org\n\tmax-requests = 100\n");
  assert.equal((await collect(path)).status, 0);
  assert.ok(server.state.logins > 1, `logins: ${server.state.logins}`);
  assert.deepEqual(outcomes(path), { history: "ok", forecast: "ok", anomalies: "ok", alerts: "ok", accounts: "ok", services: "ok" });
});

test("as its documents have it: a token, accounts, a summary of each day", async () => {
  const months = (request) => (/month=2026-11/.test(request.url) ? { total_cost: 1.234567 } : { total_cost: 7.5, currency: "eur" });
  const server = await listen({ "/api/summary/monthly": months, "/api/summary/daily": (request) => {
    if (request.headers.authorization !== `Bearer ${secret}`) return { status: 401, body: {} };
    const query = new URL(request.url, "http://x").searchParams;
    return query.get("date") === "2026-11-20" ? { account_id: query.get("account_id"), total_cost: 1.234567, total_tokens: 1000, total_calls: 5 } : { total_cost: null };
  } });
  const path = place(server.url, "\taccount = control-tower-prod\n");
  assert.equal((await collect(path)).status, 0);
  assert.deepEqual(outcomes(path), { history: "absent", forecast: "absent", alerts: "absent", accounts: "absent", services: "absent", summaries: "ok", months: "ok" });
  assert.deepEqual(server.asked.filter(({ target }) => !target.startsWith("/api/summary/")), []);
  assert.deepEqual(sql(path, "SELECT key, month, provider, account, cost, currency FROM usage_total ORDER BY key"), [
    { key: "month control-tower-prod 2026-10", month: "2026-10", provider: null, account: "control-tower-prod", cost: 7500000, currency: "EUR" },
    { key: "month control-tower-prod 2026-11", month: "2026-11", provider: null, account: "control-tower-prod", cost: 1234567, currency: "USD" }]);
  assert.deepEqual(usage(path), [{ key: "day control-tower-prod 2026-11-20", kind: "actual", day: "2026-11-20", provider: "ai-cost-tracker", account: "control-tower-prod", requests: 5, tokens_in: 1000, cost: 1234567, currency: "USD" }]);
});

test("totals check the records and are counted nowhere", async () => {
  const server = await deployed([record(1, "2026-11-20T10:00:00", 51), record(2, "2026-11-20T11:00:00", 0.25), record(3, "2026-10-20T11:00:00", 4)]);
  const path = place(server.url, '\tuser = ada@example.org\n[edition "all"]\n\tzones = public, internal\n\toutput = all\n');
  const { status, stderr } = await towerAsync(["build", "-C", path, "--now", now], { env: { COST_SECRET: secret } });
  assert.equal(status, 0, stderr);
  assert.deepEqual(server.asked.filter(({ target }) => target.startsWith("/api/summary/")), []);
  assert.deepEqual(sql(path, "SELECT name, cost FROM ledger WHERE dimension = 'month' ORDER BY name"), [{ name: "2026-10", cost: 4000000 }, { name: "2026-11", cost: 51250000 }]);
  assert.deepEqual(JSON.parse(readFileSync(join(path, "all/costs.json"), "utf8")).totals, [
    { source: "costs", month: "2026-11", provider: "fernleaf", account: null, currency: "USD", told: "51.90", added: "51.25", difference: "0.65" },
    { source: "costs", month: "2026-11", provider: "fernleaf", account: "nursery", currency: "USD", told: "51.25", added: "51.25", difference: null }]);
  assert.match(readFileSync(join(path, "all/costs.md"), "utf8"), /\|  \| fernleaf \| 2026-11 \| costs \| 51\\\.90 USD \| 51\\\.25 USD \| \*\*0\\\.65 USD\*\* \|/);
});

test("what is asked in one form is not asked in the other", async () => {
  const server = await deployed([record(1, "2026-11-20T10:00:00", 51)]);
  server.answers["/api/summary/daily"] = { total_cost: 99 };
  const path = place(server.url, "\tuser = ada@example.org\n");
  assert.equal((await collect(path)).status, 0);
  assert.deepEqual(server.asked.filter(({ target }) => target.startsWith("/api/summary/")), []);
  const before = server.asked.length;
  writeFileSync(join(path, "site.conf"), `${readFileSync(join(path, "site.conf"), "utf8")}\taccount = nursery\n`);
  assert.equal((await collect(path)).status, 0);
  assert.deepEqual(server.asked.slice(before).filter(({ target }) => !/^\/api\/(summary\/|auth\/login)/.test(target)), []);
  assert.deepEqual(sql(path, "SELECT DISTINCT outcome, reason FROM scope WHERE declaration = 'ai-cost-tracker/history'"), [{ outcome: "absent", reason: "not asked of a source whose section names 'account'" }]);
  writeFileSync(join(path, "site.conf"), readFileSync(join(path, "site.conf"), "utf8").replace("\taccount = nursery\n", ""));
  assert.equal((await collect(path)).status, 0);
  assert.equal(outcomes(path).history, "ok");
});

test("exports of gateways: what each calls the same", async () => {
  const conf = ["litellm", "langfuse", "helicone"].map((name) => `[source "${name}"]\n\tpath = ${name}.json\n`).join("");
  const path = site({
    "site.conf": conf,
    "litellm.json": JSON.stringify([{ request_id: "a", call_type: "acompletion", spend: 0.0000125, prompt_tokens: 100, completion_tokens: 20, startTime: "2026-11-20T10:00:00.123Z", model: "openai/gpt", custom_llm_provider: "openai", team_id: "shop", metadata: { task: "x/a#1", workflow: "triage" } },
      { request_id: "b", spend: 0, prompt_tokens: 100, completion_tokens: 20, startTime: "2026-11-20T10:00:00Z", model: "new", custom_llm_provider: "openai", metadata: "{}" }]),
    "langfuse.json": JSON.stringify({ data: [{ id: "o", type: "GENERATION", name: "answer", startTime: "2026-11-20T10:00:00.000Z", model: "opus", usageDetails: { input: 10, input_cached_tokens: 90, output: 5 }, costDetails: { total: 0.5 }, metadata: { provider: "anthropic" } }, { id: "s", type: "SPAN", startTime: "2026-11-20T10:00:00Z" }] }),
    "helicone.json": JSON.stringify([{ request_id: "h", request_created_at: "2026-11-20T10:00:00Z", provider: "OPENAI", response_model: "gpt", prompt_tokens: 7, completion_tokens: 3, cost: 0.01, request_properties: { repository: "x/a" } }]),
  });
  assert.equal((await collect(path)).status, 0);
  assert.deepEqual(sql(path, "SELECT source, key, provider, model, account, about, workflow, task, tokens_in, tokens_cached, tokens_out, cost, currency FROM usage ORDER BY source, key"), [
    { source: "helicone", key: "h", provider: "openai", model: "gpt", account: null, about: "x/a", workflow: null, task: null, tokens_in: 7, tokens_cached: null, tokens_out: 3, cost: 10000, currency: "USD" },
    { source: "langfuse", key: "o", provider: "anthropic", model: "opus", account: null, about: null, workflow: null, task: null, tokens_in: 100, tokens_cached: 90, tokens_out: 5, cost: 500000, currency: "USD" },
    { source: "litellm", key: "a", provider: "openai", model: "gpt", account: "shop", about: null, workflow: "triage", task: "x/a#1", tokens_in: 100, tokens_cached: null, tokens_out: 20, cost: 12, currency: "USD" },
    { source: "litellm", key: "b", provider: "openai", model: "new", account: null, about: null, workflow: null, task: null, tokens_in: 100, tokens_cached: null, tokens_out: 20, cost: null, currency: null },
  ]);
});
