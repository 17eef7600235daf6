// Writes N.sql beside this file: a snapshot of schema N as text, with two rows in every table.
// For the newest schema the program makes the tables, for an older one the files of
// generator/snapshot/schema do. Run "node tests/snapshot/schema/make.mjs N" when a new schema
// comes to main, and never again: the fixture stays what snapshots of that time are.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { folder, root, tower } from "../../tower.mjs";

const version = Number(process.argv[2]);
const script = (number) => join(root, `generator/snapshot/schema/${number}.sql`);
const place = folder();
const file = join(place, "data/tower.db");

function sqlite(text, ...options) {
  const { status, stdout, stderr } = spawnSync("sqlite3", ["-bail", ...options, file], { input: text, encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
const rows = (question) => JSON.parse(sqlite(question, "-json") || "[]");

mkdirSync(dirname(file));
if (existsSync(script(version + 1))) {
  for (let number = 1; number <= version; number++) sqlite(readFileSync(script(number), "utf8"));
} else {
  writeFileSync(join(place, "manifest.json"), JSON.stringify({ "tower-export": version, files: {} }));
  const { status, stderr } = tower(["db", "import", place, "-C", place]);
  if (status !== 0) throw new Error(stderr);
}
sqlite(rows("SELECT name FROM sqlite_schema WHERE type = 'trigger'").map(({ name }) => `DROP TRIGGER "${name}";`).join("\n") || "SELECT 1");

// What pages make links, slugs and sections of.
const known = { "source.name": (nth) => `s${nth}`, "source.system": () => "git", "repo.key": (nth) => `o/r${nth}`, "repo.name": (nth) => `r${nth}` };

// A value that the column's own rules allow, another one in the second row where they let.
function value(table, sql, { name, type, pk }, nth) {
  if (known[`${table}.${name}`]) return known[`${table}.${name}`](nth);
  const quoted = `(?<![a-z_])"?${name}"?`;
  const list = new RegExp(`${quoted} IN \\(([^)]*)\\)`).exec(sql)?.[1].split(", ");
  if (list) return list[Math.min(nth, list.length) - 1].replace(/^'|'$/g, "");
  if (new RegExp(`${quoted} IS strftime\\('%Y-%m',`).test(sql)) return `2026-0${nth}`;
  if (new RegExp(`${quoted} IS strftime`).test(sql)) return `2026-0${nth}-02T03:04:05Z`;
  if (new RegExp(`${quoted} IS date`).test(sql)) return `2026-0${nth}-02`;
  if (new RegExp(`json_valid\\(${quoted}\\)`).test(sql)) return name === "fields" || name === "sources" ? "{}" : '["one"]';
  if (new RegExp(`${quoted} GLOB '\\[A-Z\\]`).test(sql)) return "GBP";
  if (type === "BLOB") return null;
  if (type !== "TEXT") return pk || name === "nth" ? nth : 1;
  if (/url$/.test(name)) return `https://example.org/${nth}`;
  return /_at$|^at$/.test(name) ? `2026-0${nth}-02T03:04:05Z` : `${name} ${nth}`;
}

const literal = (given) => (given === null ? "x'78DA010000FFFF00000001'" : typeof given === "number" ? String(given) : `'${given.replaceAll("'", "''")}'`);

const tables = rows("SELECT t.name, s.sql FROM pragma_table_list t JOIN sqlite_schema s ON s.name = t.name WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite%' ORDER BY t.name");
const made = {};
const inserts = [];
function insert({ name, sql }) {
  if (made[name] || name === "generation") return;
  made[name] = [];
  const parents = rows(`SELECT id, seq, "table" AS parent, "from" AS own, "to" AS other FROM pragma_foreign_key_list('${name}') ORDER BY id DESC, seq`);
  for (const { parent } of parents) insert(tables.find((table) => table.name === parent));
  const columns = rows(`SELECT name, type, pk FROM pragma_table_info('${name}')`);
  for (const nth of [1, 2]) {
    const row = Object.fromEntries(columns.map((column) => [column.name, value(name, sql, column, nth)]));
    for (const { parent, own, other } of parents)
      if (parent !== name) row[own] = made[parent][nth - 1][other];
      else if (own !== other) delete row[own]; // of its own kind it has none above it
    if (name === "request" || name.endsWith("_was")) row.run = nth;
    made[name].push(row);
    inserts.push(`INSERT INTO "${name}" (${Object.keys(row).map((key) => `"${key}"`).join(", ")}) VALUES (${Object.values(row).map(literal).join(", ")});`);
  }
}
tables.forEach(insert);
sqlite(`PRAGMA foreign_keys = ON; BEGIN; ${inserts.join("\n")} COMMIT;`);
const schema = rows("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY rowid").map(({ sql }) => `${sql};`);
const generation = tables.some(({ name }) => name === "generation") ? ["INSERT INTO generation VALUES (1);"] : [];
const lines = ["BEGIN;", `PRAGMA application_id = ${0x54776572};`, `PRAGMA user_version = ${version};`, ...schema, ...generation, ...inserts, "COMMIT;"];
writeFileSync(join(dirname(fileURLToPath(import.meta.url)), `${version}.sql`), `-- A snapshot of schema ${version}, made by make.mjs.\n${lines.join("\n")}\n`);
