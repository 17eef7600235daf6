// A run that is killed at drawn moments of its time, all of its processes or its first one:
// the next run gives what an undisturbed one gives. TOWER_KILLS=1000 is the long form.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { test } from "node:test";
import { program } from "../tower.mjs";
import { copy, nights, numbers, run } from "./nights.mjs";

const kills = Number(process.env.TOWER_KILLS || 5);
const seed = Number(process.env.TOWER_SEED || 20261121);

// Starts the second night in PATH and kills it after so many microseconds; the group, or the
// process alone. Gives how it ended.
function start(path, microseconds, group) {
  const child = spawn(program, [...run, "-C", path], { detached: true, stdio: "ignore", env: { ...process.env, SOURCE_DATE_EPOCH: "", NO_COLOR: "1" } });
  const ended = new Promise((resolve) => child.on("close", (status, signal) => resolve(signal ?? status)));
  const from = process.hrtime.bigint();
  const look = () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const left = microseconds - Number(process.hrtime.bigint() - from) / 1000;
    if (left > 2000) setTimeout(look, (left - 1500) / 1000);
    else if (left > 0) setImmediate(look);
    else process.kill(group ? -child.pid : child.pid, "SIGKILL");
  };
  if (microseconds) look();
  return ended;
}

test(`killed at ${kills} moments`, async (t) => {
  const site = nights();
  const from = process.hrtime.bigint();
  assert.equal(await start(copy(site.before), 0), 0);
  const whole = Number(process.hrtime.bigint() - from) / 1000;
  const drawn = numbers(seed, 1_000_000);
  let killed = 0;
  for (let i = 0; i < kills; i++) {
    const path = copy(site.before);
    const moment = Math.max(200, Math.round((whole * drawn.next().value) / 1_000_000));
    const end = await start(path, moment, i % 2 === 0);
    killed += end === "SIGKILL";
    site.heal(path, `killed after ${moment} of ${Math.round(whole)} microseconds`);
    rmSync(path, { recursive: true, force: true });
    if ((i + 1) % 100 === 0) console.error(`${i + 1} of ${kills}, ${killed} of them still at work`);
  }
  t.diagnostic(`${killed} of ${kills} were still at work`);
  assert.ok(killed > kills / 4, `${killed} were killed`);
});
