// What the page of sources says of how the asking went: how many requests, how many of them
// unchanged, sent again, waiting, refused rows, why it stopped, and how much is left.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { sql } from "../tower.mjs";
import { forge, listen, question, secret, towerAsync } from "./server.mjs";

const editions = '[edition "public"]\n\tzones = public\n\toutput = public\n[edition "all"]\n\tzones = public, internal, restricted\n\toutput = all\n';
const rank = (path, n, more = {}) => question({ ask: `SELECT json_array('${path}') AS path, '${path}' AS owner`, fields: { rank: n, ...more } });
const left = (number) => ({ "x-ratelimit-remaining": String(number), "x-ratelimit-reset": "3000" });

async function site(answers, questions, settings) {
  const server = await listen(answers);
  const path = forge(server.url, questions, settings);
  writeFileSync(join(path, "site.conf"), readFileSync(join(path, "site.conf"), "utf8") + editions);
  const build = (now, ...more) => towerAsync(["build", "-C", path, "--now", now, ...more], { cwd: path, env: { FORGE_SECRET: secret } });
  const page = (edition, kind) => readFileSync(join(path, edition, `sources.${kind}`), "utf8");
  return { server, path, build, page };
}

test("requests, the share of 304, second tries, waiting, refused rows, what is left", async () => {
  let tries = 0;
  const { server, build, page } = await site({
    "/a": (request) => (request.headers["if-none-match"] ? { status: 304, headers: left(4321), body: "" } : { status: 200, headers: { etag: '"1"', ...left(4323) }, body: [{ name: "one" }, { name: "bad", stars: -1 }] }),
    "/b": () => (tries++ ? { status: 200, headers: left(4322), body: [{ name: "two" }] } : { status: 503, headers: {}, body: "" }),
  }, { a: rank("a", 1), b: rank("b", 2) }, { retries: 1, concurrency: 1 });
  const run = await build("2026-11-21T21:00:00Z");
  assert.equal(run.status, 0, run.stderr);
  for (const text of [page("public", "md"), page("public", "html").replace(/<[^>]+>/g, "")]) {
    assert.match(text, /requests: 2; unchanged \(304\): 0; sent again: 1; received: \d+ bytes; errors: 0/);
    assert.match(text, /Requests left:? ?4,322; the full number again at 20\d\d-/);
    assert.match(text, /Rejected rows:? ?1/);
    assert.match(text, /Waiting:? ?0\.[5-9] s|Waiting:? ?1\.\d s/);
    assert.doesNotMatch(text, /Stopped early/);
  }
  await build("2026-11-22T21:00:00Z");
  assert.match(page("public", "md"), /requests: 2; unchanged \(304\): 1 \\?\(50%\\?\); sent again: 0;/);
  assert.match(page("public", "md"), /Requests left: 4,32[12]/);
  await server.close();
});

test("why it stopped before the end: the deadline, the budget", async () => {
  const { server, build, page, path } = await site({ "/a": [{ name: "one" }], "/b": () => {} }, { a: rank("a", 1), b: rank("b", 2) }, { deadline: "1s" });
  await build("2026-11-21T21:00:00Z");
  assert.match(page("public", "md"), /- Stopped early: the deadline of 1 seconds is reached\n/);
  assert.match(page("public", "html"), /<dt>Stopped early<\/dt><dd><bdi>the deadline of 1 seconds is reached<\/bdi><\/dd>/);
  await build("2026-11-22T21:00:00Z", "--max-requests", "1");
  assert.match(page("public", "md"), /- Stopped early: the run's budget of requests is spent\n/);
  server.answers["/b"] = [];
  await build("2026-11-23T21:00:00Z");
  assert.doesNotMatch(page("public", "md"), /Stopped early/);
  assert.deepEqual(sql(path, "SELECT stopped FROM allowance"), [{ stopped: null }]);
  await server.close();
});

test("what is left tells how much was asked, so it is for those who may see all of that", async () => {
  const hidden = `-- Hidden.\n--\n-- answer: array\n\n-- ask\nSELECT json_array('a') AS path, 'a' AS owner;\n\n-- rows repo complete(owner)\nSELECT :owner AS owner, 'a/' || (value ->> '$.name') AS key, value ->> '$.name' AS name, 'internal' AS zone FROM json_each(:body);\n`;
  const { server, build, page } = await site({ "/a": () => ({ status: 200, headers: left(77), body: [{ name: "vault" }] }) }, { a: hidden });
  await build("2026-11-21T21:00:00Z");
  assert.match(page("all", "md"), /Requests left: 77;/);
  assert.match(page("public", "md"), /Requests left: the source does not say/);
  await server.close();
});
