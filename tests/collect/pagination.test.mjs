// Lists of several pages: each way in which a source can tell where the next one is, what is
// asked for then, and where it ends. Lists that break off or go wrong are in pages.test.mjs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { sql, tower } from "../tower.mjs";
import { collect, forge, listen, names, outcome, question, requests, rows } from "./server.mjs";

const thing = (name, more) => ({ name: String(name), ...more });
const span = (from, to) => Array.from({ length: Math.max(to - from, 0) }, (_, i) => thing(`t${String(from + i).padStart(2, "0")}`));
const later = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const ask = (query, more = "") => `SELECT json_array('things') AS path, json_object(${query}) AS query, 'x' AS owner${more}`;
const plain = (body) => ({ status: 200, headers: {}, body });

// A server whose ANSWER sees a request's parameters, headers and body, and its address.
async function peer(answer) {
  const received = [];
  const serve = async (request, response) => {
    let body = "";
    for await (const bytes of request) body += bytes;
    const url = new URL(request.url, "http://x");
    received.push({ target: request.url, method: request.method, body: body && JSON.parse(body), type: request.headers["content-type"] });
    const { status, headers, body: given } = await answer({ path: url.pathname, query: Object.fromEntries(url.searchParams), body: body && JSON.parse(body), request });
    response.writeHead(status, headers).end(JSON.stringify(given));
  };
  const server = await listen(new Proxy({}, { get: () => (request, response) => void serve(request, response) }));
  return { ...server, received, targets: () => received.map(({ target }) => target) };
}

// Fields of the question, its query, how the server answers, what is asked for, and how many
// things there are then.
const inObject = { answer: "object", items: "$.items" };
const numbered = (size, count) => ({ query: { page = 1 } }) => plain(span((page - 1) * size, Math.min(page * size, count)));
const skipping = (size, count) => ({ query: { skip = 0 } }) => plain({ items: span(+skip, Math.min(+skip + size, count)) });
const kinds = [
  ["page, the last one short", { pages: "page page size" }, "'size', 3", numbered(3, 8), ["size=3", "size=3&page=2", "size=3&page=3"], 8],
  ["page, the last one full", { pages: "page page size" }, "'size', 3", numbered(3, 6), ["size=3", "size=3&page=2", "size=3&page=3"], 6],
  ["page, nothing at all", { pages: "page page size" }, "'size', 3", numbered(3, 0), ["size=3"], 0],
  ["page, one short page", { pages: "page page size" }, "'size', 3", numbered(3, 2), ["size=3"], 2],
  ["page, from the first that the ask names", { pages: "page page size" }, "'size', 3, 'page', 2", numbered(3, 8), ["size=3&page=2", "size=3&page=3"], 5],
  ["page, of no size that is told", { pages: "page p size" }, "'q', 'a&b'", ({ query: { p = 1 } }) => plain(span((p - 1) * 3, Math.min(p * 3, 4))), ["q=a%26b", "q=a%26b&p=2", "q=a%26b&p=3"], 4],
  ["page, in an object", { pages: "page page size", ...inObject }, "'size', 2", ({ query: { page = 1 } }) => plain({ items: span((page - 1) * 2, Math.min(page * 2, 3)) }), ["size=2", "size=2&page=2"], 3],
  ["offset, the last one short", { pages: "offset skip limit", ...inObject }, "'limit', 3", skipping(3, 7), ["limit=3", "limit=3&skip=3", "limit=3&skip=6"], 7],
  ["offset, the last one full", { pages: "offset skip limit", ...inObject }, "'limit', 3", skipping(3, 6), ["limit=3", "limit=3&skip=3", "limit=3&skip=6"], 6],
  ["offset, from where the ask begins", { pages: "offset skip limit", ...inObject }, "'limit', 3, 'skip', 2", skipping(3, 6), ["limit=3&skip=2", "limit=3&skip=5"], 4],
  ["offset, of a server that gives less than is asked for", { pages: "offset skip limit", ...inObject }, "'limit', 3", skipping(2, 5), ["limit=3"], 2],
  ["cursor", { pages: "cursor after $.meta.next", ...inObject }, "'limit', 2", ({ query: { after } }) =>
    plain({ items: after ? span(2, 4) : span(0, 2), meta: { next: after ? null : "a/b&c=d" } }), ["limit=2", "limit=2&after=a%2Fb%26c%3Dd"], 4],
  ["cursor, that is a number, and empty at the end", { pages: "cursor after $.next", ...inObject }, "", ({ query: { after } }) =>
    plain({ items: after ? span(2, 4) : span(0, 2), next: after ? "" : 12345678901 }), ["", "after=12345678901"], 4],
  ["cursor, which is missing at the end", { pages: "cursor after $.next", ...inObject }, "", ({ query: { after } }) =>
    plain(after ? { items: span(2, 4) } : { items: span(0, 2), next: "0" }), ["", "after=0"], 4],
  ["offset, of such a server that tells the total", { pages: "offset skip limit $.total", ...inObject }, "'limit', 3", (asked) => plain({ ...skipping(2, 5)(asked).body, total: 5 }),
    ["limit=3", "limit=3&skip=2", "limit=3&skip=4"], 5],
  ["offset, of a total that is never reached", { pages: "offset skip limit $.total", ...inObject }, "'limit', 3", (asked) => plain({ ...skipping(3, 4)(asked).body, total: 9 }),
    ["limit=3", "limit=3&skip=3", "limit=3&skip=4"], 4],
  ["offset, without the total that was meant", { pages: "offset skip limit $.total", ...inObject }, "'limit', 3", skipping(3, 4), ["limit=3", "limit=3&skip=3"], 4],
  ["next-url, with a sign of the end", { pages: "next-url $.next $.end", ...inObject }, "'n', 0", ({ query: { n } }) =>
    plain({ items: span(+n, +n + 1), next: `?n=${+n + 1}`, end: n === "2" }), ["n=0", "n=1", "n=2"], 3],
  ["next-url, absolute", { pages: "next-url $.next", ...inObject }, "'a', 1", ({ query: { n }, request }) =>
    plain({ items: n ? span(2, 4) : span(0, 2), next: n ? null : `http://${request.headers.host}/things?n=2` }), ["a=1", "n=2"], 4],
  ["next-url, from the root", { pages: "next-url $.next", ...inObject }, "'a', 1", ({ query: { n } }) =>
    plain({ items: n ? span(2, 4) : span(0, 2), next: n ? null : "/things?n=2" }), ["a=1", "n=2"], 4],
  ["next-url, parameters only", { pages: "next-url $.next", ...inObject }, "'a', 1", ({ query: { n = 1 } }) =>
    plain({ items: span(n * 2 - 2, n * 2), next: n < 3 ? `?n=${+n + 1}` : "" }), ["a=1", "n=2", "n=3"], 6],
  ["header", { pages: "header X-Next token" }, "'a', 1", ({ query: { token } }) =>
    ({ status: 200, headers: token ? {} : { "x-next": "p 2" }, body: token ? span(2, 3) : span(0, 2) }), ["a=1", "a=1&token=p%202"], 3],
  ["header, empty at the end", { pages: "header x-next token" }, "", ({ query: { token } }) =>
    ({ status: 200, headers: { "x-next": token ? "" : "2" }, body: token ? span(2, 3) : span(0, 2) }), ["", "token=2"], 3],
  ["link, relative", { pages: "link" }, "'a', 1", ({ query: { n } }) =>
    ({ status: 200, headers: n ? {} : { link: '<?n=2>; rel="next"' }, body: n ? span(2, 3) : span(0, 2) }), ["a=1", "n=2"], 3],
  ["none", { pages: "none" }, "'a', 1", () => ({ status: 200, headers: { link: '</more>; rel="next"' }, body: span(0, 2) }), ["a=1"], 2],
];

for (const base of ["", "/api/v3"])
  for (const [name, fields, query, answer, expected, count] of kinds)
    test(`${name}${base && `, below ${base}`}`, async () => {
      const below = (target) => base && /root|^link/.test(name) && target.startsWith("n=") ? target : target;
      const server = await peer((seen) => {
        const given = answer(seen);
        if (given.body?.next?.startsWith?.("/")) given.body.next = base + given.body.next;
        if (given.body?.next?.startsWith?.("http")) given.body.next = given.body.next.replace("/things", `${base}/things`);
        return given;
      });
      const path = forge(server.url + base, { things: question({ fields, ask: ask(query), items: fields.items ?? "$" }) });
      assert.equal((await collect(path)).status, 0);
      assert.deepEqual(outcome(path), { outcome: "ok", reason: null });
      assert.deepEqual(server.targets(), expected.map((parameters) => `${base}/things${parameters && "?"}${below(parameters)}`));
      assert.equal(rows(path).length, count);
      assert.deepEqual(requests(path).map(({ target }) => target), expected.map((parameters) => `GET /things${parameters && "?"}${parameters}`));
      await server.close();
    });

// What a page may say that is no end of the list, nor a page; the reason behind what was asked.
const elsewhere = "the next page is on another host; it is not followed";
const wrong = [
  ["next-url on another host", "next-url $.next", { items: span(0, 9), next: "http://localhost:1/things" }, `GET /things: ${elsewhere}`],
  ["next-url at file:", "next-url $.next", { items: span(0, 9), next: "file:///etc/passwd" }, `GET /etc/passwd: ${elsewhere}`],
  ["next-url that is no address", "next-url $.next", { items: span(0, 9), next: "http://a b/" }, /^GET .*: the next page is on another host; it is not followed$/],
  ["next-url with a line break", "next-url $.next", { items: span(0, 9), next: "/things\r\nx-evil: 1" }, /^GET .*: the next page is on another host; it is not followed$/],
  ["next-url that is an object", "next-url $.next", { items: span(0, 9), next: { query: { admin: 1 } } }, /: (the next page is on another host; it is not followed|HTTP 404: Not Found)$/],
  ["next-url that is true", "next-url $.next", { items: span(0, 9), next: true }, "GET /1: HTTP 404: Not Found"],
  ["next-url without end", "next-url $.next", { items: span(0, 9), next: `/things?${"x".repeat(9000)}` }, "GET /things?size=3&limit=3: where the next page is takes more than 8192 bytes"],
  ["cursor without end", "cursor after $.next", { items: span(0, 9), next: "x".repeat(9000) }, "GET /things?size=3&limit=3: where the next page is takes more than 8192 bytes"],
  ["cursor that stays the same", "cursor after $.next", { items: span(0, 9), next: "x" }, "a page names itself as the next one"],
  ["page without its list", "page page size", { message: "sorry" }, "GET /things?size=3&limit=3: the answer has no list at $.items"],
  ["offset whose list is an object", "offset skip limit", { items: { a: 1 } }, "GET /things?size=3&limit=3: the answer has no list at $.items"],
  ["cursor whose list is null", "cursor after $.next", { items: null }, "GET /things?size=3&limit=3: the answer has no list at $.items"],
  ["one page without its list", "none", {}, "GET /things?size=3&limit=3: the answer has no list at $.items"],
];
for (const [name, pages, body, reason] of wrong)
  test(`not the end of the list: ${name}`, async () => {
    const server = await listen({ "/things": { items: [thing("good")], next: null } });
    const path = forge(server.url, { things: question({ fields: { pages, ...inObject }, ask: ask("'size', 3, 'limit', 3"), items: "$.items" }) });
    await collect(path);
    assert.deepEqual(names(path), ["good"]);
    server.answers["/things"] = plain(body);
    assert.equal((await collect(path)).status, 0);
    const told = outcome(path);
    assert.equal(told.outcome, "failed");
    if (typeof reason === "string") assert.equal(told.reason, reason);
    else assert.match(told.reason, reason);
    assert.ok(!server.asked.some(({ target }) => /admin=|passwd/.test(target)));
    assert.deepEqual(names(path), ["good"]);
    await server.close();
  });

// GraphQL: one address, POST, and what went wrong in an answer that says 200.
const graphql = (fields = {}) => question({
  fields: { pages: "graphql $.data.things.pageInfo", answer: "object", items: "$.data.things.nodes", ...fields }, items: "$.data.things.nodes",
  ask: `SELECT json_array('graphql') AS path, 'POST' AS method, 'x' AS owner,
       json_object('query', 'query($after: String) { things }', 'variables', json_object('owner', 'x', 'deep', json_object('a', 1))) AS body`,
});
const nodes = (list, endCursor, more) => plain({ data: { things: { nodes: list, pageInfo: { hasNextPage: endCursor !== undefined, endCursor: endCursor ?? "end" } } }, ...more });

test("graphql: the cursor goes into the variables, the rest stays", async () => {
  const server = await peer(({ body: { variables: { after } } }) => after === undefined ? nodes(span(0, 2), "Y3Vyc29y==") : after === "Y3Vyc29y==" ? nodes(span(2, 4), "second") : nodes(span(4, 5)));
  const path = forge(server.url, { things: graphql() });
  await collect(path);
  assert.deepEqual(outcome(path), { outcome: "ok", reason: null });
  assert.equal(rows(path).length, 5);
  assert.deepEqual(server.received.map(({ method, target, type }) => [method, target, type]), Array(3).fill(["POST", "/graphql", "application/json"]));
  const sent = { query: "query($after: String) { things }", variables: { owner: "x", deep: { a: 1 } } };
  assert.deepEqual(server.received[0].body, sent);
  assert.deepEqual(server.received[1].body, { ...sent, variables: { ...sent.variables, after: "Y3Vyc29y==" } });
  assert.deepEqual(server.received[2].body.variables.after, "second");
  const targets = requests(path).map(({ target }) => target);
  assert.equal(new Set(targets).size, 3);
  assert.ok(targets.every((target) => /^POST \/graphql #[0-9a-f]{12}$/.test(target)));
  await server.close();
});

const errors = (...list) => ({ errors: list });
for (const [name, fields, answer, expected, reason, count] of [
  ["hasNextPage without a cursor", {}, plain({ data: { things: { nodes: span(0, 2), pageInfo: { hasNextPage: true, endCursor: null } } } }), "ok", null, 2],
  ["no pageInfo", {}, plain({ data: { things: { nodes: span(0, 2) } } }), "ok", null, 2],
  ["errors only", {}, plain(errors({ message: "Field 'x' doesn't exist" })), "failed", "Field 'x' doesn't exist", 1],
  ["errors beside data", {}, nodes(span(0, 2), undefined, errors({ message: "Something\nwent wrong" })), "failed", "Something went wrong", 1],
  ["errors beside data, which are taken", { partial: "yes" }, nodes(span(0, 2), undefined, errors({ message: "Something" })), "ok", null, 2],
  ["errors without data", { partial: "yes" }, plain({ data: null, ...errors({ type: "NOT_FOUND", message: "No such thing" }) }), "failed", "No such thing", 1],
  ["forbidden", {}, plain({ data: null, ...errors({ type: "FORBIDDEN", message: "Not yours" }) }), "forbidden", "Not yours", 1],
  ["insufficient scopes", {}, plain(errors({ type: "INSUFFICIENT_SCOPES", message: "Ask nicely" })), "forbidden", "Ask nicely", 1],
  ["not known who asks", {}, plain(errors({ message: "Who?", extensions: { code: "UNAUTHENTICATED" } })), "forbidden", "Who?", 1],
  ["an error without words", {}, plain(errors({})), "failed", "an error without words", 1],
  ["an empty list of errors", {}, nodes(span(0, 2), undefined, errors()), "ok", null, 2],
])
  test(`graphql: ${name}`, async () => {
    const server = await listen({ "/graphql": nodes([thing("good")]) });
    const path = forge(server.url, { things: graphql(fields) });
    await collect(path);
    server.answers["/graphql"] = answer;
    assert.equal((await collect(path)).status, 0);
    const told = outcome(path);
    assert.equal(told.outcome, expected, told.reason);
    assert.equal(told.reason?.replace(/^POST \/graphql #[0-9a-f]{12}: /, "") ?? null, reason);
    assert.equal(rows(path).length, count);
    await server.close();
  });

// A list of COUNT pages with the last one told; each page has a thing of its own and one that
// all have. The later a page, the sooner it is answered.
const together = (count, special = {}) => async ({ query: { page = 1 } }) => {
  await later(30 * (count - page));
  if (special[page]) return special[page];
  const link = page < count ? [`</things?page=${+page + 1}>; rel="next"`, `</things?page=${count}>; rel="last"`] : ['</things?page=1>; rel="first"'];
  return { status: 200, headers: { link: link.join(", ") }, body: [thing(`t${page}`, { stars: +page, at: `2026-10-01T00:00:0${page}Z` }), thing("common", { stars: +page })] };
};

for (const kind of ["complete(owner)", "window(owner)"])
  test(`link with a last page: asked for together, loaded in order (${kind})`, async () => {
    const server = await peer(together(6));
    const path = forge(server.url, { things: question({ kind, fields: { cursor: "pushed_at" } }) });
    await collect(path);
    assert.deepEqual(outcome(path), { outcome: "ok", reason: null });
    assert.equal(server.targets()[0], "/things");
    assert.deepEqual(server.targets().slice(1).sort(), [2, 3, 4, 5, 6].map((page) => `/things?page=${page}`));
    assert.deepEqual(requests(path).map(({ target }) => target), ["GET /things", ...[2, 3, 4, 5, 6].map((page) => `GET /things?page=${page}`)]);
    assert.deepEqual(rows(path).map(({ name, stars }) => [name, stars]), [["common", 6], ...[1, 2, 3, 4, 5, 6].map((page) => [`t${page}`, page])]);
    await server.close();
  });

test("link with a last page, one of which fails: a window keeps what stands before it", async () => {
  const server = await peer(together(6, { 4: { status: 500, headers: {}, body: "" } }));
  const path = forge(server.url, { things: question({ kind: "window(owner)", fields: { cursor: "pushed_at" } }) });
  await collect(path);
  assert.deepEqual(outcome(path), { outcome: "failed", reason: "GET /things?page=4: HTTP 500" });
  assert.deepEqual(rows(path).map(({ name, stars }) => [name, stars]), [["common", 3], ["t1", 1], ["t2", 2], ["t3", 3]]);
  assert.equal(sql(path, "SELECT cursor FROM scope")[0].cursor, "2026-10-01T00:00:03Z");
  await server.close();
});

test("link with a last page, one of which fails: of a complete list nothing is loaded", async () => {
  const server = await peer(together(6, { 6: { status: 500, headers: {}, body: "" } }));
  const path = forge(server.url);
  await collect(path);
  assert.deepEqual(rows(path), []);
  assert.equal(outcome(path).reason, "GET /things?page=6: HTTP 500");
  await server.close();
});

test("link with a last page behind which there is another one by then", async () => {
  const server = await peer(async ({ query: { page = 1 } }) => ({
    status: 200, body: [thing(`t${page}`)],
    headers: { link: `${page < 5 ? `</things?page=${+page + 1}>; rel="next", ` : ""}</things?page=${page < 3 ? 3 : 5}>; rel="last"` },
  }));
  const path = forge(server.url);
  await collect(path);
  assert.deepEqual(names(path), ["t1", "t2", "t3", "t4", "t5"]);
  assert.equal(server.received.length, 5);
  await server.close();
});

// Where the last page is not of the same form, or the numbers make no sense, it goes page by page.
for (const last of ["/things?page=2", "/things?page=1", "/things?page=-3", "/things?page=3&x=1", "/others?page=3", "http://localhost:1/things?page=3", "/things?page=99999999999999999999", "/things?per_page=3", "junk"])
  test(`link with the last page ${last}`, async () => {
    const server = await peer(async ({ query: { page = 1 } }) => ({
      status: 200, body: [thing(`t${page}`)], headers: page < 3 ? { link: `</things?page=${+page + 1}>; rel="next", <${last}>; rel="last"` } : {},
    }));
    const path = forge(server.url);
    await collect(path);
    assert.deepEqual(names(path), ["t1", "t2", "t3"]);
    assert.equal(server.received.length, 3);
    await server.close();
  });

// Recorded and played back, every kind gives the same rows.
for (const [name, fields, query, answer, , count] of kinds.filter(([name]) => !/nothing|none/.test(name)))
  test(`recorded and played back: ${name}`, async () => {
    const server = await peer(answer);
    const questions = { things: question({ fields, ask: ask(query), items: fields.items ?? "$" }) };
    const path = forge(server.url, questions);
    await collect(path, "--record", "rec");
    const before = names(path);
    assert.equal(before.length, count);
    await server.close();
    const again = forge(server.url, questions, { replay: `${path}/rec/forge` });
    await collect(again);
    assert.deepEqual(outcome(again), { outcome: "ok", reason: null });
    assert.deepEqual(names(again), before);
  });

const message = "; write none, link, page PARAM SIZE, offset PARAM SIZE [TOTAL-PATH], cursor PARAM PATH, next-url PATH [END-PATH], graphql PATH or header HEADER PARAM";
for (const pages of ["links", "Link", "page", "page page", "page page size more", "page page size more and more", "offset skip", "cursor after", "cursor", "next-url",
  "next-url $.a $.b $.c", "offset skip size $.total $.more", "graphql", "graphql $.a b", "header X-Next", "header", "none at all", "link next", "pages"])
  test(`refused: pages: ${pages}`, () => {
    const path = forge("http://127.0.0.1:9", { things: question({ fields: { pages } }) });
    const said = tower(["check", "-C", path]);
    assert.equal(said.status, 2);
    assert.ok(said.stderr.endsWith(`sources/forge/things.sql:4: pages cannot be '${pages}'${message}\n`), said.stderr);
  });

for (const pages of ["cursor after next", "offset skip size total", "next-url next", "graphql data.pageInfo"])
  test(`refused: a path without its $: ${pages}`, () => {
    const said = tower(["check", "-C", forge("http://127.0.0.1:9", { things: question({ fields: { pages } }) })]);
    assert.ok(said.stderr.endsWith(`sources/forge/things.sql:4: pages cannot be '${pages}'${message}\n`), said.stderr);
    assert.equal(said.status, 2);
  });

test("refused: items: without its $", () => {
  const said = tower(["check", "-C", forge("http://127.0.0.1:9", { things: question({ fields: { items: "items" } }) })]);
  assert.ok(said.stderr.endsWith("sources/forge/things.sql:5: items cannot be 'items'; write a JSON path such as $.items\n"), said.stderr);
  assert.equal(said.status, 2);
});
