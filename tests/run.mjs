// Runs every *.test.mjs below this folder with node's own test runner, prints what failed,
// and closes with one line: N passed, N failed. TOWER_TIMES=1 tells which files took longest.
import { readFileSync, readdirSync, statSync, statfsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, relative } from "node:path";
import { run } from "node:test";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

function testFiles(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    if (name === "node_modules") return [];
    if (statSync(path).isDirectory()) return testFiles(path);
    return name.endsWith(".test.mjs") ? [path] : [];
  });
}

// Which take longest, as TOWER_TIMES tells: they begin first, so that none of them is left over
// when all others have ended.
const longest = ["render/hostile", "render/publish", "refused/refused", "render/changes", "render/feeds", "render/archive", "collect/domains", "durability/faults", "command/merge", "passes/events", "snapshot/migrate", "command/db"];
const rank = (file) => longest.findIndex((name) => file === join(here, `${name}.test.mjs`)) >>> 0; // all others are last

const wanted = process.argv.slice(2);
const files = testFiles(here).filter((file) => !wanted.length || wanted.some((word) => file.includes(word))).sort((a, b) => rank(a) - rank(b));

// The tests make and remove some hundred thousand files: in memory, where programs may be run
// there (a container's often has 64 MB and no right to) and there is room for it.
const memory = "/dev/shm";
const mount = readFileSync("/proc/mounts", "utf8").split("\n").map((line) => line.split(" ")).findLast(([, path]) => path === memory);
if (mount?.[2] === "tmpfs" && !mount[3].split(",").includes("noexec")) {
  const { bavail, bsize } = statfsSync(memory);
  if (bavail * bsize >= 6 * 2 ** 30) process.env.TMPDIR ??= memory;
}
let passed = 0;
let failed = 0;
let skipped = 0;

// A suite, and the file that holds tests, are no tests themselves.
const isTest = (data) => data.details?.type !== "suite" && !files.includes(data.name) && !files.some((file) => file.endsWith(data.name));

const times = {};
const addTime = ({ file, nesting, details }) => {
  if (!nesting && file) times[file] = (times[file] ?? 0) + details.duration_ms / 1000;
};

// One more than processors: there is always one that waits for a server or a clock.
const stream = run({ files, concurrency: availableParallelism() + 1 });
stream.on("test:pass", addTime).on("test:fail", addTime);
stream.on("test:pass", (data) => {
  if (!isTest(data)) return;
  if (data.skip !== undefined && data.skip !== false) skipped += 1;
  else passed += 1;
});
stream.on("test:fail", (data) => {
  const cause = data.details?.error?.cause ?? data.details?.error;
  if (data.details?.error?.failureType === "subtestsFailed") return;
  failed += 1;
  const file = data.file?.startsWith("file:") ? fileURLToPath(data.file) : data.file;
  console.log(`FAILED ${file ? relative(here, file) + ": " : ""}${data.name}`);
  console.log(String(cause?.stack ?? cause?.message ?? cause).replace(/^/gm, "    "));
});
stream.on("test:stderr", (data) => process.stderr.write(data.message));
stream.on("end", () => {
  if (process.env.TOWER_TIMES)
    for (const [file, time] of Object.entries(times).sort((a, b) => b[1] - a[1]).slice(0, 40)) console.log(`${time.toFixed(1).padStart(6)} s ${file.replace(/^file:/, "")}`);
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
  process.exitCode = failed || !passed ? 1 : 0;
});
stream.resume();
