// What stands at the top of the repository. The site of this repository lives there, too: a
// folder of declarations beside site.conf would silently be taken instead of what is built in.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { git, root } from "../tower.mjs";

const top = [".ci", ".clang-format", ".editorconfig", ".github", ".gitignore", "LICENSE", "Makefile", "README.md", "content", "data", "generator", "site.conf", "templates", "tests"];
const made = [".git", "build", "private", "public"];

test("git holds these at the top level", { skip: existsSync(join(root, ".git")) ? false : "not a working copy of git" }, () => {
  const names = new Set(git(root, "ls-files").trimEnd().split("\n").map((path) => path.split("/")[0]));
  assert.deepEqual([...names].sort(), top);
});

test("and no more folders are there than these and what is made", () => {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  assert.deepEqual(folders.filter((name) => !top.includes(name) && !made.includes(name)), []);
});
