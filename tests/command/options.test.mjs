// The command line: help, versions, mistakes with what was probably meant, exit statuses,
// colours and how much is said.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { demo, now, program, root, site, sql, tower, tree } from "../tower.mjs";

const conf = '[source "demo"]\n\ttype = github\n\towner = kestrel-lab\n\treplay = data/demo\n';
const commands = ["build", "collect", "analyse", "render", "check", "merge", "pack", "db backup", "db verify", "db restore", "db export", "db import", "db prune", "sql", "template"];
let path;

before(() => {
  path = demo(conf);
  assert.equal(tower(["build", "-q", "--now", now], { cwd: path }).status, 0);
});

const run = (...words) => tower(words, { cwd: path });

function assertRefused(words, message, status = 2) {
  const result = run(...words);
  assert.equal(result.stderr, `tower: error: ${message}\n`);
  assert.equal(result.stdout, "");
  assert.equal(result.status, status);
}

const mistakes = [
  [["buidl"], "tower: there is no command 'buidl'; did you mean 'build'?"],
  [["analyze"], "tower: there is no command 'analyze'; did you mean 'analyse'?"],
  [["xyzzyplugh"], "tower: there is no command 'xyzzyplugh'; tower --help lists them"],
  [["--", "buidl"], "tower: there is no command 'buidl'; did you mean 'build'?"],
  [["build", "--sorce", "demo"], "tower: build has no option '--sorce'; did you mean '--source'?"],
  [["build", "--zzzzzzzz"], "tower: build has no option '--zzzzzzzz'"],
  [["build", "-x"], "tower: build has no option '-x'"],
  [["build", "--format", "html"], "tower: build has no option '--format'"],
  [["check", "--fail-on", "high"], "tower: check has no option '--fail-on'"],
  [["build", "--source"], "tower: --source needs a value: --source NAME"],
  [["build", "-C"], "tower: --directory needs a value: --directory DIR"],
  [["build", "--quiet=yes"], "tower: --quiet takes no value"],
  [["build", "extra"], "tower: build does not take 'extra'"],
  [["build", "-"], "tower: build does not take '-'"],
  [["sql", "SELECT 1", "SELECT 2"], "tower: sql does not take 'SELECT 2'"],
  [["sql"], 'tower: sql needs "SELECT ..."'],
  [["template", "page.html"], "tower: template needs FILE DATA.json"],
  [["merge"], "tower: merge needs OUT IN..."],
  [["merge", "out.db"], "tower: merge needs OUT IN..."],
  [["merge", "--shard", "1/2", "out.db", "in.db"], "tower: merge has no option '--shard'"],
  [["pack"], "tower: pack needs FILE.zip"],
  [["pack", "site.rar"], "tower: pack makes a .zip or a .tar.gz, so FILE cannot be 'site.rar'"],
  [["pack", "--edition", "publik", "site.zip"], "--edition: site.conf has no edition 'publik'; did you mean 'public'?"],
  [["pack", "--edition", "zzzzzzzz", "site.zip"], "--edition: site.conf has no edition 'zzzzzzzz'"],
  [["template", "a", "b", "--format", "pdf"], "tower: --format is html, xml, md, json, csv or txt, not 'pdf'"],
  [["build", "--now", "yesterday"], "--now: 'yesterday' is not a time like 2026-11-21T21:00:00Z"],
  [["build", "--now="], "--now: '' is not a time like 2026-11-21T21:00:00Z"],
  [["build", "--now", "2026-02-30T00:00:00Z"], "--now: '2026-02-30T00:00:00Z' is not a time like 2026-11-21T21:00:00Z"],
  [["build", "--now", "2026-2-3T1:2:3Z"], "--now: '2026-2-3T1:2:3Z' is not a time like 2026-11-21T21:00:00Z"],
  [["build", "--now", "2026-11-21T21:00:60Z"], "--now: '2026-11-21T21:00:60Z' is not a time like 2026-11-21T21:00:00Z"],
  [["build", "--now", "2026-11-21T21:00:00+01:00"], "--now: '2026-11-21T21:00:00+01:00' is not a time like 2026-11-21T21:00:00Z"],
  [["build", "--color", "blue"], "tower: --color is auto, always or never, not 'blue'"],
  [["build", "--fail-on", "hgih"], "tower: --fail-on is critical, high, medium, low or info, not 'hgih'"],
  ...["x", "", "3", "3/", "/3", "0/3", "4/3", "1/0", "-1/3", "+1/3", " 1/3", "1/3 ", "1/3/3", "1.5/3", "1/9999999999", "9999999999/1"].map((share) =>
    [["build", "--shard", share], `tower: --shard is K/N with 1 <= K <= N, like 3/16, not '${share}'`]),
  [["build", "-q", "--source", "dmo"], "--source: site.conf has no source 'dmo'; did you mean 'demo'?"],
  [["build", "-q", "--source", "zzzz"], "--source: site.conf has no source 'zzzz'"],
];

for (const [words, message] of mistakes) test(`refused: tower ${words.join(" ")}`, () => assertRefused(words, message));

test("a mistake leaves what was built as it was", () => {
  const output = tree(join(path, "public"));
  const runs = sql(path, "SELECT count(*) AS n FROM run");
  for (const [words] of mistakes) run(...words);
  assert.deepEqual(tree(join(path, "public")), output);
  assert.deepEqual(sql(path, "SELECT count(*) AS n FROM run"), runs);
});

test("an environment whose time is none", () => {
  const { status, stderr } = tower(["sql", "SELECT 1"], { cwd: path, env: { SOURCE_DATE_EPOCH: "soon" } });
  assert.match(stderr, /^tower: error: SOURCE_DATE_EPOCH: .*soon.*\n$/);
  assert.equal(status, 2);
});

test("--help lists every command; without a command the same, as a mistake", () => {
  const help = run("--help");
  assert.equal(help.status, 0);
  assert.equal(help.stderr, "");
  for (const command of commands) assert.match(help.stdout, new RegExp(`^  ${command} {2,}\\S`, "m"));
  assert.doesNotMatch(help.stdout, /^ {2}(config|markdown)/m);
  const nothing = run();
  assert.equal(nothing.stdout, help.stdout);
  assert.equal(nothing.status, 2);
  assert.equal(run("-h").stdout, help.stdout);
});

test("a command's --help has its own options and no other's", () => {
  const options = { build: ["source", "full", "offline", "accept-drop", "record", "shard", "strict", "fail-on"], collect: ["source", "record", "shard", "strict"], analyse: ["fail-on"], render: [], check: [], merge: [], pack: ["edition"], sql: ["json"], template: ["partials", "format"] };
  const all = new Set(Object.values(options).flat());
  for (const [command, own] of Object.entries(options)) {
    const { status, stdout } = run(command, "--help");
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`^usage: tower ${command}`));
    const listed = [...stdout.matchAll(/--([a-z-]+)/g)].map((match) => match[1]);
    for (const name of ["directory", "now", "quiet", "verbose", "color", "help", "version", ...own]) assert.ok(listed.includes(name), `${command} --${name}`);
    if (command !== "build" && command !== "collect") for (const name of listed) assert.ok(!all.has(name) || own.includes(name), `${command} --${name}`);
  }
});

test("every listed option is taken", () => {
  for (const command of commands) {
    const lines = run(...command.split(" "), "--help").stdout.split("\n").filter((line) => line.includes("--"));
    for (const [, name, value] of lines.map((line) => /--([a-z-]+)( [A-Z]+)?/.exec(line)))
      assert.equal(run(...command.split(" "), `--${name}${value ? "=x" : ""}`, "--help").status, 0, `${command} --${name}`);
  }
});

test("--version", () => {
  const version = /TOWER_VERSION "([^"]+)"/.exec(readFileSync(join(root, "generator/base/version.h"), "utf8"))[1];
  for (const words of [["--version"], ["build", "--version"]]) {
    const { status, stdout, stderr } = run(...words);
    assert.deepEqual([status, stdout, stderr], [0, `tower ${version}\n`, ""]);
  }
});

const colors = (words, env) => spawnSync(program, ["-C", path, ...words], { encoding: "utf8", env: { ...process.env, NO_COLOR: "", ...env } }).stderr;
const terminal = (words, env) => spawnSync("script", ["-qec", [program, "-C", path, ...words].join(" "), "/dev/null"], { encoding: "utf8", env: { ...process.env, NO_COLOR: "", ...env } }).stdout;
const hasScript = spawnSync("script", ["--version"]).status === 0;

test("no colours but on a terminal, where they were asked for, or nobody said no", () => {
  const red = "\x1b[31mtower: error: \x1b[0m";
  const mistake = ["build", "--source", "zzzz"];
  assert.doesNotMatch(colors(mistake), /\x1b/);
  assert.doesNotMatch(colors([...mistake, "--color", "auto"]), /\x1b/);
  assert.ok(colors([...mistake, "--color", "always"]).includes(red));
  assert.ok(colors([...mistake, "--color=always"], { NO_COLOR: "1" }).includes(red));
  assert.doesNotMatch(colors([...mistake, "--color", "never"]), /\x1b/);
});

test("on a terminal", { skip: !hasScript }, () => {
  const mistake = ["build", "--source", "zzzz"];
  assert.match(terminal(mistake), /\x1b\[31m/);
  assert.doesNotMatch(terminal(mistake, { NO_COLOR: "1" }), /\x1b/);
  assert.doesNotMatch(terminal([...mistake, "--color", "never"]), /\x1b/);
});

test("no message can drive a terminal", () => {
  const { stderr } = tower(["check", "-C", "a\x1b[31m\u009bb\u007fc\nd"]);
  assert.equal(stderr, "tower: error: a?[31m??b?c?d: there is no such folder\n");
});

test("-q says nothing where all is well, -v every request", () => {
  const quiet = run("build", "-q", "--now", now);
  assert.deepEqual([quiet.status, quiet.stdout, quiet.stderr], [0, "", ""]);
  const normal = run("build", "--now", now);
  assert.equal(normal.stdout, "");
  const said = normal.stderr.match(/^Collecting\n {2}demo: (\d+) requests, \d+ rows \(played back\)\nAnalysing\nRendering\n {2}public: \d+ files, \d+ changed, 0 removed: open public\/index\.html\n$/);
  assert.ok(said && Number(said[1]) > 5, normal.stderr);
  assert.doesNotMatch(normal.stderr, /GET/);
  assert.equal(run("build", "-v", "--now", now).stderr.match(/GET \//g).length, Number(said[1]));
});

test("check says what there is on stdout, and touches nothing", () => {
  const fresh = site({ "site.conf": '[source "here"]\n\ttype = git\n\tpath = .\n' });
  const { status, stdout, stderr } = tower(["check"], { cwd: fresh });
  assert.deepEqual([status, stdout, stderr], [0, "site.conf: 1 sources, 1 editions; nothing wrong\n", ""]);
  assert.ok(!existsSync(join(fresh, "data")) && !existsSync(join(fresh, "public")));
});

test("--fail-on counts findings from its severity up", () => {
  const found = Object.fromEntries(sql(path, "SELECT severity, count(*) AS n FROM finding GROUP BY 1").map((row) => [row.severity, row.n]));
  const levels = ["critical", "high", "medium", "low", "info"];
  assert.ok(found.high > 0);
  let sum = 0;
  for (const level of levels) {
    sum += found[level] ?? 0;
    for (const command of ["analyse", "build"]) {
      const { status, stderr } = run(command, "-q", "--now", now, "--fail-on", level);
      assert.equal(status, sum ? 5 : 0, `${command} ${level}`);
      assert.equal(stderr, sum ? `tower: warning: ${sum} findings are of severity ${level} or above\n` : "");
    }
  }
  assert.ok(existsSync(join(path, "public/index.html")));
});

test("--strict: 3 where a source failed, and the site is built all the same", () => {
  const broken = demo(conf.replace("kestrel-lab", "nobody"));
  const lax = tower(["build", "-q", "--now", now], { cwd: broken });
  assert.equal(lax.status, 0);
  assert.match(lax.stderr, /^tower: warning: demo: not up to date: 1 of what is asked for; the sources page says which and why\n$/);
  const strict = tower(["build", "-q", "--strict", "--now", now], { cwd: broken });
  assert.equal(strict.status, 3);
  assert.match(readFileSync(join(broken, "public/sources.md"), "utf8"), /no recording of/);
});
