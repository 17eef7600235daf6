// What the tests share: running the program, and site folders that are gone afterwards.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
export const program = resolve(root, process.env.TOWER || "build/tower");
export const now = "2026-11-21T21:00:00Z";

// Runs the program; gives { status, stdout, stderr }. The environment is the caller's plus
// options.env, the folder options.cwd.
export function tower(args, options = {}) {
  const { env, ...rest } = options;
  return spawnSync(program, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    ...rest,
    env: { ...process.env, SOURCE_DATE_EPOCH: "", NO_COLOR: "1", ...env },
  });
}

const folders = [];
process.on("exit", () => folders.forEach((path) => rmSync(path, { recursive: true, force: true })));

// A new folder below the system's temporary one; removed when the test process ends.
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "tower-test-"));
  folders.push(path);
  return path;
}

// A folder with these files: { "site.conf": "...", "templates/x.sql": "..." }.
export function site(files) {
  const path = folder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return path;
}

// A copy of the demo portfolio's recordings as a site of its own; CONF replaces site.conf.
export function demo(conf) {
  const path = folder();
  for (const name of readdirSync(join(root, "data")).filter((one) => one.startsWith("demo")))
    cpSync(join(root, "data", name), join(path, "data", name), { recursive: true });
  writeFileSync(join(path, "site.conf"), conf || '[source "demo"]\n\ttype = github\n\towner = meadowlark\n\towner = kestrel-lab\n\treplay = data/demo\n');
  return path;
}

// The snapshot's answer to a question, as an array of objects.
export function sql(path, question) {
  const answer = tower(["sql", "-C", path, "--json", question]);
  if (answer.status !== 0) throw new Error(answer.stderr);
  return JSON.parse(answer.stdout);
}

// Every file below a folder as { path: bytes }, with paths relative to it.
export function tree(path) {
  const files = {};
  const walk = (below) => {
    for (const name of readdirSync(join(path, below)).sort()) {
      const inner = join(below, name);
      if (statSync(join(path, inner)).isDirectory()) walk(inner);
      else files[inner] = readFileSync(join(path, inner));
    }
  };
  walk("");
  return files;
}

// Runs git with a fixed identity and nobody's configuration.
export function git(cwd, ...args) {
  const result = spawnSync("git", args, {
    cwd,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "Ada", GIT_AUTHOR_EMAIL: "ada@example.org",
      GIT_COMMITTER_NAME: "Ada", GIT_COMMITTER_EMAIL: "ada@example.org",
    },
  });
  if (result.status !== 0) throw new Error(`git ${args.join(" ")}: ${result.stderr}`);
  return result.stdout;
}
