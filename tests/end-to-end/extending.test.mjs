// Someone who knows SQL and Mustache, and no C, adds to a site by adding files: a check, a
// page, a system of sources. And replaces what is built in by a file of the same name.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { listen, towerAsync } from "../collect/server.mjs";
import { edit } from "../snapshot/edit.mjs";
import { demo, now, site, sql, tower, tree } from "../tower.mjs";

function add(path, files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
}

function build(path) {
  for (const command of ["check", "build"]) {
    const { status, stderr } = tower([command, "-q", "--now", now], { cwd: path });
    assert.equal(stderr, "");
    assert.equal(status, 0);
  }
  return (name) => readFileSync(join(path, "public", name), "utf8");
}

test("a check, in one file", () => {
  const path = demo();
  add(path, { "checks/few-stars.sql": `-- Repositories that nobody starred.
-- Stars are no measure of anything.
--
-- group:     vanity
-- severity:  info
-- remedy:    Tell a friend.
-- reference: https://example.org/stars?a=1&b=2

-- finding
SELECT source, key AS repo, NULL AS number, 'Nobody starred <' || name || '>.' AS message,
       'Stars: ' || stars AS evidence
  FROM repo WHERE stars = 0;
` });
  const read = build(path);
  const repos = sql(path, "SELECT key FROM repo WHERE stars = 0 AND zone IS NULL ORDER BY key");
  assert.ok(repos.length > 0);
  assert.deepEqual(sql(path, "SELECT key, severity FROM finding WHERE rule = 'few-stars' ORDER BY key"), repos.map(({ key }) => ({ key, severity: "info" })));
  assert.match(read("checks.html"), /few-stars/);
  assert.match(read("checks.html"), /Repositories that nobody starred\./);
  assert.match(read("checks.html"), /Tell a friend\./);
  assert.match(read("checks.html"), /href="https:\/\/example\.org\/stars\?a=1&amp;b=2"/);
  for (const { key } of repos) {
    const name = key.split("/")[1];
    assert.match(read(`repo/demo/${key}.html`), new RegExp(`Nobody starred &lt;${name}&gt;\\.`));
    assert.match(read(`repo/demo/${key}.md`), /Tell a friend\./);
  }
});

test("a recommendation, in one file", () => {
  const path = demo();
  add(path, { "recommendations/tell-stars.sql": `-- Repositories that many starred and that have no topics.
--
-- group:  vanity
-- effort: 0.1
-- setting: stars (1, 0 to 1000000): how many stars it must have

-- recommendation
SELECT source, key AS repo, 'Thank <them>.' AS title, 'Stars: ' || stars AS evidence, 'Write "thanks".' AS action, NULL AS effect, stars || ' >= ' || :stars AS reason
  FROM repo WHERE stars >= :stars;
` });
  const read = build(path);
  const repos = sql(path, "SELECT key FROM repo WHERE stars >= 1 AND zone IS NULL ORDER BY key");
  assert.ok(repos.length > 0);
  assert.deepEqual(sql(path, "SELECT key, effort FROM recommendation WHERE rule = 'tell-stars' ORDER BY key"), repos.map(({ key }) => ({ key, effort: 0.1 })));
  for (const ending of ["html", "md"]) {
    assert.match(read(`recommendations.${ending}`), /Thank &lt;them&gt;\./);
    assert.match(read(`checks.${ending}`), /tell-stars[^]*Repositories that many starred and that have no topics\.[^]*stars = 1/);
    for (const { key } of repos) assert.match(read(`repo/demo/${key}.${ending}`), /Thank &lt;them&gt;\./);
  }
  assert.equal(JSON.parse(read("recommendations.json")).recommendations.filter(({ rule }) => rule === "tell-stars").length, repos.length);
  rmSync(join(path, "recommendations"), { recursive: true });
  build(path);
  assert.deepEqual(sql(path, "SELECT key FROM recommendation WHERE rule = 'tell-stars'"), []);
});

test("a weight, in one line of site.conf", () => {
  const path = demo();
  const before = build(path)("checks.html");
  assert.match(before, /<code>readme = 7<\/code>, from 0 to 100/);
  const scores = () => sql(path, "SELECT repo, maximum FROM score_part WHERE component = 'readme'");
  assert.ok(scores().every(({ maximum }) => maximum === 7));
  const { status } = spawnSync("git", ["config", "-f", "site.conf", "rule.health-community.readme", "9"], { cwd: path });
  assert.equal(status, 0);
  assert.match(build(path)("checks.html"), /<code>readme = 9<\/code> \(otherwise 7\), from 0 to 100/);
  assert.ok(scores().every(({ maximum }) => maximum === 9));
});

test("a metric, in one file: kept every night, and among the trends by itself", () => {
  const path = demo();
  add(path, { "passes/metric-topics.sql": "-- How many topics a repository has.\n\n-- points\nSELECT 'topics' AS metric, source, key AS repo, json_array_length(topics) AS value FROM repo;\n" });
  build(path);
  const [{ repo, value }] = sql(path, "SELECT repo, value FROM point WHERE metric = 'topics' AND value > 0 ORDER BY repo LIMIT 1");
  // Twenty nights before, on each of which it had a topic less than on the night before that: 100 to 81.
  edit(path, `WITH RECURSIVE night (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM night WHERE n < 20)
    INSERT INTO run (id, started_at, version, kept) SELECT -n, strftime('%Y-%m-%dT%H:%M:%SZ', '${now}', '-' || n || ' days'), '1', 1 FROM night`);
  edit(path, `WITH RECURSIVE night (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM night WHERE n < 20)
    INSERT INTO point (edition, source, repo, metric, day, value) SELECT edition, source, repo, metric, date('${now}', '-' || n || ' days'), 80 + n FROM point, night WHERE metric = 'topics' AND repo = '${repo}' AND day = date('${now}')`);
  assert.ok(value < 80);
  for (const ending of ["html", "md"]) {
    assert.match(build(path)(`trends.${ending}`), new RegExp(`topics[^]*${repo}`));
    assert.match(build(path)(`repo/demo/${repo}.${ending}`), /Trends[^]*topics[^]*unusual/);
  }
});

const wall = {
  "templates/wall.sql": `-- Repositories by language, with the labels of their issues.
--
-- path: wall/languages
-- title: Languages & more
-- types: stars number, topics list, at date, share number(1), text markdown, link url

-- languages
SELECT coalesce(language, 'none') AS language, count(*) AS total, max(pushed_at) AS at,
       100.0 * count(*) / (SELECT count(*) FROM repo) AS share
  FROM repo GROUP BY 1 ORDER BY 1;

-- languages.repos
SELECT name, stars, topics, url AS link, '**' || name || '** <script>' AS text, source, key
  FROM repo WHERE coalesce(language, 'none') = :language ORDER BY name;

-- languages.repos.issues
SELECT number, title, :language AS inherited FROM issue
 WHERE source = :source AND repo = :key AND state = 'open' ORDER BY number LIMIT 1;

-- nothing
SELECT 1 AS one WHERE 0;
`,
  "templates/wall.html": `{{<layout}}{{$main}}<h1>{{title}}</h1>
{{#languages}}<h2>{{language}} {{share}} {{at}}</h2>
{{#repos}}<p class="repo"><a href="{{link}}">{{name}}</a> {{stars}}{{#topics}} [{{.}}]{{/topics}}</p>{{{text}}}{{#issues}}<i>{{number}} {{title}} {{inherited}}</i>{{/issues}}
{{/repos}}{{/languages}}{{^nothing}}<p>none of {{nothing.count}}</p>{{/nothing}}{{/main}}{{/layout}}
`,
  "templates/wall.md": `{{<layout}}{{$main}}# {{title}}
{{#languages}}
- {{language}}: {{#repos}}{{name}} {{/repos}}
{{/languages}}
{{/main}}{{/layout}}
`,
};

test("a page, in three files", () => {
  const path = demo();
  add(path, wall);
  const read = build(path);
  const html = read("wall/languages.html");
  assert.match(html, /<h1>Languages &amp; more<\/h1>/);
  assert.match(html, /<h2>TypeScript 11\.1 2026-11-\d\d<\/h2>/);
  assert.match(html, /<a href="https:\/\/github\.com\/meadowlark\/web-shop">web-shop<\/a> 34 \[e-commerce\] \[horticulture\]/);
  assert.match(html, /<p><strong>web-shop<\/strong>/);
  assert.doesNotMatch(html, /<script(?! src="..\/script.js" defer>)/);
  assert.match(html, /<i>\d+ .* TypeScript<\/i>/);
  assert.match(html, /<p>none of 0<\/p>/);
  assert.match(html, /href="\.\.\/style\.css"/);
  const md = read("wall/languages.md");
  assert.match(md, /^# Languages &amp; more$/m);
  assert.match(md, /^- TypeScript: web-shop $/m);
  assert.deepEqual(sql(path, "SELECT kind, summary FROM declaration WHERE name = 'wall'"), [{ kind: "page", summary: "Repositories by language, with the labels of their issues." }]);
});

test("a page of each row", () => {
  const path = demo();
  add(path, {
    "templates/owner.sql": "-- A page for each owner.\n--\n-- path: owner/{slug}\n-- title: Owner\n-- each: owner\n\n-- owner\nSELECT key, slug(key) AS slug, name FROM owner ORDER BY key;\n\n-- repos\nSELECT name FROM repo WHERE owner = :key ORDER BY name;\n",
    "templates/owner.html": "<h1>{{owner.name}}</h1>{{#repos}}<p>{{name}}</p>{{/repos}}\n",
    "templates/owner.md": "# {{owner.name}}\n",
  });
  const read = build(path);
  assert.equal(read("owner/kestrel-lab.html"), "<h1>Kestrel</h1><p>dotfiles</p><p>homelab</p><p>idea-notebook</p>\n");
  assert.equal(read("owner/meadowlark.md"), "# Meadowlark Plants\n");
});

const shelf = (more = "") => ({
  "sources/shelf/system.sql": `-- shelf: what lies on a shelf. One setting more than needed, to have one.
--
-- transport: http
-- url:       http://127.0.0.1:1
-- auth:      bearer
-- setting:   url: the shelf's address
-- setting:   board (repeat, required): a board of it
${more}`,
  "sources/shelf/things.sql": `-- The things on every board.
--
-- answer: array
-- absent: 404

-- ask
SELECT json_array('boards', value, 'things') AS path, json_object('light', 'on') AS query, value AS owner
  FROM setting WHERE key = 'board' ORDER BY position;

-- rows repo complete(owner)
SELECT :owner || '/' || (value ->> 'name') AS key, :owner AS owner, value ->> 'name' AS name,
       value ->> 'about' AS description, value ->> 'stars' AS stars,
       iif(value ->> 'secret', 'restricted', NULL) AS zone
  FROM json_each(:body);
`,
});

test("a system of sources, in two files: from a server, and recorded", async () => {
  const server = await listen({
    "/boards/upper/things": [{ name: "jar", about: "A <jar> of things.", stars: 3 }, { name: "cup", stars: "many" }, { name: "safe", secret: true }],
    "/boards/lower/things": [{ name: "box", about: "", stars: 0 }],
  });
  const conf = (more) => `[source "home"]\n\ttype = shelf\n\tboard = upper\n\tboard = lower\n\tboard = cellar\n${more}`;
  const path = site({ "site.conf": conf(`\turl = ${server.url}\n\ttoken-env = SHELF_TOKEN\n`), ...shelf() });
  const { status, stderr } = await towerAsync(["build", "-q", "--strict", "-C", path, "--record", join(path, "kept"), "--now", now], { env: { SHELF_TOKEN: "s3same" } });
  await server.close();
  assert.equal(stderr, "");
  assert.equal(status, 0);
  assert.deepEqual(server.asked, ["upper", "lower", "cellar"].map((board) => ({ target: `/boards/${board}/things?light=on`, token: "Bearer s3same" })));
  const facts = (of) => [
    sql(of, "SELECT key, owner, description, stars, zone FROM repo ORDER BY key"),
    sql(of, "SELECT declaration, key, outcome FROM scope ORDER BY key"),
    sql(of, 'SELECT "table", zone, reason FROM reject'),
  ];
  assert.deepEqual(facts(path), [
    [
      { key: "lower/box", owner: "lower", description: "", stars: 0, zone: null },
      { key: "upper/jar", owner: "upper", description: "A <jar> of things.", stars: 3, zone: null },
      { key: "upper/safe", owner: "upper", description: null, stars: null, zone: "restricted" },
    ],
    [
      { declaration: "shelf/things", key: "cellar", outcome: "absent" },
      { declaration: "shelf/things", key: "lower", outcome: "ok" },
      { declaration: "shelf/things", key: "upper", outcome: "ok" },
    ],
    [{ table: "repo", zone: null, reason: "cannot store TEXT value in INTEGER column repo.stars" }],
  ]);
  const fresh = facts(path);
  const files = tree(join(path, "public"));
  assert.match(files["repo/home/upper/jar.html"].toString(), /A &lt;jar&gt; of things\./);
  assert.match(files["sources.html"].toString(), /shelf: what lies on a shelf\./);
  for (const [name, bytes] of Object.entries({ ...files, ...tree(join(path, "kept")), db: readFileSync(join(path, "data/tower.db")) }))
    assert.doesNotMatch(bytes.toString("latin1"), /s3same/, name);
  for (const [name, bytes] of Object.entries(files)) assert.doesNotMatch(name + bytes, /upper\/safe/, name);

  writeFileSync(join(path, "site.conf"), conf("\treplay = kept/home\n"));
  rmSync(join(path, "data"), { recursive: true });
  const again = tower(["build", "-q", "--strict", "--now", now], { cwd: path });
  assert.deepEqual([again.status, again.stderr], [0, ""]);
  assert.deepEqual(facts(path), fresh);
  assert.ok(existsSync(join(path, "public/repo/home/upper/jar.html")));
});

test("a declaration more for a system that is built in", () => {
  const path = demo();
  writeFileSync(join(path, "data/demo/emojis.http"), 'GET /emojis\n200\n\n{"Ada": 900}\n');
  add(path, { "sources/github/emojis.sql": "-- A contributor of one repository, from an address that the others do not ask.\n--\n-- answer: object\n\n-- ask\nSELECT json_array('emojis') AS path, key AS repo FROM repo WHERE name = 'plantlib';\n\n-- rows contributor window\nSELECT :repo AS repo, key AS name, value AS commits FROM json_each(:body);\n" });
  const read = build(path);
  assert.deepEqual(sql(path, "SELECT repo, commits FROM contributor WHERE name = 'Ada'"), [{ repo: "meadowlark/plantlib", commits: 900 }]);
  assert.match(read("repo/demo/meadowlark/plantlib.md"), /Ada/);
});

test("a template, a stylesheet and a partial of the same name replace the built-in ones", () => {
  const path = demo();
  const built = build(path);
  assert.match(built("style.css"), /--/);
  add(path, {
    "templates/layout.html": "<!doctype html><title>{{title}}</title><b>mine</b>{{$main}}{{/main}}\n",
    "templates/style.css": "b { color: red }\n",
    "templates/repos.md": "Only {{total.repos}}.\n",
    "content/about.md": "# Mine\n\n<u>own</u> words\n",
  });
  const read = build(path);
  for (const name of ["index.html", "repos.html", "repo/demo/kestrel-lab/homelab.html"]) assert.match(read(name), /^<!doctype html><title>[^<]+<\/title><b>mine<\/b>/, name);
  assert.equal(read("style.css"), "b { color: red }\n");
  assert.equal(read("repos.md"), "Only 9.\n");
  assert.match(read("about.html"), /<h1[^>]*>Mine<\/h1>/);
  for (const folder of ["templates", "content"]) rmSync(join(path, folder), { recursive: true });
  assert.match(build(path)("style.css"), /--/);
});
