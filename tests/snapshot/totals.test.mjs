// Numbers about an answer tell of all its rows: where some have a zone of their own, they are
// for those who may see them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { demo, now, sql, tower } from "../tower.mjs";

const path = demo('[source "demo"]\n\ttype = github\n\towner = meadowlark\n\treplay = data/demo\n\n[edition "public"]\n\tzones = public\n\toutput = public\n\n[edition "all"]\n\tzones = public, internal\n\toutput = all\n');
const built = tower(["build", "-C", path, "--now", now]);
const page = (edition) => readFileSync(join(path, edition, "sources.md"), "utf8");

test("an answer with a private repository in it is not counted for the public", () => {
  assert.equal(built.status, 0, built.stderr);
  assert.deepEqual(sql(path, "SELECT rows FROM scope WHERE declaration = 'github/repositories'"), [{ rows: null }]);
  const [request] = sql(path, "SELECT zone FROM request WHERE target LIKE 'GET /orgs/meadowlark/repos%'");
  assert.deepEqual(request, { zone: "internal" });
});

test("the public page counts fewer requests and bytes than the other", () => {
  const requests = (text) => Number(text.match(/requests: (\d+)/)[1]);
  const [{ all, hidden }] = sql(path, "SELECT count(*) AS 'all', sum(zone IS NOT NULL OR repo = 'meadowlark/infrastructure') AS hidden FROM request");
  assert.ok(hidden > 1);
  assert.equal(requests(page("all")), all);
  assert.equal(requests(page("public")), all - hidden);
});
