// Sites that differ in nothing but the words of their facts: the snapshot's schema is read,
// and every column that takes a text gets it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { folder, now, site, sql, tower, tree } from "../../tower.mjs";

const here = dirname(fileURLToPath(import.meta.url));

// What is not from outside: the program's own catalogue, tables, caches and clock, and names of its own files
// and of site.conf's sections, which are letters, digits, "-", "_" and "." only.
const ownTables = new Set(["run", "source", "declaration", "rule_setting", "markdown", "edition", "change", "rendering", "file", "output", "edition_rule", "cost_currency", "price", "rate", "budget", "archive_day", "archive", "archive_entry", "archive_subject"]);
const ownColumns = new Set(["source", "declaration", "edition", "table", "asked_at", "loaded_at", "full_at"]);
const ownDerived = new Set(["rule", "domain", "found_by", "path", "page", "metric", "key", "kind", "on_source", "other_source", "main_source", "memory_source", "judge"]);

export const conf = `[site]
	title = Plain
[source "_s_"]
	type = github
	owner = x
	replay = replay
[edition "all"]
	zones = public, internal, restricted
	output = public
`;

export function run(path, command) {
  const { status, stdout, stderr } = tower([command, "-C", path, "-q", "--now", now], { maxBuffer: 1 << 28 });
  assert.equal(stderr, "");
  assert.equal(status, 0, stdout);
}

function sqlite(path, script) {
  const { status, stdout, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], { input: script, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(stderr, "");
  assert.equal(status, 0);
  return stdout;
}

export const literal = (value) => `CAST(X'${Buffer.from(value).toString("hex")}' AS TEXT)`;
const quoted = (name) => `"${name.replaceAll('"', '""')}"`;

// [{ table, column, derived, keyed }] of all columns with texts from outside or made of them;
// what is keyed stands in several tables and must be equal there.
function textColumns(path) {
  const rows = sqlite(path, `.mode json
    SELECT t.name AS "table", c.name AS "column",
           coalesce((SELECT x.sql FROM sqlite_schema x WHERE x.name || '_was' = t.name), t.sql) AS sql,
           EXISTS (SELECT 1 FROM pragma_table_info(t.name) e WHERE e.name = 'edition') AS derived,
           c.pk > 0 OR EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) f WHERE f."from" = c.name) OR c.name IN ('repo', 'about', 'suggested') AS keyed
      FROM sqlite_schema t JOIN pragma_table_info(t.name) c
     WHERE t.type = 'table' AND c.type = 'TEXT' ORDER BY t.name, c.cid;`);
  return JSON.parse(rows).filter(({ table, column, derived }) => !ownTables.has(table) && !ownColumns.has(column) && !(derived && ownDerived.has(column)));
}

// Cut to sizes, the short first: the longest that a column takes stays.
function cuts(value, keyed) {
  const whole = Buffer.from(value);
  const sizes = [64, 256, 1024, 4096].filter((size) => size < whole.length && (!keyed || size <= 256));
  return [...sizes.map((size) => whole.subarray(0, size)), ...(keyed && whole.length > 256 ? [] : [whole])].map(literal);
}

// Puts VALUE into the columns; into lists and objects besides what is there.
function put(path, columns, value) {
  const update = (table, column, text) => `UPDATE OR IGNORE ${quoted(table)} SET ${quoted(column)} = ${text} WHERE ${quoted(column)} IS NULL OR ${quoted(column)} NOT LIKE 'https://kept.example/%';`;
  const script = columns.flatMap(({ table, column, keyed, inside }) =>
    inside ? [update(table, column, inside(quoted(column), literal(value)))] : cuts(value, keyed).map((cut) => update(table, column, cut)));
  assert.equal(sqlite(path, `PRAGMA foreign_keys = OFF; BEGIN; ${script.join("\n")} PRAGMA foreign_key_check; COMMIT;`), "", "a reference leads nowhere");
}

// How a text gets into a column of JSON, by what it holds.
const insides = {
  "[": (column, text) => `CASE WHEN ${column} IS NOT NULL THEN json_insert(${column}, '$[#]', ${text}) END`,
  "{": (column, text) => `json_object(${text}, ${text})`,
};
const arrays = { "priority.parts": "[" }; // there are no rows yet
function findInsides() {
  const first = columns.map(({ table, column }) => `SELECT coalesce((SELECT substr(${quoted(column)}, 1, 1) FROM ${quoted(table)} WHERE ${quoted(column)} <> 'x' LIMIT 1), '');`);
  sqlite(blank, first.join("\n")).split("\n").slice(0, -1).forEach((text, i) => (columns[i].inside = insides[text || arrays[`${columns[i].table}.${columns[i].column}`]]));
}

// The columns that hold VALUE nowhere.
function without(path, columns, value) {
  const question = ({ table, column }, i) => `SELECT ${i} WHERE NOT EXISTS (SELECT 1 FROM ${quoted(table)} WHERE instr(${quoted(column)}, ${literal(value)})
    OR iif(json_valid(${quoted(column)}), EXISTS (SELECT 1 FROM json_tree(${quoted(column)}) WHERE atom = ${literal(value)}), 0));`;
  return sqlite(path, columns.map(question).join("\n")).split("\n").filter(Boolean).map((i) => columns[Number(i)]);
}

// A page with texts of every table where a template may put a text: raw and escaped, in text and
// in attributes, at the beginning of a line, in tables, links and headings. All columns of texts
// are one type here, so the first of a table speaks for the others; the longest stand in `issue`.
function ownPage(all) {
  const columns = all.filter((column, i) => !isFormer(column) && (column.table === "issue" || column.table !== all[i - 1]?.table));
  const tables = [...new Set(columns.map(({ table }) => table))];
  const of = (wanted) => columns.filter(({ table }) => table === wanted).map(({ column }) => column);
  const each = (print) => tables.map((table) => `{{#of_${table}}}\n${of(table).map((column) => print(column)).join("\n")}\n{{/of_${table}}}`).join("\n");
  return {
    "templates/own.sql": `-- All that there is.\n--\n-- path: own\n-- title: Own\n\n${tables.map((table) =>
      `-- of_${table}\nSELECT ${of(table).map((column) => `${quoted(column)} AS ${quoted(`c_${column}`)}`).join(", ")} FROM ${quoted(table)} LIMIT 1;`).join("\n\n")}\n`,
    "templates/own.html": `<!doctype html>\n<html lang="en"><head><title>{{title}}</title></head><body>\n${each((column) =>
      `<p title="{{{c_${column}}}}" class="a">{{{c_${column}}}}</p><p title='x' id="{{c_${column}}}">{{&c_${column}}}</p><table><tr><td>{{c_${column}}}</td></tr></table>`)}\n</body></html>\n`,
    "templates/own.md": `# Own\n\n${each((column) =>
      `{{{c_${column}}}}\n\n# {{{c_${column}}}}\n\n- {{{c_${column}}}}\n\n**a {{c_${column}}} b** [{{&c_${column}}}](https://kept.example/x)\n\n| {{{c_${column}}}} | b |\n| - | - |\n| c | {{{c_${column}}}} |\n`)}\n`,
  };
}

// Something of the owner's that shows texts from outside in a finding and in a score.
const ownRules = {
  "checks/own.sql": `-- Every text of a repository.\n--\n-- group: own\n-- severity: high\n-- remedy: None.\n\n-- finding
SELECT source, key AS repo, NULL AS number, substr(name || ' ' || coalesce(description, ''), 1, 4096) AS message,
       substr(name || ' ' || coalesce(language, ''), 1, 4096) AS evidence FROM repo;\n`,
  "passes/own.sql": `-- Every text of a repository.\n\n-- rows score_part
SELECT source, key AS repo, name AS component, 1 AS points, 1 AS maximum, name AS reason, name AS remedy FROM repo;\n`,
};

// Every row was once the same, as far as its history keeps it.
const isFormer = ({ table }) => table.endsWith("_was");
function addFormerRows(path) {
  const kept = JSON.parse(sqlite(path, `.mode json
    SELECT t.name AS "table", w.name AS "was", group_concat('"' || c.name || '"', ', ') AS "columns"
      FROM pragma_table_list t JOIN pragma_table_list w ON w.name = t.name || '_was' JOIN pragma_table_info(w.name) c
     WHERE t.schema = 'main' AND c.name NOT IN ('run', 'absent') GROUP BY t.name;`));
  sqlite(path, `BEGIN; ${kept.map(({ table, was, columns: list }) => `DELETE FROM ${was}; INSERT INTO ${was} (run, absent, ${list}) SELECT 1, 0, ${list} FROM ${quoted(table)};`).join("\n")} COMMIT;`);
}

// Something of each kind changed, since the run before and in the last week.
function addChanges(path) {
  const spans = "(SELECT column1 AS span FROM (VALUES ('run'), ('week')))";
  sqlite(path, `BEGIN;
    INSERT INTO change_span VALUES ('all', 'run', 0, '2026-11-20T20:00:00Z', '2026-11-20', 0), ('all', 'week', -1, '2026-11-14T20:00:00Z', '2026-11-14', 0);
    INSERT INTO finding_change SELECT edition, span, rule, source, key, nth, repo, number, 'raised', 'high', 'low', 'fact', at FROM finding_event, ${spans};
    INSERT INTO item_change SELECT 'all', span, kind, source, repo, number, 'prioritised', number, NULL, 1, updated_at, 'low', 'high' FROM issue, ${spans};
    INSERT INTO item_change SELECT 'all', span, 'release', source, repo, id, 'published', NULL, id, 1, published_at, 'a', 'b' FROM release, ${spans};
    INSERT INTO item_change SELECT 'all', span, 'repository', source, key, '', 'shown', NULL, NULL, 1, created_at, 'private', 'public' FROM repo, ${spans};
    INSERT INTO score_change SELECT 'all', span, source, key, component, 1, 2, 'both', 0.5 FROM repo, ${spans}, (SELECT '' AS component UNION SELECT 'x');
    INSERT INTO source_change SELECT 'all', span, source, 'github/x', 'quiet', 1, 'why', loaded_at FROM (SELECT DISTINCT source, min(loaded_at) AS loaded_at FROM scope GROUP BY source), ${spans};
    INSERT INTO cost_change SELECT 'all', span, name, 'EUR', '2026-10', 1, '2026-11', 2 FROM source, ${spans};
    INSERT INTO domain_change SELECT 'all', span, column1, name, 'x', column2, 1, 'x', 'high', '2026-11-20T10:00:00Z', 'a', 'b', iif(span = 'run', 'https://kept.example/1', 'x')
      FROM source, ${spans}, (VALUES ('ticket', 'raised'), ('incident', 'closed'), ('job', 'failed'), ('idea', 'decided'), ('budget', 'reached'));
    INSERT INTO number_change SELECT 'all', span, name, 'x', 1, 2 FROM source, ${spans};
    INSERT OR IGNORE INTO series SELECT 'all', json_array(source, key), 'x', source, key, 'x', 'level', 1, NULL, '2026-11-20', '[1]', 1 FROM repo;
    INSERT OR IGNORE INTO anomaly SELECT 'all', json_array(source, key), 'x', source, key, '2026-11-20', 9, 1, 8, 0, 2, 1, 8, 14, 0, 'x' FROM repo;
    INSERT OR IGNORE INTO trend SELECT 'all', json_array(source, key), 'x', 'slope', source, key, '2026-11-01', '2026-11-20', 1, 2, 0.1, 0.001, NULL, 14, 'x' FROM repo;
    INSERT OR IGNORE INTO forecast SELECT 'all', json_array(source, key), 'x', source, key, '2026-11-20', '2026-11-27', 1, 0, 2, 'naive', 1, 1, 9, 29, '{}', 'x' FROM repo;
    INSERT OR IGNORE INTO waiver SELECT 'all', 'x', 'x', source, key, NULL, 'x', 'x', '2026-12-01', 1 FROM repo;
    INSERT OR IGNORE INTO waived_finding SELECT 'all', 'x', source, key, key, NULL, 'low', 'x', 'x', 'x', 'x', 'x', '2026-12-01' FROM repo;
    INSERT OR IGNORE INTO remedy_step SELECT 'all', source, key, 1, 'A', 1, 'x', 1, 1, 90, 'x', 'x' FROM repo;
    INSERT OR IGNORE INTO issue_budget SELECT 'all', source, repo, number, 'cost', 1, 1, 'x' FROM issue;
    INSERT OR IGNORE INTO dependency_edge SELECT 'all', source, key, source, key, 'package', 'x', 'x' FROM repo;
    INSERT OR IGNORE INTO dependency_link SELECT 'all', source, key, column1, source, key, 'repo/x', 'package', 'x', 'x' FROM repo, (VALUES ('uses'), ('used'));
    INSERT OR REPLACE INTO dependant_count SELECT 'all', source, key, 1, 2, 'x' FROM repo;
    INSERT OR IGNORE INTO dependency_cycle SELECT 'all', 'x', source, key, json_array(json_object('source', source, 'repo', name)), 1, 'x' FROM repo;
    INSERT OR IGNORE INTO package_spread SELECT 'all', 'x', 'x', 2, 2, json_array(json_object('version', name, 'count', 1, 'repos', json_array(name))), 'x' FROM repo;
    INSERT OR IGNORE INTO consolidation SELECT 'all', source, key, source, key, 0.5, 1, 1, 1, 'x' FROM repo;
    INSERT OR IGNORE INTO budget VALUES ('x', 1000000, 'EUR', '[50]', '[["model", "x"]]', 'public', 1);
    INSERT OR IGNORE INTO tariff VALUES ('all', 'x', 'x', '2026-11-20', 'EUR', 1, 1, 1, 1, 1, 1);
    INSERT OR IGNORE INTO conversion VALUES ('all', 'EUR', '2026-11-20', 'x', 1, '2026-11-20');
    INSERT OR IGNORE INTO ledger SELECT 'all', '2026-11', d.value, 'EUR', 'x', 1500000, 1, 2, 1, 1, 1, 1, 1, 1000000 FROM json_each('["month", "day", "provider", "model", "account", "repository", "workflow", "task", "source"]') d;
    INSERT OR IGNORE INTO cost_gap SELECT 'all', p.value, 'x', 'x', 'EUR', '2026-11-01', '2026-11-20', 1, 1, 2, 3, 1000000 FROM json_each('["price", "rate", "difference"]') p;
    INSERT OR IGNORE INTO run_usage SELECT 'all', source, key, 'x', '2026-11-20', 1, 1 FROM repo;
    DELETE FROM charge;
    INSERT INTO charge SELECT 'all', name, 'x', '2026-11-20', 'x', 'x', 'x', 'x', 'x', 'x', 1, 1, 1, 1, 1000000, 3, 'EUR', 2, 'EUR', 3, 'EUR', 'difference' FROM source;
    INSERT OR IGNORE INTO repo_cost SELECT 'all', repo.source, repo.key, d.value, 'EUR', 'x', '2026-11', 2, 1500000, 1, 2, 500000, 1 FROM repo, json_each('["month", "workflow", "model"]') d;
    INSERT OR IGNORE INTO budget_day SELECT 'all', 'x', '2026-11-20', name, 1, 1, 0 FROM source;
    INSERT OR IGNORE INTO budget_state SELECT 'all', 'x', '2026-11', 1, 'EUR', 2, 1, 0, 'x', 50, 'x', 80, 'x', 3, 2, 4, 'x', 1, 9, name, 'x' FROM source LIMIT 1;
    DELETE FROM context;
    INSERT INTO context SELECT 'all', kind, source, key, column1, 'note', source, 'x', repo, number, 'x', '2026-01-01', 'x', column2, column3, 1.5, 0.5, 'x'
      FROM priority, (VALUES (1, 'https://kept.example/1', NULL), (2, NULL, 'repo/x'), (3, NULL, NULL)) WHERE tonight;
    INSERT INTO decision VALUES ('all', 'decisions/x', 'decisions-x', 'x', '2026-01-01', 'x');
    DELETE FROM episode;
    INSERT INTO episode SELECT 'all', kind, source, key, column1, repo, number, column2, '2026-11-01', '2026-11-10', column3, column4, 'x'
      FROM priority, (VALUES (1, 'listed', '2026-11-21', 2), (2, 'resolved', NULL, NULL)) WHERE tonight;
    INSERT INTO rescore SELECT 'all', source, key, 'score', 1, 1, 2 FROM repo;
    COMMIT;`);
}

let blank;
let columns;
let empty;

// A site with the facts and nothing hostile yet, made once.
function prepare() {
  blank = site({ "site.conf": conf, ...ownRules });
  mkdirSync(join(blank, "replay"));
  run(blank, "analyse");
  columns = textColumns(blank);
  for (const [name, text] of Object.entries(ownPage(columns))) {
    mkdirSync(dirname(join(blank, name)), { recursive: true });
    writeFileSync(join(blank, name), text);
  }
  sqlite(blank, `PRAGMA foreign_keys = ON; BEGIN; ${readFileSync(join(here, "facts.sql"), "utf8")} COMMIT;`);
  addFormerRows(blank);
  findInsides();
  empty = sqlite(blank, columns.filter(({ derived }) => !derived).map(({ table }) => `SELECT '${table}' WHERE NOT EXISTS (SELECT 1 FROM ${quoted(table)});`).join("\n")).split("\n").filter(Boolean);
}

// The tables that facts.sql forgot.
export function emptyTables() {
  if (!blank) prepare();
  return empty;
}

// A site all of whose texts are VALUE: { page, files, filled, unfilled }: where its
// repository's page is, its output by path with that written as *, and which columns took it.
export function twin(value) {
  if (!blank) prepare();
  const path = folder();
  cpSync(blank, path, { recursive: true });
  put(path, columns.filter((column) => !column.derived && !isFormer(column)), value);
  addFormerRows(path);
  run(path, "analyse");
  addChanges(path);
  put(path, columns.filter(({ derived }) => derived), value);
  const unfilled = without(path, columns, value);
  run(path, "render");
  const [{ page }] = sql(path, "SELECT path AS page FROM page");
  const own = page.slice("repo/_s_/".length);
  const files = Object.entries(tree(join(path, "public"))).map(([name, content]) => [`/${name}`.replace(`/${own}.`, "/*.").replace(`/${own}-health.svg`, "/*-health.svg").slice(1), content]);
  return { page, files: Object.fromEntries(files), unfilled, filled: columns.filter((column) => !unfilled.includes(column)) };
}
