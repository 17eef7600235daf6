// Files as a source: what of CSV, JSON and JSON Lines becomes rows, what is read again, and what
// is refused with its file and line.
import assert from "node:assert/strict";
import { mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import { now, site, sql, tower } from "../tower.mjs";

const system = `-- Sheets: a system of the test's own.
--
-- transport: file
-- setting:   path (repeat, required): a file or a folder of files
`;
const sheets = (output = "", path = "value") => `-- Every row is a repository.
--
-- answer: array
-- pages:  link
${output}
-- ask
SELECT ${path} AS path, value AS owner FROM setting WHERE key = 'path' ORDER BY position;

-- rows repo complete(owner)
SELECT :owner || '/' || (value ->> '$.key') AS key, :owner AS owner, value ->> '$.key' AS name, value ->> '$.about' AS description FROM json_each(:body);
`;

const place = site({
  "site.conf": "[source \"x\"]\n\ttype = sheet\n\tpath = list.csv\n",
  "sources/sheet/system.sql": system,
  "sources/sheet/sheets.sql": sheets(),
});
const write = (name, text) => writeFileSync(join(place, name), text);
const conf = (...paths) => write("site.conf", `[source "x"]\n\ttype = sheet\n${paths.map((path) => `\tpath = ${path}\n`).join("")}`);
const collect = (...more) => {
  const run = tower(["collect", "-C", place, "--now", now, ...more]);
  assert.equal(run.status, 0, run.stderr);
};
const rows = () => sql(place, "SELECT key, description FROM repo ORDER BY key").map((row) => [row.key, row.description]);
const scope = (key) => sql(place, `SELECT outcome, reason FROM scope WHERE declaration = 'sheet/sheets' AND key = '${key}'`)[0];
const reason = (name, text) => {
  conf(name);
  if (text !== undefined) write(name, text);
  collect();
  const { outcome, reason: words } = scope(name);
  assert.equal(outcome, "failed");
  return words;
};

test("CSV is read as another reader reads it: quotes, ends of lines, a byte order mark", () => {
  const text = '\ufeffkey,about\r\na,"one, ""two""\r\nthree"\r\n\r\nb,\nc,"é ✓ \\"\nd,""';
  write("list.csv", text);
  collect();
  const told = parse(text, { columns: true, bom: true, skip_empty_lines: true, record_delimiter: ["\r\n", "\n"] });
  assert.deepEqual(rows(), told.map(({ key, about }) => [`list.csv/${key}`, about]));
  assert.equal(rows().length, 4);
});

test("what is as it was is not read again; what is another is", () => {
  const old = new Date("2026-11-01T00:00:00Z");
  write("list.csv", "key,about\na,one\n");
  utimesSync(join(place, "list.csv"), old, old);
  collect();
  collect();
  assert.equal(scope("list.csv").outcome, "unchanged");
  write("list.csv", "key,about\na,one\n");
  collect();
  assert.equal(scope("list.csv").outcome, "unchanged", "another time, the same content");
  write("list.csv", "key,about\na,two\n");
  collect();
  assert.deepEqual(rows(), [["list.csv/a", "two"]]);
});

test("JSON is the body as it is, of JSON Lines each is an item", () => {
  conf("list.json", "list.jsonl", "list.ndjson");
  write("list.json", '\ufeff[{"key": "a", "about": "json"}]');
  write("list.jsonl", '{"key": "b", "about": "lines"}\r\n\n{"key": "c", "about": "more"}');
  write("list.ndjson", "");
  collect();
  assert.deepEqual(rows(), [["list.json/a", "json"], ["list.jsonl/b", "lines"], ["list.jsonl/c", "more"]]);
});

test("a folder's files are read one after the other, and what is gone is gone", () => {
  conf("sheets");
  mkdirSync(join(place, "sheets"));
  write("sheets/1.csv", "key,about\na,1\n");
  write("sheets/2.json", '[{"key": "b", "about": "2"}]');
  write("sheets/3.jsonl", '{"key": "c", "about": "3"}\n');
  write("sheets/notes.txt", "not read");
  collect();
  assert.deepEqual(rows(), [["sheets/a", "1"], ["sheets/b", "2"], ["sheets/c", "3"]]);
  collect();
  assert.equal(scope("sheets").outcome, "unchanged");
  rmSync(join(place, "sheets/3.jsonl"));
  collect();
  assert.deepEqual(rows(), [["sheets/a", "1"], ["sheets/b", "2"]]);
  write("sheets/2.json", "[");
  collect();
  assert.equal(scope("sheets").reason, "sheets/2.json: line 1: is not JSON: ']' expected near end of file");
  assert.deepEqual(rows(), [["sheets/a", "1"], ["sheets/b", "2"]], "what was good stays");
});

test("what is no CSV is refused with its line", () => {
  assert.equal(reason("bad.csv", ""), "bad.csv: line 1: is empty; the first row names the columns");
  assert.equal(reason("bad.csv", "key,about\na\n"), "bad.csv: line 2: has 1 fields where the first row names 2 columns");
  assert.equal(reason("bad.csv", 'key,about\n"a\nb",x\nc,d,e\n'), "bad.csv: line 4: has 3 fields where the first row names 2 columns");
  assert.equal(reason("bad.csv", 'key,about\na,"x\ny\n'), "bad.csv: line 2: the quote that opens a field here is never closed");
  assert.equal(reason("bad.csv", 'key,about\na,x"y\n'), "bad.csv: line 2: a quote stands within a field that does not begin with one");
  assert.equal(reason("bad.csv", 'key,about\na,"x"y\n'), 'bad.csv: line 2: behind the closing quote of a field stands neither a comma nor the end of the line; a quote within one is written ""');
  assert.equal(reason("bad.csv", "key,about\na,x\ry\n"), "bad.csv: line 2: a carriage return stands alone; lines end with LF or CRLF");
  assert.equal(reason("bad.csv", "key,key\n"), "bad.csv: line 1: names the column 'key' twice");
  assert.equal(reason("bad.csv", "key,\n"), "bad.csv: line 1: column 2 has no name; the first row names the columns");
  assert.equal(reason("bad.csv", Buffer.from([0x6b, 0xff])), "bad.csv: is not UTF-8 text");
  assert.equal(reason("bad.csv", "key\na\0b\n"), "bad.csv: is not UTF-8 text");
  assert.equal(reason("bad.csv", `${"a,".repeat(1200)}\n`), "bad.csv: line 1: has more than 1000 fields in a row");
  const wide = Array.from({ length: 900 }, (_, i) => `${i}`.padStart(5000, "x"));
  assert.equal(reason("bad.csv", `${wide}\n${`${",".repeat(899)}\n`.repeat(40)}`), "bad.csv: line 31: is too much: with the columns' names in each row these are more than 128 MiB; shorten the names, or divide the file");
});

test("what cannot be read says why", () => {
  assert.equal(reason("none.csv"), "none.csv: No such file or directory");
  assert.equal(reason("list.txt", "x"), "list.txt: its ending says not what is in it: .csv, .json, .jsonl and .ndjson are read");
  assert.equal(reason("bad.jsonl", '{"key": "a"}\n{"key": \n'), "bad.jsonl: line 2: is not JSON: unexpected token near end of file");
  assert.equal(reason("bad.jsonl", `{}\n[${"[],".repeat(3 << 20)}[]]\n`), "bad.jsonl: line 2: is longer than 8 MiB");
  assert.equal(reason("large.csv", "a".repeat((64 << 20) + 1)), "large.csv: larger than 67108864 bytes");
  rmSync(join(place, "large.csv"));
  mkdirSync(join(place, "empty"));
  assert.equal(reason("empty"), "empty: the folder has no file that ends in .csv, .json, .jsonl or .ndjson");
  assert.equal(reason("/dev/null"), "/dev/null: is neither a file nor a folder of files");
  assert.equal(reason("list.json", '{"key": "a"}'), "list.json: the answer is not a JSON array");
});

test("only what a setting names is read, whatever the declaration asks for", () => {
  conf("sheets");
  for (const path of ["'/etc/passwd'", "'sheets/../site.conf'", "'sheetsx/1.csv'", "NULL"]) {
    write("sources/sheet/sheets.sql", sheets("-- output: text\n", path));
    collect();
    assert.match(scope("sheets").reason, /: the ask gives no 'path' that a setting of the source names$/);
  }
});
