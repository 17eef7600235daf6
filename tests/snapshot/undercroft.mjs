// A portfolio of two sources: the demo, and a copy of it that is restricted and in which
// every text is a canary, a word that must not be found where only public things are.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { demo } from "../tower.mjs";

export const canary = /canary/i;

export const conf = (zone) => `[source "demo"]
	type = github
	owner = meadowlark
	owner = kestrel-lab
	replay = data/demo
[source "undercroft"]
	type = github
	owner = meadowlark-canary
	owner = kestrel-lab-canary
	replay = data/undercroft
	zone = ${zone}
[edition "public"]
	zones = public
	output = public
[edition "all"]
	zones = public, internal, restricted
	output = private
`;

// What names a state or a kind stays, so that the copy is loaded like the original.
const kept = new Set(["type", "state", "state_reason", "visibility", "created_at", "updated_at", "closed_at", "pushed_at", "merged_at", "due_on"]);

function sing(value, key) {
  if (Array.isArray(value)) return value.map((item) => sing(item, key));
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sing(inner, name)]));
  if (typeof value !== "string" || kept.has(key)) return value;
  if (key === "full_name") return value.split("/").map((part) => `${part}-canary`).join("/");
  return ["login", "name"].includes(key) ? `${value}-canary` : `${value} canary`;
}

// The names of owners and repositories in "GET /repos/OWNER/REPOSITORY/issues?..."
const singTarget = (target) => target
  .replace(/\/(users|orgs)\/([^/?]+)/, "/$1/$2-canary")
  .replace(/\/repos\/([^/]+)\/([^/?]+)/, "/repos/$1-canary/$2-canary");

function singRecording(text) {
  const end = text.indexOf("\n\n");
  const [target, ...head] = text.slice(0, end).split("\n");
  const body = sing(JSON.parse(text.slice(end + 2)));
  return [singTarget(target), ...head.map(singTarget), "", JSON.stringify(body)].join("\n");
}

// The site's folder, not built yet.
export function undercroft(zone = "restricted") {
  const path = demo(conf(zone));
  mkdirSync(join(path, "data/undercroft"));
  for (const name of readdirSync(join(path, "data/demo")))
    if (name.endsWith(".http"))
      writeFileSync(join(path, "data/undercroft", name), singRecording(readFileSync(join(path, "data/demo", name), "utf8")));
  return path;
}

// Changes the snapshot with SQL from outside; foreign keys take along what belongs to a row.
export function change(path, script) {
  const { status, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], {
    input: `PRAGMA foreign_keys = ON; BEGIN; ${script}; COMMIT;`,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(stderr);
}
