// The formats for other programs: badges (SVG), metrics (Prometheus), tables (CSV), the JSON
// twin of every page, the desk as plain text. Each is read by a strict reader of its format
// and compared with what the snapshot says.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse as parseCsv } from "csv-parse/sync";
import { SaxesParser } from "saxes";
import { change } from "../snapshot/undercroft.mjs";
import { demo, git, now, program, root, sql, tower, tree } from "../tower.mjs";

// Beside the demo: a repository called "0", of which no stars are known; names that mean
// something in every format; and names that differ in little.
const odd = 'a"b\\c\n=d, <e>';
const conf = `[site]
	url = https://example.org/desk/
[source "demo"]
	type = github
	owner = meadowlark
	owner = kestrel-lab
	replay = data/demo
[source "0"]
	type = git
	path = 0
`;

function run(path, command) {
  const { status, stderr } = tower([command, "-q", "-C", path, "--now", now]);
  assert.deepEqual([status, stderr], [0, ""]);
}

function build() {
  const path = demo(conf);
  const checkout = join(path, "0");
  mkdirSync(checkout);
  git(checkout, "init", "-q", "-b", "main");
  writeFileSync(join(checkout, "README.md"), "# A read-me\n");
  git(checkout, "add", ".");
  git(checkout, "-c", "commit.gpgsign=false", "commit", "-q", "-m", "Begin");
  run(path, "collect");
  const names = [`char(${[...odd].map((c) => c.codePointAt(0)).join(", ")})`, "'x'", "'X'", "'x-health'", "'X-health'", "'x-2'", "'=1+1'"];
  change(path, `${names.map((name) => `INSERT INTO repo (source, key, name) VALUES ('0', ${name}, ${name})`).join(";")};
    UPDATE repo SET description = '@a, "b"', stars = 1234567 WHERE key = 'meadowlark/plantlib';
    UPDATE issue SET title = '=2*3, "x"' WHERE repo = 'meadowlark/plantlib' AND state = 'open'`);
  run(path, "analyse");
  run(path, "render");
  return path;
}

const path = build();
const files = tree(join(path, "public"));
const read = (name) => {
  assert.ok(files[name], `${name} is not there`);
  return files[name].toString();
};
const pages = sql(path, `SELECT p.source, p.repo, p.path, s.score, s.grade, f.demo FROM page p JOIN source f ON f.name = p.source
  LEFT JOIN score s ON s.edition = p.edition AND s.source = p.source AND s.repo = p.repo WHERE p.edition = 'public' ORDER BY p.source, p.repo`);
assert.equal(pages.length, 17);

// Badges

// { title, texts, rects, root } of a picture.
function picture(text) {
  const found = { title: "", texts: [], rects: [], root: null };
  const parser = new SaxesParser({ xmlns: true });
  const open = [];
  parser.on("error", (error) => assert.fail(error.message));
  parser.on("opentag", ({ name, attributes }) => {
    const plain = Object.fromEntries(Object.entries(attributes).map(([key, { value }]) => [key, value]));
    found.root ??= { name, ...plain };
    if (name === "text") found.texts.push({ ...plain, words: "" });
    if (name === "rect" && plain.fill) found.rects.push(plain);
    open.push(name);
  });
  parser.on("text", (words) => {
    if (open.at(-1) === "title") found.title += words;
    if (open.at(-1) === "text") found.texts.at(-1).words += words;
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return found;
}

// https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
function contrast(colour) {
  assert.match(colour, /^#[0-9a-f]{6}$/);
  const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
}

// How wide Verdana's characters are, of the font's size.
const wide = { a: 0.6006, e: 0.5957, f: 0.3516, h: 0.6328, i: 0.2744, k: 0.5918, l: 0.2744, n: 0.6328, o: 0.6069, p: 0.6235, r: 0.4268, t: 0.394, u: 0.6328, w: 0.8184, " ": 0.3516, ".": 0.3638, A: 0.6836, B: 0.6855, C: 0.6982, D: 0.7705, F: 0.5747 };
const widthOf = (words) => 11 * [...words].reduce((sum, c) => sum + (/\d/.test(c) ? 0.6357 : wide[c]), 0);

function assertBadge(text, label, value, title) {
  const { root: svg, texts, rects, ...badge } = picture(text);
  assert.deepEqual([svg.name, svg.role, svg.height], ["svg", "img", "20"]);
  assert.equal(badge.title, title);
  assert.deepEqual(texts.map(({ words }) => words), [label, value]);
  assert.equal(rects.length, 2);
  let left = 0;
  rects.forEach(({ x, width, fill }, i) => {
    assert.equal(Number(x ?? 0), left);
    assert.equal(Number(texts[i].x), left + width / 2);
    assert.equal(Number(texts[i].textLength), width - 10);
    assert.ok(Math.abs(widthOf(texts[i].words) - texts[i].textLength) < 3, `${texts[i].words}: ${widthOf(texts[i].words)} wide`);
    assert.ok(contrast(fill) >= 4.5, fill);
    left += Number(width);
  });
  assert.deepEqual([svg.width, svg.viewBox], [String(left), `0 0 ${left} 20`]);
  return rects[1].fill;
}

test("each repository has a badge beside its page that says its grade and score", () => {
  const fills = {};
  for (const { repo, path: page, score, grade, demo: invented } of pages) {
    const value = grade ? `${grade} ${score.toFixed(1)}` : "unknown";
    const title = `${invented ? "Demo, invented: health" : "Health"} of ${repo}: ${grade ? `grade ${grade}, ${score.toFixed(1)} of 100` : "unknown"}`;
    (fills[grade] ??= new Set()).add(assertBadge(read(`${page}-health.svg`), "health", value, title));
    assert.match(read(`${page}.html`), new RegExp(`href="[./]*${page}-health\\.svg"`));
  }
  assert.deepEqual(Object.keys(fills).sort(), ["A", "B", "D", "F", "null"]);
  assert.deepEqual(Object.values(fills).map((set) => set.size), Object.keys(fills).map(() => 1));
  assert.equal(new Set(Object.values(fills).flatMap((set) => [...set])).size, Object.keys(fills).length);
  assert.equal(Object.keys(files).filter((name) => /^repo\/.*\.svg$/.test(name)).length, pages.length);
});

test("the portfolio has one, too", () => {
  const [{ grade, score }] = sql(path, "SELECT grade, score FROM portfolio WHERE edition = 'public'");
  assertBadge(read("health.svg"), "portfolio health", `${grade} ${score.toFixed(1)}`, `Demo, invented at least in part: Health of the portfolio: grade ${grade}, ${score.toFixed(1)} of 100`);
});

test("badges of scores at the ends", () => {
  const other = demo();
  run(other, "build");
  for (const [score, grade, portfolio] of [["100", "'A'", "A 100.0"], ["0", "'F'", "F 0.0"], ["62.3", "'C'", "C 62.3"], ["NULL", "NULL", "unknown"]]) {
    change(other, `UPDATE score SET score = ${score}, grade = ${grade}; UPDATE portfolio SET score = ${score}, grade = ${grade}`);
    run(other, "render");
    const words = portfolio === "unknown" ? portfolio : `grade ${portfolio.replace(" ", ", ")} of 100`;
    assertBadge(readFileSync(join(other, "public/repo/demo/meadowlark/web-shop-health.svg"), "utf8"), "health", portfolio, `Demo, invented: health of meadowlark/web-shop: ${words}`);
    assertBadge(readFileSync(join(other, "public/health.svg"), "utf8"), "portfolio health", portfolio, `Demo, invented at least in part: Health of the portfolio: ${words}`);
  }
});

test("a read-me's line for the badge stands on the page where the site has an address", () => {
  const page = "https://example.org/desk/repo/demo/meadowlark/web-shop";
  assert.ok(read("repo/demo/meadowlark/web-shop.html").includes(`<code>[![Health](${page}-health.svg)](${page}.html)</code>`));
  const other = demo();
  run(other, "build");
  assert.doesNotMatch(readFileSync(join(other, "public/repo/demo/meadowlark/web-shop.html"), "utf8"), /\[!\[Health\]/);
});

// Metrics

// Samples by name and labels, as JSON: { '["a",{"b":"c"}]': 1 }. Strict, after
// https://prometheus.io/docs/instrumenting/exposition_formats/#text-format-details; what we
// do not write is refused: comments, blank lines, stamps of time, any type but gauge.
function parseMetrics(text) {
  assert.match(text, /^(?:[^\n]+\n)*$/, "the last line ends, and none is empty");
  const samples = {};
  const families = {};
  let family;
  for (const line of text.split("\n").slice(0, -1)) {
    const about = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/.exec(line);
    if (about) {
      const [, what, name, words] = about;
      if (what === "HELP") {
        assert.ok(!families[name], `a second group of ${name}`);
        assert.match(words, /^(?:[^\\]|\\[\\n])*$/);
        family = families[name] = { name, typed: false };
      } else {
        assert.deepEqual([family?.name, family?.typed, words], [name, false, "gauge"], line);
        family.typed = true;
      }
      continue;
    }
    const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]\d+)?)$/.exec(line);
    assert.ok(sample, `no sample: ${line}`);
    assert.deepEqual([family?.name, family?.typed], [sample[1], true], line);
    const labels = {};
    let rest = sample[2] ?? "";
    while (rest) {
      const label = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\["\\n])*)"(?:,(?=.)|$)/.exec(rest);
      assert.ok(label && !Object.hasOwn(labels, label[1]) && label[2], `labels: ${line}`);
      labels[label[1]] = label[2].replace(/\\(.)/g, (_, c) => (c === "n" ? "\n" : c));
      rest = rest.slice(label[0].length);
    }
    const key = JSON.stringify([sample[1], labels]);
    assert.ok(!Object.hasOwn(samples, key), `twice: ${line}`);
    samples[key] = Number(sample[3]);
  }
  for (const { name, typed } of Object.values(families)) assert.ok(typed, `${name} has no type`);
  return samples;
}

const good = "# HELP a Words.\n# TYPE a gauge\na 1\n";
test("the reader of metrics is strict", () => {
  assert.deepEqual(parseMetrics(`${good}# HELP b W\n# TYPE b gauge\nb{c="d\\"\\\\\\n",e="f"} -1.5e+20\n`), { '["a",{}]': 1, '["b",{"c":"d\\"\\\\\\n","e":"f"}]': -1.5e20 });
  for (const bad of ["a 1\n", "# TYPE a gauge\na 1\n", "# HELP a b\na 1\n", "# HELP a b\n", "# HELP a b\\c\n# TYPE a gauge\na 1\n", "# HELP a b\n# TYPE a number\na 1\n", `${good}a 1\n`, `${good}${good}`, `${good}b 1\n`,
    `${good}a{b="c} 2\n`, `${good}a{b="c\\d"} 2\n`, `${good}a{b="c",b="d"} 2\n`, `${good}a{b="c",} 2\n`, `${good}a{b="c"d="e"} 2\n`, `${good}a{b="c"} unknown\n`, `${good}a{b="c"}\n`, `${good}a{b="c"} 1,234\n`, `${good}\n`, good.trimEnd()])
    assert.throws(() => parseMetrics(bad), undefined, JSON.stringify(bad));
});

const metrics = parseMetrics(read("metrics.prom"));
const metricsOf = (name) => Object.fromEntries(Object.entries(metrics).filter(([key]) => JSON.parse(key)[0] === name));
const expected = (name, rows) => Object.fromEntries(rows.map(({ value, ...labels }) => [JSON.stringify([name, labels]), value]));

const known = `coalesce((SELECT max(loaded_at IS NOT NULL) FROM scope c WHERE c.source = r.source AND c.repo = r.key AND declaration LIKE '%/issues'),
  EXISTS (SELECT 1 FROM issue i WHERE i.source = r.source AND i.repo = r.key)) OR open_items IS 0`;
const open = (kind) => `SELECT r.source, r.key AS repo, (SELECT count(*) FROM issue i WHERE i.source = r.source AND i.repo = r.key AND i.state = 'open' AND i.kind = '${kind}') AS value FROM repo r WHERE r.zone IS NULL AND (${known})`;
const shown = "zone IS NULL";
const questions = {
  tower_portfolio_health_score: "SELECT score AS value FROM portfolio WHERE edition = 'public'",
  tower_repos: `SELECT count(*) AS value FROM repo WHERE ${shown}`,
  tower_source_in_trouble: "SELECT name AS source, 0 AS value FROM source",
  tower_last_run_timestamp_seconds: "SELECT CAST(strftime('%s', max(started_at)) AS INTEGER) AS value FROM run",
  tower_source_demo: "SELECT name AS source, demo AS value FROM source",
  tower_source_repos: `SELECT source, count(*) AS value FROM repo WHERE ${shown} GROUP BY source`,
  tower_repo_health_score: "SELECT source, repo, score AS value FROM score WHERE edition = 'public' AND score IS NOT NULL",
  tower_repo_stars: `SELECT source, key AS repo, stars AS value FROM repo WHERE stars IS NOT NULL AND ${shown}`,
  tower_repo_commits: `SELECT source, key AS repo, commit_count AS value FROM repo WHERE commit_count IS NOT NULL AND ${shown}`,
  tower_repo_last_commit_timestamp_seconds: `SELECT source, key AS repo, CAST(strftime('%s', last_commit_at) AS INTEGER) AS value FROM repo WHERE last_commit_at IS NOT NULL AND ${shown}`,
  tower_repo_open_issues: open("issue"),
  tower_repo_open_pulls: open("pull"),
  tower_repo_findings: `SELECT source, key AS repo, (SELECT count(*) FROM finding f WHERE f.edition = 'public' AND f.source = r.source AND f.repo = r.key) AS value FROM repo r WHERE ${shown}`,
};
for (const [name, question] of Object.entries(questions))
  test(`${name} is what the snapshot says, and nothing where that is nothing`, () => {
    const rows = sql(path, question);
    assert.ok(rows.length);
    assert.deepEqual(metricsOf(name), expected(name, rows));
  });

test("counts by severity, urgency and outcome have zeros where none was found, and no sample where nobody looked", () => {
  const counts = (name, label, words, source, more) => Object.fromEntries(words.map((word) => [word, metrics[JSON.stringify([name, { source, ...more, [label]: word }])]]));
  const severities = ["critical", "high", "medium", "low", "info"];
  const urgencies = ["critical", "high", "medium", "low"];
  const told = (question, words, zero) => ({ ...Object.fromEntries(words.map((word) => [word, zero])), ...Object.fromEntries(sql(path, question).map(({ word, total }) => [word, total])) });
  for (const source of ["demo", "0"])
    assert.deepEqual(counts("tower_findings", "severity", severities, source), told(`SELECT severity AS word, count(*) AS total FROM finding WHERE edition = 'public' AND source = '${source}' GROUP BY 1`, severities, 0));
  for (const kind of ["issue", "pull", "finding"])
    assert.deepEqual(counts("tower_open_items", "urgency", urgencies, "demo", { kind }), told(`SELECT urgency AS word, count(*) AS total FROM priority WHERE edition = 'public' AND source = 'demo' AND kind = '${kind}' GROUP BY 1`, urgencies, 0));
  for (const kind of ["issue", "ticket"])
    assert.deepEqual(counts("tower_open_items", "urgency", urgencies, "0", { kind }), told("SELECT 1 WHERE 0", urgencies, undefined));
  const outcomes = counts("tower_scopes", "outcome", ["ok", "unchanged", "absent", "forbidden", "failed", "held", "unreached"], "demo");
  assert.ok(outcomes.ok > 10 && outcomes.forbidden > 10);
  assert.deepEqual([outcomes.failed, outcomes.held, outcomes.unreached], [0, 0, 0]);
});

test("what is not known has no sample", () => {
  const without = (name) => ["0", "x", odd].map((repo) => Object.hasOwn(metrics, JSON.stringify([name, { source: "0", repo }])));
  assert.deepEqual(without("tower_repo_stars"), [false, false, false]);
  assert.deepEqual(without("tower_repo_open_issues"), [false, false, false]);
  assert.deepEqual(without("tower_repo_urgent_items"), [false, false, false]);
  assert.deepEqual(without("tower_repo_commits"), [true, false, false]);
  assert.deepEqual(without("tower_repo_findings"), [true, true, true]);
});

test("a snapshot of nothing has metrics that can be read", () => {
  const empty = demo('[source "none"]\n\ttype = git\n\tpath = nowhere\n');
  tower(["build", "-q", "-C", empty, "--now", now]);
  const samples = parseMetrics(readFileSync(join(empty, "public/metrics.prom"), "utf8"));
  assert.equal(samples['["tower_repos",{}]'], 0);
  assert.equal(samples['["tower_source_in_trouble",{"source":"none"}]'], 1);
  assert.equal(samples['["tower_source_not_read",{"source":"none"}]'], 1);
  assert.deepEqual(Object.keys(samples).filter((key) => /portfolio|_repo_/.test(key)), []);
});

test("the README names metrics that there are", () => {
  const named = readFileSync(join(root, "README.md"), "utf8").match(/\btower_[a-z_]+/g) ?? [];
  assert.ok(named.length >= 3);
  for (const name of named) assert.ok(read("metrics.prom").includes(`\n# TYPE ${name} gauge\n`), name);
});

// Tables

// Rows by their columns; the lines end in LF only.
function table(text) {
  assert.doesNotMatch(text, /\r/);
  assert.match(text, /\n$/);
  return parseCsv(text, { columns: true, bom: false, relax_column_count: false, record_delimiter: "\n" });
}

const word = (value) => (value === null ? "unknown" : String(value));
// What hides in a text is shown; what a spreadsheet would take for a formula is guarded.
const visible = (text) => text.replace(/[\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu, (c) => `⟨U+${c.codePointAt(0).toString(16).toUpperCase()}⟩`);
const guarded = (text) => (/^[=+\-@]/.test(text) ? `'${text}` : text);

test("repos.csv has every repository with raw numbers", () => {
  const rows = table(read("repos.csv"));
  const facts = sql(path, `SELECT r.source, r.key AS repo, r.stars, r.forks, r.commit_count, r.contributor_count, r.archived, r.fork, r.url, r.language, s.score, s.grade, coalesce(r.visibility, 'unknown') AS visibility, p.path || '.html' AS page
    FROM repo r JOIN page p ON p.source = r.source AND p.repo = r.key AND p.edition = 'public' LEFT JOIN score s ON s.source = r.source AND s.repo = r.key AND s.edition = 'public'`);
  assert.equal(rows.length, facts.length);
  for (const fact of facts) {
    const row = rows.find(({ source, repo }) => source === fact.source && repo === guarded(fact.repo));
    assert.ok(row, fact.repo);
    assert.deepEqual(
      [row.stars, row.forks, row.commits, row.contributors, row.archived, row.fork, row.score, row.grade, row.url, row.language, row.visibility, row.page],
      [word(fact.stars), word(fact.forks), word(fact.commit_count), word(fact.contributor_count), word(fact.archived), word(fact.fork), fact.score === null ? "unknown" : fact.score.toFixed(1), word(fact.grade), fact.url ?? "", word(fact.language), fact.visibility, fact.page]);
    const count = (name) => metrics[JSON.stringify([name, { source: fact.source, repo: fact.repo }])];
    assert.deepEqual([row.open_issues, row.open_pulls], [word(count("tower_repo_open_issues") ?? null), word(count("tower_repo_open_pulls") ?? null)]);
  }
  assert.ok(rows.some(({ stars }) => stars === "1234567"));
  assert.ok(rows.some(({ repo }) => repo === "'=1+1") && rows.some(({ repo }) => repo === odd));
});

test("findings.csv has every finding, the most severe first", () => {
  const rows = table(read("findings.csv"));
  const facts = sql(path, "SELECT rule, severity, source, repo, number, message, evidence FROM finding WHERE edition = 'public'");
  const line = (...cells) => JSON.stringify(cells);
  assert.deepEqual(
    rows.map((row) => line(row.check, row.severity, row.source, row.repo, row.number, row.message, row.evidence)).sort(),
    facts.map((fact) => line(fact.rule, fact.severity, fact.source, guarded(fact.repo ?? ""), String(fact.number ?? ""), guarded(fact.message), guarded(fact.evidence))).sort());
  const order = rows.map(({ severity }) => ["critical", "high", "medium", "low", "info"].indexOf(severity));
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
  for (const { page, remedy } of rows) assert.ok(files[page] && remedy);
});

test("issues.csv has every open issue and pull request, by repository", () => {
  const rows = table(read("issues.csv"));
  const facts = sql(path, `SELECT i.repo, i.number, i.kind, i.title, i.url, i.created_at, p.points, p.urgency, p.approval FROM issue i
    LEFT JOIN priority p ON p.edition = 'public' AND p.source = i.source AND p.repo = i.repo AND p.number = i.number
    JOIN repo r ON r.source = i.source AND r.key = i.repo WHERE i.state = 'open' AND i.zone IS NULL AND r.zone IS NULL ORDER BY i.source, i.repo, i.number`);
  assert.ok(facts.length > 50);
  assert.deepEqual(
    rows.map((row) => [row.repo, row.number, row.kind, row.title, row.url, row.opened, row.points, row.urgency, row.approval]),
    facts.map((fact) => [fact.repo, String(fact.number), fact.kind, guarded(visible(fact.title)), fact.url, fact.created_at, fact.points?.toFixed(1) ?? "", fact.urgency ?? "", String(fact.approval ?? "")]));
  assert.ok(rows.some(({ title }) => title === `'=2*3, "x"`));
});

test("more than ten thousand go into further files, which leave with them", { skip: program.endsWith("valgrind") }, () => {
  const other = demo();
  run(other, "build");
  const total = (name) => table(readFileSync(join(other, "public", name), "utf8")).length;
  const [before, after] = [total("findings.csv"), total("issues.csv")];
  const many = "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10001)";
  change(other, `INSERT INTO finding (edition, rule, source, key, severity, message, evidence) ${many} SELECT 'public', 'own', 'demo', 'key' || i, 'info', 'm', 'e' FROM n;
    INSERT INTO repo (source, key, name) ${many} SELECT 'demo', 'many/' || i, i FROM n WHERE i < 100;
    INSERT INTO page (edition, source, repo, path) ${many} SELECT 'public', 'demo', 'many/' || i, 'repo/many/' || i FROM n WHERE i < 100;
    INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at) ${many}
      SELECT 'demo', 'many/' || (i % 99 + 1), i, 'issue', 't' || i, 'open', '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z' FROM n`);
  run(other, "render");
  assert.deepEqual([total("findings.csv"), total("findings-2.csv")], [10000, before + 1]);
  assert.deepEqual([total("issues.csv"), total("issues-2.csv")], [10000, after + 1]);
  const titles = ["issues.csv", "issues-2.csv"].flatMap((name) => table(readFileSync(join(other, "public", name), "utf8"))).map(({ repo, number }) => `${repo}#${number}`);
  assert.equal(new Set(titles).size, after + 10001);
  assert.ok(!existsSync(join(other, "public/issues-3.csv")));
  change(other, "DELETE FROM finding WHERE rule = 'own'; DELETE FROM repo WHERE key LIKE 'many/%'");
  run(other, "render");
  assert.deepEqual([total("findings.csv"), total("issues.csv")], [before, after]);
  assert.deepEqual(["findings-2.csv", "issues-2.csv"].filter((name) => existsSync(join(other, "public", name))), []);
});

// JSON

// The columns of a page's declaration by their types: { score: "number" }.
function typesOf(name) {
  const header = readFileSync(join(root, "templates", `${name}.sql`), "utf8").split("\n\n-- ")[0].replace(/^-- */gm, "");
  const types = /^types: ([^]*)/m.exec(header)?.[1].replace(/\s+/g, " ") ?? "";
  return Object.fromEntries(types.split(",").map((one) => one.trim().replace(/\(.*/, "").split(" ")));
}

const moment = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/;
const checks = {
  number: (value) => typeof value === "number",
  bytes: (value) => typeof value === "number",
  list: (value) => Array.isArray(value) && value.every((one) => typeof one === "string"),
  date: (value) => moment.test(value),
  time: (value) => moment.test(value),
  url: (value) => /^(https?:\/\/|mailto:)/.test(value),
};

// Whose columns a page shows, where that is not what it is called.
const declared = [[/^about/, null], [/^repo\//, "repo"], [/^index/, "desk"], [/^archive\/index/, "archive"], [/^archive\/\d+-\d+\//, "archive-month"]];

test("every page of HTML has a JSON twin, whose values are what their columns say", () => {
  const html = Object.keys(files).filter((name) => name.endsWith(".html") && name !== "offline.html" && !/^archive\/[\d-]{10}\//.test(name)); // a former desk's is that of then
  assert.equal(html.length, pages.length + 17);
  const seen = {};
  for (const name of html) {
    const twin = JSON.parse(read(name.replace(/html$/, "json")));
    assert.deepEqual([twin.site, twin.edition, twin.path, typeof twin.title], ["Control Tower", "public", name.replace(/\.html$/, ""), "string"]);
    const [, page] = declared.find(([pattern]) => pattern.test(name)) ?? [null, name.replace(".html", "")];
    const types = page ? typesOf(page) : {};
    const walk = (value, key) => {
      if (value !== null && Object.hasOwn(checks, types[key]) && !(Array.isArray(value) && typeof value[0] === "object")) {
        assert.ok(checks[types[key]](value), `${name}: ${key} is ${JSON.stringify(value)}`);
        seen[types[key]] = (seen[types[key]] ?? 0) + 1;
      }
      if (value === null) seen.null = (seen.null ?? 0) + 1;
      if (value !== null && typeof value === "object") for (const [inner, one] of Object.entries(value)) walk(one, Array.isArray(value) ? undefined : inner);
    };
    walk(twin);
    assert.ok(read(name).includes(`<link rel="alternate" type="application/json" href="${name.split("/").pop().replace(/html$/, "json")}">`), name);
    assert.match(read(name.replace(/html$/, "md")), /\[as JSON\]\([^)]+\.json\)/);
  }
  for (const type of [...Object.keys(checks), "null"]) assert.ok(seen[type] > 5, `${type}: ${seen[type]}`);
});

test("repos.json says what the snapshot does, whole", () => {
  const { repos } = JSON.parse(read("repos.json"));
  const facts = sql(path, `SELECT r.source, r.key AS repo, r.stars, r.archived, r.commit_count AS commits, s.score, coalesce(r.last_commit_at, r.pushed_at) AS last FROM repo r JOIN score s ON s.source = r.source AND s.repo = r.key AND s.edition = 'public'`);
  assert.equal(repos.length, facts.length);
  for (const fact of facts) {
    const { source, repo, stars, archived, commits, score, last } = repos.find(({ source, repo }) => source === fact.source && repo === fact.repo);
    assert.deepEqual({ source, repo, stars, archived, commits, score, last }, fact);
  }
});

// Text

test("the desk as plain text says what the desk says", () => {
  const text = read("index.txt").replace(/[\u2068\u2069]/g, ""); // names from the right are isolated
  const desk = JSON.parse(read("index.json"));
  assert.match(text, /^WHAT NEEDS A DECISION TONIGHT\n\nControl Tower, edition public\. State of 2026-11-21 21:00 UTC, the time of the last run\.\nDemo: /);
  for (const { heading, total, items, if_empty: empty } of desk.sections) {
    assert.ok(text.includes(`\n${heading}: ${total}\n`));
    const section = text.split(`\n${heading} (${total})\n`)[1].split("\n\n")[1].split("\n");
    const first = section.filter((line) => line.startsWith("- "));
    assert.equal(first.length, items.length);
    items.forEach(({ title, urgency }, i) => assert.ok(first[i].startsWith(`- [${urgency}, `) && first[i].includes(`] ${title}`), first[i]));
    if (!items.length) assert.equal(section[0], empty);
  }
  for (const { message, evidence } of desk.findings) assert.ok(text.includes(`: ${message}\n  ${evidence}\n`), message);
  assert.ok(read("index.html").includes('href="index.txt"'));
});
