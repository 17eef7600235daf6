// Every fallible call of a run is failed once, the disk is full from a call on, the run is
// killed at a call, memory ends: whatever happens, the program says so and nothing is lost. A
// drawn sample of the calls; TOWER_FAULTS=N draws N of each kind, TOWER_FAULTS=all takes all.
import assert from "node:assert/strict";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { tower, tree } from "../tower.mjs";
import { copy, disturbed, nights, prepareShim, sample } from "./nights.mjs";

const skip = prepareShim();
const wanted = process.env.TOWER_FAULTS;
const seed = Number(process.env.TOWER_SEED || 20261121);
const site = skip ? null : nights();

// How a run that was not killed may end: done, or failed with a message.
function assertEnd({ status, signal, stderr }, calls, what) {
  const ended = calls === "memory" && signal === "SIGABRT" ? "aborted" : signal ?? status;
  assert.ok([0, 1, 2, "aborted"].includes(ended), `${what}: ended by ${ended}: ${stderr}`);
  if (ended !== 0) assert.match(stderr, /^tower: (error: .+|out of memory)$/m, what);
  assert.doesNotMatch(stderr, /Assertion|assert/, what);
}

const kinds = [
  ["each call fails once", "files", "once", 6],
  ["the disk is full from a call on", "files", "full", 4],
  ["killed at a call, in the middle of what it writes", "files", "kill", 6],
  ["memory ends", "memory", "once", 4],
];

for (const [title, calls, how, few] of kinds)
  test(title, { skip }, (t) => {
    const { count } = disturbed(copy(site.before), { calls, at: 0, how });
    assert.ok(count > 1000, `${count} calls`);
    let hits = 0;
    const places = sample(wanted === "all" && calls === "files" ? count : Number(wanted) || few, count, seed);
    for (const at of places) {
      const path = copy(site.before);
      const result = disturbed(path, { calls, at, how });
      const what = `${calls} ${how} ${at} of ${count} (${result.what}) ${result.stderr}`;
      hits += result.hit;
      if (how !== "kill") assertEnd(result, calls, what);
      else if (result.hit) assert.equal(result.signal, "SIGKILL", what);
      site.heal(path, what, result.status === 0 && result.stderr !== "");
      rmSync(path, { recursive: true, force: true });
      if (wanted && places.indexOf(at) % 100 === 99) console.error(`${title}: ${places.indexOf(at) + 1} of ${places.length}`);
    }
    t.diagnostic(`${hits} of ${count} calls`);
    assert.ok(hits > places.length / 2, `${hits} faults`);
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
  test(`tower db ${name}: calls fail, the disk is full, killed`, { skip }, (t) => {
    const begin = copy(site.before);
    run(site.after, "db", "backup", "--force", join(begin, "other.db"));
    run(site.after, "db", "export", join(begin, "text"));
    const kept = [rows(begin), rows(site.after)];
    const undisturbed = copy(begin);
    run(undisturbed, ...words);
    const wanted = { rows: rows(undisturbed), out: existsSync(join(undisturbed, "out")) && tree(join(undisturbed, "out")) };
    let hits = 0;
    for (const how of ["once", "full", "kill"]) {
      const { count } = disturbed(copy(begin), { calls: "files", at: 0, how }, words);
      assert.ok(count > 20, `${count} calls`);
      for (const at of sample(process.env.TOWER_FAULTS === "all" ? count : Number(process.env.TOWER_FAULTS) || 2, count, seed)) {
        const path = copy(begin);
        const result = disturbed(path, { calls: "files", at, how }, words);
        const what = `${name} ${how} ${at} of ${count} (${result.what}) ${result.stderr}`;
        hits += result.hit;
        if (how !== "kill") assertEnd(result, "files", what);
        run(path, "db", "verify");
        const now = rows(path);
        assert.ok(kept.some((one) => JSON.stringify(one) === JSON.stringify(now)), `${what}: the snapshot is neither the old one nor the new one`);
        if (existsSync(join(path, "backup.db"))) run(path, "db", "verify", "backup.db");
        run(path, ...words);
        assert.deepEqual(rows(path), wanted.rows, what);
        if (name === "backup") assert.match(run(path, "db", "verify", "backup.db"), /every byte/, what);
        if (wanted.out) assert.deepEqual(tree(join(path, "out")), wanted.out, what);
        rmSync(path, { recursive: true, force: true });
      }
    }
    t.diagnostic(`${hits} faults`);
    assert.ok(hits > 2, `${hits} faults`);
  });
