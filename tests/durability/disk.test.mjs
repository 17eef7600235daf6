// A disk that is full after so many pages more: the run says which file and why, and nothing
// is lost; with room again the next run heals. A small file system in memory is mounted for it,
// which takes root. A drawn sample of the sizes; TOWER_FAULTS=all takes every page.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { folder, tower } from "../tower.mjs";
import { nights, run, sample, sweep } from "./nights.mjs";

const wanted = process.env.TOWER_FAULTS;
const sh = (...words) => spawnSync(words[0], words.slice(1), { encoding: "utf8" });
const probe = folder();
const skip = sh("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", probe).status !== 0 && "mounting is not permitted";
if (!skip) sh("umount", probe);

// Runs the second night with PAGES of 4 kB left, and gives what it gave; then USE(path), with
// room again.
function withRoom(site, pages, use) {
  const path = folder();
  assert.equal(sh("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", path).status, 0);
  try {
    assert.equal(sh("cp", "-a", `${site.before}/.`, path).status, 0);
    const used = Number(sh("df", "-k", "--output=used", path).stdout.split("\n")[1]);
    assert.equal(sh("mount", "-o", `remount,size=${used + 4 * pages}k`, path).status, 0);
    const result = tower([...run, "-C", path]);
    assert.equal(sh("mount", "-o", "remount,size=64m", path).status, 0);
    use(path, result);
    return result;
  } finally {
    sh("umount", path);
  }
}

test("full at any page", { skip }, (t) => {
  const site = nights();
  let enough = 256;
  while (withRoom(site, enough, () => {}).status !== 0) enough *= 2;
  let full = 0;
  const sizes = sample(wanted === "all" ? enough : Number(wanted) || 3, enough).map((number) => number - 1);
  const tried = sweep("full at any page", sizes, (pages) =>
    withRoom(site, pages, (path, { status, signal, stderr }) => {
      const what = `${pages} pages left: ${stderr}`;
      assert.ok(signal === null && (status === 0 || status === 1), what);
      if (status) assert.ok(stderr.split("\n").some((line) => line.startsWith(`tower: error: ${path}/`) && /No space left on device|database or disk is full|disk I\/O error/.test(line)), what);
      full += status;
      site.heal(path, what, status === 0 && stderr !== "");
    }));
  t.diagnostic(`${full} of ${tried}, up to ${enough} pages`);
  assert.ok(full > 0, `${full} times full`);
});
