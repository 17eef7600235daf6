// What a server may answer instead of what was expected. Whatever it is, it ends in a row of
// the table scope with an outcome and a reason that a person understands, the rows that
// were good before stay, and the program ends with status 0.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { now, site, sql, tree } from "../tower.mjs";
import { issue, listen, repository, towerAsync, user, small } from "./server.mjs";

const token = "canary-4711";
const names = (count) => Array.from({ length: count }, (_, i) => `r${String(i + 1).padStart(2, "0")}`);

// A server that knows the user x with repositories, the first of which has two issues.
async function peer(count = 2) {
  const answers = { "/users/x": user("x"), "/users/x/repos": names(count).map((name) => repository("x", name)) };
  for (const name of names(count)) answers[`/repos/x/${name}/issues`] = [];
  answers["/repos/x/r01/issues"] = [issue(1), issue(2)];
  return listen(answers);
}

const conf = (url, more = "") => `[source "forge"]\n\ttype = small\n\turl = ${url}\n\towner = x\n\ttoken-env = FORGE_TOKEN
\tretries = 0\n\tdeadline = 20s\n${more}`;
const oneByOne = "\tconcurrency = 1\n";
const at = (path, ...more) =>
  towerAsync(["collect", "-C", path, "--now", now, ...more], { env: { FORGE_TOKEN: token } });
const scope = (path, declaration, key) =>
  sql(path, `SELECT outcome, reason FROM scope WHERE declaration = 'small/${declaration}' AND key = '${key}'`)[0];
const facts = (path) => ({
  repos: sql(path, "SELECT * FROM repo ORDER BY key"),
  issues: sql(path, "SELECT * FROM issue ORDER BY repo, number"),
});

// After a good night, these answers; then what the scope is expected to say.
const list = "/users/x/repos";
const issues = "/repos/x/r01/issues";
const limited = { "x-ratelimit-remaining": "0" };
const one = [repository("x", "r01")];
const long = (response, body) => {
  response.writeHead(200, { "content-length": String(body.length + 100) });
  response.write(body);
  response.socket.end();
};
const cases = [
  ["HTML where a list is expected", list, { status: 200, body: "<!doctype html><title>Sign in</title>" },
    "failed", /^GET \/users\/x\/repos\?\S+: the answer is not a JSON array$/],
  ["an object where a list is expected", issues, { status: 200, body: "{}" },
    "failed", /: the answer is not a JSON array$/],
  ["a list where an object is expected", "/users/x", { status: 200, body: "[]" },
    "failed", /^GET \/users\/x: the answer is not a JSON object$/],
  ["an empty body", list, { status: 200, body: "" }, "failed", /: the answer is empty$/],
  ["a list that breaks off", list, { status: 200, body: JSON.stringify(one).slice(0, -9) }, "failed", /: malformed JSON$/],
  ["a body shorter than announced", list, (_, response) => long(response, JSON.stringify(one)),
    "failed", /: Transferred a partial file \(http:\/\/127\.0\.0\.1:\d+\)$/],
  ["bytes that are not UTF-8", issues, { status: 200, body: Buffer.from('[{"title":"\xff"}]', "latin1") },
    "failed", /: the answer is not UTF-8 text$/],
  ["a redirect to file:", list, { status: 302, headers: { location: "file:///etc/passwd" } },
    "failed", /: redirects, but not to an http or https address that may be followed$/],
  ["a redirect to nowhere", list, { status: 302, headers: {} }, "failed", /: redirects, but not to an http or https address that may be followed$/],
  ["a redirect to a redirect to nowhere", list, (request) => ({ status: 302, headers: request.url === `${list}?2` ? {} : { location: "?2" } }),
    "failed", /: redirects, but not to an http/],
  ["redirects in a circle", list, { status: 302, headers: { location: list } },
    "failed", /: redirects more than 5 times$/],
  ["a next page on another host", list, { status: 200, headers: { link: '<http://localhost:1/p>; rel="next"' }, body: one },
    "failed", /^GET \/p: the next page is on another host; it is not followed$/],
  ["401", list, { status: 401, body: { message: "Bad credentials" } },
    "forbidden", /^GET \/users\/x\/repos\?\S+: HTTP 401: Bad credentials$/],
  ["403", issues, { status: 403, body: { message: "No entry" } }, "forbidden", /: HTTP 403: No entry$/],
  ["403 with nothing left", list, { status: 403, headers: limited, body: { message: "API rate limit exceeded" } },
    "unreached", /: HTTP 403: API rate limit exceeded; it may be asked again at \S+Z, after the deadline$/],
  ["429", issues, { status: 429, headers: { "retry-after": "60" }, body: { message: "Slow down" } },
    "unreached", /: HTTP 429: Slow down; it may be asked again at \S+Z, after the deadline$/],
  ["500", list, { status: 500, body: "oops" }, "failed", /: HTTP 500$/],
  ["404 for issues", issues, { status: 404, body: {} }, "absent", /^the source has none \(HTTP 404\)$/],
  ["404 for a list", list, { status: 404, body: { message: "Not Found" } }, "failed", /: HTTP 404: Not Found$/],
];

for (const [name, path, answer, outcome, reason] of cases)
  test(name, async () => {
    const server = await peer();
    const folder = site({ ...small, "site.conf": conf(server.url) });
    assert.equal((await at(folder)).status, 0);
    const before = facts(folder);
    assert.deepEqual([before.repos.length, before.issues.length], [2, 2]);
    server.answers[path] = answer;
    const run = await at(folder);
    assert.equal(run.status, 0, run.stderr);
    const key = path === issues ? "x/r01" : "x";
    const told = scope(folder, path === issues ? "issues" : path === list ? "repositories" : "owners", key);
    assert.equal(told.outcome, outcome, told.reason);
    assert.match(told.reason, reason);
    assert.doesNotMatch(JSON.stringify(told), new RegExp(token));
    assert.deepEqual(facts(folder), before);
    const strict = await at(folder, "--strict");
    assert.equal(strict.status, outcome === "absent" ? 0 : name === "401" ? 4 : 3);
    await server.close();
  });

test("after a limit the rest is not asked for", async () => {
  const server = await peer(3);
  server.answers["/repos/x/r02/issues"] = { status: 429, body: { message: "Slow down" } };
  const folder = site({ ...small, "site.conf": conf(server.url, oneByOne) });
  await at(folder);
  const told = sql(folder, "SELECT outcome, count(*) AS times FROM scope GROUP BY outcome ORDER BY outcome");
  assert.deepEqual(told, [{ outcome: "ok", times: 3 }, { outcome: "unreached", times: 2 }]);
  assert.ok(!server.asked.some(({ target }) => target.startsWith("/repos/x/r03/")));
  assert.match(scope(folder, "issues", "x/r03").reason, /^HTTP 429: Slow down; it may be asked again at \S+Z, after the deadline$/);
  await server.close();
});

test("nobody there: three tries, then the source is left alone", async () => {
  const server = await peer(4);
  const folder = site({ ...small, "site.conf": conf(server.url, oneByOne) });
  await at(folder);
  const before = facts(folder);
  await server.close();
  assert.equal((await at(folder)).status, 0);
  assert.deepEqual(facts(folder), before);
  assert.match(scope(folder, "owners", "x").reason, /^GET \/users\/x: Couldn't connect to server \(http:\/\/127\.0\.0\.1:\d+\)$/);
  assert.match(scope(folder, "issues", "x/r04").reason, /left alone after 3 requests without an answer/);
  assert.equal(sql(folder, "SELECT count(*) AS n FROM scope WHERE outcome IN ('failed', 'unreached')")[0].n, 6);
});

test("most of a list gone at once is held back, and loaded when that is accepted", async () => {
  const server = await peer(20);
  const folder = site({ ...small, "site.conf": conf(server.url) });
  await at(folder);
  const before = facts(folder);
  server.answers[list] = [];
  assert.equal((await at(folder)).status, 0);
  assert.deepEqual(facts(folder), before);
  assert.deepEqual(scope(folder, "repositories", "x"), {
    outcome: "held",
    reason: "the answer lacks more than half of the rows of table repo that were known; they are kept " +
      "(tower collect --accept-drop loads it)",
  });
  assert.equal((await at(folder, "--accept-drop")).status, 0);
  assert.deepEqual(facts(folder), { repos: [], issues: [] });
  assert.deepEqual(scope(folder, "repositories", "x"), { outcome: "ok", reason: null });
  assert.deepEqual(sql(folder, "SELECT key FROM scope WHERE declaration = 'small/issues'"), []);
  await server.close();
});

test("a list may shrink to its half", async () => {
  const server = await peer(20);
  const folder = site({ ...small, "site.conf": conf(server.url) });
  await at(folder);
  server.answers[list] = names(10).map((name) => repository("x", name));
  await at(folder);
  assert.equal(scope(folder, "repositories", "x").outcome, "ok");
  assert.equal(facts(folder).repos.length, 10);
  await server.close();
});

test("what the schema refuses is rejected with its reason, the rest of the page loads", async () => {
  const server = await peer(1);
  server.answers[issues] = [
    issue(1), issue(2, { created_at: "yesterday" }), issue(3, { title: null }), issue(4, { comments: 1e30 }),
    issue(5, { comments: "many" }), issue(6, { state: "asleep" }), issue(7, { comments: "7" }), issue(8),
  ];
  const folder = site({ ...small, "site.conf": conf(server.url) });
  const run = await at(folder);
  assert.equal(run.status, 0);
  assert.match(run.stderr, /forge: 3 requests, 5 rows, 5 rejected/);
  assert.deepEqual(sql(folder, "SELECT number, comments FROM issue"),
    [{ number: 1, comments: 0 }, { number: 7, comments: 7 }, { number: 8, comments: 0 }]);
  assert.deepEqual(scope(folder, "issues", "x/r01"), { outcome: "ok", reason: null });
  const rejected = sql(folder, 'SELECT repo, "table", row ->> \'$.number\' AS number, reason FROM reject');
  assert.deepEqual(rejected.map(({ number, reason }) => [number, reason]), [
    [2, "NOT NULL constraint failed: issue.created_at"],
    [3, "NOT NULL constraint failed: issue.title"],
    [4, "cannot store REAL value in INTEGER column issue.comments"],
    [5, "cannot store TEXT value in INTEGER column issue.comments"],
    [6, "CHECK constraint failed: state IN ('open', 'closed')"],
  ]);
  assert.ok(rejected.every((row) => row.repo === "x/r01" && row.table === "issue"));
  await server.close();
});

// SQLite itself fails where a CHECK meets such a word; the run goes on.
test("a time that is 'now' is rejected where a source's own declaration takes it as it stands", async () => {
  const server = await peer(1);
  server.answers[issues] = [issue(1), issue(2, { created_at: "now" }), issue(3, { created_at: "localtime" })];
  const asItStands = { "sources/small/issues.sql": small["sources/small/issues.sql"].replace("strftime('%Y-%m-%dT%H:%M:%SZ', value ->> '$.created_at')", "value ->> '$.created_at'") };
  assert.notDeepEqual(asItStands, { "sources/small/issues.sql": small["sources/small/issues.sql"] });
  const folder = site({ ...small, ...asItStands, "site.conf": conf(server.url) });
  const run = await at(folder);
  assert.equal(run.status, 0, run.stderr);
  assert.deepEqual(sql(folder, "SELECT row ->> '$.number' AS number, reason FROM reject"), [
    { number: 2, reason: "a time of it is 'now', or another word that is no time" },
    { number: 3, reason: "CHECK constraint failed: created_at IS strftime('%Y-%m-%dT%H:%M:%SZ', created_at)" },
  ]);
  assert.deepEqual(sql(folder, "SELECT number FROM issue"), [{ number: 1 }]);
  await server.close();
});

test("what was refused is told until it comes again, and is good then", async () => {
  const server = await peer(1);
  server.answers[issues] = [issue(1, { title: null }), issue(2)];
  const folder = site({ ...small, "site.conf": conf(server.url) });
  const rejected = () => sql(folder, "SELECT row ->> '$.number' AS number FROM reject").map((row) => row.number);
  await at(folder);
  for (const answer of [[issue(2)], [issue(1, { title: null }), issue(2)], [issue(2)]]) {
    server.answers[issues] = answer;
    await at(folder);
    assert.deepEqual(rejected(), [1]);
  }
  server.answers[issues] = [issue(1)];
  await at(folder);
  assert.deepEqual(rejected(), []);
  assert.equal(facts(folder).issues.length, 2);
  await server.close();
});

test("an owner of whom nothing is told stays what it was", async () => {
  const server = await peer(1);
  const organisation = { ...user("x"), type: "Organization" };
  Object.assign(server.answers, { "/users/x": organisation, "/orgs/x/repos": server.answers[list], [list]: [] });
  const folder = site({ ...small, "site.conf": conf(server.url) });
  await at(folder);
  const owner = sql(folder, "SELECT * FROM owner");
  server.answers["/users/x"] = {};
  await at(folder);
  assert.deepEqual(sql(folder, "SELECT * FROM owner"), owner);
  assert.deepEqual(sql(folder, "SELECT reason FROM reject"), [{ reason: "NOT NULL constraint failed: owner.kind" }]);
  assert.equal(facts(folder).repos.length, 1);
  await server.close();
});

test("why a private row was rejected is not told in public", async () => {
  const server = await peer(1);
  server.answers[list] = [
    repository("x", "r01"), repository("x", "secret", { private: true, stargazers_count: "sesame" }),
    repository("x", "vault", { private: true }), repository("x", "open", { size: -1 }),
  ];
  server.answers["/repos/x/vault/issues"] = [issue(9, { title: "Under the mat", state: "mislaid" })];
  const folder = site({
    ...small, "site.conf": `${conf(server.url)}[edition "public"]\n\tzones = public\n\toutput = public\n` +
      '[edition "private"]\n\tzones = public, internal, restricted\n\toutput = private\n',
  });
  const run = await towerAsync(["build", "-C", folder, "--now", now], { env: { FORGE_TOKEN: token } });
  assert.equal(run.status, 0, run.stderr);
  assert.equal(sql(folder, "SELECT count(*) AS n FROM reject")[0].n, 3);
  const page = (edition) => Object.values(tree(join(folder, edition))).join("\n");
  const [inside, outside] = [page("private"), page("public")];
  for (const word of ["INTEGER column repo.stars", "state IN", "size_kb &gt;= 0"]) assert.match(inside, new RegExp(word), word);
  assert.match(outside, /size_kb &gt;= 0/);
  assert.doesNotMatch(outside, /x\/secret|sesame|vault|repo\.stars|state IN|mislaid|Under the mat/);
  await server.close();
});
