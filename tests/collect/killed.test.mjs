// A run that is killed at any moment, and started again: what was loaded stays, windows go on
// where they stopped, and the end is the same as if nothing had happened.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { test } from "node:test";
import { now, program, sql } from "../tower.mjs";
import { forge, listen, question, secret } from "./server.mjs";

const owners = ["p", "q", "r", "s"];
const pageSize = 2;
const moment = (number) => `2026-10-01T00:00:${String(number).padStart(2, "0")}Z`;
const events = Array.from({ length: 6 }, (_, i) => ({ number: i + 1, at: moment(i + 1) }));

// Two complete lists, of which the second is a further column of the first one's rows, and a
// window of events for each thing.
const questions = {
  things: question({ ask: `SELECT json_array('things', value) AS path, value AS owner FROM json_each('${JSON.stringify(owners)}')` }).replace("value ->> '$.stars' AS stars,\n", ""),
  stars: `-- Stars.\n--\n-- answer: object\n\n-- ask\nSELECT json_array('stars', name) AS path, key FROM repo ORDER BY key;\n
-- rows repo window(key)\nSELECT :key AS key, :body ->> '$.stars' AS stars;\n`,
  events: `-- Events.\n--\n-- pages: link\n-- answer: array\n-- cursor: updated_at\n
-- ask\nSELECT json_array('events', r.name) AS path, json_object('since', s.cursor) AS query, r.key AS repo FROM repo r
  LEFT JOIN scope s ON s.declaration = 'forge/events' AND s.key = r.key AND s.hash = :hash ORDER BY r.key;\n
-- rows issue window(repo)
SELECT :repo AS repo, value ->> '$.number' AS number, 'issue' AS kind, 'Event' AS title, 'open' AS state,
       value ->> '$.at' AS created_at, value ->> '$.at' AS updated_at FROM json_each(:body);\n`,
};

// Answers all that; ASKED collects the targets; at request number KILL the program is killed
// instead, at once or after a moment in which it may have stored what it has.
async function peer() {
  const state = { asked: [], kill: 0, delay: 0, child: null };
  const serve = (request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://x");
    const [, what, key] = pathname.split("/");
    state.asked.push(request.url);
    if (state.asked.length === state.kill) return void setTimeout(() => state.child.kill("SIGKILL"), state.delay);
    const page = Number(searchParams.get("page") ?? 1);
    const since = searchParams.get("since") ?? "";
    const all = what === "things" ? ["a", "b", "c", "d"].map((name) => ({ name: `${key}${name}` })) : events.filter(({ at }) => at >= since);
    const next = new URLSearchParams({ ...(since && { since }), page: page + 1 });
    const link = page * pageSize < all.length ? { link: `<${pathname}?${next}>; rel="next"` } : {};
    const body = what === "stars" ? { stars: key.charCodeAt(0) } : all.slice((page - 1) * pageSize, page * pageSize);
    setTimeout(() => response.writeHead(200, link).end(JSON.stringify(body)), 2);
  };
  return { ...(await listen(new Proxy({}, { get: () => serve }))), state };
}

// Runs it to its end, or until the server kills it at request number KILL; the signal or status.
const run = (server, path, kill = 0) => new Promise((resolve) => {
  Object.assign(server.state, { kill, asked: [] });
  server.state.child = spawn(program, ["collect", "-C", path, "--now", now], { env: { ...process.env, FORGE_SECRET: secret, NO_PROXY: "*", NO_COLOR: "1" } });
  const said = [];
  server.state.child.stderr.on("data", (bytes) => said.push(bytes));
  server.state.child.on("close", (status, signal) => resolve({ end: signal ?? status, said: Buffer.concat(said).toString() }));
});

const loaded = (path) => ({
  repo: sql(path, "SELECT * FROM repo ORDER BY key"),
  issue: sql(path, "SELECT * FROM issue ORDER BY repo, number"),
});
const scopes = (path) => sql(path, "SELECT declaration, key, repo, outcome, reason, cursor, hash FROM scope ORDER BY declaration, key");

for (const concurrency of [1, 8])
  test(`killed at many moments, ${concurrency} at once`, async (t) => {
    const server = await peer();
    const undisturbed = forge(server.url, questions, { concurrency });
    assert.equal((await run(server, undisturbed)).end, 0);
    const total = server.state.asked.length;
    const expected = { ...loaded(undisturbed), scopes: scopes(undisturbed) };
    assert.deepEqual([expected.repo.length, expected.issue.length], [16, 96]);
    assert.ok(expected.repo.every(({ stars }) => stars) && expected.scopes.every(({ outcome }) => outcome === "ok"));
    let kept = 0, interrupted = 0;
    for (let point = 0; point < 15; point++) {
      const kill = 1 + Math.floor((point * (total - 1)) / 14);
      await t.test(`at request ${kill} of ${total}`, async () => {
        const path = forge(server.url, questions, { concurrency });
        server.state.delay = point % 2 ? 30 : 0;
        assert.equal((await run(server, path, kill)).end, "SIGKILL");
        const before = loaded(path);
        const cursors = sql(path, "SELECT key, cursor FROM scope WHERE cursor IS NOT NULL");
        const begun = sql(path, "SELECT key, cursor FROM scope WHERE reason = 'interrupted'");
        for (const { cursor } of begun) assert.ok(cursor && cursor < moment(events.length));
        for (const { key, cursor } of cursors) assert.ok(before.issue.some(({ repo, updated_at }) => repo === key && updated_at === cursor), key);
        const again = await run(server, path);
        assert.equal(again.end, 0, again.said);
        const after = loaded(path);
        for (const table of ["repo", "issue"])
          for (const row of before[table]) assert.ok(after[table].some(({ key, repo, number }) => key === row.key && repo === row.repo && number === row.number), JSON.stringify(row));
        for (const { key, cursor } of cursors) {
          const asked = server.state.asked.filter((target) => target.startsWith(`/events/${key.split("/")[1]}`));
          assert.ok(asked.length > 0 && asked.every((target) => new URL(target, "http://x").searchParams.get("since") === cursor), `${key}: ${asked}`);
        }
        kept += cursors.length;
        interrupted += begun.length;
        assert.deepEqual(after, { repo: expected.repo, issue: expected.issue });
        assert.deepEqual(scopes(path), expected.scopes);
      });
    }
    assert.ok(kept > 20 && interrupted > 0, `${kept} windows went on, ${interrupted} of them in the middle`);
    await server.close();
  });
