// tower pack: an archive that is the same each time, is read by other programs, and works from
// disk in headless Chromium.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { launch, open } from "../browser.mjs";
import { demo, folder, now, tower, tree } from "../tower.mjs";

const source = '[source "demo"]\n\ttype = github\n\towner = meadowlark\n\towner = kestrel-lab\n\treplay = data/demo\n';
const editions = '[edition "public"]\n\tzones = public\n\toutput = public\n[edition "all"]\n\tzones = public, internal, restricted\n\toutput = all\n';

const path = demo(`[site]\n\ttitle = Desk: "mine"\n${source}`);
run("build");
const output = tree(join(path, "public"));

function run(command, ...words) {
  const { status, stderr } = tower([command, "-q", "-C", path, "--now", now, ...words]);
  assert.deepEqual([status, stderr], [0, ""]);
}

// Packs, and gives the archive's path.
function pack(ending, options) {
  const file = join(folder(), `site${ending}`);
  const { status, stderr } = tower(["pack", "-q", "-C", path, file], options);
  assert.deepEqual([status, stderr], [0, ""]);
  return file;
}

function unpack(command, ...words) {
  const into = folder();
  const { status, stderr } = spawnSync(command, words, { cwd: into, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return into;
}

const inPython = `import sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
for entry in archive.infolist(): print(entry.filename, entry.date_time, oct(entry.external_attr >> 16), entry.create_system)
archive.extractall()`;

for (const ending of [".zip", ".tar.gz"])
  test(`packed twice the archive is the same: ${ending}`, () => {
    const first = pack(ending, { env: { TZ: "Asia/Tokyo" } });
    const second = pack(ending, { env: { TZ: "America/Lima", SOURCE_DATE_EPOCH: "1700000000", LC_ALL: "C" } });
    assert.ok(readFileSync(first).equals(readFileSync(second)));
    assert.deepEqual(readdirSync(join(first, "..")), [`site${ending}`], "nothing is left beside it");
  });

test("a site built elsewhere gives the same archive", () => {
  const other = demo(`[site]\n\ttitle = Desk: "mine"\n${source}`);
  assert.equal(tower(["build", "-q", "-C", other, "--now", now]).status, 0);
  const file = join(folder(), "other.zip");
  assert.equal(tower(["pack", "-q", "-C", other, file]).status, 0);
  assert.ok(readFileSync(file).equals(readFileSync(pack(".zip"))));
});

test("Python reads the zip: sorted, the run's time, one mode, the manifest's files and itself", () => {
  const file = pack(".zip");
  const into = folder();
  const { status, stdout, stderr } = spawnSync("python3", ["-c", inPython, file], { cwd: into, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  const lines = stdout.trimEnd().split("\n");
  const names = lines.map((line) => line.split(" ")[0]);
  assert.deepEqual(names, Object.keys(output).map((name) => `Desk-mine-public/${name}`).sort());
  for (const line of lines) assert.ok(line.endsWith(" (2026, 11, 21, 21, 0, 0) 0o100644 3"), line);
  assert.deepEqual(tree(join(into, "Desk-mine-public")), output);
});

test("tar reads the tar.gz: nobody's files", () => {
  const file = pack(".tar.gz");
  const listed = spawnSync("tar", ["--numeric-owner", "-tvzf", file], { encoding: "utf8", env: { ...process.env, TZ: "UTC" } }).stdout.trimEnd().split("\n");
  assert.equal(listed.length, Object.keys(output).length);
  for (const line of listed) assert.match(line, /^-rw-r--r-- 0\/0 +\d+ 2026-11-21 21:00 Desk-mine-public\/[\w./-]+$/);
  assert.deepEqual(tree(join(unpack("tar", "-xzf", file), "Desk-mine-public")), output);
});

test("what the program did not make is not packed", () => {
  writeFileSync(join(path, "public/notes.txt"), "mine");
  const names = Object.keys(tree(unpack("python3", "-c", inPython, pack(".zip"))));
  rmSync(join(path, "public/notes.txt"));
  assert.ok(!names.some((name) => name.endsWith("notes.txt")));
});

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

test("unpacked it works from disk: links, search, filter", async () => {
  const site = join(unpack("python3", "-c", inPython, pack(".zip")), "Desk-mine-public");
  const { page, asked, complaints, close } = await open(browser, join(site, "index.html"), { offline: true });
  const addresses = await page.locator('a[href]:not([href^="http"])').evaluateAll((all) => [...new Set(all.map((e) => decodeURIComponent(new URL(e.href).pathname)))]);
  for (const address of addresses) assert.ok(existsSync(address), address);
  await page.getByRole("link", { name: "Repositories", exact: true }).first().click();
  await page.getByRole("searchbox", { name: "Filter repositories" }).fill("rust");
  await page.getByRole("status").filter({ hasText: /^1 of \d+$/ }).waitFor();
  await page.getByRole("link", { name: "Search", exact: true }).click();
  await page.getByRole("searchbox", { name: "Search" }).fill("tillgate");
  await page.locator(".results a", { hasText: "Tillgate" }).first().click();
  await page.locator(":target", { hasText: "Tillgate" }).waitFor();
  assert.deepEqual(complaints, []);
  assert.deepEqual(asked.filter((url) => !url.startsWith("file:")), []);
  await close();
});

function assertRefused(cwd, words, message, status = 1) {
  const file = join(cwd, "out.zip");
  writeFileSync(file, "old");
  const result = tower(["pack", ...words, "out.zip"], { cwd });
  assert.equal(result.stderr, `tower: error: ${message}\n`);
  assert.equal(result.status, status);
  assert.equal(readFileSync(file, "utf8"), "old");
  assert.deepEqual(readdirSync(cwd).filter((name) => name.includes(".tmp")), []);
}

test("refused: no manifest, a touched file, a touched manifest, a file that is gone", () => {
  const other = demo(source);
  assertRefused(other, [], "public: has no manifest.json, so there is nothing to pack; tower build makes the site");
  const build = () => assert.equal(tower(["build", "-q", "--now", now], { cwd: other }).status, 0);
  const touched = (name) => `public/${name}: is not as it was rendered; tower render makes it again, then pack`;
  build();
  appendFileSync(join(other, "public/repos.html"), " ");
  assertRefused(other, [], touched("repos.html"));
  build();
  appendFileSync(join(other, "public/manifest.json"), " ");
  assertRefused(other, [], touched("manifest.json"));
  build();
  rmSync(join(other, "public/style.css"));
  assertRefused(other, [], touched("style.css"));
  build();
  assert.equal(tower(["pack", "-q", "out.zip"], { cwd: other }).status, 0);
});

test("of several editions one must be named", () => {
  const other = demo(source + editions);
  assert.equal(tower(["build", "-q", "--now", now], { cwd: other }).status, 0);
  assertRefused(other, [], "tower: there are 2 editions; say which one to pack, like --edition public", 2);
  const packed = tower(["pack", "--edition", "all", "out.zip"], { cwd: other });
  assert.equal(packed.stderr, `out.zip: ${Object.keys(tree(join(other, "all"))).length} files of the edition all\n`);
  assert.deepEqual(Object.keys(tree(unpack("python3", "-c", inPython, join(other, "out.zip")))).map((name) => name.split("/")[0]).filter((name, i, all) => all.indexOf(name) === i), ["Control-Tower-all"]);
});

test("where it cannot be written nothing is left", () => {
  const cwd = folder();
  mkdirSync(join(cwd, "site.zip"));
  const { status, stderr } = tower(["pack", "-q", "-C", path, "site.zip"], { cwd });
  assert.equal(stderr, "tower: error: site.zip: cannot be written: Is a directory\n");
  assert.equal(status, 1);
  assert.deepEqual(readdirSync(cwd), ["site.zip"]);
});
