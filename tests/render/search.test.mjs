// The filters and the search in headless Chromium, from disk, over facts that are hostile on
// purpose; and what is in the index, of each edition.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open } from "../browser.mjs";
import { change } from "../snapshot/undercroft.mjs";
import { demo, now, tower } from "../tower.mjs";

const conf = `[source "demo"]
	type = github
	owner = meadowlark
	owner = kestrel-lab
	replay = data/demo
[edition "public"]
	zones = public
	output = public
[edition "all"]
	zones = public, internal, restricted
	output = all
`;
const hostile = ['</script><script>alert(1)</script>', '"];alert(1);//', "\\", "a\u2028b\u2029c", "<img src=x onerror=alert(1)>", "'onmouseover='alert(1)", "<!--<script>", "${alert(1)}", "&lt;b&gt;"];

function run(path, command) {
  const { status, stderr } = tower([command, "-q", "-C", path, "--now", now]);
  assert.deepEqual([status, stderr], [0, ""]);
}
const literal = (text) => `CAST(X'${Buffer.from(text).toString("hex")}' AS TEXT)`;

const path = demo(conf);
run(path, "build");
change(path, `${hostile.map((text, i) => `INSERT INTO issue (source, repo, number, kind, title, state, labels, created_at, updated_at) VALUES ('demo', 'meadowlark/plantlib', ${9000 + i}, 'issue', 'hostile ' || ${literal(text)}, 'open', json_array(${literal(text)}), '2026-11-01T00:00:00Z', '2026-11-01T00:00:00Z')`).join(";")};
  UPDATE repo SET zone = 'internal' WHERE key = 'kestrel-lab/homelab'`);
run(path, "analyse");
run(path, "render");

// The index as the page's script has it.
const read = (edition) => new Function(`${readFileSync(join(path, edition, "search-index.js"), "utf8")}; return searchIndex;`)();

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());
const view = (name, options, edition = "public") => open(browser, join(path, edition, name), options);
const seen = (page, selector) => page.locator(selector).evaluateAll((all) => all.filter((e) => e.checkVisibility()).map((e) => e.textContent.replace(/\s+/g, " ").trim()));

test("the index has all that there is, as text", () => {
  const index = read("all");
  const kinds = new Set(index.map(([kind]) => kind));
  assert.deepEqual([...kinds], ["repository", "page", "source", "check", "recommendation", "finding", "issue", "pull request"].filter((kind) => kinds.has(kind)));
  assert.equal(kinds.size, 8);
  hostile.forEach((text, i) => {
    const entry = index.find(([, , , address]) => address === `repo/demo/meadowlark/plantlib.html#issue-${9000 + i}`);
    const shown = text.replace("\u2028", "⟨U+2028⟩").replace("\u2029", "⟨U+2029⟩");
    assert.equal(entry[1], `hostile ${shown}`);
    assert.equal(entry[2], `meadowlark/plantlib #${9000 + i} ${shown}`);
  });
  assert.deepEqual(index.find(([kind]) => kind === "page").slice(1, 4), ["About this site", "", "about.html"]);
  assert.doesNotMatch(readFileSync(join(path, "all/search-index.js"), "utf8"), /[<>&\u2028\u2029]/);
});

test("an edition's index has nothing from above its zones", () => {
  const of = (edition) => read(edition).filter((entry) => JSON.stringify(entry).includes("homelab"));
  assert.ok(of("all").length > 5);
  assert.deepEqual(of("public").filter(([kind]) => kind !== "page"), []);
});

test("the search finds what has all the words, titles first, and makes no markup", async () => {
  const { page, asked, complaints, close } = await view("search.html", {}, "all");
  const input = page.getByRole("searchbox", { name: "Search" });
  assert.ok(await input.evaluate((e) => e === document.activeElement), "the field has the focus");
  await input.fill("hostile");
  assert.equal((await seen(page, ".results li")).length, hostile.length);
  assert.equal(await page.locator(".results script, .results img, .results b").count(), 0);
  assert.equal(await page.getByRole("status").textContent(), `${hostile.length} found`);
  await input.fill("  PLANTLIB   #9001 ");
  assert.deepEqual((await seen(page, ".results a")).filter((title) => title.startsWith("hostile")), ['hostile "];alert(1);//']);
  await input.fill("web-shop");
  assert.equal((await seen(page, ".results a"))[0], "meadowlark/web-shop");
  await input.fill("zzyzx plantlib");
  assert.deepEqual([await seen(page, ".results a"), await page.getByRole("status").textContent()], [[], "0 found"]);
  await input.press("Escape");
  assert.equal(await input.inputValue(), "");
  assert.match(await page.getByRole("status").textContent(), /^\d+ things to find$/);
  await input.fill("plantlib 9001");
  await page.locator(".results a", { hasText: "hostile" }).click();
  await page.waitForURL(/plantlib\.html#issue-9001$/);
  assert.deepEqual(complaints, []);
  assert.deepEqual(asked.filter((url) => !url.startsWith("file:")), []);
  await close();
});

test("a filter shows the rows that have all the words, and says how many", async () => {
  const { page, complaints, close } = await view("repos.html", {});
  const rows = () => seen(page, "table tbody th a");
  const all = await rows();
  assert.ok(all.length >= 6);
  const input = page.getByRole("searchbox", { name: "Filter repositories" });
  const status = page.getByRole("status");
  assert.deepEqual([await status.textContent(), await status.getAttribute("aria-live")], [String(all.length), "polite"]);
  await input.focus();
  await page.keyboard.type("RUST  mit");
  assert.deepEqual(await rows(), ["meadowlark/greenhouse-telemetry"]);
  assert.equal(await status.textContent(), `1 of ${all.length}`);
  await page.keyboard.press("Escape");
  assert.deepEqual(await rows(), all);
  assert.equal(await input.inputValue(), "");
  await input.fill("meadowlark");
  await page.reload();
  assert.deepEqual([await input.inputValue(), await rows()], ["", all], "nothing is remembered");
  assert.deepEqual(complaints, []);
  await close();
});

test("a filter over issues hides them on a phone, too, and a link to a hidden one shows it", async () => {
  const { page, close } = await view("repo/demo/meadowlark/web-shop.html", { viewport: { width: 390, height: 800 } });
  await page.getByRole("searchbox", { name: "Filter issues and pull requests" }).fill("tillgate pennywell");
  assert.equal((await seen(page, ".issue")).length, 1);
  await page.evaluate(() => { location.hash = "#issue-27"; });
  await page.locator("#issue-27").waitFor({ state: "visible" });
  await page.goto(page.url().replace(/repo\/.*/, "index.html"));
  assert.ok((await seen(page, ".field + table tbody tr")).length > 0);
  for (const one of await page.locator(".field input").all()) await one.fill("zzzz");
  assert.deepEqual(await seen(page, ".field + table tbody tr"), []);
  await close();
});

test("without scripts there is no field, and nothing is missing", async () => {
  const plain = { javaScriptEnabled: false };
  for (const name of ["repos.html", "search.html", "index.html", "offline.html"]) {
    const { page, close } = await view(name, plain);
    assert.equal(await page.locator("input").count(), 0, name);
    if (name === "search.html") await page.getByRole("link", { name: "all repositories" }).waitFor();
    await close();
  }
});

test("a page runs no script but the site's own", async () => {
  const { page, complaints, close } = await view("repos.html", {});
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.reached = true";
    document.body.append(script);
    document.body.setAttribute("onclick", "window.reached = true");
  });
  await page.locator("h1").click();
  assert.equal(await page.evaluate(() => window.reached), undefined);
  assert.match(complaints.join(" "), /Content Security Policy/);
  await close();
});
