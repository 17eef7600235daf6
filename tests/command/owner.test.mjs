// The desk of anybody, without a site.conf and without a token: what it asks of a server that
// allows sixty requests an hour, what it says, and that nothing of it stays but the site.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder, now, tower } from "../tower.mjs";
import { issue, listen, repository, towerAsync, user } from "../collect/server.mjs";

const count = 130;
const reset = Math.floor(Date.now() / 1000) + 3000; // far away: nobody waits for it

// Answers like GitHub without a token; LEFT requests are allowed.
async function forge(left, more = {}) {
  const used = [];
  const allow = (answer) => (request, response) => {
    if (left > 0) left -= 1;
    else return { status: 403, headers: limit(), body: { message: "API rate limit exceeded for 127.0.0.1." } };
    used.push(request.url);
    const given = typeof answer === "function" ? answer(request, response) : answer;
    const plain = Array.isArray(given) || !("status" in given);
    return plain ? { status: 200, headers: limit(), body: given } : { ...given, headers: { ...limit(), ...given.headers } };
  };
  const limit = () => ({ "x-ratelimit-limit": "60", "x-ratelimit-remaining": String(left), "x-ratelimit-reset": String(reset) });
  const list = (request) => {
    const url = new URL(request.url, server.url);
    const page = Number(url.searchParams.get("page") ?? 1);
    url.searchParams.set("page", page + 1);
    const body = Array.from({ length: Math.min(100, count - (page - 1) * 100) }, (_, i) => {
      const number = (page - 1) * 100 + i;
      return repository("x", `r${number}`, { pushed_at: new Date(Date.UTC(2026, 9, 31) - number * 86400000).toISOString().slice(0, 19) + "Z" });
    });
    return { status: 200, headers: page * 100 < count ? { link: `<${url}>; rel="next", <${url}>; rel="last"` } : {}, body };
  };
  const found = [issue(1, { title: "Pick a colour", repository_url: "https://api.example.org/repos/x/r3" }),
    issue(2, { title: "Second thoughts", pull_request: {}, repository_url: "https://api.example.org/repos/x/r120" }),
    issue(9, { title: "Somebody else's", repository_url: "https://api.example.org/repos/y/r1" })];
  const answers = {
    "/users/x": allow(user("x")), "/users/x/repos": allow(list),
    "/search/issues": allow({ total_count: 3, incomplete_results: false, items: found }), ...more,
  };
  const anything = allow(() => ({ status: 404, body: { message: "Not Found" } }));
  const server = await listen(new Proxy(answers, { get: (known, path) => known[path] ?? (String(path).includes("?") ? undefined : anything) }));
  return { server, used };
}

const build = (cwd, url, ...more) =>
  towerAsync(["build", "--owner", "x", "--url", url, "--now", now, ...more], { cwd, env: { GITHUB_TOKEN: "", TMPDIR: cwd } });

test("a hundred and thirty repositories within sixty requests", async () => {
  const { server, used } = await forge(60);
  const place = folder();
  const run = await build(place, server.url, "-o", "desk");
  assert.equal(run.status, 0, run.stderr);
  assert.equal(used.length, 60);
  assert.equal(server.asked.length, 60, "it goes on asking where nothing is left");
  assert.ok(server.asked.every(({ token }) => !token));
  assert.equal(used.filter((url) => url.startsWith("/search/issues")).length, 1);
  assert.equal(used.filter((url) => /^\/repos\/x\/\w+\/issues/.test(url)).length, 0);
  assert.match(run.stderr, /\n60 requests were made; the source allows 0 more, and the full number again at \S+Z\.\n/);
  assert.match(run.stderr, /\n\d+ things were not reached; the sources page says which and why\.\n/);
  assert.match(run.stderr, /\nA token in GITHUB_TOKEN allows 5,000 requests an hour and would add: .*\bdependabot\b.*\.\n/);
  assert.deepEqual(readdirSync(place), ["desk"]);
  const desk = readFileSync(join(place, "desk/index.md"), "utf8");
  assert.match(desk, /Pick a colour/);
  assert.match(desk, /Second thoughts/);
  assert.doesNotMatch(desk, /Somebody else/);
  for (let number = 0; number < count; number++) assert.ok(existsSync(join(place, `desk/repo/github/x/r${number}.html`)), `r${number}`);
  await server.close();
});

test("what changed last is asked about first", async () => {
  const { server, used } = await forge(20);
  const place = folder();
  const run = await build(place, server.url, "-o", "desk");
  assert.equal(run.status, 0, run.stderr);
  const numbers = used.map((url) => url.match(/^\/repos\/x\/r(\d+)\//)?.[1]).filter(Boolean).map(Number);
  assert.ok(numbers.length > 5);
  assert.ok(Math.max(...numbers) < 16, String(numbers));
  await server.close();
});

test("what is left after the site is the site, also where nobody is of that name", async () => {
  const { server } = await forge(60, { "/users/x": { status: 404, body: { message: "Not Found" } } });
  const place = folder();
  const run = await build(place, server.url);
  assert.equal(run.status, 0);
  assert.match(run.stderr, /tower: warning: no repository of x could be read: GET \/users\/x: HTTP 404: Not Found\n/);
  assert.deepEqual(readdirSync(place), ["tower-x"]);
  await server.close();
});

for (const [words, message] of [
  [["--owner", "a b"], "--owner is the name of a user or an organisation, not 'a b'"],
  [["--owner", ""], "--owner is the name of a user or an organisation, not ''"],
  [["--owner", "x", "--url", "file:///etc"], "--url is an address like https://host/path, not 'file:///etc'"],
  [["--owner", "x", "--url", "https://u:p@host"], "--url is an address like https://host/path, not 'https://u:p@host'"],
  [["--owner", "x", "-C", "elsewhere"], "--owner makes a site of its own; leave out --directory"],
  [["--output", "x"], "--output and --url go with --owner; a site names its folders and addresses in site.conf"],
  [["--owner", "x", "--max-requests", "0"], "--max-requests is a number above 0, not '0'"],
  [["--owner", "x", "--deadline", "soon"], "--deadline is a time like 30s, 15m or 2h, not 'soon'"],
])
  test(`refused: ${words.join(" ")}`, () => {
    const place = folder();
    const run = tower(["build", ...words], { cwd: place, env: { TMPDIR: place } });
    assert.equal(run.status, 2);
    assert.match(run.stderr, new RegExp(`tower: error: tower: ${message.replace(/[?.]/g, "\\$&")}\n$`));
    assert.deepEqual(readdirSync(place), []);
  });
