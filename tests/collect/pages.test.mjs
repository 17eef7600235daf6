// Lists of several pages, redirects, and answers that are too large: what is loaded of a list
// that breaks off, who gets the token, and that everything ends.
import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { now, site, sql } from "../tower.mjs";
import { issue, listen, repository, towerAsync, user } from "./server.mjs";

const token = "canary-4711";
const list = "/users/x/repos";
const issues = "/repos/x/a/issues";
const next = (url) => ({ link: `<${url}>; rel="next", <${url}>; rel="last"` });
const page = (body, url) => ({ status: 200, headers: url ? next(url) : {}, body });
const broken = { status: 500, body: "oops" };

async function peer(answers = {}) {
  return listen({ "/users/x": user("x"), [list]: [repository("x", "a")], [issues]: [], ...answers });
}

function place(server) {
  return site({
    "site.conf": `[source "forge"]\n\ttype = github\n\turl = ${server.url}\n\towner = x\n\ttoken-env = FORGE_TOKEN\n\tretries = 0\n`,
  });
}

const collect = (path, ...more) =>
  towerAsync(["collect", "-C", path, "--now", now, ...more], { env: { FORGE_TOKEN: token } });
const scope = (path, declaration) =>
  sql(path, `SELECT outcome, reason, cursor, loaded_at FROM scope WHERE declaration = 'github/${declaration}'`)[0];
const keys = (path) => sql(path, "SELECT key FROM repo ORDER BY key").map((row) => row.key);
const numbers = (path) => sql(path, "SELECT number FROM issue ORDER BY number").map((row) => row.number);

test("a complete list is loaded when its last page is in", async () => {
  const server = await peer();
  server.answers[list] = page([repository("x", "a")], `${server.url}${list}?page=2`);
  server.answers[`${list}?page=2`] = page([repository("x", "b")], `${server.url}${list}?page=3`);
  server.answers[`${list}?page=3`] = broken;
  const path = place(server);
  assert.equal((await collect(path)).status, 0);
  assert.deepEqual(keys(path), []);
  assert.deepEqual(scope(path, "repositories"),
    { outcome: "failed", reason: `GET ${list}?page=3: HTTP 500`, cursor: null, loaded_at: null });
  server.answers[`${list}?page=3`] = [repository("x", "c")];
  await collect(path);
  assert.deepEqual(keys(path), ["x/a", "x/b", "x/c"]);
  server.answers[`${list}?page=3`] = broken;
  server.answers[list] = page([repository("x", "d")], `${server.url}${list}?page=2`);
  await collect(path);
  assert.deepEqual(keys(path), ["x/a", "x/b", "x/c"]);
  await server.close();
});

test("a window keeps the pages that came, and goes on from there", async () => {
  const server = await peer();
  server.answers[issues] = page([issue(1), issue(2)], `${server.url}${issues}?page=2`);
  server.answers[`${issues}?page=2`] = broken;
  const path = place(server);
  await collect(path);
  assert.deepEqual(numbers(path), [1, 2]);
  assert.deepEqual(scope(path, "issues"), {
    outcome: "failed", reason: `GET ${issues}?page=2: HTTP 500`, cursor: "2026-02-02T00:00:02Z", loaded_at: null,
  });
  server.answers[issues] = [issue(2), issue(3)];
  server.asked.length = 0;
  await collect(path);
  assert.deepEqual(numbers(path), [1, 2, 3]);
  const asked = server.asked.find(({ target }) => target.startsWith(issues)).target;
  assert.equal(new URL(asked, server.url).searchParams.get("since"), "2026-02-02T00:00:02Z");
  assert.equal(scope(path, "issues").outcome, "ok");
  await server.close();
});

test("asked in full, a window removes what is gone only when all its pages came", async () => {
  const server = await peer({ [issues]: [issue(1), issue(2), issue(3)] });
  const path = place(server);
  await collect(path);
  server.answers[issues] = page([issue(2), issue(4)], `${server.url}${issues}?page=2`);
  server.answers[`${issues}?page=2`] = broken;
  await collect(path, "--full");
  assert.deepEqual(numbers(path), [1, 2, 3]);
  server.answers[`${issues}?page=2`] = [issue(5)];
  await collect(path, "--full");
  assert.deepEqual(numbers(path), [2, 4, 5]);
  await server.close();
});

test("a redirect to another host is followed without the token", async () => {
  const other = await listen({ "/moved": [repository("x", "b")] });
  const server = await peer({ [list]: { status: 301, headers: { location: `${other.url}/moved` } } });
  const path = place(server);
  await collect(path);
  assert.deepEqual(keys(path), ["x/b"]);
  assert.deepEqual(other.asked, [{ target: "/moved", token: undefined }]);
  assert.equal(server.asked[0].token, `Bearer ${token}`);
  await server.close();
  await other.close();
});

test("a redirect on the same host keeps the token, wherever it says that", async () => {
  const server = await peer({ [list]: { status: 307, headers: { location: "/moved?a=1" } }, "/moved": [repository("x", "b")] });
  const path = place(server);
  await collect(path);
  assert.deepEqual(keys(path), ["x/b"]);
  assert.deepEqual(server.asked.find(({ target }) => target === "/moved?a=1"), { target: "/moved?a=1", token: `Bearer ${token}` });
  await server.close();
});

test("the next page on another host is not asked for", async () => {
  const other = await listen({ "/page": [] });
  const server = await peer({ [list]: page([repository("x", "a")], `${other.url}/page`) });
  const path = place(server);
  await collect(path);
  assert.deepEqual([keys(path), other.asked], [[], []]);
  assert.equal(scope(path, "repositories").reason, "GET /page: the next page is on another host; it is not followed");
  await server.close();
  await other.close();
});

test("no more than 64 MiB of an answer are inflated", async () => {
  const bomb = gzipSync(Buffer.alloc(80 << 20, " "), { level: 9 });
  assert.ok(bomb.length < 1 << 20);
  const server = await peer({ [list]: { status: 200, headers: { "content-encoding": "gzip" }, body: bomb } });
  const path = place(server);
  assert.equal((await collect(path)).status, 0);
  const { outcome, reason } = scope(path, "repositories");
  assert.deepEqual([outcome, reason], ["failed", `GET ${list}?type=owner&sort=pushed&direction=desc&per_page=100: the answer is larger than 64 MiB`]);
  await server.close();
});

test("a page that names itself as the next one is asked for once more at the most", async () => {
  const server = await peer();
  server.answers[list] = page([repository("x", "a")], `${server.url}${list}?page=1`);
  const path = place(server);
  assert.equal((await collect(path)).status, 0);
  assert.equal(scope(path, "repositories").reason, "a page names itself as the next one");
  assert.deepEqual(keys(path), []);
  assert.equal(server.asked.filter(({ target }) => target.startsWith(list)).length, 2);
  await server.close();
});

test("pages without end are given up", { timeout: 300000 }, async () => {
  const server = await peer();
  server.answers[list] = page([repository("x", "a")], "/there");
  server.answers["/there"] = page([repository("x", "b")], list);
  const path = place(server);
  assert.equal((await collect(path)).status, 0);
  assert.equal(scope(path, "repositories").reason, "has more than 10000 pages");
  assert.deepEqual(keys(path), []);
  await server.close();
});

test("a relative address of the next page is meant from the page that has it", async () => {
  const server = await peer();
  server.answers[list] = page([repository("x", "a")], "repos/more");
  server.answers["/users/x/repos/more"] = [repository("x", "b")];
  const path = place(server);
  await collect(path);
  assert.deepEqual(keys(path), ["x/a", "x/b"]);
  await server.close();
});
