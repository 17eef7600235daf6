// Whether what the declarations of GitHub ask is valid: every request against GitHub's own
// OpenAPI description (Prism checks it and answers with the documented examples), every
// GraphQL query against its public schema. And whether the documented answers load.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { buildSchema, graphql, parse, validate } from "graphql";
import { folder, root, site, sql } from "../tower.mjs";
import { towerAsync } from "./server.mjs";

const require = createRequire(import.meta.url);
const now = "2026-11-19T21:00:00Z";
const paths = [
  "/user", "/users/{username}", "/user/repos", "/users/{username}/repos", "/orgs/{org}/repos", "/installation/repositories",
  "/app/installations/{installation_id}/access_tokens", "/search/issues", "/users/{username}/projectsV2", "/orgs/{org}/projectsV2",
  "/users/{username}/settings/billing/usage", "/organizations/{org}/settings/billing/usage",
  ...["issues", "issues/comments", "pulls", "milestones", "releases", "actions/workflows", "actions/runs", "stats/commit_activity",
    "contributors", "languages", "community/profile", "branches/{branch}", "branches/{branch}/protection", "rules/branches/{branch}",
    "rulesets", "dependabot/alerts", "code-scanning/alerts", "secret-scanning/alerts", "dependency-graph/sbom", "traffic/views",
    "traffic/clones", "git/trees/{tree_sha}"].map((path) => `/repos/{owner}/{repo}/${path}`),
];

const declarations = readdirSync(join(root, "generator/collect/sources/github")).map((name) => name.replace(".sql", "")).filter((name) => name !== "system");

// The description with these paths only, and what they refer to: the whole takes long to read.
function pruned() {
  const whole = JSON.parse(readFileSync(require.resolve("@octokit/openapi/generated/api.github.com.json")));
  const part = { ...whole, paths: {}, components: {}, webhooks: undefined, "x-webhooks": undefined };
  const bring = (value) => {
    if (Array.isArray(value)) return value.forEach(bring);
    if (!value || typeof value !== "object") return;
    if (typeof value.$ref === "string") {
      const [kind, name] = value.$ref.split("/").slice(-2);
      const known = (part.components[kind] ??= {});
      if (known[name]) return;
      known[name] = whole.components[kind][name];
      bring(known[name]);
    }
    Object.values(value).forEach(bring);
  };
  for (const path of paths) {
    assert.ok(whole.paths[path], `GitHub's description has no ${path}`);
    bring((part.paths[path] = whole.paths[path]));
  }
  return JSON.stringify(part);
}

// Where the documented examples contradict each other or the description: an organisation is no
// user, a list is no single project, a branch is called as it was asked for, an issue with a
// comment has one, a token has not expired yet.
const corrections = [
  [/^\/users\/octo-org$/, () => ({ login: "octo-org", type: "Organization", name: "Octo", html_url: "https://example.org/octo-org" })],
  [/^\/orgs\/octo-org\/repos$/, (repos) => repos.map((repo) => ({ ...repo, full_name: "octo-org/Hello-World", owner: { login: "octo-org" } }))],
  [/\/projectsV2$/, (project) => [project]],
  [/[^s]\/branches\/master$/, (branch) => ({ ...branch, name: "master", protected: true })],
  [/\/issues$/, (issues) => issues.map?.((issue) => ({ ...issue, comments: 1 })) ?? issues],
  [/\/access_tokens$/, (token) => ({ ...token, expires_at: "2036-11-19T21:00:00Z" })],
];

const schema = buildSchema(readFileSync(join(root, "tests/node_modules/@octokit/graphql-schema/schema.graphql"), "utf8"), { assumeValid: true });
const when = "2026-11-18T12:00:00Z";
const page = (nodes) => ({ pageInfo: { hasNextPage: false, endCursor: null }, totalCount: nodes.length, nodes });
const answers = {
  rateLimit: { cost: 1, remaining: 4999, resetAt: when },
  repositoryOwner: {
    __typename: "User",
    repositories: page([{
      nameWithOwner: "octocat/Hello-World", isEmpty: false, viewerPermission: "ADMIN", isSecurityPolicyEnabled: true,
      hasVulnerabilityAlertsEnabled: true,
      defaultBranchRef: { target: { __typename: "Commit", oid: "6dcb09b5b57875f334f61aebed695e2e4193db5e", committedDate: when, history: { totalCount: 42 }, statusCheckRollup: { state: "FAILURE" } } },
      issues: { totalCount: 3, nodes: [{ updatedAt: when }] }, pullRequests: { totalCount: 1, nodes: [{ updatedAt: when }] },
      releases: { totalCount: 1, nodes: [{ updatedAt: when }] }, latestRelease: { tagName: "v1.0.0", publishedAt: when },
      vulnerabilityAlerts: { totalCount: 2 }, branchProtectionRules: { totalCount: 1 }, rulesets: { totalCount: 2 },
    }, {
      nameWithOwner: "octocat/not-listed", isEmpty: true, hasVulnerabilityAlertsEnabled: false, issues: page([]), pullRequests: page([]),
      releases: page([]), branchProtectionRules: page([]),
    }]),
    projectV2: {
      items: page([
        {
          id: "PVTI_1", type: "ISSUE", isArchived: false, createdAt: when, updatedAt: when,
          content: { __typename: "Issue", number: 1347, title: "Found a bug", url: "https://github.com/octocat/Hello-World/issues/1347", repository: { nameWithOwner: "octocat/Hello-World", isPrivate: false } },
          fieldValues: { nodes: [
            { __typename: "ProjectV2ItemFieldSingleSelectValue", name: "In progress", field: { __typename: "ProjectV2SingleSelectField", name: "Status" } },
            { __typename: "ProjectV2ItemFieldNumberValue", number: 5, field: { __typename: "ProjectV2Field", name: "Size" } }] },
        },
        { id: "PVTI_2", type: "REDACTED", isArchived: false, createdAt: when, updatedAt: when, content: null, fieldValues: { nodes: [] } },
      ]),
    },
  },
  repository: {
    pullRequests: page([{
      number: 1347, reviewDecision: "CHANGES_REQUESTED", mergeable: "CONFLICTING",
      latestOpinionatedReviews: { nodes: [{ state: "APPROVED" }, { state: "CHANGES_REQUESTED" }] },
      commits: { nodes: [{ commit: { statusCheckRollup: { state: "PENDING" } } }] },
    }]),
  },
};

// In front of Prism: sees every request and what Prism says of it.
const seen = [];
let prism, upstream, place, proxy;

async function body(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
}

async function answerGraphql(request, response) {
  const { query, variables } = JSON.parse(await body(request));
  const errors = validate(schema, parse(query)).map((error) => error.message);
  seen.push({ method: "POST", path: "/graphql", query, errors, headers: request.headers });
  const result = await graphql({ schema, source: query, rootValue: answers, variableValues: variables });
  for (const error of result.errors ?? []) errors.push(error.message);
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(result));
}

function passOn(request, response) {
  const path = request.url.split("?")[0];
  const entry = { method: request.method, path, target: request.url, headers: request.headers };
  seen.push(entry);
  const forward = ask(upstream + request.url, { method: request.method, headers: { ...request.headers, host: "127.0.0.1", accept: "application/json" } }, async (answer) => {
    let text = await body(answer);
    entry.status = answer.statusCode;
    entry.violations = answer.headers["sl-violations"];
    for (const [pattern, correct] of corrections)
      if (answer.statusCode < 300 && pattern.test(path)) text = JSON.stringify(correct(JSON.parse(text)));
    response.writeHead(answer.statusCode, { "content-type": "application/json" });
    response.end(text);
  });
  forward.on("error", () => response.destroy());
  request.pipe(forward);
}

const conf = (url) => `
[source "user"]
	type = github
	url = ${url}
	owner = octocat
	token-env = FORGE_TOKEN
[source "organisation"]
	type = github
	url = ${url}
	owner = octo-org
	token-env = FORGE_TOKEN
[source "stranger"]
	type = github
	url = ${url}
	owner = octocat
[source "search"]
	type = github
	url = ${url}
	owner = octocat
	issues = search
[source "app"]
	type = github
	url = ${url}
	owner = octocat
	app = 1
	installation = 2
	token-env = FORGE_KEY
`;

let run;
before(async () => {
  const description = join(folder(), "github.json");
  writeFileSync(description, pruned());
  proxy = createServer((request, response) =>
    (request.url === "/graphql" ? answerGraphql : passOn)(request, response));
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const own = `http://127.0.0.1:${proxy.address().port}`;
  prism = spawn(process.execPath, [join(root, "tests/node_modules/.bin/prism"), "mock", "-h", "127.0.0.1", "-p", "0", description],
    { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, SCARF_ANALYTICS: "false" } });
  upstream = await new Promise((resolve, reject) => {
    let said = "";
    for (const stream of [prism.stdout, prism.stderr])
      stream.on("data", (text) => {
        said += text;
        const found = said.match(/listening on (http:\/\/[\d.]+:\d+)/);
        if (found) resolve(found[1]);
      });
    prism.on("exit", () => reject(new Error(`Prism does not start: ${said}`)));
  });
  const key = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" });
  place = site({ "site.conf": conf(own) });
  run = await towerAsync(["collect", "-C", place, "--now", now, "--record", join(place, "rec")],
    { env: { FORGE_TOKEN: "ghp_canary", FORGE_KEY: key } });
}, { timeout: 60000 });

after(() => {
  prism?.kill();
  proxy?.close();
});

const targets = (pattern) => seen.filter((request) => pattern.test(request.target ?? "")).map((request) => request.target);
const rows = (table, columns, where = "source = 'user'") => sql(place, `SELECT ${columns} FROM "${table}" WHERE ${where}`);

test("every declaration asks, and GitHub's description and schema accept what it asks", async () => {
  assert.equal(run.status, 0, run.stderr);
  assert.deepEqual(sql(place, "SELECT DISTINCT declaration FROM request ORDER BY 1").map((row) => row.declaration.replace("github/", "")), declarations);
  const wrong = seen.filter((request) => request.errors?.length || request.status >= 300
    || JSON.parse(request.violations ?? "[]").some((violation) => violation.location[0] === "request"));
  assert.deepEqual(wrong, []);
  assert.deepEqual(sql(place, "SELECT source, key, declaration, reason FROM scope WHERE outcome NOT IN ('ok', 'absent') AND reason <> 'needs a token'"), []);
  assert.deepEqual(sql(place, "SELECT declaration, reason, row FROM reject"), []);
});

test("Prism would have told of a wrong parameter, and the schema of a wrong field", async () => {
  const answer = await fetch(`${upstream}/repos/o/r/issues?sort=wrong`, { headers: { accept: "application/json" } });
  const told = JSON.parse(answer.headers.get("sl-violations") ?? "[]").map((violation) => violation.location.join("/"));
  assert.ok(told.includes("request/query/sort") || answer.status === 422, `${answer.status} ${told}`);
  assert.equal(validate(schema, parse("{ viewer { wrong } }")).length, 1);
});

test("every request names its API version, its kind of answer and the token", () => {
  for (const request of seen) {
    assert.equal(request.headers["x-github-api-version"], "2022-11-28");
    assert.equal(request.headers.accept, "application/vnd.github+json");
  }
  const tokens = new Set(seen.map((request) => request.headers.authorization?.replace(/^(Bearer ey).*/, "$1...")));
  assert.deepEqual([...tokens].sort(), ["Bearer ey...", "Bearer ghp_canary", "Bearer ghs_16C7e42F292c6912E7710c838347Ae178B4a", undefined]);
});

test("secrets that leaked are never asked for", () => {
  const asked = targets(/secret-scanning/);
  assert.ok(asked.length > 0);
  for (const target of asked) assert.match(target, /[?&]hide_secret=true(&|$)/);
});

test("whose token asks decides which list of repositories is read", () => {
  assert.equal(targets(/^\/user\/repos\?affiliation=owner&/).length, 1);
  assert.equal(targets(/^\/orgs\/octo-org\/repos\?type=all&/).length, 1);
  assert.equal(targets(/^\/users\/octocat\/repos\?type=owner&/).length, 2);
  assert.equal(targets(/^\/installation\/repositories\?per_page=100$/).length, 1);
  assert.deepEqual(sql(place, "SELECT source, key FROM repo ORDER BY source"), [
    { source: "app", key: "octocat/Hello-World" }, { source: "organisation", key: "octo-org/Hello-World" },
    { source: "search", key: "octocat/Hello-World" }, { source: "stranger", key: "octocat/Hello-World" },
    { source: "user", key: "octocat/Hello-World" }]);
  assert.deepEqual(rows("owner", "source, key, viewer", "1 ORDER BY source"), [
    { source: "app", key: "octocat", viewer: null }, { source: "organisation", key: "octo-org", viewer: null },
    { source: "search", key: "octocat", viewer: null }, { source: "stranger", key: "octocat", viewer: null },
    { source: "user", key: "octocat", viewer: 1 }]);
});

test("without a token nothing is asked that needs one, and that is said", () => {
  const told = rows("scope", "declaration", "source = 'stranger' AND outcome = 'forbidden' AND reason = 'needs a token' ORDER BY 1").map((row) => row.declaration);
  assert.deepEqual(told, ["branch", "clones", "code_scanning", "comments", "community", "contributors", "dependabot", "milestones", "portfolio",
    "projects", "reviews", "rules", "rulesets", "secret_scanning", "views", "workflows"].map((name) => `github/${name}`));
  assert.deepEqual(rows("request", "DISTINCT declaration", "source = 'stranger' ORDER BY 1").map((row) => row.declaration),
    ["commit_activity", "issues", "languages", "owners", "pulls", "releases", "repositories", "sbom", "tree"].map((name) => `github/${name}`));
});

test("the portfolio's answer fills the columns by which later nights know what moved", () => {
  assert.deepEqual(rows("repo", `empty, head, last_commit_at, commit_count, ci_state, open_issues, open_pulls, issue_updated_at, pull_updated_at,
    release_count, release_updated_at, latest_release, released_at, security_policy, has_security`), [{
    empty: 0, head: "6dcb09b5b57875f334f61aebed695e2e4193db5e", last_commit_at: when, commit_count: 42, ci_state: "failure", open_issues: 3,
    open_pulls: 1, issue_updated_at: when, pull_updated_at: when, release_count: 1, release_updated_at: when, latest_release: "v1.0.0",
    released_at: when, security_policy: 1, has_security: 1 }]);
  assert.deepEqual(rows("repo_security", "repo, zone, alerts_enabled, open_alerts, protections, rulesets"),
    [{ repo: "octocat/Hello-World", zone: "internal", alerts_enabled: 1, open_alerts: 2, protections: 1, rulesets: 2 }]);
});

test("a pull request knows its branches, reviewers, review, checks and last comment", () => {
  assert.deepEqual(rows("issue", `kind, state, draft, head_branch, head, base_branch, reviewers, auto_merge, review_state, approvals, mergeable,
    ci_state, last_comment_by, last_comment_at, milestone`), [{
    kind: "pull", state: "open", draft: 0, head_branch: "new-topic", head: "6dcb09b5b57875f334f61aebed695e2e4193db5e", base_branch: "master",
    reviewers: '["other_user","octocat/justice-league"]', auto_merge: 0, review_state: "changes_requested", approvals: 1, mergeable: "conflicting",
    ci_state: "pending", last_comment_by: "octocat", last_comment_at: "2011-04-14T16:00:49Z", milestone: "v1.0" }]);
});

test("the documented answers load into the tables of what they tell", () => {
  const repo = "octocat/Hello-World";
  assert.deepEqual(rows("release", "repo, id, tag, draft, prerelease, downloads, files, published_at, zone"),
    [{ repo, id: 1, tag: "v1.0.0", draft: 0, prerelease: 0, downloads: 42, files: 1, published_at: "2013-02-27T19:35:32Z", zone: null }]);
  assert.deepEqual(rows("workflow", "id, name, path, state, created_at"), [
    { id: 161335, name: "CI", path: ".github/workflows/blank.yaml", state: "active", created_at: "2020-01-09T07:48:37Z" },
    { id: 269289, name: "Linter", path: ".github/workflows/linter.yaml", state: "active", created_at: "2020-01-09T07:48:37Z" }]);
  assert.deepEqual(rows("workflow_run", "id, workflow, name, event, branch, status, conclusion, attempt, seconds, started_at"),
    [{ id: 30433642, workflow: 159038, name: "Build", event: "push", branch: "master", status: "queued", conclusion: null, attempt: 1, seconds: null, started_at: "2020-01-22T19:33:08Z" }]);
  assert.deepEqual(rows("dependency", "ecosystem, name, version, purl, license, direct"),
    [{ ecosystem: "gem", name: "rails", version: "1.0.0", purl: "pkg:gem/rails@1.0.0", license: "MIT", direct: 1 }]);
  assert.deepEqual(rows("milestone", "number, title, state, open_items, closed_items, due_on"),
    [{ number: 1, title: "v1.0", state: "open", open_items: 4, closed_items: 8, due_on: "2012-10-09" }]);
  assert.deepEqual(rows("branch", "name, protected, committed_at"), [{ name: "master", protected: 1, committed_at: "2012-03-06T23:06:50Z" }]);
  assert.deepEqual(rows("branch_protection", "branch, zone, approvals, code_owners, checks, up_to_date, admins, force_push, deletion, linear, conversations"),
    [{ branch: "master", zone: "internal", approvals: 2, code_owners: 1, checks: '["continuous-integration/travis-ci"]', up_to_date: 0, admins: 1, force_push: 1, deletion: 1, linear: 1, conversations: 1 }]);
  assert.deepEqual(rows("ruleset", "id, name, level, enforcement"), [
    { id: 42, name: "super cool ruleset", level: "repository", enforcement: "enabled" },
    { id: 314, name: "Another ruleset", level: "repository", enforcement: "enabled" }]);
  assert.deepEqual(rows("branch_rule", "branch, ruleset, type, level"), [
    { branch: "master", ruleset: 42, type: "commit_message_pattern", level: "repository" },
    { branch: "master", ruleset: 73, type: "commit_author_email_pattern", level: "organization" }]);
  assert.deepEqual(rows("repo", "community_health, has_code_of_conduct, has_issue_template, has_pull_template, contributor_count"),
    [{ community_health: 100, has_code_of_conduct: 1, has_issue_template: 1, has_pull_template: 1, contributor_count: 1 }]);
  assert.deepEqual(rows("commit_day", "day, commits, authors"), [["2012-05-07", 3], ["2012-05-08", 26], ["2012-05-09", 20], ["2012-05-10", 39],
    ["2012-05-11", 1]].map(([day, commits]) => ({ day, commits, authors: null })));
  assert.deepEqual(rows("contributor", "name, commits"), [{ name: "octocat", commits: 32 }]);
  assert.deepEqual(rows("language", "name, bytes"), [{ name: "C", bytes: 78769 }, { name: "Python", bytes: 7769 }]);
});

test("alerts are for those who may see them at GitHub", () => {
  assert.deepEqual(rows("alert", "kind, zone, count(*) AS alerts, sum(state = 'open') AS open", "source = 'user' GROUP BY 1, 2"), [
    { kind: "code", zone: "internal", alerts: 2, open: 1 }, { kind: "dependency", zone: "internal", alerts: 2, open: 1 },
    { kind: "secret", zone: "restricted", alerts: 1, open: 0 }]);
  assert.deepEqual(rows("alert", "severity, state, component, ecosystem, fixed_in, advisory, score, scope", "source = 'user' AND kind = 'dependency' AND number = 1"),
    [{ severity: "medium", state: "open", component: "ansible", ecosystem: "pip", fixed_in: "2.8.19", advisory: "CVE-2021-20191", score: 8.5, scope: "runtime" }]);
});

test("views stand beside clones, bills are in millionths, boards have their cards", () => {
  assert.deepEqual(rows("traffic_day", "kind, count(*) AS days, sum(count) AS count, zone", "source = 'user' GROUP BY kind"), [
    { kind: "clones", days: 15, count: 173, zone: "internal" }, { kind: "views", days: 15, count: 14850, zone: "internal" }]);
  assert.deepEqual(rows("usage", "day, service, quantity, unit, cost, currency, zone"),
    [{ day: "2023-08-01", service: "Actions/Actions Linux", quantity: 100, unit: "minutes", cost: 800000, currency: "USD", zone: "internal" }]);
  assert.deepEqual(rows("project", "key, zone, title, status, items, closed, url"),
    [{ key: "octocat/2", zone: null, title: "My Projects", status: "complete", items: 2, closed: 0, url: "https://github.com/users/octocat/projects/2" }]);
  assert.deepEqual(rows("project_item", "id, kind, repo, number, status, fields"), [
    { id: "PVTI_1", kind: "issue", repo: "octocat/Hello-World", number: 1347, status: "In progress", fields: '{"Status":"In progress","Size":5}' },
    { id: "PVTI_2", kind: "redacted", repo: null, number: null, status: null, fields: "{}" }]);
});

test("a recording of it all plays back to the same rows", async () => {
  const again = site({ "site.conf": `[source "user"]\n\ttype = github\n\turl = http://127.0.0.1:9\n\towner = octocat\n\ttoken-env = FORGE_TOKEN\n\treplay = ${place}/rec/user\n` });
  const played = await towerAsync(["collect", "-C", again, "--now", now], { env: { FORGE_TOKEN: "ghp_canary" } });
  assert.equal(played.status, 0, played.stderr);
  for (const table of ["repo", "issue", "alert", "traffic_day", "project_item", "dependency"])
    assert.deepEqual(sql(again, `SELECT * FROM ${table} ORDER BY 1, 2, 3, 4`), sql(place, `SELECT * FROM ${table} WHERE source = 'user' ORDER BY 1, 2, 3, 4`), table);
});
