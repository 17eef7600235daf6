// retrieve(): by hand, beside SQLite's own FTS5, and with questions that try to be more.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { site as newSite, sql, tower } from "../tower.mjs";

const site = newSite({ "site.conf": "" });
assert.equal(tower(["analyse", "-q", "-C", site]).status, 0);
const literal = (text) => (text === null ? "NULL" : /^[\w ]*$/.test(text) ? `'${text}'` : `CAST(X'${Buffer.from(text).toString("hex")}' AS TEXT)`);

// documents: [id, title, text]; questions: [number, text].
function retrieve(questions, documents) {
  const json = literal(JSON.stringify(questions));
  const rows = documents.map((row) => `(${row.map(literal).join(", ")})`).join(", ");
  return JSON.parse(sql(site, `SELECT retrieve(${json}, column1, column2, column3) AS answers FROM (VALUES ${rows})`)[0].answers);
}

// Ten documents, of which the other eight have a word each, the same.
const others = (count) => Array.from({ length: count }, (_, i) => [`other ${i}`, "nothing", null]);
const near = (a, b) => assert.ok(Math.abs(a - b) < 1e-9, `${a} is not ${b}`);

test("score and relevance, by hand", () => {
  const answers = retrieve([[7, "Backup of the Restic repository"]], [["a", "Restic backups", "twice a night"], ["b", "Backup", "restic"], ...others(8)]);
  assert.deepEqual(answers.map(([number, id, , , words]) => [number, id, words]), [[7, "b", "Backup, Restic"], [7, "a", "Backup, Restic"]]);
  // 10 documents, 5 + 2 + 8 words; two have "backup" and "restic", none has "repository", which weighs as if one had it.
  const two = Math.log(8.5 / 2.5), one = Math.log(9.5 / 1.5), average = 1.5;
  const saturated = (count, size) => (count * 2.2) / (count + 1.2 * (0.25 + (0.75 * size) / average));
  near(answers[0][2], two * (saturated(2, 2) + saturated(1, 2)));
  near(answers[1][2], two * 2 * saturated(2, 5));
  near(answers[0][3], (2 * two) / (2 * two + one));
});

test("one word in common is not enough, nor are words that every text has", () => {
  assert.deepEqual(retrieve([[1, "backup of the disk"]], [["a", "backup of the year", null], ...others(8)]), []);
  assert.deepEqual(retrieve([[1, "what is it that we are to do with 2026 and 17"]], [["a", "what is it that we are to do with 2026 and 17", null], ...others(8)]), []);
});

test("what more than half of the documents have tells nothing, however few they are", () => {
  assert.deepEqual(retrieve([[1, "frost alarm"]], [["a", "frost alarm", null], ["b", "frost alarm", null], ...others(1)]), []);
  assert.deepEqual(retrieve([[1, "frost alarm"]], [["a", "frost alarm", null], ...others(2)]).map(([, id]) => id), ["a"]);
  assert.deepEqual(retrieve([[1, "nothing of a frost alarm"]], [["a", "frost alarm nothing", null], ...others(9)])[0][4], "frost, alarm");
});

test("without questions or documents there is no answer", () => {
  assert.deepEqual(retrieve([], [["a", "backup restic", null]]), []);
  assert.equal(sql(site, "SELECT retrieve('[[1,\"a b\"]]', 'x', 'y', 'z') AS a FROM (SELECT 1) WHERE 0")[0].a, "[]");
});

test("the same documents in another order give the same", () => {
  const documents = [["b", "frost alarm", "silent"], ["a", "frost alarm", "silent"], ["c", "alarm", "frost frost"], ...others(9)];
  const question = [[1, "The frost alarm stayed silent"], [2, "alarm, frost"]];
  const answers = retrieve(question, documents);
  assert.equal(answers.length, 6);
  assert.deepEqual(answers.slice(0, 2).map(([, id]) => id), ["a", "b"]);
  assert.deepEqual(retrieve(question, documents.reverse()), answers);
});

test("at most 50 for a question, at most 32 words of it", () => {
  const many = Array.from({ length: 60 }, (_, i) => [`d${String(i).padStart(2, "0")}`, "frost alarm", null]);
  assert.equal(retrieve([[1, "frost alarm"]], [...many, ...others(80)]).length, 50);
  const words = Array.from({ length: 34 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}${i}`);
  const [[, , , relevance, shared]] = retrieve([[1, words.join(" ")]], [["a", words.join(" "), null], ...others(9)]);
  assert.deepEqual([relevance, shared], [1, words.slice(0, 32).join(", ")]);
});

// What FTS5 would read as syntax, and what is no word, in questions and documents.
const hostile = {
  "operators": ['frost NEAR(alarm silent, 2) NOT "x" OR title:y^ z*', "frost, NEAR, alarm, silent, title"],
  "quotes": [`"frost" 'alarm' "silent`, "frost, alarm, silent"],
  "NUL": ["frost\0alarm silent", "frost, alarm, silent"],
  "a word of 20,000 letters": [`frost ${"x".repeat(20000)} alarm silent`, "frost, alarm, silent"],
  "braces, brackets and JSON": ['{"frost": ["alarm", -silent]}', "frost, alarm, silent"],
  "controls and bidi": ["frost\u202Ealarm\u0007\u2028silent", "frost, alarm, silent"],
};
for (const [name, [question, words]] of Object.entries(hostile))
  test(`a question is no query: ${name}`, () => {
    const answers = retrieve([[1, question]], [["a", "near the title: frost, alarm", "silent"], ...others(9)]);
    assert.deepEqual(answers.map(([, id, , , shared]) => [id, shared]), [["a", words]]);
  });

test("other scripts, accents, and emoji, which are no words", () => {
  const documents = [["he", "כתובות בעברית", null], ["fr", "Café fermé", null], ["el", "Ο συναγερμός παγετού", null], ["e", "🥶 ❄️ 🚨", null], ...others(16)];
  assert.deepEqual(retrieve([[1, "כתובות בעברית נקטעות"], [2, "cafe FERME"], [3, "ΣΥΝΑΓΕΡΜΌΣ παγετού"], [4, "🥶 ❄️ 🚨"]], documents).map(([number, id]) => [number, id]), [[1, "he"], [2, "fr"], [3, "el"]]);
});

test("what is no list of questions is refused", () => {
  const { status, stderr } = tower(["sql", "-C", site, "SELECT retrieve('no', 'a', 'b', 'c')"]);
  assert.equal(status, 2);
  assert.match(stderr, /retrieve\(\) takes questions as a JSON array, and FTS5 in SQLite/);
});

// The peer: an FTS5 table of the same documents, asked for any of the words, with bm25() of its own.
test("the scores are those of FTS5", () => {
  let seed = 7;
  const draw = (n) => ((seed = (seed * 1103515245 + 12345) % 2147483648), Math.floor((seed / 2147483648) * n));
  const vocabulary = Array.from({ length: 300 }, (_, i) => `w${(i * 7919).toString(36).replace(/[0-9]/g, (d) => "qrstuvwxyz"[d])}ing`);
  const some = (n) => Array.from({ length: n }, () => vocabulary[Math.floor((draw(1000) * draw(1000)) / 1e6 * vocabulary.length)]).join(" ");
  const documents = Array.from({ length: 300 }, (_, i) => [String(i + 1), some(1 + draw(8)), some(draw(40))]);
  const questions = Array.from({ length: 20 }, (_, i) => [i, some(2 + draw(6))]);
  const answers = retrieve(questions, documents);
  const rows = documents.map(([id, title, text]) => `INSERT INTO f (rowid, title, text) VALUES (${id}, '${title}', '${text}');`);
  const asked = answers.map(([number, id]) => `SELECT coalesce((SELECT -bm25(f, 2.0, 1.0) FROM f WHERE f MATCH '${questions[number][1].split(" ").map((word) => `"${word}"`).filter((w, i, all) => all.indexOf(w) === i).join(" OR ")}' AND rowid = ${id}), 'none');`);
  const script = `CREATE VIRTUAL TABLE f USING fts5(title, text, tokenize = 'porter unicode61 remove_diacritics 2'); BEGIN; ${rows.join("\n")} COMMIT; ${asked.join("\n")}`;
  const { stdout, stderr } = spawnSync("sqlite3", ["-bail", ":memory:"], { input: script, encoding: "utf8", maxBuffer: 1 << 26 });
  assert.equal(stderr, "");
  const scores = stdout.trim().split("\n").map(Number);
  assert.ok(answers.length > 100 && scores.length === answers.length);
  answers.forEach(([number, id, score], i) => assert.ok(Math.abs(score - scores[i]) < 1e-6 * score, `question ${number}, document ${id}: ${score}, FTS5 ${scores[i]}`));
});
