// The workflows of GitHub Actions: they parse, and what their steps name is there: targets of
// make, commands of the program with their options, jobs, steps and files. What they do to
// site.conf is done here to a copy.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { demo, root, tower } from "../tower.mjs";

const below = join(root, ".github/workflows");
const workflows = Object.fromEntries(readdirSync(below).map((name) => [name, parse(readFileSync(join(below, name), "utf8"), { strict: true, uniqueKeys: true })]));
const jobs = Object.entries(workflows).flatMap(([name, { jobs: all }]) => Object.entries(all).map(([job, what]) => ({ place: `${name}, ${job}`, job: what, others: all })));
const steps = jobs.flatMap(({ place, job }) => job.steps.map((step) => ({ place, step, job })));
const lines = steps.flatMap(({ place, step }) => (step.run ?? "").split("\n").filter(Boolean).map((line) => ({ place, line })));

test("there are workflows with steps", () => {
  assert.deepEqual(Object.keys(workflows), ["ci.yml", "nightly.yml"]);
  for (const { place, step } of steps) assert.equal(Boolean(step.run) + Boolean(step.uses), 1, place);
});

test("every make has its target", () => {
  const makefile = readFileSync(join(root, "Makefile"), "utf8");
  const made = lines.flatMap(({ line }) => [...line.matchAll(/\bmake (\S+)/g)].map((match) => match[1]));
  assert.ok(made.includes("site"));
  for (const target of made) assert.match(makefile, new RegExp(`^${target}:.*## `, "m"));
});

test("every command of the program is one, with its options", () => {
  const commands = lines.filter(({ line }) => /\btower /.test(line)).map(({ line }) => line.replace(/.*\btower /, "").split(" "));
  assert.ok(commands.some(([command]) => command === "pack"));
  for (const [command, ...words] of commands) {
    const options = words.filter((word) => word.startsWith("-")).flatMap((word) => (word.includes("=") ? [word] : [word, "x"]));
    const { status, stdout } = tower([command, ...options, "--help"]);
    assert.equal(status, 0, command);
    assert.match(stdout, new RegExp(`^usage: tower ${command} `));
  }
});

test("actions are named by a major version, and jobs may do no more than they must", () => {
  for (const { place, step } of steps) if (step.uses) assert.match(step.uses, /^actions\/[a-z-]+(\/[a-z-]+)?@v\d+$/, place);
  assert.deepEqual(workflows["nightly.yml"].permissions, {});
  const { build, deploy } = workflows["nightly.yml"].jobs;
  assert.deepEqual(build.permissions, { contents: "read", pages: "read" });
  assert.deepEqual(deploy.permissions, { pages: "write", "id-token": "write" });
  for (const { place, job, others } of jobs) for (const need of [job.needs ?? []].flat()) assert.ok(need in others, place);
});

test("what is read of a step is there", () => {
  for (const { place, job } of jobs)
    for (const [, id] of JSON.stringify(job).matchAll(/steps\.([\w-]+)\.outputs/g)) assert.ok(job.steps.some((step) => step.id === id), `${place}: ${id}`);
});

test("what comes from GitHub reaches the shell through the environment only", () => {
  for (const { place, line } of lines) assert.doesNotMatch(line, /\$\{\{/, place);
});

test("the night's steps are in an order that keeps the snapshot and publishes the edition", () => {
  const build = workflows["nightly.yml"].jobs.build.steps;
  const at = (found) => build.findIndex((step) => JSON.stringify(step).includes(found));
  const order = ["actions/checkout", "git config", "cache/restore", "make site", "cache/save", "tower pack", "upload-artifact", "upload-pages-artifact"].map(at);
  assert.ok(!order.includes(-1));
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
  assert.equal(build[at("cache/restore")].with.key, build[at("cache/save")].with.key);
  assert.ok(build[at("cache/save")].with.key.startsWith(build[at("cache/restore")].with["restore-keys"]));
  assert.equal(build[at("upload-pages-artifact")].with.path, "public");
});

test("what is put into site.conf is taken by the program", () => {
  const cwd = demo(readFileSync(join(root, "site.conf"), "utf8"));
  const step = workflows["nightly.yml"].jobs.build.steps.find(({ run }) => run?.includes("git config"));
  for (const time of [1, 2]) {
    const { status, stderr } = spawnSync("bash", ["-e", "-c", step.run], { cwd, encoding: "utf8", env: { ...process.env, SITE_URL: "https://example.github.io/desk", GITHUB_REPOSITORY_OWNER: "example" } });
    assert.deepEqual([status, stderr], [0, ""], String(time));
  }
  const { stdout, stderr } = tower(["check"], { cwd });
  assert.equal(stderr, "");
  const own = readFileSync(join(root, "site.conf"), "utf8").match(/^\[source /gm).length;
  assert.match(stdout, new RegExp(`^site\\.conf: ${own + 1} sources, 1 editions; `, "m"));
  assert.ok(existsSync(join(root, "generator/collect/sources/github/system.sql")));
});
