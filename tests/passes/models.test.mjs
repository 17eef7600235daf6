// The Criticality Score and the predecessor's score beside implementations of their own, written
// from what was published: config/scorer and internal/scorer of ossf/criticality_score 2.0.4, its
// README for the first formula, and the rule of the program before for the predecessor.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { before, test } from "node:test";
import { now, site, sql, tower } from "../tower.mjs";

const day = 86400;
const clock = Date.parse(now) / 1000;
const iso = (seconds) => new Date(Math.round(seconds) * 1000).toISOString().replace(".000Z", "Z");
const quote = (value) => (value === null || value === undefined ? "NULL" : typeof value === "number" ? value : `'${value}'`);
const insert = (table, rows) =>
  rows.length ? `INSERT INTO ${table} (${Object.keys(rows[0])}) VALUES ${rows.map((row) => `(${Object.values(row).map(quote)})`).join(",\n")};` : "";

// Every combination of the values in an object of lists.
const combined = (lists) =>
  Object.entries(lists).reduce((rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))), [{}]);

function predecessor({ open, seconds, readme, licence, archived }) {
  const days = Math.floor(seconds / day);
  if (archived) return 0;
  let score = 100;
  score -= Math.min(open * 2, 40);
  if (days > 30) score -= Math.min((days - 30) * 0.5, 30);
  if (!readme) score -= 10;
  if (!licence) score -= 5;
  if (days < 7) score += 10;
  return Math.max(0, Math.min(100, score));
}
const letter = (score) => (score >= 85 ? "A" : score >= 70 ? "B" : score >= 55 ? "C" : score >= 40 ? "D" : "F");

const kept = combined({
  open: [0, 1, 7, 19, 20, 21, 300],
  seconds: [0, 7 * day - 1, 7 * day, 30 * day, 31 * day - 1, 31 * day, 44 * day, 90 * day, 91 * day, 5000 * day],
  readme: [0, 1],
  licence: [0, 1],
  archived: [0],
}).concat(combined({ open: [0, 99], seconds: [0], readme: [1], licence: [1], archived: [1] }));

// What stands in config/scorer/original_pike.yml, [weight, upper bound, smaller is better].
const pike = {
  created_since: [1, 120], updated_since: [1, 120, true], contributor_count: [2, 5000], org_count: [1, 10],
  commit_frequency: [1, 1000], recent_release_count: [0.5, 26], updated_issues_count: [0.5, 5000],
  closed_issues_count: [0.5, 5000], issue_comment_frequency: [1, 15], github_mention_count: [2, 500000],
};
const known = (signals) => Object.entries(pike).filter(([name]) => signals[name] !== undefined);
const enough = (signals) => known(signals).reduce((sum, [, [weight]]) => sum + weight, 0) >= 10.5 / 2;

function criticality(signals) {
  let sum = 0, count = 0;
  for (const [name, [weight, upper, smaller]] of known(signals)) {
    let value = Math.min(Math.max(signals[name], 0), upper);
    if (smaller) value = upper - value;
    sum += (weight * Math.log(1 + value)) / Math.log(1 + upper);
    count += weight;
  }
  return sum / count;
}

function criticalityOfPaper(signals) {
  let sum = 0, count = 0;
  for (const [name, [size, threshold]] of known(signals)) {
    const weight = name === "updated_since" ? -size : size;
    sum += (weight * Math.log(1 + signals[name])) / Math.log(1 + Math.max(signals[name], threshold));
    count += weight;
  }
  return Math.min(Math.max(sum / count, 0), 1);
}

// Months, people, commits of the year, releases of the year, tags, issues of the last 90 days, how
// many of them are closed, comments on each. The first ones are at the bounds, the others spread.
const projects = [
  { age: 0, idle: 0, people: 0, commits: 0, releases: 0, tags: 0, issues: 0, closed: 0, comments: 0 },
  { age: 120, idle: 120, people: 5000, commits: 52000, releases: 26, tags: 0, issues: 3, closed: 3, comments: 15 },
  { age: 121, idle: 121, people: 5001, commits: 52052, releases: 27, tags: 0, issues: 3, closed: 0, comments: 16 },
  { age: 300, idle: 0, people: 1, commits: 1, releases: 0, tags: 4000, issues: 1, closed: 1, comments: 0 },
  { age: 12, idle: 11, people: 3, commits: 26, releases: 0, tags: 9, issues: 2, closed: 1, comments: 1 },
  { age: 12, idle: 1, people: undefined, commits: 26, releases: 1, tags: 9, issues: 2, closed: 1, comments: 1 },
  { age: 12, idle: 1, people: 2, commits: 26, releases: 1, tags: 9, issues: undefined },
  { age: undefined, idle: 1, people: undefined, commits: 26, releases: 1, tags: 9, issues: undefined },
];
for (let n = 1; projects.length < 70; n++)
  projects.push({
    age: (n * 37) % 160, idle: (n * 7) % 13, people: (n * n * 31) % 6000, commits: (n * 173) % 4001, releases: n % 5 ? (n * 11) % 30 : 0,
    tags: (n * 13) % 50, issues: (n * 5) % 23, closed: Math.min((n * 3) % 17, (n * 5) % 23), comments: n % 4,
  });

function signals({ age, idle, people, commits, releases, tags, issues, closed, comments }) {
  const given = { updated_since: idle, contributor_count: people, commit_frequency: Math.round((commits / 52) * 100) / 100 };
  given.created_since = age;
  // A life of AGE months and half a month; Go divides whole numbers.
  const lived = age * 30 + 15;
  if (releases || age !== undefined) given.recent_release_count = releases || Math.floor((tags * 365) / lived);
  if (issues !== undefined) {
    given.updated_issues_count = issues;
    given.closed_issues_count = closed;
    given.issue_comment_frequency = issues ? comments : 0;
  }
  return given;
}

function factsOf(project, nth) {
  const repo = `p${nth}`, { age, idle, people, commits, releases, tags, issues, closed, comments } = project;
  const at = (days) => iso(clock - days * day);
  const range = (count) => Array.from({ length: count }, (_, index) => index);
  return [
    insert("repo", [{ source: "s", key: repo, name: "r", created_at: age === undefined ? null : at(age * 30 + 15), last_commit_at: at(idle * 30 + 29.9), contributor_count: people, tag_count: tags }]),
    insert("commit_day", [{ source: "s", repo, day: at(366).slice(0, 10), commits: 9 }, ...(commits ? [{ source: "s", repo, day: at(365).slice(0, 10), commits }] : [])]),
    insert("release", range(releases).map((id) => ({ source: "s", repo, id, tag: "v", draft: 0, prerelease: 0, published_at: at(id ? id : 365) }))),
    insert("release", [{ source: "s", repo, id: 900, tag: "v", draft: 0, prerelease: 0, published_at: at(365.01) }, { source: "s", repo, id: 901, tag: "v", draft: 1, prerelease: 0, published_at: null }]),
    issues === undefined ? "" : insert("scope", [{ source: "s", declaration: "git/issues", key: repo, repo, outcome: "ok", asked_at: now, loaded_at: now, hash: "" }]),
    insert("issue", range(issues ?? 0).map((index) => ({
      source: "s", repo, number: index + 1, kind: index % 2 ? "pull" : "issue", title: "t", state: index < closed ? "closed" : "open",
      created_at: at(90), updated_at: at(index ? 1 : 90), comments }))),
    issues === undefined ? "" : insert("issue", [{ source: "s", repo, number: 999, kind: "issue", title: "t", state: "closed", created_at: at(100), updated_at: at(90.001), comments: 50 }]),
  ].join("\n");
}

// One snapshot for both, so that there is one run.
let path;
before(() => {
  path = site({ "site.conf": '[source "s"]\n\ttype = git\n\tpath = .\n' });
  const analyse = () => {
    const { status, stderr } = tower(["analyse", "-C", path, "--now", now]);
    assert.equal(status, 0, stderr);
  };
  analyse();
  const facts = kept.map(({ open, seconds, readme, licence, archived }, nth) =>
    insert("repo", [{ source: "s", key: `k${nth}`, name: "r", open_items: open, updated_at: iso(clock - seconds), has_readme: readme, has_license: licence, archived }]));
  facts.push(
    insert("repo", [
      { source: "s", key: "no readme told", name: "r", open_items: 0, updated_at: now, has_readme: null, has_license: 1, archived: 0 },
      { source: "s", key: "no issues told", name: "r", open_items: null, updated_at: now, has_readme: 1, has_license: 1, archived: 0 },
      { source: "s", key: "touched by comments", name: "r", open_items: 0, updated_at: now, has_readme: 1, has_license: 1, archived: 0 },
    ]),
    insert("issue", [{ source: "s", repo: "touched by comments", number: 1, kind: "issue", title: "t", state: "open", created_at: iso(clock - 91 * day), updated_at: now, comments: 1 }]),
    ...projects.map(factsOf));
  const { status, stderr } = spawnSync("sqlite3", ["-bail", join(path, "data/tower.db")], { input: `PRAGMA foreign_keys = ON; BEGIN; ${facts.join("\n")} COMMIT;`, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  analyse();
});

const told = (rule, prefix) =>
  new Map(sql(path, `SELECT repo, score, grade, known, reason, parts FROM model_score WHERE rule = '${rule}' AND repo GLOB '${prefix}*'`).map((row) => [row.repo, row]));

test("the predecessor's score is its formula's", () => {
  const rows = told("model-predecessor", "k[0-9]");
  assert.ok(kept.length >= 50 && new Set(kept.map((input) => letter(predecessor(input)))).size === 5);
  kept.forEach((input, nth) => {
    const { score, grade } = rows.get(`k${nth}`);
    assert.deepEqual({ score, grade }, { score: predecessor(input), grade: letter(predecessor(input)) }, JSON.stringify(input));
  });
});

test("the predecessor's score says how it comes about", () => {
  const reason = (wanted) => told("model-predecessor", "k").get(`k${kept.findIndex((input) => Object.keys(wanted).every((name) => input[name] === wanted[name]))}`).reason;
  assert.equal(reason({ open: 7, seconds: 44 * day, readme: 0, licence: 0 }), "100 start - 14 open issues - 7 days without update - 10 no README - 5 no licence = 64");
  assert.equal(reason({ open: 0, seconds: 0, readme: 1, licence: 1, archived: 0 }), "100 start + 10 updated lately = 110, counted as 100");
  assert.equal(reason({ archived: 1 }), "Archived, so 0");
});

test("the predecessor has no score where a fact is not known", () => {
  const rows = told("model-predecessor", "no");
  assert.deepEqual([...rows.values()].map(({ repo, score, grade, reason }) => ({ repo, score, grade, reason })), [
    { repo: "no issues told", score: null, grade: null, reason: "Not known: open issues" },
    { repo: "no readme told", score: null, grade: null, reason: "Not known: no README" },
  ]);
});

for (const [rule, formula] of [["model-criticality", criticality], ["model-criticality-paper", criticalityOfPaper]])
  test(`${rule} is its formula's`, () => {
    const rows = told(rule, "p[0-9]");
    assert.ok(projects.length >= 50);
    projects.forEach((project, nth) => {
      const { score } = rows.get(`p${nth}`), given = signals(project);
      if (enough(given)) assert.ok(Math.abs(score - formula(given)) < 1e-5, `${JSON.stringify(project)}: ${score}, and not ${formula(given)}`);
      else assert.equal(score, null, JSON.stringify(project));
    });
    assert.ok(projects.filter((project) => !enough(signals(project))).length === 1);
  });

test("the signals of criticality are those of its collector", () => {
  const rows = told("model-criticality", "p[0-9]");
  projects.forEach((project, nth) => {
    const parts = Object.fromEntries(JSON.parse(rows.get(`p${nth}`).parts).map(({ part, value }) => [part, value]));
    for (const name of Object.keys(pike)) assert.equal(parts[name], signals(project)[name] ?? null, `${name} of ${JSON.stringify(project)}`);
  });
});

test("comments that may be older are not counted as of the last 90 days", () => {
  const [row] = told("model-criticality", "touched by comments").values();
  const parts = Object.fromEntries(JSON.parse(row.parts).map(({ part, value }) => [part, value]));
  assert.deepEqual([parts.updated_issues_count, parts.issue_comment_frequency], [1, null]);
});

test("criticality says how it comes about", () => {
  // ln 13 / ln 121, ln 110 / ln 121, 2 ln 4 / ln 5001, ln 1.5 / ln 1001, ln 9 / ln 27 (9 tags in
  // 375 days are 8 a year), ln 3 / ln 5001, ln 2 / ln 5001, ln 2 / ln 16
  assert.equal(told("model-criticality", "p4").get("p4").reason,
    "(1 x 0.53483 + 1 x 0.98013 + 2 x 0.16276 + 1 x 0.05869 + 0.5 x 0.66667 + 0.5 x 0.12898 + 0.5 x 0.08138 + 1 x 0.25000) / 7.5 = 0.34502");
});
