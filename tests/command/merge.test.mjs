// A portfolio that is collected in shares, on several machines, and united: the same site as
// if one had collected it; whoever is named first; and nothing is believed of a file but rows.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { issue, listen, repository, towerAsync, user } from "../collect/server.mjs";
import { demo, folder, git, now, site, sql, tower, tree } from "../tower.mjs";

const tomorrow = "2026-11-22T21:00:00Z";
const editions = '[edition "public"]\n\tzones = public\n\toutput = public\n[edition "private"]\n\tzones = public, internal, restricted\n\toutput = private\n';
const shares = ["1/3", "2/3", "3/3"];
const owners = ["ada", "bob", "cleo"];
const names = ["forge", "garden", "harbour", "island"];

const file = (path) => join(path, "data/tower.db");
const run = async (path, ...words) => {
  const result = await towerAsync([...words, "-q", "-C", path]);
  assert.equal(result.status, 0, result.stderr);
};
const finish = async (path, at = now) => {
  for (const command of ["analyse", "render"]) await run(path, command, "--now", at);
};

function sqlite(database, script) {
  const { status, stdout, stderr } = spawnSync("sqlite3", [database, script], { encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return stdout;
}
const dump = (database, tables = "") => sqlite(database, `.dump ${tables}`);

function merge(out, ...inputs) {
  const { status, stdout, stderr } = tower(["merge", "-q", out, ...inputs]);
  assert.deepEqual([status, stdout, stderr], [0, "", ""]);
  return out;
}

function permutations(items) {
  return items.length < 2 ? [items] : items.flatMap((item, i) => permutations(items.filter((_, other) => other !== i)).map((rest) => [item, ...rest]));
}

// Figures of requests are those of all shares together: the lists are asked by each.
function withoutFigures(files) {
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) =>
    [name, /^sources\.(html|md|json)$/.test(name) ? bytes.toString().replace(/requests: .*errors: \d+|[\d.]+ s(?=<\/dd>|$)|"(asked|cached|requests|failed|seconds|took|errors|repeated|waited|bytes)": [^,}]+/gm, "requests") : name === "metrics.prom" ? bytes.toString().replace(/^tower_source_(request|received|waited).*\n/gm, "") : bytes]));
}

function assertSameSite(one, other) {
  for (const edition of ["public", "private"]) {
    const [left, right] = [one, other].map((path) => withoutFigures(tree(join(path, edition))));
    assert.ok(Object.keys(left).length > 10);
    assert.deepEqual(Object.keys(left), Object.keys(right));
    for (const name of Object.keys(left)) assert.equal(String(left[name]), String(right[name]), `${edition}/${name}`);
  }
}

// Answers as GitHub does: with an ETag, and 304 to who has it.
const tagged = (body) => (request) => {
  const etag = `"${createHash("sha256").update(JSON.stringify(body)).digest("hex")}"`;
  const known = request.headers["if-none-match"] === etag;
  return { status: known ? 304 : 200, headers: { etag }, body: known ? "" : body };
};

// Three owners, twelve repositories: one private, one whose issues fail, one without any, one
// with an issue that the schema refuses.
function portfolio() {
  const answers = {};
  for (const owner of owners) {
    answers[`/users/${owner}`] = tagged(user(owner));
    answers[`/users/${owner}/repos`] = tagged(names.map((name) =>
      repository(owner, name, { private: owner === "ada" && name === "garden", license: { spdx_id: "MIT" }, description: `${name} of ${owner}` })));
    names.forEach((name, i) => {
      answers[`/repos/${owner}/${name}/issues`] = tagged(Array.from({ length: 3 + i }, (_, n) => issue(n + 1, { labels: [{ name: n % 2 ? "bug" : "priority: high" }] })));
    });
  }
  answers["/repos/bob/forge/issues"] = { status: 500, body: "no" };
  answers["/repos/bob/garden/issues"] = { status: 410, body: '{"message":"gone"}' };
  answers["/repos/cleo/harbour/issues"] = tagged([issue(1), issue(2, { state: "strange" }), issue(3)]);
  return answers;
}

const conf = (url, who = owners) => `[source "forge"]\n\ttype = github\n\turl = ${url}\n\tretries = 0\n${who.map((owner) => `\towner = ${owner}\n`).join("")}${editions}`;

function start(text, database) {
  const path = site({ "site.conf": text });
  mkdirSync(join(path, "data"));
  if (database) copyFileSync(database, file(path));
  return path;
}

const issuesAsked = (asked) => asked.map(({ target }) => /^\/repos\/([^/]+\/[^/]+)\/issues\?/.exec(target)?.[1]).filter(Boolean);

// Collects each share at its time; gives what each asked and its snapshot.
async function collectShares(server, { text = conf(server.url), at = [now, now, now], from, words = [], each = () => {} } = {}) {
  const collected = [];
  for (const [i, share] of shares.entries()) {
    const path = start(text, from);
    server.asked.length = 0;
    each(share);
    await run(path, "collect", "--shard", share, "--now", at[i], ...words);
    collected.push({ path, database: file(path), asked: server.asked.map(({ target }) => target), issues: new Set(issuesAsked(server.asked)) });
  }
  return collected;
}

const server = await listen(portfolio());

describe("a portfolio on a forge", () => {
  let whole, collected, united;
  const databases = () => collected.map(({ database }) => database);

  before(async () => {
    whole = start(conf(server.url));
    await run(whole, "build", "--now", now);
    collected = await collectShares(server);
    united = start(conf(server.url));
    merge(file(united), ...databases());
    await finish(united);
  });

  test("the united site is that of one machine", () => assertSameSite(whole, united));

  test("it has what is worth comparing", () => {
    const count = (question) => sql(united, `SELECT count(*) AS n FROM ${question}`)[0].n;
    assert.equal(count("repo"), 12);
    assert.equal(count("repo WHERE zone = 'internal'"), 1);
    assert.equal(count("issue"), sql(whole, "SELECT count(*) AS n FROM issue")[0].n);
    assert.ok(count("issue") > 40);
    assert.equal(count("reject"), 1);
    assert.equal(count("scope WHERE repo = 'bob/forge' AND declaration = 'github/issues' AND outcome = 'failed'"), 1);
    assert.equal(sqlite(file(united), "PRAGMA integrity_check; PRAGMA foreign_key_check"), "ok\n");
  });

  test("each repository's issues were asked for by exactly one share, the lists by every one", () => {
    const everybody = owners.flatMap((owner) => names.map((name) => `${owner}/${name}`)).sort();
    assert.deepEqual(collected.flatMap(({ issues }) => [...issues]).sort(), everybody);
    for (const { asked, issues } of collected) {
      assert.ok(issues.size > 0 && issues.size < 12);
      for (const owner of owners) assert.ok(asked.some((target) => target.startsWith(`/users/${owner}/repos?`)));
    }
  });

  test("one run; all requests of all shares", () => {
    assert.deepEqual(sql(united, "SELECT id, started_at FROM run"), [{ id: 1, started_at: now }]);
    const requests = (path) => sql(path, "SELECT count(*) AS n, sum(bytes) AS bytes FROM request WHERE run = 1")[0];
    const parts = collected.map(({ path }) => requests(path));
    assert.deepEqual(requests(united), { n: parts.reduce((sum, { n }) => sum + n, 0), bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0) });
  });

  test("in whichever order they are named: the same bytes of every row", () => {
    const dumps = permutations(databases()).map((order) => dump(merge(join(folder(), "tower.db"), ...order)));
    assert.equal(dumps.length, 6);
    assert.equal(new Set(dumps).size, 1);
  });

  test("united again on top of itself: nothing changes", () => {
    const out = merge(join(folder(), "tower.db"), ...databases());
    const first = dump(out);
    merge(out, ...databases());
    assert.equal(dump(out), first);
  });

  test("one by one: the same facts", () => {
    const out = join(folder(), "tower.db");
    for (const database of databases()) merge(out, database);
    assert.equal(dump(out, "repo issue reject scope"), dump(file(united), "repo issue reject scope"));
  });

  test("an input is as it was before, and nothing stands beside it", () => {
    const path = folder();
    const inputs = databases().map((database, i) => {
      copyFileSync(database, join(path, `${i}.db`));
      return join(path, `${i}.db`);
    });
    const bytes = inputs.map((name) => readFileSync(name));
    merge(join(folder(), "tower.db"), ...inputs);
    inputs.forEach((name, i) => assert.ok(readFileSync(name).equals(bytes[i])));
    assert.deepEqual(readdirSync(path).sort(), ["0.db", "1.db", "2.db"]);
  });

  test("a repository more moves no other to another share", async () => {
    const more = await listen({ ...portfolio(), "/users/ada/repos": names.concat("jungle").map((name) => repository("ada", name)) });
    for (const [i, { issues }] of (await collectShares(more)).entries()) {
      issues.delete("ada/jungle");
      assert.deepEqual([...issues].sort(), [...collected[i].issues].sort());
    }
  });

  test("one share of one is everything", async () => {
    const path = start(conf(server.url));
    await run(path, "build", "--shard", "1/1", "--now", now);
    assertSameSite(whole, path);
  });

  // The night after: each share goes on from what was united.
  for (const words of [[], ["--full"]])
    test(`the next night ${words.join(" ")}: closed, opened, removed, made public`, async () => {
      const next = await listen(portfolio());
      const text = conf(next.url);
      const [alone, together] = [start(text, file(whole)), start(text)];
      sqlite(file(alone), "UPDATE run SET kept = 0"); // in a new file there is no night to compare with
      next.answers["/users/ada/repos"] = tagged([repository("ada", "forge", { description: null }), repository("ada", "garden"), repository("ada", "harbour", { pushed_at: "2026-11-22T01:00:00Z" })]);
      next.answers["/repos/ada/garden/issues"] = tagged([issue(1, { state: "closed", updated_at: "2026-11-22T02:00:00Z" }), issue(9, { updated_at: "2026-11-22T03:00:00Z" })]);
      next.answers["/repos/ada/forge/issues"] = tagged([]);
      next.answers["/repos/bob/forge/issues"] = tagged([issue(1)]);
      next.answers["/repos/cleo/forge/issues"] = { status: 500, body: "no" };
      await run(alone, "build", "--now", tomorrow, ...words);
      const parts = await collectShares(next, { text, at: [tomorrow, tomorrow, tomorrow], from: file(united), words });
      merge(file(together), ...parts.map(({ database }) => database));
      await finish(together, tomorrow);
      assertSameSite(alone, together);
      assert.equal(sql(together, "SELECT count(*) AS n FROM repo WHERE key = 'ada/island'")[0].n, 0);
      assert.deepEqual(sql(together, "SELECT id, started_at FROM run"), [{ id: 1, started_at: now }, { id: 2, started_at: tomorrow }]);
      assert.deepEqual(sql(together, "SELECT count(*) AS n FROM request WHERE run = 1"), sql(united, "SELECT count(*) AS n FROM request WHERE repo IS NOT 'ada/island'"));
    });

  test("shares that began at other times: what was asked tonight wins over what a later share remembers", async () => {
    const next = await listen(portfolio());
    const text = conf(next.url);
    const alone = start(text, file(whole));
    for (const owner of owners)
      for (const name of names) next.answers[`/repos/${owner}/${name}/issues`] = tagged([issue(1, { state: "closed", title: "Done", updated_at: "2026-11-22T02:00:00Z" })]);
    await run(alone, "collect", "--now", tomorrow);
    const parts = await collectShares(next, { text, at: ["2026-11-22T21:07:00Z", "2026-11-22T21:00:00Z", "2026-11-22T22:59:00Z"], from: file(united) });
    const dumps = permutations(parts.map(({ database }) => database)).map((order) => {
      const path = start(text);
      merge(file(path), ...order);
      assert.equal(dump(file(path), "repo issue"), dump(merge(join(folder(), "alone.db"), file(alone)), "repo issue"));
      assert.deepEqual(sql(path, "SELECT id, started_at FROM run"), [{ id: 1, started_at: now }, { id: 2, started_at: "2026-11-22T21:00:00Z" }]);
      return dump(file(path));
    });
    assert.equal(new Set(dumps).size, 1);
  });

  test("a list that one share could not read does not bring back what the others saw gone", async () => {
    const next = await listen(portfolio());
    const text = conf(next.url);
    const shorter = tagged(names.slice(1).map((name) => repository("cleo", name)));
    for (const failing of shares) {
      const each = (share) => (next.answers["/users/cleo/repos"] = share === failing ? { status: 500, body: "no" } : shorter);
      const parts = await collectShares(next, { text, at: [tomorrow, tomorrow, tomorrow], from: file(united), each });
      const path = start(text);
      merge(file(path), ...parts.map(({ database }) => database));
      assert.deepEqual(sql(path, "SELECT key FROM repo WHERE owner = 'cleo'").map(({ key }) => key), ["cleo/garden", "cleo/harbour", "cleo/island"]);
      assert.deepEqual(sql(path, "SELECT outcome FROM scope WHERE declaration = 'github/repositories' AND key = 'cleo'"), [{ outcome: "ok" }]);
      assert.equal(sqlite(file(path), "SELECT count(*) FROM issue WHERE repo = 'cleo/forge'; PRAGMA foreign_key_check"), "0\n");
    }
  });

  test("a list that changed while the shares asked is asked for anew the night after", async () => {
    const next = await listen(portfolio());
    const text = conf(next.url);
    const shorter = tagged(names.slice(1).map((name) => repository("cleo", name)));
    const each = (share) => (next.answers["/users/cleo/repos"] = share === "1/3" ? portfolio()["/users/cleo/repos"] : shorter);
    const parts = await collectShares(next, { text, each });
    const path = start(text);
    merge(file(path), ...parts.map(({ database }) => database));
    const keys = () => sql(path, "SELECT key FROM repo WHERE owner = 'cleo'").map(({ key }) => key);
    assert.deepEqual(keys(), ["cleo/forge", "cleo/garden", "cleo/harbour", "cleo/island"]);
    assert.deepEqual(sql(path, "SELECT key FROM answer WHERE declaration = 'github/repositories'").map(({ key }) => key), ["ada", "bob"]);
    await run(path, "collect", "--now", tomorrow);
    assert.deepEqual(keys(), ["cleo/garden", "cleo/harbour", "cleo/island"]);
  });

  test("what stood at OUT stays where tonight knows no better", async () => {
    const next = await listen({});
    const text = conf(next.url);
    for (const [target, answer] of Object.entries(portfolio())) next.answers[target] = target.startsWith("/repos/ada/") ? { status: 500, body: "no" } : answer;
    const parts = await collectShares(next, { text, at: [tomorrow, tomorrow, tomorrow] });
    const path = start(text, file(united));
    merge(file(path), ...parts.map(({ database }) => database));
    assert.equal(dump(file(path), "issue"), dump(file(united), "issue"));
    assert.deepEqual(sql(path, "SELECT DISTINCT outcome, asked_at, loaded_at, cursor FROM scope WHERE declaration = 'github/issues' AND key LIKE 'ada/%'"),
      [{ outcome: "ok", asked_at: now, loaded_at: now, cursor: null }]);
    assert.deepEqual(sql(path, "SELECT id, started_at FROM run"), [{ id: 1, started_at: now }, { id: 2, started_at: tomorrow }]);
    assert.equal(sqlite(file(path), "SELECT count(*) FROM score; SELECT count(*) FROM markdown"), "0\n0\n");
  });

  test("a share that met nobody takes nothing away", async () => {
    const path = start(conf(server.url));
    const offline = start(conf(server.url));
    await run(offline, "collect", "--offline", "--now", now);
    merge(file(path), file(offline), ...databases());
    await finish(path);
    assertSameSite(whole, path);
  });

  // Copies of one share's snapshot, each changed by a script.
  const variants = (...scripts) => scripts.map((script) => {
    const input = join(folder(), "variant.db");
    copyFileSync(collected[0].database, input);
    sqlite(input, `PRAGMA journal_mode = DELETE; ${script}`);
    return input;
  });

  function mergedInAnyOrder(...inputs) {
    const outs = permutations(inputs).map((order) => merge(join(folder(), "tower.db"), ...order));
    assert.equal(new Set(outs.map((out) => dump(out))).size, 1);
    return outs[0];
  }

  test("nothing gives way to something, the earlier run to the later one", () => {
    const out = mergedInAnyOrder(...variants(
      "UPDATE owner SET name = 'first', url = NULL",
      "UPDATE owner SET name = NULL, url = 'https://example.org/second'",
      "UPDATE owner SET name = 'third', url = NULL; UPDATE run SET started_at = '2026-11-21T22:00:00Z'"));
    assert.equal(sqlite(out, "SELECT DISTINCT name, url FROM owner"), "third|https://example.org/second\n");
  });

  test("of two that were asked at the same time one is taken, whichever is named first", () => {
    const out = mergedInAnyOrder(...variants("UPDATE owner SET name = 'first'", "UPDATE owner SET name = 'second'", "UPDATE owner SET name = 'third'"));
    assert.match(sqlite(out, "SELECT DISTINCT name FROM owner"), /^(first|second|third)\n$/);
  });

  test("where each knows something later, the one wins that loaded last", () => {
    const about = "WHERE repo = (SELECT min(repo) FROM issue)";
    const out = mergedInAnyOrder(...variants(
      `UPDATE issue SET title = 'later'; UPDATE scope SET loaded_at = '2026-11-21T23:00:00Z', asked_at = '2026-11-21T23:00:00Z' ${about} AND declaration = 'github/issues'`,
      `UPDATE issue SET title = 'earlier'; UPDATE scope SET asked_at = '2026-11-21T22:00:00Z' ${about} AND declaration <> 'github/issues'; UPDATE run SET started_at = '2026-11-21T22:00:00Z'`));
    assert.equal(sqlite(out, `SELECT DISTINCT title FROM issue ${about}`), "later\n");
    assert.equal(sqlite(out, `SELECT DISTINCT asked_at FROM scope ${about} ORDER BY 1`), "2026-11-21T22:00:00Z\n2026-11-21T23:00:00Z\n");
  });

  test("a share whose job did not run: last night's snapshot is no part of tonight's run", async () => {
    const late = "2026-11-21T23:00:00Z";
    const parts = await collectShares(server, { at: [late, late, late], from: file(united) });
    const path = start(conf(server.url));
    merge(file(path), parts[0].database, file(united), parts[2].database);
    assert.deepEqual(sql(path, "SELECT id, started_at FROM run"), [{ id: 1, started_at: now }, { id: 2, started_at: late }]);
    assert.equal(sql(path, "SELECT count(*) AS n FROM request WHERE run = 1")[0].n, sql(united, "SELECT count(*) AS n FROM request")[0].n);
    for (const [i, at] of [late, now, late].entries())
      for (const repo of collected[i].issues)
        assert.equal(sql(path, `SELECT asked_at FROM scope WHERE declaration = 'github/issues' AND key = '${repo}'`)[0].asked_at, at, repo);
  });

  test("every table is united in one of the known ways", () => {
    const tables = sqlite(file(united), "SELECT t.name FROM pragma_table_list t WHERE schema = 'main' AND type = 'table' AND (SELECT count(*) = 1 AND max(name) = 'id' FROM pragma_table_info(t.name) WHERE pk) AND NOT EXISTS (SELECT 1 FROM pragma_index_list(t.name) WHERE \"unique\") AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) WHERE \"table\" = 'run')");
    assert.equal(tables, "run\n", "a table numbered by id has a unique index that tells its rows apart");
  });

  describe("refused", () => {
    let path, good;

    before(() => {
      path = folder();
      good = join(path, "good.db");
      copyFileSync(collected[0].database, good);
    });

    // A copy of a good snapshot that SCRIPT was run on.
    const spoilt = (name, script) => {
      const input = join(path, name);
      copyFileSync(good, input);
      sqlite(input, `PRAGMA journal_mode = DELETE; ${script}`);
      return input;
    };

    function assertRefused(message, status, ...inputs) {
      const fresh = join(folder(), "out.db");
      const kept = join(folder(), "out.db");
      merge(kept, good);
      const rows = dump(kept);
      for (const out of [fresh, kept]) {
        const result = tower(["merge", out, ...inputs]);
        assert.equal(result.stderr, `tower: error: ${message}\n`);
        assert.deepEqual([result.status, result.stdout], [status, ""]);
      }
      assert.deepEqual(readdirSync(dirname(fresh)), ["out.db.lock"]);
      assert.equal(dump(kept), rows);
    }

    test("a file that is not there", () => assertRefused(`${path}/none.db: No such file or directory`, 1, good, join(path, "none.db")));
    test("a folder", () => assertRefused(`${path}: is not a file`, 1, good, path));
    test("the same file twice", () => assertRefused(`tower: merge: ${good} is named twice`, 2, good, good));
    test("the same file by two names", () => {
      const link = join(path, "link.db");
      symlinkSync(good, link);
      assertRefused(`tower: merge: ${link} is named twice`, 2, good, link);
    });
    test("OUT as an input", () => {
      const out = merge(join(folder(), "out.db"), good);
      const rows = dump(out);
      const { status, stderr } = tower(["merge", out, good, out]);
      assert.deepEqual([status, stderr], [2, `tower: error: tower: merge: ${out} is OUT itself; what it holds stays anyway\n`]);
      assert.equal(dump(out), rows);
    });
    test("bytes that are no database", () => {
      const input = join(path, "bytes.db");
      writeFileSync(input, "not a database, but long enough to be looked at ".repeat(100));
      assertRefused(`${input}: is not a snapshot (file is not a database)`, 1, good, input);
    });
    test("an empty file", () => {
      const input = join(path, "empty.db");
      writeFileSync(input, "");
      assertRefused(`${input}: is another program's database`, 1, good, input);
    });
    test("another program's database", () => {
      const input = spoilt("other.db", "PRAGMA application_id = 1234");
      assertRefused(`${input}: is another program's database`, 1, good, input);
    });
    test("a newer schema", () => {
      const input = spoilt("newer.db", "PRAGMA user_version = 99");
      assertRefused(`${input}: was written by a newer version of this program (schema 99); use that version`, 1, good, input);
    });
    test("an older schema", () => {
      const input = spoilt("older.db", "PRAGMA user_version = 1");
      assertRefused(`${input}: was written by an older version of this program (schema 1); collect it again with this one`, 1, good, input);
    });
    for (const [name, script] of Object.entries({
      "a table more": "CREATE TABLE more (x)",
      "a table less": "DROP TABLE priority_part",
      "a column more": "ALTER TABLE repo ADD more TEXT",
      "a view": "CREATE VIEW more AS SELECT load_extension('x') FROM repo",
      "a trigger": "CREATE TRIGGER more AFTER INSERT ON repo BEGIN DELETE FROM issue; END",
      "an index more": "CREATE INDEX more ON repo (name) WHERE name > 'a'",
      "a view in a table's place": "ALTER TABLE owner RENAME TO other; CREATE VIEW owner AS SELECT * FROM other",
      "statistics": "ANALYZE",
    }))
      test(name, () => {
        const input = spoilt("schema.db", script);
        assertRefused(`${input}: its schema is not that of a snapshot, although it says so; nothing of it is taken over`, 1, good, input);
      });
    test("a file that was cut off", () => {
      const input = join(path, "cut.db");
      const bytes = readFileSync(good);
      writeFileSync(input, bytes.subarray(0, bytes.length / 2));
      const { status, stderr } = tower(["merge", join(folder(), "out.db"), good, input]);
      assert.equal(status, 1);
      assert.match(stderr, new RegExp(`^tower: error: ${input}: is (damaged|not a snapshot) \\(.*\\)\n$`));
    });
    test("a damaged page", () => {
      const input = join(path, "page.db");
      const bytes = readFileSync(good);
      const [page, size] = sqlite(good, "SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = 'issue'").trim().split("|").map(Number);
      bytes.fill(255, (page - 1) * size, (page - 1) * size + 8);
      writeFileSync(input, bytes);
const { status, stderr } = tower(["merge", join(folder(), "out.db"), good, input]);
      assert.equal(status, 1);
      assert.match(stderr, new RegExp(`^tower: error: ${input}: is damaged \\(.*age ${page}: .*\\)\n$`));
    });
    test("rows that the schema forbids", () => {
      const input = spoilt("rows.db", "PRAGMA ignore_check_constraints = ON; UPDATE repo SET zone = 'everybody'");
      assertRefused("table repo: an input has rows that no snapshot can have (CHECK constraint failed: zone IN ('public', 'internal', 'restricted'))", 1, good, input);
    });
    test("a file that is being written", () => {
      const input = join(path, "open.db");
      copyFileSync(good, input);
      writeFileSync(`${input}-wal`, "x");
      assertRefused(`${input}: is being written, or its writer was interrupted (${input}-wal holds what is not in it yet); let a run of tower end there first`, 1, good, input);
    });
    test("an OUT that is no snapshot", () => {
      const out = join(folder(), "out.db");
      writeFileSync(out, "not a database, but long enough to be looked at ".repeat(100));
      const bytes = readFileSync(out);
      const { status, stderr } = tower(["merge", out, good]);
      assert.deepEqual([status, stderr], [1, `tower: error: ${out}: is not a snapshot (file is not a database); move it away and run again, or restore it from a copy\n`]);
      assert.ok(readFileSync(out).equals(bytes));
    });
  });

  test("rows whose repository is not there are left out", () => {
    const input = join(folder(), "orphans.db");
    copyFileSync(collected[0].database, input);
    sqlite(input, "PRAGMA journal_mode = DELETE; DELETE FROM repo WHERE key IN (SELECT repo FROM issue)");
    const out = merge(join(folder(), "out.db"), input);
    assert.equal(sqlite(out, "SELECT count(*) FROM issue; PRAGMA foreign_key_check"), "0\n");
  });

  test("names that mean something in an address", () => {
    const path = join(folder(), "a b%20?mode=rwc#c");
    mkdirSync(path);
    const input = join(path, "shard 1.db");
    copyFileSync(collected[0].database, input);
    const out = merge(join(path, "out.db"), input);
    assert.equal(sqlite(out, "SELECT count(*) FROM repo"), "12\n");
    assert.ok(existsSync(input) && statSync(out).size > 0);
  });

  test("what it says", () => {
    const path = folder();
    const { status, stdout, stderr } = tower(["merge", "new/tower.db", ...databases()], { cwd: path });
    assert.deepEqual([status, stdout], [0, ""]);
    assert.equal(stderr, "new/tower.db: 3 snapshots, 12 repositories; tower analyse and tower render make the site of it\n");
    rmSync(path, { recursive: true });
  });
});

// Shares of a site without a server: recordings and local repositories.
function assertShared(make) {
  const build = (...words) => {
    const path = make();
    const { status, stderr } = tower([...words, "-C", path, "--now", now, "-q"]);
    assert.equal(status, 0, stderr);
    return path;
  };
  const whole = build("build");
  const parts = shares.map((share) => build("collect", "--shard", share));
  const united = make();
  merge(file(united), ...parts.map(file));
  for (const command of ["analyse", "render"]) assert.equal(tower([command, "-C", united, "--now", now, "-q"]).status, 0);
  assertSameSite(whole, united);
  return parts;
}

test("the demo portfolio, played back in shares", () => {
  const parts = assertShared(() => demo(`[source "demo"]\n\ttype = github\n\towner = meadowlark\n\towner = kestrel-lab\n\treplay = data/demo\n${editions}`));
  const issues = parts.map((path) => sql(path, "SELECT DISTINCT repo FROM issue").map(({ repo }) => repo));
  assert.equal(new Set(issues.flat()).size, issues.flat().length);
  assert.ok(issues.filter((repos) => repos.length).length > 1);
});

test("local repositories in shares", () => {
  const work = folder();
  const paths = ["anvil", "bellows", "chisel", "drill", "easel", "file"].map((name) => join(work, name));
  for (const [i, path] of paths.entries()) {
    mkdirSync(path);
    git(path, "init", "-q", "-b", "main");
    writeFileSync(join(path, "README.md"), "# Tool\n");
    writeFileSync(join(path, "main.c"), "int main(void) { return 0; }\n".repeat(i + 1));
    git(path, "add", ".");
    git(path, "commit", "-q", "--date", "2026-11-01T12:00:00Z", "-m", "Begin");
    git(path, "tag", `v${i}`);
  }
  const parts = assertShared(() => {
    const path = site({ "site.conf": `[source "here"]\n\ttype = git\n${paths.map((name) => `\tpath = ${name}\n`).join("")}${editions}` });
    mkdirSync(join(path, "data"));
    return path;
  });
  const tagged = parts.map((path) => sql(path, "SELECT repo FROM tag").map(({ repo }) => repo));
  assert.deepEqual(tagged.flat().sort(), ["anvil", "bellows", "chisel", "drill", "easel", "file"]);
});
