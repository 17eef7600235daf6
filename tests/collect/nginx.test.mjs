// Collecting from an HTTP server that is not ours: nginx serves a portfolio as static files, with its own
// validators, compression, connections, limits and TLS. A night is a run at its own time.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { folder, root, sql, tree } from "../tower.mjs";
import { forge, question, requests, rows, secret, towerAsync } from "./server.mjs";

const owners = ["ada", "bob", "cyd"];
const each = 20, onPage = 7, pages = Math.ceil(each / onPage);
const all = owners.length * (pages + each); // requests of a night

const questions = {
  things: question({ ask: `SELECT json_array('users', column1, 'repos') AS path, column1 AS owner FROM (VALUES ${owners.map((name) => `('${name}')`)})` }),
  issues: `-- Issues of every thing.
--
-- pages:  none
-- answer: array

-- ask
SELECT json_array('repos', owner, name, 'issues') AS path, key AS repo FROM repo ORDER BY key;

-- rows issue complete(repo)
SELECT :repo AS repo, value ->> '$.number' AS number, 'issue' AS kind, value ->> '$.title' AS title, 'open' AS state,
       value ->> '$.at' AS created_at, value ->> '$.at' AS updated_at
  FROM json_each(:body);
`,
};

// What the files say: lists by owner, issues by key; as the snapshot must have it.
const named = (owner, i) => ({ name: `${owner}${String(i).padStart(2, "0")}`, stars: i, description: `Thing ${i} of ${owner}, ünïcode`, at: "2026-10-01T00:00:00Z" });
const issuesOf = (name) => [1, 2, 3].map((number) => ({ number, title: `Issue ${number} of ${name}`, at: `2026-10-0${number}T00:00:00Z` }));
const pageFile = (owner, page) => `users/${owner}/repos/${page}.json`;
const issueFile = (owner, name) => `repos/${owner}/${name}/issues.json`;

function portfolio() {
  const lists = Object.fromEntries(owners.map((owner) => [owner, Array.from({ length: each }, (_, i) => named(owner, i))]));
  const issues = Object.fromEntries(Object.entries(lists).flatMap(([owner, list]) => list.map(({ name }) => [`${owner}/${name}`, issuesOf(name)])));
  return { lists, issues };
}

const expected = ({ lists, issues }) => ({
  repos: Object.entries(lists).flatMap(([owner, list]) =>
    list.map(({ name, stars, description, at }) => ({ key: `${owner}/${name}`, owner, name, stars, description, pushed_at: at }))),
  issues: Object.entries(issues).flatMap(([repo, list]) => list.map(({ number, title, at }) => ({ repo, number, title, updated_at: at }))),
});
const loaded = (path) => ({
  repos: sql(path, "SELECT key, owner, name, stars, description, pushed_at FROM repo ORDER BY key"),
  issues: sql(path, "SELECT repo, number, title, updated_at FROM issue ORDER BY repo, number"),
});

// Writes DATA as FILE of nginx, changed on DAY: nginx makes its validators of time and size.
function put(server, file, data, day = 1) {
  const path = join(server.files, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(data));
  utimesSync(path, new Date(Date.UTC(2026, 9, day)), new Date(Date.UTC(2026, 9, day)));
}

function putPortfolio(server, { lists, issues }) {
  for (const [owner, list] of Object.entries(lists)) {
    for (let page = 1; page <= pages; page++) put(server, pageFile(owner, page), list.slice((page - 1) * onPage, page * onPage));
    for (const { name } of list) put(server, issueFile(owner, name), issues[`${owner}/${name}`]);
  }
}

function findNginx() {
  const found = spawnSync("sh", ["-c", "PATH=$PATH:/usr/sbin; command -v nginx"], { encoding: "utf8" }).stdout.trim();
  const unpacked = join(root, "build/nginx/usr/sbin/nginx");
  if (!found && !existsSync(unpacked)) throw new Error("no nginx; make test unpacks one");
  return found || unpacked;
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const isListening = (port) => new Promise((resolve) => {
  const socket = connect(port, "127.0.0.1", () => { socket.destroy(); resolve(true); });
  socket.on("error", () => resolve(false));
});

// The links of every page but the last: where the next one is, and the last.
const links = owners.flatMap((owner) => Array.from({ length: pages - 1 }, (_, i) =>
  `"/${pageFile(owner, i + 1)}" '</users/${owner}/repos?page=${i + 2}>; rel="next", </users/${owner}/repos?page=${pages}>; rel="last"';`)).join("\n");

const configuration = (port, { http = "", server = "", listening = "" }) => `
daemon off; master_process off; pid nginx.pid; error_log error.log info;
events { worker_connections 256; }
http {
  client_body_temp_path temporary; proxy_temp_path temporary; fastcgi_temp_path temporary; uwsgi_temp_path temporary; scgi_temp_path temporary;
  default_type application/json; gzip on; gzip_min_length 1; gzip_types application/json;
  log_format lines escape=json '{"connection":"$connection","protocol":"$server_protocol","status":$status,"target":"$request_uri",'
    '"tag":"$http_if_none_match","since":"$http_if_modified_since","sent_tag":"$sent_http_etag","encoding":"$sent_http_content_encoding","token":"$http_authorization"}';
  access_log access.log lines;
  map $arg_page $page { default 1; 2 2; 3 3; }
  map $uri $following { default ""; ${links} }
  ${http}
  server {
    listen 127.0.0.1:${port} ${listening}; root files; ${server}
    location /users/ { rewrite ^(/users/[a-z]+/repos)$ $1/$page.json break; add_header Link $following; }
    location /repos/ { rewrite ^(/repos/.*/issues)$ $1.json break; }
  }
}
`;

// Runs a program until the end of its own standard input: so it ends with the test, however that ends.
const leashed = (program, args, options) =>
  spawn("sh", ["-c", '"$@" & child=$!; read line; kill -QUIT $child; wait $child', "sh", program, ...args], { ...options, stdio: ["pipe", "ignore", "ignore"] });

// Starts nginx in a folder of its own, with the DATA as files; gives { url, files, problems, take, close }. MORE are
// directives by their place. It ends with the tests at the latest.
async function nginx(data, more = {}) {
  const place = folder();
  const server = { files: join(place, "files"), problems: () => readFileSync(join(place, "error.log"), "utf8") };
  putPortfolio(server, data);
  let port, child;
  for (let tries = 0; tries < 5 && !child; tries++) { // somebody else may take the port before nginx does
    port = await freePort();
    writeFileSync(join(place, "error.log"), "");
    writeFileSync(join(place, "nginx.conf"), configuration(port, more));
    const started = leashed(findNginx(), ["-p", place, "-e", "error.log", "-c", "nginx.conf"]);
    for (let i = 0; i < 250 && !server.problems().includes("[emerg]") && !(await isListening(port)); i++) await sleep(20);
    if (server.problems().includes("[emerg]")) started.stdin.end();
    else child = started;
  }
  assert.ok(child, server.problems());
  const ended = new Promise((resolve) => child.on("close", resolve));
  const close = async () => {
    child.stdin.end(); // what is under way is still answered and logged
    await ended;
  };
  after(close);
  let taken = 0;
  const lines = () => readFileSync(join(place, "access.log"), "utf8").trim().split("\n").filter(Boolean).map((line) => JSON.parse(line));
  // What nginx logged since the last time: COUNT requests; it may write the last line after it has answered.
  const take = async (count = 0) => {
    for (let i = 0; i < 250 && lines().length < taken + count; i++) await sleep(20);
    const fresh = lines().slice(taken);
    taken += fresh.length;
    return fresh;
  };
  return Object.assign(server, { url: `${more.listening ? "https" : "http"}://127.0.0.1:${port}`, take, close });
}

const run = (command, path, day, env) =>
  towerAsync([command, "-C", path, "--now", `2026-11-${String(day).padStart(2, "0")}T21:00:00Z`], { cwd: path, env: { FORGE_SECRET: secret, ...env } });

// Collects a night, and gives what nginx saw of it: as often as we say that we sent.
async function night(server, path, day, env) {
  const { status, stderr } = await run("collect", path, day, env);
  assert.equal(status, 0, stderr);
  const sent = requests(path).reduce((sum, { tries }) => sum + tries, 0);
  const seen = await server.take(sent);
  assert.equal(seen.length, sent);
  return seen;
}

const connections = (lines) => new Set(lines.map(({ connection }) => connection)).size;
const statuses = (lines) => {
  const counts = {};
  for (const { status } of lines) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
};
const outcomes = (path) => Object.fromEntries(sql(path, "SELECT outcome, count(*) AS n FROM scope GROUP BY outcome").map(({ outcome, n }) => [outcome, n]));
const notAs = (path, outcome) => sql(path, `SELECT key, outcome, reason FROM scope WHERE outcome <> '${outcome}' ORDER BY key`);
const targets = (lines, status) => lines.filter((line) => line.status === status).map(({ target }) => target).sort();
const scopesOfAll = owners.length * (1 + each);

for (const concurrency of [8, 3])
  test(`everything is loaded as it is served, over ${concurrency} connections at most`, async () => {
    const data = portfolio();
    const server = await nginx(data);
    const path = forge(server.url, questions, { concurrency });
    const seen = await night(server, path, 1);
    assert.deepEqual(loaded(path), expected(data));
    assert.deepEqual([statuses(seen), outcomes(path)], [{ 200: all }, { ok: scopesOfAll }]);
    assert.equal(new Set(seen.map(({ target }) => target)).size, all);
    assert.deepEqual(new Set(seen.map(({ encoding, protocol, token }) => `${encoding} ${protocol} ${token}`)), new Set([`gzip HTTP/1.1 Bearer ${secret}`]));
    assert.ok(connections(seen) <= concurrency, `${connections(seen)} connections`);
    await server.close();
  });

for (const [name, directive, condition] of [["ETag of a compressed answer", "", "tag"], ["Last-Modified only", "etag off;", "since"]])
  test(`the second night nothing changed: ${name}`, async () => {
    const server = await nginx(portfolio(), { server: directive });
    const path = forge(server.url, questions);
    const first = await night(server, path, 1);
    assert.ok(first.every((line) => line.sent_tag.startsWith('W/"') === (condition === "tag") && !line.tag && !line.since));
    const before = [loaded(path), rows(path)];
    const seen = await night(server, path, 2);
    assert.deepEqual([statuses(seen), outcomes(path)], [{ 304: all }, { unchanged: scopesOfAll }]);
    assert.ok(seen.every((line) => line[condition] && !line[condition === "tag" ? "since" : "tag"]));
    assert.ok(requests(path).every(({ status, cached, error }) => status === 304 && cached === 1 && error === null));
    assert.deepEqual([loaded(path), rows(path)], before);
    await server.close();
  });

// A site's files as text, without what they say of the run: its number, and "unchanged" where the first one said "ok".
const site = (path) => Object.fromEntries(Object.entries(tree(join(path, "public"))).map(([name, bytes]) =>
  [name, bytes.toString().replace(/\brun \d+/g, "run N").replace(/^tower_source_(request|received|waited).*\n/gm, "").replace(/"(run|waited)": "?[\d.]+"?/g, '"$1": 0').replaceAll('"outcome": "unchanged"', '"outcome": "ok"').replaceAll("badge unchanged", "badge ok").replace(/([>|] ?)unchanged( ?[<|])/g, "$1ok$2")]));
const differing = (before, now) => [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => before[name] !== now[name]).sort();

test("the second night the site is the same to the byte, apart from what is said of the run", async () => {
  const server = await nginx(portfolio());
  const path = forge(server.url, questions);
  const sites = [];
  for (const expected of [200, 304, 304]) {
    const { status, stderr } = await run("build", path, 1);
    assert.equal(status, 0, stderr);
    assert.deepEqual(statuses(await server.take(all)), { [expected]: all });
    sites.push(site(path));
  }
  assert.ok(owners.every((owner) => sites[0][`repo/forge/${owner}/${owner}00.html`].includes(`Issue 3 of ${owner}00`)));
  const twins = (page) => ["html", "json", "md"].map((ending) => `${page}.${ending}`);
  // That there is a run to compare with now; how many requests there were, and bytes.
  assert.deepEqual(differing(sites[0], sites[1]), [...["archive/2026-11-01/index", "changes", "index"].flatMap(twins), "metrics.prom", ...twins("sources")]);
  assert.deepEqual(differing(sites[1], sites[2]), twins("changes")); // of two earlier runs both are named
  await server.close();
});

test("one file changed: it alone is loaded", async () => {
  const data = portfolio();
  const server = await nginx(data);
  const path = forge(server.url, questions);
  await night(server, path, 1);
  data.issues["bob/bob07"] = [{ number: 2, title: "Another title", at: "2026-10-20T00:00:00Z" }, { number: 9, title: "New", at: "2026-10-20T00:00:00Z" }];
  put(server, issueFile("bob", "bob07"), data.issues["bob/bob07"], 20);
  const seen = await night(server, path, 2);
  assert.deepEqual([statuses(seen), targets(seen, 200)], [{ 200: 1, 304: all - 1 }, ["/repos/bob/bob07/issues"]]);
  assert.deepEqual(notAs(path, "unchanged"), [{ key: "bob/bob07", outcome: "ok", reason: null }]);
  assert.deepEqual(loaded(path), expected(data));
  await server.close();
});

test("one file touched, its content as it was: it is loaded, and no row changes", async () => {
  const data = portfolio();
  const server = await nginx(data);
  const path = forge(server.url, questions);
  await night(server, path, 1);
  const before = rows(path);
  put(server, issueFile("cyd", "cyd00"), data.issues["cyd/cyd00"], 21);
  assert.deepEqual(targets(await night(server, path, 2), 200), ["/repos/cyd/cyd00/issues"]);
  assert.deepEqual([loaded(path), rows(path)], [expected(data), before]);
  await server.close();
});

test("a page in the middle changed: its whole list is loaded anew", async () => {
  const data = portfolio();
  const server = await nginx(data);
  const path = forge(server.url, questions);
  await night(server, path, 1);
  const gone = data.lists.bob[onPage + 1].name;
  const stars = data.lists.bob[onPage + 2];
  data.lists.bob.splice(onPage + 1, 1, named("bob", 90)); // sorts last, so it moves in the snapshot's order
  stars.stars = 4711;
  delete data.issues[`bob/${gone}`];
  data.issues["bob/bob90"] = issuesOf("bob90");
  put(server, issueFile("bob", "bob90"), data.issues["bob/bob90"], 22);
  put(server, pageFile("bob", 2), data.lists.bob.slice(onPage, 2 * onPage), 22);
  const seen = await night(server, path, 2);
  assert.deepEqual(targets(seen, 200), ["/repos/bob/bob90/issues", "/users/bob/repos", "/users/bob/repos?page=2", "/users/bob/repos?page=2", "/users/bob/repos?page=3"]);
  assert.deepEqual(notAs(path, "unchanged").map(({ key, outcome }) => [key, outcome]), [["bob", "ok"], ["bob/bob90", "ok"]]);
  data.lists.bob.sort((a, b) => (a.name < b.name ? -1 : 1));
  const { repos, issues } = expected(data);
  issues.sort((a, b) => (a.repo < b.repo ? -1 : a.repo > b.repo ? 1 : a.number - b.number));
  assert.deepEqual(loaded(path), { repos, issues });
  await server.close();
});

test("a page and a file are gone: the last good rows stay, and it is said", async () => {
  const data = portfolio();
  const server = await nginx(data);
  const path = forge(server.url, questions);
  await night(server, path, 1);
  rmSync(join(server.files, pageFile("ada", 2)));
  rmSync(join(server.files, issueFile("cyd", "cyd03")));
  const seen = await night(server, path, 2);
  assert.deepEqual(targets(seen, 404), ["/repos/cyd/cyd03/issues", "/users/ada/repos?page=2"]);
  assert.deepEqual(notAs(path, "unchanged"), [
    { key: "ada", outcome: "failed", reason: "GET /users/ada/repos?page=2: HTTP 404" },
    { key: "cyd/cyd03", outcome: "failed", reason: "GET /repos/cyd/cyd03/issues: HTTP 404" },
  ]);
  assert.deepEqual(loaded(path), expected(data));
  await server.close();
});

// 31 requests at once, then 20 a second; a pause of Retry-After and a second more lets 31 pass again.
for (const status of [429, 503])
  test(`nginx limits the pace with ${status}: it is obeyed, and everything is loaded`, async () => {
    const data = portfolio();
    const server = await nginx(data, {
      http: "limit_req_zone $binary_remote_addr zone=pace:1m rate=20r/s;",
      server: `limit_req zone=pace burst=30 nodelay; limit_req_status ${status}; error_page ${status} @limited; location @limited { add_header Retry-After 1 always; return ${status}; }`,
    });
    const path = forge(server.url, questions);
    const seen = await night(server, path, 1);
    assert.deepEqual(loaded(path), expected(data));
    assert.deepEqual(outcomes(path), { ok: scopesOfAll });
    const refused = statuses(seen)[status];
    const pauses = Math.ceil((all - 31) / 30);
    assert.ok(refused >= 1 && refused <= 8 * pauses, `${refused} refused`);
    const again = requests(path).filter(({ tries }) => tries > 1);
    assert.ok(again.length && again.every(({ tries, waited }) => waited >= 1000 * (tries - 1)), JSON.stringify(again));
    await server.close();
  });

// Certificates of an authority of our own: NAME is { subject, from, to }, years of this century.
function authority(certificates) {
  const place = folder();
  const openssl = (...args) => {
    const { status, stderr } = spawnSync("openssl", args, { cwd: place, encoding: "utf8" });
    assert.equal(status, 0, stderr);
  };
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-config", "openssl.conf"];
  writeFileSync(join(place, "index.txt"), "");
  writeFileSync(join(place, "openssl.conf"), `[req]\ndistinguished_name = name\nx509_extensions = authority\n[name]\n[authority]\nbasicConstraints = critical, CA:TRUE\nkeyUsage = keyCertSign
[ca]\ndefault_ca = own\n[own]\ndatabase = index.txt\nnew_certs_dir = .\ncertificate = ca.pem\nprivate_key = ca.key\ndefault_md = sha256\npolicy = any\nrand_serial = yes\n[any]\ncommonName = supplied\n` +
    Object.entries(certificates).map(([name, { subject }]) => `[${name}]\nsubjectAltName = ${subject}\n`).join(""));
  openssl("req", "-x509", ...key, "-keyout", "ca.key", "-subj", "/CN=Tests", "-days", "3650", "-out", "ca.pem");
  for (const [name, { from = 20, to = 49 }] of Object.entries(certificates)) {
    openssl("req", ...key, "-keyout", `${name}.key`, "-subj", `/CN=${name}`, "-out", `${name}.csr`);
    openssl("ca", "-batch", "-config", "openssl.conf", "-extensions", name, "-startdate", `${from}0101000000Z`, "-enddate", `${to}0101000000Z`, "-notext", "-in", `${name}.csr`, "-out", `${name}.pem`);
  }
  return place;
}

const certificates = authority({ good: { subject: "IP:127.0.0.1" }, expired: { subject: "IP:127.0.0.1", to: 24 }, other: { subject: "DNS:other.example" } });
const trust = (name = "ca.pem") => ({ SSL_CERT_FILE: name && join(certificates, name) });
const tls = (name) => ({ listening: "ssl http2", server: `ssl_certificate ${certificates}/${name}.pem; ssl_certificate_key ${certificates}/${name}.key;` });

test("with its authority in SSL_CERT_FILE it is read over HTTP/2, over fewer connections than requests", async () => {
  const data = portfolio();
  const server = await nginx(data, tls("good"));
  const path = forge(server.url, questions);
  const seen = await night(server, path, 1, trust());
  assert.deepEqual(loaded(path), expected(data));
  assert.deepEqual(new Set(seen.map(({ protocol, status }) => `${protocol} ${status}`)), new Set(["HTTP/2.0 200"]));
  assert.ok(connections(seen) <= 8, `${connections(seen)} connections for ${seen.length} requests`);
  assert.deepEqual(statuses(await night(server, path, 2, trust())), { 304: all });
  await server.close();
});

// Which certificate nginx has, what we trust, the reason that is said, and what nginx heard of it.
const notOk = "SSL peer certificate or SSH remote key was not OK";
for (const [name, certificate, trusted, reason, heard] of [
  ["an authority that is not trusted", "good", "", notOk, /alert unknown ca/],
  ["an expired certificate", "expired", "ca.pem", notOk, /alert certificate expired/],
  ["a certificate for another name", "other", "ca.pem", notOk, /^(?!.*SSL_do_handshake)/s],
  ["trust in a file that is not there", "good", "nowhere.pem", "Problem with the SSL CA cert (path? access rights?)", /^(?!.*SSL_do_handshake)/s],
])
  test(`refused: ${name}`, async () => {
    const server = await nginx(portfolio(), tls(certificate));
    const path = forge(server.url, questions);
    assert.equal((await run("collect", path, 1, trust(trusted))).status, 0);
    assert.deepEqual(sql(path, "SELECT key, outcome, reason FROM scope ORDER BY key"),
      owners.map((owner) => ({ key: owner, outcome: "failed", reason: `GET /users/${owner}/repos: ${reason} (${server.url})` })));
    assert.deepEqual(loaded(path), { repos: [], issues: [] });
    await server.close();
    assert.deepEqual(await server.take(), []);
    assert.match(server.problems(), heard);
  });
