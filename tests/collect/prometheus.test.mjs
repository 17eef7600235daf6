// Prometheus and Alertmanager themselves, from Debian's packages: Prometheus watches itself and a
// target that is dead, its rules fire, Alertmanager gets the alerts and a silence. Then the target
// comes to life. Nothing is waited for longer than it takes.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { folder, root, site, sql, tower } from "../tower.mjs";

const unpacked = join(root, "build/prometheus/usr");
const missing = ["prometheus", "prometheus-alertmanager"].some((name) => !existsSync(join(unpacked, "bin", name)));

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const get = async (url) => (await fetch(url, { headers: { connection: "close" } })).json();

// Asks until CHECK says that the answer is the one that is waited for.
async function until(url, check) {
  for (let last, i = 0; i < 900; i++, await sleep(100)) {
    last = await get(url).catch((error) => error);
    if (!(last instanceof Error) && check(last)) return last;
    if (i === 899) assert.fail(`${url}: ${last instanceof Error ? last : JSON.stringify(last)}`);
  }
}

// Ends with the test, however that ends: with its own standard input.
function start(name, args) {
  const child = spawn("sh", ["-c", '"$@" & child=$!; read line; kill $child; wait $child', "sh", join(unpacked, "bin", name), ...args], { cwd: unpacked, stdio: ["pipe", "ignore", "ignore"] });
  const ended = new Promise((resolve) => child.on("close", resolve));
  const stop = () => { child.stdin.end(); return ended; };
  after(stop);
  return stop;
}

// A page of the site's own, so that this is about the sources alone.
const page = {
  "templates/watch.sql": "-- What monitoring says.\n--\n-- path: watch\n-- title: Watch\n\n-- incidents\nSELECT source, state, title, rating, severity FROM incident ORDER BY source, title;\n\n-- targets\nSELECT name, state FROM target ORDER BY name;\n",
  "templates/watch.html": "<h1>{{title}}</h1>\n{{#incidents}}<p>{{source}}: {{title}}: {{state}}</p>\n{{/incidents}}{{#targets}}<p>{{name}}: {{state}}</p>\n{{/targets}}",
  "templates/watch.md": "# {{title}}\n\n{{#incidents}}\n- {{source}}: {{title}}: {{state}}\n{{/incidents}}\n",
};

test("an alert fires, another is silenced, a target is down; then it is up", { skip: missing && "no Prometheus; make test unpacks one where Debian's packages can be had" }, async () => {
  const place = folder();
  const [self, dead, manager] = [await freePort(), await freePort(), await freePort()];
  writeFileSync(join(place, "prometheus.yml"), `global: {scrape_interval: 500ms, scrape_timeout: 500ms, evaluation_interval: 500ms}
rule_files: [rules.yml]
scrape_configs:
- {job_name: self, static_configs: [{targets: ["127.0.0.1:${self}"]}]}
- {job_name: shop, params: {token: [canary4711]}, static_configs: [{targets: ["127.0.0.1:${dead}"], labels: {repo: meadowlark/web-shop}}]}
alerting: {alertmanagers: [{static_configs: [{targets: ["127.0.0.1:${manager}"]}]}]}
`);
  writeFileSync(join(place, "rules.yml"), `groups:
- name: hosts
  rules:
  - alert: TargetDown
    expr: up == 0
    labels: {severity: page}
    annotations: {summary: "{{ $labels.job }} does not answer", description: "Look at <{{ $labels.job }}>."}
  - alert: Chatty
    expr: vector(1)
    labels: {severity: info}
  - alert: Patient
    expr: vector(1)
    for: 1h
  - alert: Impossible
    expr: '{__name__=~"up|scrape_duration_seconds"} + on() group_left() {__name__=~"up|scrape_duration_seconds"}'
`);
  writeFileSync(join(place, "alertmanager.yml"), "route: {receiver: nobody, group_wait: 0s}\nreceivers: [{name: nobody}]\n");
  const stopManager = start("prometheus-alertmanager", [`--config.file=${place}/alertmanager.yml`, `--storage.path=${place}/alerts`, "--cluster.listen-address=", `--web.listen-address=127.0.0.1:${manager}`]);
  start("prometheus", [`--config.file=${place}/prometheus.yml`, `--storage.tsdb.path=${place}/series`, `--web.listen-address=127.0.0.1:${self}`, "--scrape.discovery-reload-interval=100ms", "--rules.alert.resend-delay=1s"]);
  const [prometheus, alertmanager] = [`http://127.0.0.1:${self}`, `http://127.0.0.1:${manager}`];

  const rules = (list) => list.map(({ labels }) => labels.alertname).sort().join();
  await until(`${alertmanager}/api/v2/alerts`, (list) => rules(list) === "Chatty,TargetDown");
  await until(`${prometheus}/api/v1/targets`, ({ data }) => data.activeTargets.every(({ health }) => health !== "unknown"));
  await until(`${prometheus}/api/v1/rules`, ({ data }) => data.groups[0].rules.every(({ health }) => health !== "unknown"));
  const silence = { matchers: [{ name: "alertname", value: "Chatty", isRegex: false, isEqual: true }], startsAt: new Date(), endsAt: new Date(Date.now() + 3600e3), createdBy: "Ada", comment: "It talks too much." };
  const answer = await fetch(`${alertmanager}/api/v2/silences`, { method: "POST", headers: { "content-type": "application/json", connection: "close" }, body: JSON.stringify(silence) });
  assert.equal(answer.status, 200);
  await until(`${alertmanager}/api/v2/alerts`, (list) => list.some(({ status }) => status.state === "suppressed"));

  const path = site({ ...page, "site.conf": `[source "prometheus"]\n\turl = ${prometheus}\n\tseverity = page: critical\n\tquery = up\n\tquery = up[1m]\n\tquery = up[\n\tretries = 0
[source "alertmanager"]\n\turl = ${alertmanager}\n\tretries = 0\n[edition "private"]\n\tzones = public, internal\n\toutput = private\n[edition "public"]\n\tzones = public\n\toutput = public\n` });
  const build = () => {
    const { status, stderr } = tower(["build", "-q"], { cwd: path });
    assert.equal(status, 0, stderr);
    return readFileSync(join(path, "private/watch.html"), "utf8").replaceAll(`:${self}`, ":SELF").replaceAll(`:${dead}`, ":SHOP").split("\n").slice(1, -1).map((line) => line.replace(/<.?p>/g, ""));
  };
  const scopes = () => sql(path, "SELECT declaration, key, outcome, reason FROM scope WHERE outcome <> 'ok' ORDER BY declaration").map((row) => ({ ...row, reason: row.reason.replace(/(parse error):.*/, "$1") })); // each version says more in its own words
  const bad = { declaration: "prometheus/queries", key: "up[", outcome: "failed", reason: 'GET /api/v1/query?query=up%5B: HTTP 400: invalid parameter "query": 1:4: parse error' };
  const both = ["prometheus: Chatty: open", "prometheus: The alert rule Impossible cannot be evaluated: open"];
  const targets = (state) => [1, 2, 3].map(() => "self 127.0.0.1:SELF: up").concat(`shop 127.0.0.1:SHOP: ${state}`, ...[1, 2].map(() => `shop 127.0.0.1:SHOP repo=meadowlark/web-shop: ${state}`));
  assert.deepEqual(build(), ["alertmanager: Chatty: silenced", "alertmanager: shop does not answer: open", ...both, "prometheus: shop does not answer: open",
    ...targets("down")]);
  assert.deepEqual(scopes(), [bad]);
  assert.deepEqual(sql(path, "SELECT source, severity, rating, component, about FROM incident WHERE rule = 'TargetDown' ORDER BY source"), [
    { source: "alertmanager", severity: null, rating: "page", component: `127.0.0.1:${dead}`, about: "meadowlark/web-shop" },
    { source: "prometheus", severity: "critical", rating: "page", component: `127.0.0.1:${dead}`, about: "meadowlark/web-shop" }]);
  assert.match(sql(path, "SELECT detail FROM target WHERE kind = 'scrape target' AND state = 'down'")[0].detail, /^Get "http:\/\/127\.0\.0\.1:\d+\/metrics": .*connection refused$/);
  assert.ok(!readFileSync(join(path, "data/tower.db"), "latin1").includes("canary4711"));
  assert.doesNotMatch(readFileSync(join(path, "public/watch.html"), "utf8"), /shop|Chatty/);

  const shop = createHttpServer((request, response) => response.end("sold 1\n"));
  after(() => { shop.closeAllConnections(); shop.close(); });
  await new Promise((resolve) => shop.listen(dead, "127.0.0.1", resolve));
  await until(`${alertmanager}/api/v2/alerts`, (list) => rules(list) === "Chatty");
  await until(`${prometheus}/api/v1/alerts`, ({ data }) => !data.alerts.some(({ labels }) => labels.alertname === "TargetDown"));
  assert.deepEqual(build(), ["alertmanager: Chatty: silenced", ...both, ...targets("up")]);
  assert.deepEqual(sql(path, "SELECT source, state FROM incident_was WHERE rule = 'TargetDown' ORDER BY source"), [{ source: "alertmanager", state: "open" }, { source: "prometheus", state: "open" }]);

  await stopManager();
  assert.deepEqual(build().slice(0, 3), ["alertmanager: Chatty: silenced", ...both]); // what was known last
  assert.deepEqual(scopes(), [{ declaration: "alertmanager/alerts", key: "infrastructure", outcome: "failed", reason: `GET /api/v2/alerts: Couldn't connect to server (${alertmanager})` }, bad]);
});
