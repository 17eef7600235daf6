// Every fallible call of a run is failed once, the disk is full from a call on, the run is
// killed at a call, memory ends: whatever happens, the program says so and nothing is lost. A
// call is told by its place, where the program is (fault.c); a few of them are drawn,
// TOWER_FAULTS=N draws N of each kind, TOWER_FAULTS=all takes the first call of every place.
import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { tower, tree } from "../tower.mjs";
import { copy, digest, disturbed, faults, nights, prepareShim, sweep } from "./nights.mjs";

const skip = prepareShim();
const site = skip ? null : nights();

// How a run that was not killed may end: done, or failed with a message.
function assertEnd({ status, signal, stderr }, calls, what) {
  const ended = calls === "memory" && signal === "SIGABRT" ? "aborted" : signal ?? status;
  assert.ok([0, 1, 2, "aborted"].includes(ended), `${what}: ended by ${ended}: ${stderr}`);
  if (ended !== 0) assert.match(stderr, /^tower: (error: .+|out of memory)$/m, what);
  assert.doesNotMatch(stderr, /Assertion|assert/, what);
}

const kinds = [
  ["each call fails once", "files", "once", 2],
  ["the disk is full from a call on", "files", "full", 1],
  ["killed at a call, in the middle of what it writes", "files", "kill", 2],
  ["memory ends", "memory", "once", 2],
];

for (const [title, calls, how, few] of kinds)
  test(title, { skip }, (t) => {
    let hits = 0;
    const tried = sweep(title, faults(site.before, { calls, how }, few), (fault) => {
      const path = copy(site.before);
      const result = disturbed(path, fault);
      const what = `${JSON.stringify(fault)} of ${result.count} (${result.what}) ${result.stderr}`;
      hits += result.hit;
      if (how !== "kill") assertEnd(result, calls, what);
      else if (result.hit) assert.equal(result.signal, "SIGKILL", what);
      site.heal(path, what, result.status === 0 && result.stderr !== "");
      rmSync(path, { recursive: true, force: true });
    });
    t.diagnostic(`${hits} faults in ${tried} runs`);
    assert.ok(2 * hits >= tried, `${hits} faults in ${tried} runs`);
  });

// tower db: whatever happens to it, the snapshot is the old one or the new one, a backup is there
// and whole or is not there, and the next try gives what an undisturbed one gives.
const keepers = {
  backup: ["db", "backup", "--force", "backup.db"],
  restore: ["db", "restore", "other.db"],
  export: ["db", "export", "out"],
  import: ["db", "import", "--force", "text"],
};

function run(path, ...words) {
  const { status, stderr, stdout } = tower([...words, "-C", path], { cwd: path });
  assert.equal(status, 0, `${words}: ${stderr}`);
  return stdout;
}

// The snapshot's rows, as an export has them.
function rows(path) {
  run(path, "db", "export", "rows");
  const files = Object.fromEntries(Object.entries(tree(join(path, "rows"))).map(([name, bytes]) => [name, String(bytes)]));
  rmSync(join(path, "rows"), { recursive: true });
  return files;
}

for (const [name, words] of Object.entries(keepers))
  test(`tower db ${name}: calls fail, the disk is full, killed, memory ends`, { skip }, (t) => {
    const begin = copy(site.before);
    run(site.after, "db", "backup", "--force", join(begin, "other.db"));
    run(site.after, "db", "export", join(begin, "text"));
    const kept = [rows(begin), rows(site.after)];
    const undisturbed = copy(begin);
    run(undisturbed, ...words);
    const wanted = { rows: rows(undisturbed), out: existsSync(join(undisturbed, "out")) && tree(join(undisturbed, "out")) };
    const known = new Set();
    const assertKept = (path, what) => {
      run(path, "db", "verify");
      const now = rows(path);
      assert.ok(kept.some((one) => JSON.stringify(one) === JSON.stringify(now)), `${what}: the snapshot is neither the old one nor the new one`);
      if (existsSync(join(path, "backup.db"))) run(path, "db", "verify", "backup.db");
      run(path, ...words);
      assert.deepEqual(rows(path), wanted.rows, what);
      if (name === "backup") assert.match(run(path, "db", "verify", "backup.db"), /every byte/, what);
      if (wanted.out) assert.deepEqual(tree(join(path, "out")), wanted.out, what);
    };
    let hits = 0;
    const tried = kinds.filter((_, i) => process.env.TOWER_FAULTS || i === Object.keys(keepers).indexOf(name));
    const cases = tried.flatMap(([, calls, how]) => faults(begin, { calls, how }, 1, words));
    const runs = sweep(`tower db ${name}`, cases, (fault) => {
      const path = copy(begin);
      const result = disturbed(path, fault, words);
      const what = `${name} ${JSON.stringify(fault)} of ${result.count} (${result.what}) ${result.stderr}`;
      hits += result.hit;
      if (fault.how !== "kill") assertEnd(result, fault.calls, what);
      const state = digest(path);
      if (!known.has(state)) assertKept(path, what);
      known.add(state);
      rmSync(path, { recursive: true, force: true });
    });
    t.diagnostic(`${hits} faults in ${runs} runs`);
    assert.ok(hits > 0, `${hits} faults`);
  });
