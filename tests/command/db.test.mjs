// tower db: copies and text of the snapshot, and back. Whatever way a snapshot comes back, it
// gives the same site; whatever bit of a copy is another, it is found.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { before, test } from "node:test";
import { demo, folder, now, site, sql, tower, tree } from "../tower.mjs";

const conf = '[site]\n\ttitle = Copies\n[source "demo"]\n\ttype = github\n\towner = meadowlark\n\towner = kestrel-lab\n\treplay = data/demo\n[edition "public"]\n\tzones = public\n\toutput = public\n[edition "all"]\n\tzones = public, internal, restricted\n\toutput = all\n';
let built;

before(() => {
  built = demo(conf);
  run(built, "build", "-q", "--now", now);
});

function run(path, ...words) {
  const { status, stdout, stderr } = tower([...words, "-C", path]);
  assert.deepEqual([status, stderr], [0, ""], words.join(" "));
  return stdout;
}

function refused(path, words, message, status = 1) {
  const result = tower([...words, "-C", path]);
  assert.deepEqual([result.stderr, result.stdout, result.status], [`tower: error: ${message}\n`, "", status]);
}

const file = (path) => join(path, "data/tower.db");
function copy(...without) {
  const path = folder();
  cpSync(built, path, { recursive: true, preserveTimestamps: true });
  for (const name of without) rmSync(join(path, name), { recursive: true, force: true });
  return path;
}
// The site's folder as it is where there is no snapshot yet.
const bare = () => copy("public", "all", "data/tower.db", ...["lock", "sha256"].map((ending) => `data/tower.db.${ending}`), "data/tower.db-wal", "data/tower.db-shm");
const published = (path) => ["public", "all"].map((edition) => tree(join(path, edition)));
const sqlite = (database, script, ...options) => {
  const { status, stdout, stderr } = spawnSync("sqlite3", [...options, database, script], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return stdout;
};
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

test("a backup gives the same site, and says what it holds", () => {
  const backup = join(folder(), "backup.db");
  assert.match(run(built, "db", "backup", backup), /backup\.db: backed up: \d{4,} rows in \d{2,} tables, schema \d+\n$/);
  assert.deepEqual(readdirSync(join(backup, "..")).sort(), ["backup.db", "backup.db.sha256"]);
  assert.equal(spawnSync("sha256sum", ["-c", "backup.db.sha256"], { cwd: join(backup, ".."), encoding: "utf8" }).stdout, "backup.db: OK\n");
  const path = bare();
  assert.match(run(path, "db", "restore", backup), /tower\.db: restored: /);
  run(path, "render", "-q", "--now", now);
  assert.deepEqual(published(path), published(built));
  assert.match(run(path, "db", "verify"), /every byte is as it was written/);
});

test("a backup does not replace a file unasked, nor the snapshot ever", () => {
  const path = copy();
  const backup = join(folder(), "backup.db");
  writeFileSync(backup, "mine");
  refused(path, ["db", "backup", backup], `${backup}: is there already; --force replaces it`);
  assert.equal(readFileSync(backup, "utf8"), "mine");
  run(path, "db", "backup", "--force", backup);
  assert.match(run(path, "db", "verify", backup), /every byte/);
  refused(path, ["db", "backup", "--force", file(path)], `${file(path)}: is the snapshot itself`);
  refused(path, ["db", "backup", path], `${path}: is a folder; name a file`);
  refused(path, ["db", "backup", "a\nb"], "tower: a backup's name has no control characters and no '\\'", 2);
  const empty = bare();
  refused(empty, ["db", "backup", join(path, "x")], `${file(empty)}: there is no snapshot; tower build makes one`);
  refused(empty, ["db", "export", join(path, "x")], `${file(empty)}: there is no snapshot; tower build makes one`);
});

// Numbers that look random and are the same in every run.
function* numbers(seed) {
  for (let state = seed; ; ) yield (state = (state * 1103515245 + 12345) % 2147483648) >> 8;
}

test("every flipped bit of a backup, and of a snapshot at rest, is found", () => {
  const path = copy();
  const backup = join(folder(), "backup.db");
  run(path, "db", "backup", backup);
  const drawn = numbers(7);
  for (const target of [backup, file(path)]) {
    const whole = readFileSync(target);
    const places = [0, 17, 60, 100, whole.length - 1, ...Array.from({ length: 20 }, () => drawn.next().value % whole.length)];
    for (const place of places) {
      const bytes = Buffer.from(whole);
      bytes[place] ^= 1 << drawn.next().value % 8;
      writeFileSync(target, bytes);
      const { status, stderr, stdout } = tower(["db", "verify", target, "-C", path]);
      assert.deepEqual([status, stdout], [1, ""], `byte ${place}`);
      assert.equal(stderr, `tower: error: ${target}: is not the file that ${target}.sha256 was written for: it is damaged, or another program wrote into it\n`);
      if (target === backup) assert.equal(tower(["db", "restore", target, "-C", path]).status, 1);
    }
    writeFileSync(target, whole);
    run(path, "db", "verify", target);
  }
});

test("without a checksum, what the schema can tell is found, and the rest is not promised", () => {
  const cases = [
    ["UPDATE issue SET title = title || '.'", null],
    ["PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = 3 WHERE name = 'issue'", /is damaged \(.+\)/],
    ["PRAGMA ignore_check_constraints = 1; UPDATE issue SET state = 'opeN' WHERE number = 1", /is damaged \(CHECK constraint failed in issue\)/],
    ["PRAGMA foreign_keys = 0; DROP TRIGGER repo_cascaded; DELETE FROM repo WHERE key = 'kestrel-lab/homelab'", /is damaged \(a row of table .+ refers to one of repo that is missing\)/],
    ["CREATE TABLE more (x)", /its tables are not those of schema \d+/],
    ["CREATE VIEW mine AS SELECT 1 AS x", /its tables are not those of schema \d+/],
    ["PRAGMA user_version = 99", /was written by a newer version of this program \(schema 99\); use that version/],
    ["PRAGMA application_id = 5", /is no snapshot of this program/],
  ];
  for (const [script, message] of cases) {
    const path = copy("data/tower.db.sha256");
    const backup = join(folder(), "backup.db");
    sqlite(file(path), script, "-cmd", ".dbconfig defensive off");
    const { status, stdout, stderr } = tower(["db", "verify", "-C", path]);
    if (!message) assert.match(stdout, /nothing wrong that SQLite could notice \(no checksum stands beside it\)/, script);
    else assert.match(stderr, message, script);
    assert.equal(status, message ? 1 : 0, script);
    assert.equal(tower(["db", "backup", backup, "-C", path]).status, status, script);
    assert.equal(existsSync(backup), status === 0, "no backup is made of what is not whole");
  }
});

test("refused: what is no snapshot", () => {
  const path = copy();
  const other = join(folder(), "other");
  refused(path, ["db", "verify", other], `${other}: No such file or directory`);
  refused(path, ["db", "restore", other], `${other}: No such file or directory`);
  writeFileSync(other, "words".repeat(1000));
  refused(path, ["db", "verify", other], `${other}: is damaged (file is not a database)`);
  refused(path, ["db", "restore", other], `${other}: is damaged (file is not a database)`);
  writeFileSync(other, "");
  refused(path, ["db", "verify", other], `${other}: is no snapshot of this program`);
  assert.match(run(path, "db", "verify"), /every byte/);
});

test("what is restored over is kept, and nothing of it comes back by its log", () => {
  const path = copy();
  const backup = join(folder(), "backup.db");
  run(path, "db", "backup", backup);
  const text = "UPDATE repo SET description = 'Later'";
  // A writer that was interrupted leaves its log.
  const writer = spawnSync("sqlite3", [file(path)], { input: `PRAGMA wal_autocheckpoint = 0;\n${text};\n.shell kill -9 $PPID\n`, encoding: "utf8" });
  assert.equal(writer.signal, "SIGKILL");
  assert.ok(readFileSync(`${file(path)}-wal`).length > 0);
  const { stdout, stderr, status } = tower(["db", "restore", backup, "-C", path]);
  assert.deepEqual([status, stderr], [0, `What was there is kept as ${file(path)}.before-restore\n`]);
  assert.match(stdout, /restored/);
  assert.equal(sql(path, "SELECT count(*) AS n FROM repo WHERE description = 'Later'")[0].n, 0);
  assert.ok(Number(sqlite(`${file(path)}.before-restore`, "SELECT count(*) FROM repo WHERE description = 'Later'")) > 0);
  run(path, "render", "-q", "--now", now);
  assert.deepEqual(published(path), published(built));
});

test("an export is the same every time, and what is imported from it gives the same site", () => {
  const one = folder(), other = folder();
  run(built, "db", "export", one);
  const path = bare();
  assert.match(run(path, "db", "import", one), /tower\.db: imported: \d{4,} rows\n$/);
  run(path, "db", "export", other);
  assert.deepEqual(tree(other), tree(one));
  run(path, "render", "-q", "--now", now);
  assert.deepEqual(published(path), published(built));
  assert.match(run(built, "db", "export", one), /, 0 written, 0 removed\n$/);
  for (const [name, { sha256: hash, rows }] of Object.entries(JSON.parse(readFileSync(join(one, "manifest.json"))).files)) {
    const text = readFileSync(join(one, name), "utf8");
    assert.deepEqual([sha256(text), text.trimEnd().split("\n").length], [hash, rows], name);
    for (const line of text.trimEnd().split("\n")) assert.deepEqual(Object.keys(JSON.parse(line)), Object.keys(JSON.parse(line)).sort(), name);
  }
});

test("values of every kind come back as they were", () => {
  const path = copy();
  sqlite(file(path), `INSERT INTO archive_day (edition, day) VALUES ('public', '2026-11-20');
    INSERT INTO archive VALUES ('public', '2026-11-20', 'html', NULL, x'00ff80'), ('public', '2026-11-20', 'md', NULL, x''), ('public', '2026-11-20', 'json', NULL, x'61');
    DELETE FROM point; INSERT INTO point (edition, metric, source, repo, day, value) VALUES ('public', 'score', 'demo', 'kestrel-lab/homelab', '2026-11-20', 0.1 + 0.2), ('public', 'score', 'demo', 'kestrel-lab/homelab', '2026-11-19', 9e999), ('public', 'score', 'demo', 'kestrel-lab/homelab', '2026-11-18', -9e999), ('public', 'score', 'demo', 'kestrel-lab/homelab', '2026-11-17', NULL), ('public', 'score', 'demo', 'kestrel-lab/homelab', '2026-11-16', 5.0), ('public', 'score', 'demo', 'kestrel-lab/homelab', '2026-11-15', 5e-324);
    UPDATE repo SET description = 'a' || char(0) || 'b' || char(10) || char(8232) || '"\\' WHERE key = 'kestrel-lab/homelab';
    UPDATE repo SET description = CAST(x'c328ff' AS TEXT), size_kb = 9223372036854775807 WHERE key = 'kestrel-lab/dotfiles'`);
  const [one, other] = [folder(), folder()];
  run(path, "db", "export", one);
  const target = bare();
  run(target, "db", "import", one);
  const dump = (database) => sqlite(database, "SELECT quote(content) FROM archive WHERE day = '2026-11-20' ORDER BY format; SELECT typeof(value), quote(value), value = 0.1 + 0.2, value = 5e-324 FROM point ORDER BY day; SELECT hex(description), size_kb FROM repo ORDER BY key");
  assert.equal(dump(file(target)), dump(file(path)));
  assert.match(dump(file(target)), /X'00FF80'[\s\S]*C328FF\|9223372036854775807/);
  run(target, "db", "export", other);
  assert.deepEqual(tree(other), tree(one));
});

test("only what an export made is removed from its folder", () => {
  const path = copy();
  const out = folder();
  run(path, "db", "export", out);
  mkdirSync(join(out, ".git"));
  writeFileSync(join(out, ".git/config"), "mine");
  writeFileSync(join(out, "README"), "mine");
  writeFileSync(join(out, "issue/notes.jsonl"), "mine");
  const months = readdirSync(join(out, "commit_day"));
  sqlite(file(path), "DELETE FROM commit_day");
  assert.match(run(path, "db", "export", out), new RegExp(`, 1 written, ${months.length} removed\n$`));
  assert.ok(!existsSync(join(out, "commit_day")));
  for (const name of [".git/config", "README", "issue/notes.jsonl"]) assert.equal(readFileSync(join(out, name), "utf8"), "mine");
  run(bare(), "db", "import", out);
});

const broken = {
  "a changed letter": ["repo.jsonl", (text) => text.replace("homelab", "homelaB"), (name, text) => `${name}: is not the file that manifest.json names (SHA-256 ${sha256(text)}); export again, or take both from the same moment`],
};
// These lines are wrong although the manifest names them.
const wrong = {
  "no JSON": [(line) => line.replace("{", ""), /:2: (end of file|'\[' or '\{') expected/],
  "no object": [() => "[]", /:2: is no JSON object/],
  "an unknown column": [(line) => line.replace("{", '{"colour":1,'), /:2: colour is no column of the table/],
  "a column of another type": [(line) => line.replace(/"stars":\d+/, '"stars":"many"'), /:2: stars is no INTEGER/],
  "a value that the schema refuses": [(line) => line.replace(/"stars":\d+/, '"stars":-1'), /:2: CHECK constraint failed: stars >= 0/],
  "a missing key": [(line) => line.replace(/"key":"[^"]+",/, ""), /:2: NOT NULL constraint failed: repo.key/],
  "a member twice": [(line) => line.replace("{", '{"key":"x",'), /:2: duplicate object key/],
  "a row twice": [(line, lines) => lines[0], /:2: UNIQUE constraint failed: repo.source, repo.key/],
};

test("refused: what is no export, or is damaged, with file and line; nothing is imported", () => {
  const whole = folder();
  run(built, "db", "export", whole);
  const target = bare();
  const attempt = (change) => {
    const out = folder();
    cpSync(whole, out, { recursive: true });
    change(out);
    const { status, stderr } = tower(["db", "import", out, "-C", target]);
    assert.equal(status, 1);
    assert.deepEqual(readdirSync(join(target, "data")).filter((name) => name.startsWith("tower.db") && name !== "tower.db.lock"), []);
    assert.deepEqual(readdirSync(join(target, "data")).filter((name) => name.startsWith(".")), []);
    return stderr.replaceAll(out, "OUT");
  };
  const rename = (out, name, change) => {
    const text = change(readFileSync(join(out, name), "utf8"));
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json")));
    manifest.files[name].sha256 = sha256(text);
    writeFileSync(join(out, name), text);
    writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest));
  };
  const manifest = (out, change) => writeFileSync(join(out, "manifest.json"), change(readFileSync(join(out, "manifest.json"), "utf8")));
  assert.equal(attempt((out) => rmSync(join(out, "manifest.json"))), "tower: error: OUT: is no export: it has no manifest.json\n");
  for (const change of [() => "{}", () => "", (text) => text.slice(1), (text) => text.replace('"repo.jsonl"', '"../repo.jsonl"'), (text) => text.replace('"repo.jsonl"', '"repo/../../x.jsonl"'), (text) => text.replace('"repo.jsonl"', '"/repo.jsonl"'), (text) => text.replace('"repo.jsonl"', '"repo/.jsonl"')])
    assert.equal(attempt((out) => manifest(out, change)), "tower: error: OUT/manifest.json: is not the manifest of an export\n");
  assert.equal(attempt((out) => manifest(out, (text) => text.replace(/"tower-export": \d+/, '"tower-export": 99'))), "tower: error: OUT: was exported by a newer version of this program (schema 99); use that version\n");
  assert.equal(attempt((out) => manifest(out, (text) => text.replace('"repo.jsonl"', '"rope.jsonl"'))), "tower: error: OUT/rope.jsonl: the schema has no such table\n");
  assert.equal(attempt((out) => manifest(out, (text) => text.replace('"repo.jsonl"', '"markdown.jsonl"'))), "tower: error: OUT/markdown.jsonl: the schema has no such table\n");
  assert.equal(attempt((out) => rmSync(join(out, "repo.jsonl"))), "tower: error: OUT/repo.jsonl: No such file or directory\n");
  for (const [name, change, message] of Object.values(broken)) {
    let text;
    const said = attempt((out) => { text = change(readFileSync(join(out, name), "utf8")); writeFileSync(join(out, name), text); });
    assert.equal(said, `tower: error: ${message(`OUT/${name}`, text)}\n`);
  }
  for (const [what, [change, message]] of Object.entries(wrong)) {
    const said = attempt((out) => rename(out, "repo.jsonl", (text) => text.split("\n").map((line, i, lines) => (i === 1 ? change(line, lines) : line)).join("\n")));
    assert.match(said, /^tower: error: OUT\/repo\.jsonl:2: /, what);
    assert.match(said, message, what);
  }
  assert.match(attempt((out) => rename(out, "repo.jsonl", (text) => text.trimEnd())), /repo\.jsonl:\d+: is not ended\n$/);
  assert.match(attempt((out) => manifest(out, (text) => text.replace(/ {2}"source\.jsonl".*\n/, ""))), /^tower: error: OUT: a row of table .+ refers to one of source that is missing\n$/);
});

test("import replaces a snapshot only when told to, and keeps it", () => {
  const out = folder();
  run(built, "db", "export", out);
  const path = copy();
  refused(path, ["db", "import", out], `${file(path)}: there is a snapshot already; --force replaces it and keeps it as ${file(path)}.before-import`);
  sqlite(file(path), "UPDATE repo SET description = 'Mine'");
  const { status, stderr } = tower(["db", "import", "--force", out, "-C", path]);
  assert.deepEqual([status, stderr], [0, `What was there is kept as ${file(path)}.before-import\n`]);
  assert.ok(Number(sqlite(`${file(path)}.before-import`, "SELECT count(*) FROM repo WHERE description = 'Mine'")) > 0);
  assert.equal(sql(path, "SELECT count(*) AS n FROM repo WHERE description = 'Mine'")[0].n, 0);
});

test("no trigger of a backup is ever run", () => {
  const path = copy();
  const backup = join(folder(), "backup.db");
  run(path, "db", "backup", backup);
  sqlite(backup, "CREATE TRIGGER mine AFTER UPDATE ON source BEGIN DELETE FROM repo; END");
  rmSync(`${backup}.sha256`);
  assert.match(tower(["db", "restore", backup, "-C", path]).stderr, /warning: .*has no checksum beside it: a changed letter would not be noticed\n/);
  sqlite(file(path), "SELECT 1");
  assert.equal(sqlite(file(path), "SELECT count(*) FROM sqlite_schema WHERE name = 'mine'"), "0\n");
  assert.ok(sql(path, "SELECT count(*) AS n FROM repo")[0].n > 3);
});

test("the words of the group", () => {
  const path = site({});
  const help = tower(["db", "--help"], { cwd: path });
  assert.deepEqual([help.status, help.stderr], [0, ""]);
  for (const word of ["backup", "verify", "restore", "export", "import"]) assert.match(help.stdout, new RegExp(`^ {2}db ${word} {2,}\\S`, "m"));
  assert.doesNotMatch(help.stdout, /^ {2}build/m);
  assert.equal(tower(["db"], { cwd: path }).status, 2);
  refused(path, ["db", "bakup"], "tower: there is no command 'db bakup'; did you mean 'db backup'?", 2);
  refused(path, ["db", "verify", "a", "b"], "tower: db verify does not take 'b'", 2);
  refused(path, ["db", "restore"], "tower: db restore needs FILE", 2);
  refused(path, ["db", "verify", "--force"], "tower: db verify has no option '--force'", 2);
  const missing = join(path, "missing");
  for (const words of [["db", "restore", "x"], ["db", "import", "x"]]) {
    refused(missing, words, `${missing}: there is no such folder`);
    assert.ok(!existsSync(missing), basename(missing));
  }
});
