// What the tests of durability share: a site of two nights, of which the second is disturbed,
// and what must hold after that whatever happened: the snapshot verifies, every published file
// is byte for byte the old one or the new one, and the next run gives what an undisturbed
// second night gives.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, cpSync, existsSync, ftruncateSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, program, root, tower, tree } from "../tower.mjs";

const conf = `[site]
	url = https://example.org/tower/
[source "demo"]
	type = github
	owner = kestrel-lab
	replay = data/demo
[edition "public"]
	zones = public
	output = public
[edition "all"]
	zones = public, internal, restricted
	output = all
`;
export const first = "2026-11-20T21:00:00Z", second = "2026-11-21T21:00:00Z";
export const run = ["build", "-q", "--full", "--now", second];

// Which run a page is of, what it cost and with which other it is compared is another after a
// second try.
const isAboutTheRun = (name) => /\/(sources\.|metrics\.prom|changes\.)/.test(name);
const comparison = { html: /<section aria-labelledby="changed">[^]*?<\/section>/, md: /## What changed since[^]*?\n## /, json: /"(compared|changes)": \[[^]*?\n? *\]/g };
const withoutRun = (name, bytes) => (/\/index\.\w+$/.test(name) ? Buffer.from(bytes.toString().replace(comparison[name.split(".").pop()], "")) : bytes);
const editions = ["public", "all"];

// Every published file by its path, without such words; what was staged beside it is not published.
export function published(path) {
  return Object.fromEntries(editions.filter((edition) => existsSync(join(path, edition))).flatMap((edition) =>
    Object.entries(tree(join(path, edition))).filter(([name]) => !/(^|\/)\.[^/]*\.tmp$/.test(name)).map(([name, bytes]) => [`${edition}/${name}`, withoutRun(`/${name}`, bytes)])));
}

export function copy(from) {
  const path = folder();
  assert.equal(spawnSync("cp", ["-a", `${from}/.`, path]).status, 0);
  return path;
}

// Gives { before, after }: the folder as the first night leaves it, with what the second will
// be told; and as the second leaves it. What changes: words of a repository and of an issue;
// an issue and a whole repository are gone, and another comes.
export function nights() {
  const before = folder();
  mkdirSync(join(before, "data/demo"), { recursive: true });
  const recordings = join(root, "data/demo");
  for (const name of readdirSync(recordings).filter((file) => file.startsWith("kestrel-lab"))) cpSync(join(recordings, name), join(before, "data/demo", name));
  writeFileSync(join(before, "site.conf"), conf);
  const list = join(before, "data/demo/kestrel-lab-repos.http"), whole = readFileSync(list, "utf8");
  const [head, body] = [whole.slice(0, whole.indexOf("\n\n") + 2), JSON.parse(whole.slice(whole.indexOf("\n\n") + 2))];
  const write = (repositories) => writeFileSync(list, head + JSON.stringify(repositories));
  write(body.filter(({ name }) => name !== "idea-notebook"));
  let result = tower(["build", "-q", "--now", first, "-C", before]);
  assert.deepEqual([result.status, result.stderr], [0, ""]);
  write(body.filter(({ name }) => name !== "dotfiles").map((repository) => ({ ...repository, description: `${repository.description} Changed.` })));
  const issues = join(before, "data/demo/kestrel-lab-homelab-issues.http");
  writeFileSync(issues, readFileSync(issues, "utf8").replaceAll("each reboot", "every reboot"));
  const after = copy(before);
  result = tower([...run, "-C", after]);
  assert.deepEqual([result.status, result.stderr], [0, ""]);
  const [old, made] = [published(before), published(after)];
  const names = (one, other) => Object.keys(one).filter((name) => !other[name] || !one[name].equals(other[name]));
  assert.ok(names(old, made).length > 15 && names(made, old).length > 15);
  return { before, after, old, made, heal };

  // What must hold in the folder PATH after whatever happened there; WHAT is said if not. A run
  // that ended well but TOLD of a source that failed shows that: neither the old nor the new.
  function heal(path, what, told = false) {
    const file = join(path, "data/tower.db");
    if (existsSync(file) && statSync(file).size) {
      const verified = tower(["db", "verify", "-C", path]);
      assert.equal(verified.status, 0, `${what}: ${verified.stderr}`);
    }
    for (const [name, bytes] of Object.entries(published(path)))
      if (!told && !isAboutTheRun(name))
        assert.ok((old[name] && bytes.equals(old[name])) || (made[name] && bytes.equals(made[name])), `${what}: ${name} is neither the old file nor the new one`);
    const next = tower([...run, "-C", path]);
    assert.deepEqual([next.status, next.stderr], [0, ""], `${what}: the next run`);
    const healed = published(path);
    assert.deepEqual(Object.keys(healed), Object.keys(made), `${what}: files after the next run`);
    for (const name of Object.keys(made)) if (!isAboutTheRun(name)) assert.ok(healed[name].equals(made[name]), `${what}: ${name} after the next run`);
    const left = spawnSync("find", [path, "-name", ".*.tmp*"], { encoding: "utf8" }).stdout;
    assert.equal(left, "", `${what}: left behind after the next run`);
    const verified = tower(["db", "verify", "-C", path]);
    assert.match(verified.stdout, /every byte is as it was written/, what);
  }
}

// Compiles the shim, and says why that cannot be used; false where it can.
export function prepareShim() {
  if (spawnSync("ldd", [program], { encoding: "utf8" }).stdout?.includes("asan") || process.env.TOWER?.includes("valgrind")) return "the program is watched already";
  mkdirSync(join(root, "build"), { recursive: true });
  const own = join(root, `build/fault.${process.pid}.so`);
  const { status, stderr } = spawnSync(process.env.CC || "cc", ["-std=c17", "-D_GNU_SOURCE", "-O1", "-fPIC", "-shared", "-o", own, join(root, "tests/durability/fault.c"), "-ldl"], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  prepared = own;
  process.on("exit", () => rmSync(own, { force: true }));
  return false;
}
let prepared;

// Runs the program with a fault: { calls: "files" | "memory", at, how: "once" | "full" | "kill" };
// gives what the program gave, how many calls there were, and which one was hit.
export function disturbed(path, { calls, at, how }, words = run) {
  const board = join(folder(), "board");
  const file = openSync(board, "w");
  ftruncateSync(file, 4096);
  closeSync(file);
  // On one processor there is one worker: the calls are always the same ones.
  const result = spawnSync("taskset", ["-c", "0", program, ...words, "-C", path], {
    encoding: "utf8",
    cwd: path,
    env: { ...process.env, NO_COLOR: "1", SOURCE_DATE_EPOCH: "", LD_PRELOAD: prepared, FAULT_BOARD: board, FAULT_CALLS: calls, FAULT_AT: String(at), FAULT_HOW: how },
  });
  const bytes = readFileSync(board);
  return { ...result, count: Number(bytes.readBigInt64LE(0)), hit: Number(bytes.readBigInt64LE(8)) > 0, what: bytes.subarray(20, 140).toString().replace(/\0.*/s, "") };
}

// Numbers from 1 to LIMIT that look random and are the same in every run.
export function* numbers(seed, limit) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    yield 1 + ((state >>> 8) % limit);
  }
}

// COUNT of the numbers from 1 to LIMIT, or all of them where there are no more.
export function sample(count, limit, seed = 20261121) {
  if (count >= limit) return Array.from({ length: limit }, (_, i) => i + 1);
  const drawn = numbers(seed, limit), chosen = new Set();
  while (chosen.size < count) chosen.add(drawn.next().value);
  return [...chosen].sort((a, b) => a - b);
}
