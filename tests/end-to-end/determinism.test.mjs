// The same snapshot, site folder and time give the same bytes, wherever and however the
// program is run; and only what differs is written.
import assert from "node:assert/strict";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { basename, dirname, join } from "node:path";
import { before, test } from "node:test";
import { demo, folder, git, now, sql, tower, tree } from "../tower.mjs";

const conf = '[site]\n\turl = https://example.org/tower/\n[source "demo"]\n\ttype = github\n\towner = meadowlark\n\towner = kestrel-lab\n\treplay = data/demo\n[source "here"]\n\ttype = git\n\tpath = checkout\n';
let built, output;

function run(path, words, options = {}) {
  const result = tower([...words, "-q", "--now", now], { cwd: path, ...options });
  assert.equal(result.stderr, "");
  assert.equal(result.status, 0);
}

function copy() {
  const path = folder();
  cpSync(built, path, { recursive: true });
  return path;
}

before(() => {
  built = demo(conf);
  const checkout = join(built, "checkout");
  mkdirSync(checkout);
  git(checkout, "init", "-q", "-b", "main");
  writeFileSync(join(checkout, "README.md"), "# Größe\n");
  git(checkout, "add", ".");
  git(checkout, "-c", "commit.gpgsign=false", "commit", "-q", "--date", "2026-11-01T12:00:00+13:00", "-m", "Begin");
  run(built, ["build"]);
  output = tree(join(built, "public"));
  assert.ok(Object.keys(output).length > 25);
});

test("rendered into a fresh folder: the same bytes", () => {
  const path = copy();
  rmSync(join(path, "public"), { recursive: true });
  run(path, ["render"]);
  assert.deepEqual(tree(join(path, "public")), output);
});

test("from the start, in another folder, rights and order of files: the same bytes", () => {
  const path = join(folder(), "a folder, so to speak");
  mkdirSync(path);
  for (const name of ["site.conf", "data", "checkout"]) cpSync(join(built, name), join(path, name), { recursive: true });
  for (const name of readdirSync(join(path, "data"))) if (name.startsWith("tower.db")) rmSync(join(path, "data", name));
  const recordings = join(path, "data/demo");
  for (const { name } of readdirSync(recordings, { withFileTypes: true }).filter((entry) => entry.isFile()).reverse()) {
    const text = readFileSync(join(recordings, name));
    rmSync(join(recordings, name));
    writeFileSync(join(recordings, name), text);
    chmodSync(join(recordings, name), 0o400);
  }
  run(path, ["build"]);
  assert.deepEqual(tree(join(path, "public")), output);
});

// Every row gets another place in its table: the last one comes first.
function turn(path) {
  const file = join(path, "data/tower.db");
  const ask = (question) => JSON.parse(spawnSync("sqlite3", ["-json", file, question], { encoding: "utf8" }).stdout || "[]");
  const triggers = ask("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
  const tables = ask(`SELECT t.name, group_concat('"' || c.name || '"') AS columns FROM pragma_table_list t, pragma_table_info(t.name) c
    WHERE t.schema = 'main' AND t.type = 'table' AND NOT t.wr AND t.name NOT LIKE 'sqlite%' GROUP BY t.name HAVING NOT max(c.pk AND c.type = 'INTEGER' AND t.ncol > 1 AND (SELECT count(*) FROM pragma_table_info(t.name) WHERE pk) = 1)`);
  const script = [
    "PRAGMA foreign_keys = OFF; BEGIN;", ...triggers.map(({ name }) => `DROP TRIGGER "${name}";`),
    ...tables.map(({ name, columns }) => `CREATE TEMP TABLE kept AS SELECT ${columns} FROM "${name}" ORDER BY rowid DESC; DELETE FROM "${name}"; INSERT INTO "${name}" (${columns}) SELECT ${columns} FROM kept ORDER BY rowid; DROP TABLE kept;`),
    ...triggers.map(({ sql: text }) => `${text};`), "COMMIT;",
  ];
  const { stderr } = spawnSync("sqlite3", ["-bail", file], { input: script.join("\n"), encoding: "utf8" });
  assert.equal(stderr, "");
  assert.ok(tables.length > 30);
}

test("with the rows of every table turned round: the same bytes", () => {
  const path = copy();
  turn(path);
  rmSync(join(path, "public"), { recursive: true });
  run(path, ["analyse"]);
  run(path, ["render"]);
  const made = tree(join(path, "public"));
  assert.deepEqual(Object.keys(output).filter((name) => !made[name]?.equals(output[name])), []);
  assert.deepEqual(Object.keys(made), Object.keys(output));
});

const places = { TZ: ["Pacific/Auckland", "America/St_Johns"], LC_ALL: ["tr_TR.UTF-8", "C"], LANG: ["de_DE.UTF-8"], LANGUAGE: ["ar"], COLUMNS: ["10"] };
for (const [name, values] of Object.entries(places))
  for (const value of values)
    test(`with ${name}=${value}: the same bytes`, () => {
      const path = copy();
      rmSync(join(path, "public"), { recursive: true });
      run(path, ["analyse"], { env: { [name]: value } });
      run(path, ["render"], { env: { [name]: value } });
      assert.deepEqual(tree(join(path, "public")), output);
    });

test("from another folder with -C, absolute, relative, through a link: the same bytes", () => {
  const path = copy();
  const link = `${path}-link`;
  symlinkSync(path, link);
  for (const [cwd, given] of [["/", path], [dirname(path), basename(path)], [join(path, "data"), ".."], ["/", link], [path, "."]]) {
    rmSync(join(path, "public"), { recursive: true });
    run(cwd, ["render", "-C", given]);
    assert.deepEqual(tree(join(path, "public")), output, given);
  }
  rmSync(link);
});

test("the time may come from SOURCE_DATE_EPOCH", () => {
  const path = copy();
  rmSync(join(path, "public"), { recursive: true });
  for (const command of ["analyse", "render"]) {
    const { status, stderr } = tower([command, "-q"], { cwd: path, env: { SOURCE_DATE_EPOCH: String(Date.parse(now) / 1000) } });
    assert.deepEqual([status, stderr], [0, ""]);
  }
  assert.deepEqual(tree(join(path, "public")), output);
});

// Every file's time is set back, so that one that is written again shows.
function age(path) {
  for (const name of Object.keys(tree(path))) utimesSync(join(path, name), 1e9, 1e9);
}
const touched = (path) => Object.keys(tree(path)).filter((name) => statSync(join(path, name)).mtimeMs !== 1e12);

test("rendering again changes nothing on the disk; building again what tells of the run", () => {
  const path = copy();
  age(join(path, "public"));
  run(path, ["render"]);
  assert.deepEqual(touched(join(path, "public")), []);
  run(path, ["analyse"]);
  run(path, ["render"]);
  assert.deepEqual(touched(join(path, "public")), []);
  run(path, ["build"]);
  assert.deepEqual(touched(join(path, "public")).filter((name) => !/^(sources|index|metrics|changes|archive\/2026-11-21\/index)\./.test(name) && !name.startsWith("repo/here/")), []);
});

test("nothing stands in the output folder but what the manifest lists", () => {
  const { files } = JSON.parse(output["manifest.json"]);
  assert.deepEqual([...files, "manifest.json"].sort(), Object.keys(output).sort());
  assert.deepEqual(readdirSync(join(built, "public")).filter((name) => name.startsWith(".")), []);
});

test("what the program never made is not touched", () => {
  const path = copy();
  const own = { "mine.txt": "mine", "repo/mine.html": "mine", "repo/demo/meadowlark/old/mine.md": "mine", ".nojekyll": "", "CNAME": "example.org\n" };
  for (const [name, text] of Object.entries(own)) {
    mkdirSync(dirname(join(path, "public", name)), { recursive: true });
    writeFileSync(join(path, "public", name), text);
  }
  age(join(path, "public"));
  run(path, ["build"]);
  for (const name of Object.keys(own)) {
    assert.equal(readFileSync(join(path, "public", name), "utf8"), own[name]);
    assert.equal(statSync(join(path, "public", name)).mtimeMs, 1e12, name);
  }
});

test("the page of a repository that vanished is removed, and folders that are empty then", () => {
  const path = copy();
  assert.ok(existsSync(join(path, "public/repo/demo/kestrel-lab/dotfiles.html")));
  const recording = join(path, "data/demo/kestrel-lab-repos.http");
  const [head, body] = readFileSync(recording, "utf8").split("\n\n");
  writeFileSync(recording, `${head}\n\n${JSON.stringify(JSON.parse(body).filter((repo) => repo.name !== "dotfiles"))}`);
  run(path, ["build"]);
  assert.deepEqual(readdirSync(join(path, "public/repo/demo/kestrel-lab")), ["homelab", "idea-notebook"].flatMap((name) => ["-health.svg", ".html", ".json", ".md"].map((ending) => `${name}${ending}`)));
  assert.doesNotMatch(readFileSync(join(path, "public/manifest.json"), "utf8"), /dotfiles/);
  assert.deepEqual(sql(path, "SELECT key FROM repo WHERE name = 'dotfiles'"), []);
  writeFileSync(join(path, "site.conf"), conf.replace("\towner = kestrel-lab\n", ""));
  run(path, ["build"]);
  assert.ok(!existsSync(join(path, "public/repo/demo/kestrel-lab")));
  assert.ok(existsSync(join(path, "public/repo/demo/meadowlark/web-shop.html")));
});

test("a manifest that names files elsewhere removes nothing there", () => {
  const path = copy();
  writeFileSync(join(path, "precious.txt"), "precious");
  writeFileSync(join(path, "public/manifest.json"), JSON.stringify({ files: ["../precious.txt", "/etc/hostname", "../site.conf", "", ".", "a/../../precious.txt", 1, null, { a: 1 }] }));
  run(path, ["render"]);
  assert.equal(readFileSync(join(path, "precious.txt"), "utf8"), "precious");
  assert.ok(existsSync(join(path, "site.conf")));
  assert.deepEqual(tree(join(path, "public")), output);
  for (const broken of ["", "[", "[]", '{"files": 1}', "null", "\xff"]) {
    writeFileSync(join(path, "public/manifest.json"), broken, "latin1");
    run(path, ["render"]);
    assert.deepEqual(tree(join(path, "public")), output);
  }
});
