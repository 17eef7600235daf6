// Who may include whom. Rooms are the folders of generator/; a room's door is the header that
// is called as it is. Everything may use base; site and declare use base only; the snapshot
// these; the stages these and the snapshot, but never each other; only the command room and
// main.c see stages. From outside of a room, only its door is included.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { root } from "../tower.mjs";

const generator = join(root, "generator");
const stage = ["base", "site", "declare", "snapshot"];
const uses = {
  base: [],
  site: ["base"],
  declare: ["base"],
  snapshot: ["base", "site", "declare"],
  collect: stage,
  passes: stage,
  render: stage,
  act: stage,
  serve: stage,
  command: [...stage, "collect", "passes", "render", "act", "serve"],
};

// Headers that may be included from outside although they are no door, and by whom.
const exceptions = {
  "base/version.h": "whoever says which version it is; a change of it should not compile everything",
  "command/command.h": "main.c, which has the table of commands",
};

const isFolder = (name) => statSync(join(generator, name)).isDirectory();
const rooms = readdirSync(generator).filter(isFolder);

// { file: "collect/http.c", room: "collect", line: 12, header: "base/version.h" }
function includes() {
  const found = [];
  const read = (file, room) =>
    readFileSync(join(generator, file), "utf8").split("\n").forEach((text, index) => {
      const header = /^\s*#\s*include\s*"([^"]+)"/.exec(text)?.[1];
      if (header) found.push({ file, room, line: index + 1, header, target: header.split("/")[0] });
    });
  for (const room of rooms)
    for (const name of readdirSync(join(generator, room)))
      if (/\.[ch]$/.test(name)) read(`${room}/${name}`, room);
  read("main.c", "main");
  return found;
}

const all = includes();
const at = ({ file, line, header }) => `${file}:${line} includes ${header}`;

test("the rooms are known, and were read", () => {
  for (const room of rooms) assert.ok(room in uses, room);
  assert.ok(all.length > 100);
});

test("every include is written from generator/, and is there", () => {
  assert.deepEqual(all.filter(({ header }) => !header.includes("/") || header.includes("..")).map(at), []);
  for (const include of all) assert.ok(statSync(join(generator, include.header)).isFile(), at(include));
});

test("a room uses only those that it may", () => {
  const wrong = all.filter(({ room, target }) => room !== "main" && room !== target && !uses[room].includes(target));
  assert.deepEqual(wrong.map(at), []);
});

test("main.c sees the commands only", () => {
  assert.deepEqual([...new Set(all.filter(({ room }) => room === "main").map(({ header }) => header))], ["command/command.h"]);
});

test("from outside of a room only its door is included", () => {
  const wrong = all.filter(({ room, target, header }) => room !== target && header !== `${target}/${target}.h` && !(header in exceptions));
  assert.deepEqual(wrong.map(at), []);
});

test("every exception is still needed", () => {
  for (const header of Object.keys(exceptions)) assert.ok(all.some((include) => include.header === header && include.room !== include.target), header);
});

test("every room with C has a door, and every .c the header of its own name, its room's or its noun's", () => {
  for (const room of rooms.filter((name) => readdirSync(join(generator, name)).some((file) => file.endsWith(".c"))))
    assert.ok(readdirSync(join(generator, room)).includes(`${room}.h`), room);
  for (const room of rooms)
    for (const name of readdirSync(join(generator, room)).filter((file) => file.endsWith(".h"))) {
      const guard = `${room}_${basename(name, ".h")}_H`.toUpperCase();
      assert.match(readFileSync(join(generator, room, name), "utf8"), new RegExp(`^/\\*[\\s\\S]*?\\*/\\n#ifndef ${guard}\\n#define ${guard}\\n`), `${room}/${name} begins with a comment and its guard`);
    }
});
