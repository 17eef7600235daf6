// The demo's pages as a reader sees them: in headless Chromium, from disk, wide, on a phone,
// in the dark. Its titles, labels and bodies are hostile on purpose.
import assert from "node:assert/strict";
import { dirname, join, normalize } from "node:path";
import { after, before, describe, test } from "node:test";
import { launch, open as openFile } from "../browser.mjs";
import { demo, now, tower, tree } from "../tower.mjs";

const path = demo('[source "demo"]\n\ttype = github\n\towner = meadowlark\n\towner = kestrel-lab\n\treplay = data/demo\n\n[edition "all"]\n\tzones = public, internal, restricted\n\toutput = public\n');
const output = join(path, "public");
const built = tower(["build", "-C", path, "--now", now]);
assert.equal(built.status, 0, built.stderr);
const files = tree(output);
const pages = Object.keys(files).filter((name) => name.endsWith(".html"));

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const open = (name, options) => openFile(browser, join(output, name), options);

// The scripts of a page by address; null stands in the page itself.
const scripts = { "offline.html": [null], "search.html": ["search-index.js", "script.js"] };
const scriptsOf = (name) => scripts[name] ?? ["../".repeat(name.split("/").length - 1) + "script.js"];

describe("every page", () => {
  for (const name of pages) {
    test(name, async () => {
      const { page, asked, complaints, close } = await open(name, { viewport: { width: 375, height: 800 } });
      assert.deepEqual(complaints, []);
      assert.deepEqual(asked.filter((url) => !url.startsWith("file:")), [], "nothing leaves the page");
      const seen = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        strange: [...document.querySelectorAll("iframe, object, embed, form, base, svg:not([role=img]), svg script, svg a, svg use, svg foreignObject, img, video, audio")].map((e) => e.outerHTML.slice(0, 80)),
        handlers: [...document.querySelectorAll("*")].flatMap((e) => [...e.attributes].filter((a) => /^on|^style$/i.test(a.name)).map((a) => e.tagName + " " + a.name)),
        schemes: [...new Set([...document.querySelectorAll("[href], [src]")].map((e) => new URL(e.href || e.src).protocol))].sort(),
        ids: [...document.querySelectorAll("[id]")].map((e) => e.id),
        scripts: [...document.querySelectorAll("script")].map((e) => e.getAttribute("src")),
        styles: document.querySelectorAll("style").length,
        headings: document.querySelectorAll("h1").length,
        title: document.title,
      }));
      assert.ok(seen.wide <= 375, `scrolls sideways on a phone: ${seen.wide}px`);
      assert.deepEqual(seen.strange, []);
      assert.deepEqual(seen.handlers, []);
      assert.deepEqual(seen.scripts, scriptsOf(name));
      assert.equal(seen.styles, name === "offline.html" ? 1 : 0);
      assert.deepEqual(seen.schemes.filter((scheme) => !["file:", "http:", "https:", "mailto:"].includes(scheme)), []);
      assert.equal(new Set(seen.ids).size, seen.ids.length, "an id stands twice");
      assert.equal(seen.headings, 1);
      assert.match(seen.title, / – Control Tower$/);
      await close();
    });
  }
});

test("the desk works without JavaScript and follows the reader's colours", async () => {
  const colour = async (colorScheme) => {
    const { page, close } = await open("index.html", { javaScriptEnabled: false, colorScheme });
    const background = await page.locator("body").evaluate((e) => getComputedStyle(e).backgroundColor);
    const text = await page.locator("main").innerText();
    await close();
    return { background, text };
  };
  const light = await colour("light");
  const dark = await colour("dark");
  assert.notEqual(light.background, dark.background);
  assert.equal(light.text, dark.text);
  assert.match(light.text, /Demo: what comes from demo is recorded and invented/);
});

test("awkward titles are text, and nothing more", async () => {
  const { page, close } = await open("repo/demo/meadowlark/web-shop.html", {});
  const text = await page.locator("main").innerText();
  assert.match(text, /<script>alert\(1\)<\/script>/);
  await close();
  const lab = await open("repo/demo/meadowlark/plantlib.html", {});
  assert.match(await lab.page.locator("main").innerText(), /⟨U\+202E⟩/);
  await lab.close();
});

test("a reader comes from the desk to an issue's arithmetic and back", async () => {
  const { page, close } = await open("index.html", {});
  await page.locator("#approval").first().waitFor();
  await page.locator('a[href^="repo/demo/"]').first().click();
  await page.locator("h2#health, #health").first().waitFor();
  await page.getByRole("link", { name: "Desk", exact: true }).click();
  await page.getByRole("heading", { name: "What needs a decision tonight" }).waitFor();
  await close();
});

// Relative links of both twins, with their fragments in HTML.
test("every link inside the site leads somewhere", () => {
  const broken = [];
  for (const [name, bytes] of Object.entries(files)) {
    if (!/\.(html|md)$/.test(name)) continue;
    const text = bytes.toString();
    const links = name.endsWith(".html")
      ? [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].map((m) => m[1].replaceAll("&amp;", "&"))
      : [...text.replace(/^>.*$/gm, "").matchAll(/\]\(([^)\s]+)\)/g)].map((m) => m[1].replaceAll("\\", ""));
    for (const link of links) {
      if (/^[a-z]+:/.test(link)) continue;
      const [target, fragment] = link.split("#");
      const file = target ? normalize(join(dirname(name), decodeURIComponent(target))) : name;
      if (!files[file]) broken.push(`${name}: ${link}`);
      else if (fragment && file.endsWith(".html") && !files[file].toString().includes(`id="${fragment}"`)) broken.push(`${name}: ${link}`);
    }
  }
  assert.deepEqual(broken, []);
});

test("each page has its twin, and both say the same numbers", () => {
  for (const name of pages.filter((page) => page !== "offline.html")) assert.ok(files[name.replace(/html$/, "md")], name);
  const numbers = (text) => text.match(/\b\d+(\.\d+)? points\b/g);
  const html = files["index.html"].toString();
  const md = files["index.md"].toString();
  assert.equal((html.match(/class="why"/g) || []).length > 10, true);
  assert.ok(numbers(html).every((number) => md.includes(number.split(" ")[0])));
});
