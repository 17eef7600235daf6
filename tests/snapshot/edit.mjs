// Changes rows of a site's snapshot so that the program takes notice of what changed, as if a
// source or a pass had: through edit.c, which make builds beside the program.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { program, root } from "../tower.mjs";

const beside = join(dirname(program), "edit");
const editor = existsSync(beside) ? beside : join(root, "build/edit");

export function edit(path, statements) {
  const { status, stderr } = spawnSync(editor, [path], { input: statements, encoding: "utf8" });
  assert.deepEqual([status, stderr], [0, ""], statements);
}
