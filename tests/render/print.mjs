// Functions of the renderer that no command reaches alone, through the program print.c, which
// is compiled here once for a test file.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { folder, program, root } from "../tower.mjs";

const below = (path) => join(root, "generator", path);
const sources = ["escape", "escape_script", "html_scan", "markdown", "markdown_anchor", "markdown_tree", "mention", "placeholder"].map((noun) => below(`render/${noun}.c`));
const base = readdirSync(below("base")).filter((name) => name.endsWith(".c")).map((name) => below(`base/${name}`));
const checked = program.includes("sanitize") ? ["-fsanitize=address,undefined", "-fno-sanitize-recover=all"] : [];

let compiled;
function compile() {
  const path = join(folder(), "print");
  const options = ["-std=c17", "-D_GNU_SOURCE", `-I${below("")}`, "-O1", "-w", ...checked, "-o", path];
  const libraries = ["-lcmark-gfm-extensions", "-lcmark-gfm", "-lcrypto"];
  const { status, stderr } = spawnSync(process.env.CC || "cc", [...options, join(root, "tests/render/print.c"), ...sources, ...base, ...libraries], { encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return path;
}

// What the program prints for INPUT, a string or bytes; print.c tells what the words are.
export function print(words, input) {
  compiled ??= compile();
  const { status, stdout, stderr } = spawnSync(compiled, words, { input, maxBuffer: 1 << 26 });
  assert.equal(status, 0, String(stderr));
  return String(stdout);
}
