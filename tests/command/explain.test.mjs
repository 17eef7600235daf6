// tower explain: every score, priority and finding of an edition leads back to its arithmetic,
// facts and rules; nothing that an edition may not see is told, and nothing drives the terminal.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { demo, now, sql, tower } from "../tower.mjs";
import { edit } from "../snapshot/edit.mjs";

const conf = `[source "demo"]
	type = github
	owner = meadowlark
	owner = kestrel-lab
	replay = data/demo
[edition "public"]
	zones = public
	output = public
[edition "all"]
	zones = public, internal, restricted
	output = all
`;
let path;

before(() => {
  path = demo(conf);
  const { status, stderr } = tower(["build", "-q", "--now", now], { cwd: path });
  assert.equal(status, 0, stderr);
  edit(path, `INSERT INTO alert (source, repo, kind, number, severity, state, title, component, likelihood, fixed_in, scope, zone, created_at)
    VALUES ('demo', 'meadowlark/web-shop', 'dependency', 7, 'high', 'open', 'Anyone reads all', 'shelf', 0.25, '4.5.6', 'runtime', 'internal', '2026-11-01T00:00:00Z')`);
  assert.equal(tower(["analyse", "-q", "-C", path, "--now", now]).status, 0);
});

const run = (...words) => tower(["explain", "-C", path, ...words]);
function explain(...words) {
  const { status, stdout, stderr } = run(...words);
  assert.deepEqual([status, stderr], [0, ""], words.join(" "));
  return stdout;
}

test("a score: the sum of its components is what is said, each with its reason, rules with their versions", () => {
  for (const { repo, score, points } of sql(path, "SELECT repo, score, points FROM score WHERE edition = 'all'")) {
    const text = explain("--edition", "all", repo);
    const parts = [...text.matchAll(/^ {2}[a-z_]+, ([\d.]+) of ([\d.]+): .+$/gm)].map(([, earned, most]) => [Number(earned), Number(most)]);
    const [earned, most] = [0, 1].map((n) => parts.reduce((sum, part) => sum + part[n], 0));
    assert.ok(Math.abs(earned - points) < 0.01, `${repo}: ${earned}, ${points}`);
    if (score !== null) assert.ok(Math.abs((100 * earned) / most - score) < 0.06, text);
    for (const { name, hash } of sql(path, `SELECT DISTINCT d.name, d.hash FROM score_part p JOIN declaration d ON d.kind = 'pass' AND d.name = p.rule WHERE p.repo = '${repo}'`))
      assert.match(text, new RegExp(`^  Rule ${name}, version ${hash.slice(0, 12)}: `, "m"));
  }
});

test("a priority: its terms add up to its points", () => {
  const items = sql(path, "SELECT kind, key AS id, points FROM priority WHERE edition = 'all' ORDER BY rank");
  assert.deepEqual([...new Set(items.map(({ kind }) => kind))].sort(), ["alert", "finding", "issue", "pull"]);
  for (const { id, points } of items.filter(({ kind }, i) => i < 20 || kind === "alert" || (kind === "finding" && i % 4 === 0))) {
    const text = explain("--edition", "all", id);
    const sum = [...text.matchAll(/^ {2}[a-z_]+, ([+-][\d.]+): .+$/gm)].reduce((all, [, term]) => all + Number(term), 0);
    assert.equal(Math.min(Math.max(sum, 0), 100), points, text);
    for (const [, rule] of text.matchAll(/ \(rule ([a-z-]+)\)$/gm)) assert.match(text, new RegExp(`^  Rule ${rule}, version [0-9a-f]{12}: .* With [a-z-]+ = `, "m"), text);
    assert.match(text, /^ {2}Rule priority, version [0-9a-f]{12}: /m);
  }
});

test("an alert: its terms, facts, rules and their settings; only where the edition may see it", () => {
  const text = explain("--edition", "all", "dependency:meadowlark/web-shop#7");
  assert.match(text, /^alert dependency:meadowlark\/web-shop#7, from the source demo: 77 points, urgency high, rank \d+\.\n  shelf: Anyone reads all\n/);
  for (const line of ["65 high alert of a dependency + 2 half of its 30-day service level passed on 2026-11-16 + 10 likely to be exploited, EPSS 25% = 77",
    "severity, +65: high alert of a dependency (rule priority)", "age, +2: half of its 30-day service level passed on 2026-11-16 (rule priority)",
    "exploited, +10: likely to be exploited, EPSS 25% (rule priority-exploit)", "Of the alert: rated high, likelihood of exploit 0.250, fixed in 4.5.6, needed for runtime"])
    assert.ok(text.includes(`\n  ${line}\n`), `${line}: ${text}`);
  assert.match(text, /^  Rule priority-exploit, version [0-9a-f]{12}: .* With percent = 10, likely = 10, development = -15\.$/m);
  assert.match(text, /^  Rule item-alert, version /m);
  assert.equal(run("--edition", "public", "dependency:meadowlark/web-shop#7").status, 2);
  edit(path, "UPDATE alert SET likelihood = NULL");
  assert.match(explain("--edition", "all", "dependency:meadowlark/web-shop#7"), /likelihood of exploit not known, /);
});

test("a number of many days: what is said of it, its last days, and the rule", () => {
  const series = (metric, source, repo, name, numbers) => `INSERT INTO series (edition, key, metric, source, repo, name, kind, step, day, numbers, points)
    VALUES ('all', json_array(${source}, ${repo}), '${metric}', ${source}, ${repo}, '${name}', 'level', 1, '2026-11-21', '${numbers}', 3);`;
  edit(path, `DELETE FROM series; ${series("open_issues", "'demo'", "'meadowlark/infrastructure'", "open issues", "[3, null, 9]")} ${series("open_issues", "'demo'", "NULL", "open issues", "[1, 1, 1]")}
    INSERT INTO anomaly (edition, key, metric, source, repo, day, value, expected, difference, low, high, deviation, score, points, weekday, reason)
    VALUES ('all', json_array('demo', 'meadowlark/infrastructure'), 'open_issues', 'demo', 'meadowlark/infrastructure', '2026-11-21', 9, 3, 6, 1, 5, 1, 6, 20, 0, 'six deviations');
    INSERT INTO trend (edition, key, metric, kind, source, repo, since, until, before, after, points, reason)
    VALUES ('all', json_array('demo', 'meadowlark/infrastructure'), 'open_issues', 'step', 'demo', 'meadowlark/infrastructure', '2026-11-20', '2026-11-21', 3, 9, 20, 'a step')`);
  assert.match(explain("--edition", "all", "open_issues:meadowlark/infrastructure"), new RegExp("^open issues of meadowlark/infrastructure: 9 on 2026-11-21\\.\n  Unusual on 2026-11-21: six deviations\n  Another one since 2026-11-20: a step\n"
    + "  Known on 3 days up to 2026-11-21: the last are 3, unknown, 9\\.\n  Rule trends, version [0-9a-f]{12}: "));
  assert.match(explain("--edition", "all", "open_issues:demo"), /^open issues of the source demo: 1 on 2026-11-21\.\n {2}Nothing is said of it: it is not unusual, /);
  assert.equal(run("--edition", "public", "open_issues:meadowlark/infrastructure").status, 2, "a private repository's");
});

test("an issue that is in no order: why not", () => {
  const [{ id }] = sql(path, "SELECT repo || '#' || number AS id FROM issue WHERE state = 'closed' AND zone IS NULL LIMIT 1");
  assert.match(explain("--edition", "all", id), new RegExp(`^${id}, from the source demo: not ranked: it is closed\\.\n`));
});

test("a finding: what is wrong, the facts, since when, and what helps", () => {
  const findings = sql(path, "SELECT f.rule || ':' || f.key AS id, f.message, f.evidence, d.remedy FROM finding f JOIN declaration d ON d.kind = 'check' AND d.name = f.rule WHERE f.edition = 'all'");
  assert.ok(findings.length > 10);
  for (const { id, message, evidence, remedy } of findings.slice(0, 20)) {
    const text = explain("--edition", "all", id);
    for (const part of [message, `Evidence: ${evidence}`, `Found on ${now}`, remedy]) assert.ok(text.includes(part), `${id}: ${part}: ${text}`);
  }
});

test("a recommendation: the facts, the arithmetic of its effect, the next step", () => {
  const all = sql(path, "SELECT rule, rule || ':' || key AS id, repo, title, evidence, action, effect, reason FROM recommendation WHERE edition = 'all' ORDER BY rule, key");
  assert.ok(all.some(({ effect }) => effect !== null));
  for (const { rule, id, repo, title, evidence, action, effect, reason } of all) {
    const text = explain("--edition", "all", id);
    for (const part of [`${id}, from the source demo: ${title}`, `Evidence: ${evidence}`, `Next step: ${action}`, reason]) assert.ok(text.includes(part), `${id}: ${part}: ${text}`);
    assert.match(text, new RegExp(`^  Rule ${rule}, version [0-9a-f]{12}: `, "m"));
    if (effect === null) continue;
    const [, missing, known, gain] = /: ([\d.]+) points of ([\d.]+) known = \+([\d.]+)/.exec(reason) ?? [];
    if (missing) assert.deepEqual([((100 * missing) / known).toFixed(1), Number(gain)], [gain, effect], text);
    const [{ maximum }] = sql(path, `SELECT maximum FROM score WHERE edition = 'all' AND repo = '${repo}'`);
    assert.ok(text.includes(`of ${maximum} known`), text);
  }
  assert.match(explain("--edition", "all", "write-cheapest"), /^write-cheapest, a recommendation, version [0-9a-f]{12}\.\n[^]*\n {2}Recommended now: [1-9]\d*\.\n {2}With steps = 3 \(how many repositories are told\)\n/);
});

test("the portfolio's grade, and a rule in its own words", () => {
  assert.match(explain("--edition", "public", "portfolio"), /^The portfolio's health is [\d.]+ of 100, grade [A-F]\.\n {2}Mean score of \d+ repositories = /);
  assert.match(explain("--edition", "public", "no-license"), /^no-license, a check, version [0-9a-f]{12}\.\n {2}Repositories without a licence\.[^]*\n {2}Findings now: \d+\.\n/);
});

test("each edition tells its own; what one may not see is not known there", () => {
  const both = explain("portfolio");
  assert.match(both, /^So it is in the edition public\.$/m);
  assert.match(both, /^So it is in the edition all\.$/m);
  const [hidden] = sql(path, "SELECT key FROM repo WHERE zone <> 'public' LIMIT 1");
  assert.ok(hidden);
  assert.equal(run("--edition", "public", hidden.key).stderr, `tower: error: tower explain: nothing is called '${hidden.key}'; a name is like owner/name, owner/name#12, no-license:owner/name, dependency:owner/name#3 (an alert), open_issues:owner/name (a trend), budget:name, no-license, or portfolio\n`);
  assert.match(explain(hidden.key), /^So it is in the edition all\.$/m);
});

test("refused, in words", () => {
  const told = (words, status, message) => assert.deepEqual([run(...words).status, run(...words).stdout, run(...words).stderr], [status, "", `${message}\n`]);
  told(["nobody/nothing"], 2, "tower: error: tower explain: nothing is called 'nobody/nothing'; a name is like owner/name, owner/name#12, no-license:owner/name, dependency:owner/name#3 (an alert), open_issues:owner/name (a trend), budget:name, no-license, or portfolio");
  told(["--edition", "publik", "portfolio"], 2, "tower: error: --edition: site.conf has no edition 'publik'; did you mean 'public'?");
});

test("what comes from outside does not drive the terminal", () => {
  edit(path, "UPDATE item SET title = 'one' || char(27) || ']0;two' || char(10) || char(155) || '2J' WHERE (kind, source, key) IN (SELECT kind, source, key FROM priority WHERE rank = 1)");
  const [{ id }] = sql(path, "SELECT key AS id FROM priority WHERE rank = 1 AND edition = 'all'");
  const text = explain("--edition", "all", id);
  assert.match(text, /one ]0;two {2}2J/);
  assert.doesNotMatch(text, /[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
});
