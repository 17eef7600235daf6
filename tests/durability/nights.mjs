// What the tests of durability share: a site of two nights, of which the second is disturbed,
// and what must hold after that whatever happened: the snapshot verifies, every published file
// is byte for byte the old one or the new one, and the next run gives what an undisturbed
// second night gives.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
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
const seed = Number(process.env.TOWER_SEED || 20261121);
export const first = "2026-11-20T21:00:00Z", second = "2026-11-21T21:00:00Z";
const [share, shares] = (process.env.TOWER_SHARE || "1/1").split("/").map(Number);
export const run = ["build", "-q", "--full", "--now", second];

// Which run a page is of, what it cost and with which other it is compared is another after a
// second try.
const isAboutTheRun = (name) => /\/(sources\.|metrics\.prom|changes\.)/.test(name);
const comparison = { html: /<section aria-labelledby="changed">[^]*?<\/section>/, md: /## What changed since[^]*?\n## /, json: /"(compared|changes)": \[[^]*?\n? *\]/g };
const withoutRun = (name, bytes) => (/\/index\.\w+$/.test(name) ? Buffer.from(bytes.toString().replace(comparison[name.split(".").pop()], "")) : bytes);
const editions = ["public", "all"];
const isStaged = (name) => /(^|\/)\.[^/]*\.tmp$/.test(name);

// Every published file by its path, without such words; what was staged beside it is not published.
export function published(path) {
  return Object.fromEntries(editions.filter((edition) => existsSync(join(path, edition))).flatMap((edition) =>
    Object.entries(tree(join(path, edition))).filter(([name]) => !isStaged(name)).map(([name, bytes]) => [`${edition}/${name}`, withoutRun(`/${name}`, bytes)])));
}

// A feed without what a run that was told of a failed source found, and without its own day, and
// the page of findings without what was resolved last: that this was so, and is not any more,
// stays told.
const withoutFailedSource = (bytes) =>
  bytes.toString().split(/>Resolved last<|## Resolved last|"resolved": \[/)[0].split(/(?=<item>|<entry>|\{"id")/).filter((part) => !part.includes("source-failed"))
    .map((part, i) => (i ? part : part.replaceAll(/2026-11-2\d|<lastBuildDate>.*/g, ""))).join("");

export function copy(from) {
  const path = folder();
  assert.equal(spawnSync("cp", ["-a", `${from}/.`, path]).status, 0);
  return path;
}

// What SQLite reads of its log: the pages, and which are of this log, without its random numbers.
function logged(bytes) {
  const size = bytes.length < 32 ? 1 : bytes.readUInt32BE(8), salt = bytes.subarray(16, 24);
  const frames = Array.from({ length: Math.ceil(Math.max(0, bytes.length - 32) / (24 + size)) }, (_, i) => bytes.subarray(32 + i * (24 + size), 32 + (i + 1) * (24 + size)));
  return Buffer.concat(frames.flatMap((frame) => [frame.subarray(0, 8), Buffer.from([Number(frame.subarray(8, 16).equals(salt))]), frame.subarray(24)]));
}

// What the next run finds in a folder: every byte, and when published files were written. Who
// held the lock is nothing to it, the log's index it makes anew, and the pages that were staged
// it stages again: of them it is told apart whether they are none, one, up to 3, 7, 15 ...
export function digest(path) {
  const hash = createHash("sha256"), found = Object.entries(tree(path));
  const isPage = (name) => /^(public|all)\//.test(name), isAgain = (name) => isPage(name) && isStaged(name);
  hash.update(`${Math.ceil(Math.log2(1 + found.filter(([name]) => isAgain(name)).length))} `);
  for (const [name, bytes] of found.filter(([file]) => !/\.lock$|-shm$/.test(file) && !isAgain(file))) {
    const read = name.endsWith("-wal") ? logged(bytes) : bytes;
    hash.update(`${name} ${isPage(name) && statSync(join(path, name), { bigint: true }).mtimeNs} ${read.length} `).update(read);
  }
  return hash.digest("hex");
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
  const known = new Set();
  return { before, after, old, made, heal };

  // What must hold in the folder PATH after whatever happened there; WHAT is said if not. A run
  // that ended well but TOLD of a source that failed shows that: neither the old nor the new.
  // What was found well once is not tried again: from the same bytes come the same.
  function heal(path, what, told = false) {
    const state = `${told} ${digest(path)}`;
    if (known.has(state)) return;
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
    for (const name of Object.keys(made).filter((file) => !isAboutTheRun(file))) {
      const same = told && /\/(feeds[./]|findings\.)/.test(name) ? withoutFailedSource(healed[name]) === withoutFailedSource(made[name]) : healed[name].equals(made[name]);
      assert.ok(same, `${what}: ${name} after the next run`);
    }
    const left = spawnSync("find", [path, "-name", ".*.tmp*"], { encoding: "utf8" }).stdout;
    assert.equal(left, "", `${what}: left behind after the next run`);
    const verified = tower(["db", "verify", "-C", path]);
    assert.match(verified.stdout, /every byte is as it was written/, what);
    known.add(state);
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

// Runs the program with a fault: { calls: "files" | "memory", at, place, how: "once" | "full" |
// "kill" } as fault.c tells; gives what the program gave, how many calls there were, whether one
// was hit, which one and from where in the program (addr2line -e build/tower), and with the place
// "all" all places as [{ place, at }].
export function disturbed(path, { calls, at = 0, place = "", how }, words = run) {
  const own = folder(), board = join(own, "board");
  const file = openSync(board, "w");
  ftruncateSync(file, 512 + 16 * 16384);
  closeSync(file);
  // On one processor there is one worker: the calls are always the same ones.
  const result = spawnSync("taskset", ["-c", String(share - 1), "env", `LD_PRELOAD=${prepared}`, program, ...words, "-C", path], {
    encoding: "utf8",
    cwd: path,
    env: { ...process.env, NO_COLOR: "1", SOURCE_DATE_EPOCH: "", FAULT_BOARD: board, FAULT_CALLS: calls, FAULT_AT: String(at), FAULT_PLACE: String(place), FAULT_HOW: how },
  });
  const bytes = readFileSync(board);
  rmSync(own, { recursive: true });
  const places = [];
  for (let i = 512; place === "all" && i < bytes.length; i += 16)
    if (bytes.readBigUInt64LE(i)) places.push({ place: String(bytes.readBigUInt64LE(i)), at: Number(bytes.readBigInt64LE(i + 8)) });
  return { ...result, count: Number(bytes.readBigInt64LE(0)), hit: Number(bytes.readBigInt64LE(8)) > 0, what: bytes.subarray(20, 512).toString().replace(/\0.*/s, ""), places: places.sort((a, b) => a.at - b.at) };
}

// Numbers from 1 to LIMIT that look random and are the same in every run.
export function* numbers(seed, limit) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    yield 1 + ((state >>> 8) % limit);
  }
}

// COUNT of the numbers from 1 to LIMIT, or all of them where there are no more.
export function sample(count, limit) {
  if (count >= limit) return Array.from({ length: limit }, (_, i) => i + 1);
  const drawn = numbers(seed, limit), chosen = new Set();
  while (chosen.size < count) chosen.add(drawn.next().value);
  return [...chosen].sort((a, b) => a - b);
}

// The faults that are tried of CALLS and HOW in a run of WORDS: at a few drawn places, or at as
// many as TOWER_FAULTS says, or with "all" at every place. Of memory's calls, of which there are
// so many that reading all stacks takes a while, a few are drawn by their number. The number of
// a place's first call is another by some hundred in another run.
export function faults(begin, { calls, how }, few, words) {
  const wanted = process.env.TOWER_FAULTS, byPlace = wanted === "all" || calls === "files";
  const { count, places } = disturbed(copy(begin), { calls, how, place: byPlace ? "all" : "" }, words);
  const drawn = sample(wanted === "all" ? Infinity : Number(wanted) || few, byPlace ? places.length : count);
  return drawn.map((number) => (byPlace ? { calls, how, place: places[number - 1].place, at: Math.max(1, places[number - 1].at - 10_000) } : { calls, how, at: number }));
}

// Whether the ITH case belongs to this share of them: a place does wherever it is met.
const isOwn = (one, i) => Number(BigInt(one.place ?? i) % BigInt(shares)) === share - 1;

// Calls ATTEMPT with each of CASES and goes on where one fails, so that a long run tells of all;
// fails at its end with their words. TOWER_SHARE=2/3 takes the second of three shares of the
// cases, on the second processor.
export function sweep(title, cases, attempt) {
  const failed = [], own = cases.filter(isOwn);
  for (const [i, one] of own.entries()) {
    try {
      attempt(one);
    } catch (error) {
      failed.push(error.message);
      if (process.env.TOWER_FAULTS) console.error(`${title}: ${error.message}`);
    }
    if (process.env.TOWER_FAULTS && (i % 100 === 99 || i === own.length - 1)) console.error(`${title}: ${i + 1} of ${own.length}, ${failed.length} failed`);
  }
  assert.equal(failed.length, 0, failed.join("\n"));
  return own.length;
}
