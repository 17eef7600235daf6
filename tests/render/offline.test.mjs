// offline.html, read as a mail's attachment: alone in a folder, in headless Chromium without a
// network; and that an asset which cannot stand inside of a page is refused.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { parse } from "parse5";
import { launch, open } from "../browser.mjs";
import { change } from "../snapshot/undercroft.mjs";
import { demo, folder, now, site, sql, tower, tree } from "../tower.mjs";

const source = '[source "demo"]\n\ttype = github\n\towner = meadowlark\n\towner = kestrel-lab\n\treplay = data/demo\n';

function run(path, command) {
  const { status, stderr } = tower([command, "-q", "-C", path, "--now", now]);
  assert.deepEqual([status, stderr], [0, ""]);
}

const path = demo(source);
run(path, "build");
change(path, `WITH RECURSIVE n (v) AS (VALUES (1) UNION ALL SELECT v + 1 FROM n WHERE v < 40)
  INSERT INTO issue (source, repo, number, kind, title, state, created_at, updated_at)
  SELECT 'demo', 'meadowlark/plantlib', 9000 + v, 'issue', '</script><img src=x onerror=alert(1)> ' || v, 'open', '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z' FROM n`);
run(path, "analyse");
run(path, "render");

// Alone, as an attachment is saved.
const alone = join(folder(), "attachment.html");
copyFileSync(join(path, "public/offline.html"), alone);
const text = readFileSync(alone, "utf8");
const nodes = (node) => [node, ...(node.childNodes ?? []).flatMap(nodes)];
const value = (node, name) => node.attrs?.find((attribute) => attribute.name === name)?.value;
const addressesIn = (html) => nodes(parse(html)).flatMap((node) => ["href", "src"].map((name) => value(node, name))).filter(Boolean);

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test("it is one file of HTML, without twins", () => {
  assert.deepEqual(Object.keys(tree(join(path, "public"))).filter((name) => name.startsWith("offline")), ["offline.html"]);
});

test("its style and its script stand in it, and nothing else may run", () => {
  const all = nodes(parse(text));
  const policy = value(all.find((node) => value(node, "http-equiv")), "content");
  for (const name of ["style", "script"]) {
    const [one, ...others] = all.filter((node) => node.tagName === name);
    assert.deepEqual(others, []);
    const inside = one.childNodes[0].value;
    assert.equal(inside, readFileSync(join(path, "public", name === "style" ? "style.css" : "script.js"), "utf8"));
    assert.ok(policy.includes(`${name}-src 'sha256-${createHash("sha256").update(inside).digest("base64")}'`), policy);
  }
  assert.ok(policy.startsWith("default-src 'none'; "));
  assert.doesNotMatch(policy, /unsafe|self|\*/);
});

test("its links lead into it, to where things come from, or to what a rule is taken from", () => {
  const rules = sql(path, "SELECT documentation || ' ' || coalesce(reference, '') || ' ' || coalesce(remedy, '') AS words FROM declaration").map(({ words }) => words).join("\n");
  const ids = new Set(nodes(parse(text)).map((node) => value(node, "id")));
  for (const address of addressesIn(text))
    if (address.startsWith("#")) assert.ok(ids.has(address.slice(1)), address);
    else assert.ok(address.startsWith("https://github.com/") || rules.includes(address), address);
});

test("where the site has an address, links lead there, too", () => {
  const other = demo(`[site]\n\turl = https://example.org/desk\n${source}`);
  run(other, "build");
  const found = addressesIn(readFileSync(join(other, "public/offline.html"), "utf8"));
  for (const page of ["index.html", "repo/demo/meadowlark/web-shop.html"]) assert.ok(found.includes(`https://example.org/desk/${page}`), page);
});

test("it has every repository with its score, the components, findings and the most urgent open items", async () => {
  const { page, asked, complaints, close } = await open(browser, alone, { offline: true });
  const pages = sql(path, "SELECT p.path, p.repo, s.score FROM page p LEFT JOIN score s USING (edition, source, repo) ORDER BY lower(p.repo)");
  const shown = await page.locator("details.repo").evaluateAll((all) => all.map((e) => [e.id, e.querySelector(".item").textContent, e.querySelectorAll("tbody tr").length]));
  const parts = Object.fromEntries(sql(path, "SELECT repo, count(*) AS n FROM score_part GROUP BY repo").map(({ repo, n }) => [repo, n]));
  assert.deepEqual(shown, pages.map((row) => [row.path, row.repo, parts[row.repo]]));
  const [{ open: count }] = sql(path, "SELECT count(*) AS open FROM issue WHERE repo = 'meadowlark/plantlib' AND state = 'open'");
  const plantlib = page.locator('[id="repo/demo/meadowlark/plantlib"]');
  assert.equal(await plantlib.locator("li[id]").count(), 25);
  assert.ok((await plantlib.textContent()).includes(`And ${count - 25} more, less urgent.`));
  assert.ok(await page.locator("svg.sparkline").count() > 0, "charts are inside");
  assert.deepEqual(complaints, []);
  assert.deepEqual(asked.filter((url) => !url.startsWith("file:")), []);
  assert.equal(asked.length, 1, "nothing but the file itself is asked for");
  await close();
});

test("its search and filter work, and lead to what was folded", async () => {
  const { page, complaints, close } = await open(browser, alone, { offline: true });
  await page.getByRole("searchbox", { name: "Search" }).fill("tillgate");
  await page.locator(".results a").first().click();
  const issue = page.locator(await page.evaluate(() => `[id="${location.hash.slice(1)}"]`));
  await issue.waitFor({ state: "visible" });
  assert.match(await issue.textContent(), /Tillgate/);
  await page.getByRole("searchbox", { name: "Filter repositories" }).fill("rust glasshouses");
  assert.deepEqual(await page.locator("details.repo").evaluateAll((all) => all.filter((e) => e.checkVisibility()).map((e) => e.id)), ["repo/demo/meadowlark/greenhouse-telemetry"]);
  assert.deepEqual(complaints, []);
  await close();
});

test("a repository's place opens it", async () => {
  const { page, close } = await open(browser, alone, {}, "#repo/demo/meadowlark/web-shop");
  await page.locator('[id="repo/demo/meadowlark/web-shop"][open]').waitFor();
  await close();
});

test("it is no wider than a phone, folded and unfolded", async () => {
  const { page, close } = await open(browser, alone, { viewport: { width: 375, height: 800 } });
  await page.evaluate(() => document.querySelectorAll("details").forEach((e) => { e.open = true; }));
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 375);
  await close();
});

// More repositories than have a summary.
test("of more than five hundred repositories the rest have a line", () => {
  const large = site({ "site.conf": '[source "here"]\n\ttype = github\n\towner = x\n\treplay = replay\n', "replay/empty": "" });
  run(large, "analyse");
  change(large, `WITH RECURSIVE n (v) AS (VALUES (1) UNION ALL SELECT v + 1 FROM n WHERE v < 503)
    INSERT INTO repo (source, key, name, visibility, pushed_at) SELECT 'here', 'o/r' || v, 'r' || v, 'public', strftime('%Y-%m-%dT%H:%M:%SZ', '2026-01-01', '+' || v || ' minutes') FROM n`);
  run(large, "analyse");
  run(large, "render");
  const html = readFileSync(join(large, "public/offline.html"), "utf8");
  assert.equal((html.match(/<details class="repo"/g) ?? []).length, 500);
  assert.deepEqual([...html.matchAll(/<div class="repo" id="([^"]*)"/g)].map((match) => match[1]), ["repo/here/o/r1", "repo/here/o/r2", "repo/here/o/r3"]);
  assert.ok(html.includes("Of the 3 that have not changed for longest there is a line only."));
});

const unfit = { "templates/script.js": ["</script", "<script", "<!--", "{{"], "templates/style.css": ["</STYLE", "{{"] };
for (const [name, words] of Object.entries(unfit))
  for (const word of words)
    test(`refused: ${name} with ${word}`, () => {
      const other = site({ "site.conf": "", [name]: `/* ${word} */\n` });
      const { status, stderr } = tower(["build", "-q", "-C", other, "--now", now]);
      const place = name.endsWith("js") ? "5:85: {{>script.js.sha256}}" : "5:121: {{>style.css.sha256}}";
      assert.equal(stderr, `tower: error: built-in templates/offline.html:${place}: ${join(other, name)}: cannot stand inside of a page: it has '${word.toLowerCase()}'\n`);
      assert.equal(status, 2);
    });

const declaration = (formats) => `-- A page.\n--\n-- path: own\n-- title: Own\n-- formats: ${formats}\n\n-- rows\nSELECT 1 AS n;\n`;
test("a page is made in the formats that it names", () => {
  const own = site({ "site.conf": "", "templates/own.sql": declaration("html, txt"), "templates/own.html": "<!doctype html><title>{{rows.n}}</title>", "templates/own.txt": "{{rows.n}}", "templates/own.csv": "{{rows.n}}" });
  run(own, "analyse");
  run(own, "render");
  assert.deepEqual(Object.keys(tree(join(own, "public"))).filter((name) => name.startsWith("own")), ["own.html", "own.txt"]);
  for (const [formats, message] of [["htlm", ":5: formats: 'htlm' is no format"], ["html md", ": there is no template for this page; write templates/own.md"]])
    for (const command of ["build", "check"]) {
      const other = site({ "site.conf": "", "templates/own.sql": declaration(formats), "templates/own.html": "x" });
      assert.equal(tower([command, "-q", "-C", other, "--now", now]).stderr, `tower: error: ${join(other, "templates/own.sql")}${message}\n`);
    }
});
