// What the declarations of GitHub make of its answers: which repositories, what is asked again
// on a later night, and that what may not be seen is never none.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { site, sql, tree } from "../tower.mjs";
import { issue, listen, repository, towerAsync, user } from "./server.mjs";

const token = "ghp_canary4711";
const night = "2026-11-19T21:00:00Z";
const later = "2026-11-19T22:00:00Z"; // the same day
const next = "2026-11-20T21:00:00Z";
const notFound = { status: 404, body: { message: "Not Found" } };
const refused = { status: 403, body: { message: "Resource not accessible by personal access token" } };

const read = async (request) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
};

// Answers POST requests with what ANSWER makes of their body.
const posted = (answer) => (request, response) => {
  read(request).then((body) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer(body)));
  });
};

const page = (nodes) => ({ pageInfo: { hasNextPage: false, endCursor: null }, nodes });
const inPortfolio = (repo, more = {}) => ({
  nameWithOwner: repo.full_name, isEmpty: false, viewerPermission: "ADMIN", isSecurityPolicyEnabled: false, hasVulnerabilityAlertsEnabled: true,
  defaultBranchRef: { target: { oid: "a".repeat(40), committedDate: repo.pushed_at, history: { totalCount: 7 }, statusCheckRollup: { state: "SUCCESS" } } },
  openIssues: { totalCount: 1 }, openPulls: { totalCount: 0 }, movedIssue: { nodes: [{ updatedAt: "2026-02-02T00:00:01Z" }] }, movedPull: { nodes: [] },
  releases: { totalCount: 0, nodes: [] }, latestRelease: null, vulnerabilityAlerts: { totalCount: 0 }, branchProtectionRules: { totalCount: 0 },
  rulesets: { totalCount: 0 }, ...more,
});

// A forge where "ada" has these repositories, each with one open issue and nothing else.
async function forge(repos, more = {}) {
  const answers = { "/users/ada": user("ada"), "/user": user("ada"), "/user/repos": repos, "/users/ada/repos": repos.filter((repo) => !repo.private) };
  for (const repo of repos) {
    const own = `/repos/${repo.full_name}`;
    Object.assign(answers, {
      [`${own}/issues`]: [issue(1)], [`${own}/issues/comments`]: [], [`${own}/pulls`]: [], [`${own}/milestones`]: [], [`${own}/releases`]: [],
      [`${own}/actions/workflows`]: { workflows: [] }, [`${own}/actions/runs`]: { workflow_runs: [] }, [`${own}/stats/commit_activity`]: { status: 204, body: "" },
      [`${own}/contributors`]: { status: 204, body: "" }, [`${own}/languages`]: {}, [`${own}/community/profile`]: { health_percentage: 0, files: {} },
      [`${own}/branches/main`]: { name: "main", protected: false, commit: { sha: "a".repeat(40), commit: { committer: { date: repo.pushed_at } } } },
      [`${own}/rules/branches/main`]: [], [`${own}/rulesets`]: [], [`${own}/dependabot/alerts`]: [], [`${own}/code-scanning/alerts`]: [],
      [`${own}/secret-scanning/alerts`]: [], [`${own}/dependency-graph/sbom`]: { sbom: { packages: [], relationships: [] } },
      [`${own}/traffic/views`]: { views: [] }, [`${own}/traffic/clones`]: { clones: [] }, [`${own}/git/trees/main`]: { truncated: false, tree: [] },
    });
  }
  const graphql = posted(({ query, variables }) => ({
    data: query.includes("pullRequests(first: 50") ? { repository: { pullRequests: page([]) } }
      : { repositoryOwner: { repositories: page(repos.filter((repo) => repo.full_name.startsWith(variables.login)).map((repo) => inPortfolio(repo, repo.moved))) } },
  }));
  return listen({ ...answers, "/users/ada/projectsV2": [], "/users/ada/settings/billing/usage": { usageItems: [] }, "/graphql": graphql, ...more });
}

const conf = (server, more = "") => `[source "forge"]\n\ttype = github\n\turl = ${server.url}\n\towner = ada\n\ttoken-env = FORGE_TOKEN\n${more}`;
const collect = async (path, now, ...more) => {
  const run = await towerAsync(["collect", "-C", path, "--now", now, ...more], { env: { FORGE_TOKEN: token } });
  assert.equal(run.status, 0, run.stderr);
  return run;
};
const asked = (server) => server.asked.splice(0).map((request) => request.target.replace(/\?.*/, "")).sort();
const outcomes = (path, where = "1") => Object.fromEntries(
  sql(path, `SELECT declaration, outcome FROM scope WHERE ${where}`).map((row) => [row.declaration.replace("github/", ""), row.outcome]));

test("the token's own user has private repositories, which are internal", async () => {
  const server = await forge([repository("ada", "open"), repository("ada", "secret", { private: true })]);
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  assert.deepEqual(sql(path, "SELECT key, visibility, zone FROM repo ORDER BY key"),
    [{ key: "ada/open", visibility: "public", zone: null }, { key: "ada/secret", visibility: "private", zone: "internal" }]);
  assert.ok(server.asked.some((request) => request.target === "/user/repos?affiliation=owner&sort=pushed&direction=desc&per_page=100"));
  assert.ok(!asked(server).includes("/users/ada/repos"));
});

test("a token that is nobody's, as a workflow has, reads the public list", async () => {
  const server = await forge([repository("ada", "open")], { "/user": { status: 403, body: { message: "Resource not accessible by integration" } } });
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  assert.equal(outcomes(path).viewer, "absent");
  assert.ok(asked(server).includes("/users/ada/repos"));
  assert.deepEqual(sql(path, "SELECT key, viewer FROM owner"), [{ key: "ada", viewer: null }]);
});

const many = [
  repository("ada", "app"), repository("ada", "App-docs"), repository("ada", "tool", { topics: ["Tower", "c"] }),
  repository("ada", "old", { archived: true }), repository("ada", "copy", { fork: true }),
];
for (const [name, settings, expected] of [
  ["include takes names by a pattern", "include = app*", ["App-docs", "app"]],
  ["include takes owner and name", "include = ADA/tool", ["tool"]],
  ["exclude leaves out", "exclude = *o*", ["app"]],
  ["include and exclude together", "include = app*\n\texclude = ada/app-docs", ["app"]],
  ["several patterns", "include = tool\n\tinclude = old", ["old", "tool"]],
  ["topic takes what has one of them", "topic = tower\n\ttopic = other", ["tool"]],
  ["archived = skip", "archived = skip", ["App-docs", "app", "copy", "tool"]],
  ["forks = skip", "forks = skip", ["App-docs", "app", "old", "tool"]],
])
  test(`which repositories: ${name}`, async () => {
    const server = await forge(many);
    const path = site({ "site.conf": conf(server, `\t${settings}\n`) });
    await collect(path, night);
    assert.deepEqual(sql(path, "SELECT name FROM repo ORDER BY name").map((row) => row.name), expected);
    assert.deepEqual(sql(path, "SELECT * FROM reject"), []);
  });

test("another choice of repositories takes effect although the list is the same", async () => {
  const server = await forge(many);
  server.answers["/user/repos"] = (request) => ({ status: request.headers["if-none-match"] === '"same"' ? 304 : 200, headers: { etag: '"same"' }, body: many });
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  writeFileSync(join(path, "site.conf"), conf(server, "\tinclude = tool\n"));
  await collect(path, later);
  assert.deepEqual(sql(path, "SELECT key FROM repo"), [{ key: "ada/tool" }]);
});

test("an Enterprise Server's GraphQL stands beside its REST addresses", async () => {
  const repo = repository("ada", "open");
  const plain = await forge([repo]);
  for (const path of Object.keys(plain.answers)) if (path !== "/graphql") plain.answers[`/api/v3${path}`] = plain.answers[path];
  plain.answers["/api/graphql"] = plain.answers["/graphql"];
  const path = site({ "site.conf": conf({ url: `${plain.url}/api/v3/` }) });
  await collect(path, night);
  const targets = asked(plain);
  assert.ok(targets.includes("/api/graphql"));
  assert.deepEqual(targets.filter((target) => !target.startsWith("/api/")), []);
  assert.equal(outcomes(path).portfolio, "ok");
  assert.deepEqual(sql(path, "SELECT key, commit_count FROM repo"), [{ key: "ada/open", commit_count: 7 }]);
});

const lists = ["/graphql", "/user", "/user/repos", "/users/ada", "/users/ada/projectsV2"];

test("a second time on the same day, where nothing moved, only lists are asked for", async () => {
  const server = await forge([repository("ada", "one"), repository("ada", "two")]);
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  const before = tree(path)["data/tower.db"].length && sql(path, "SELECT * FROM issue ORDER BY repo");
  assert.ok(asked(server).length > 40);
  await collect(path, later);
  assert.deepEqual(asked(server), lists);
  assert.equal(outcomes(path, "key = 'ada/one'").issues, "unchanged");
  assert.deepEqual(sql(path, "SELECT * FROM issue ORDER BY repo"), before);
});

test("issues are asked for where the portfolio says that one moved", async () => {
  const repos = [repository("ada", "one"), repository("ada", "two")];
  const server = await forge(repos);
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  asked(server);
  repos[1].moved = { movedPull: { nodes: [{ updatedAt: "2026-11-19T21:30:00Z" }] } };
  server.answers["/repos/ada/two/issues"] = [issue(1), issue(2, { updated_at: "2026-11-19T21:30:00Z", pull_request: {} })];
  await collect(path, later);
  assert.deepEqual(asked(server).filter((target) => /\/(issues|pulls)$/.test(target)), ["/repos/ada/two/issues", "/repos/ada/two/pulls"]);
});

for (const [outcome, answer] of [["forbidden", { data: null, errors: [{ type: "FORBIDDEN", message: "not yours" }] }], ["failed", { data: { repositoryOwner: null } }]])
  test(`where the portfolio is ${outcome}, issues are asked for every time`, async () => {
    const server = await forge([repository("ada", "one")]);
    const path = site({ "site.conf": conf(server) });
    await collect(path, night);
    asked(server);
    server.answers["/graphql"] = posted(() => answer);
    await collect(path, later);
    assert.equal(outcomes(path).portfolio, outcome);
    assert.ok(asked(server).includes("/repos/ada/one/issues"));
  });

test("after a push, what depends on the files is asked again, and nothing else", async () => {
  const repo = repository("ada", "one");
  const server = await forge([repo]);
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  asked(server);
  repo.pushed_at = "2026-11-19T21:30:00Z";
  await collect(path, later);
  assert.deepEqual(asked(server).filter((target) => target.startsWith("/repos/")).map((target) => target.replace("/repos/ada/one/", "")),
    ["actions/runs", "actions/workflows", "branches/main", "community/profile", "contributors", "dependency-graph/sbom", "git/trees/main", "languages",
      "rules/branches/main", "rulesets", "stats/commit_activity"]);
});

test("without a token a small budget is spent on all issues first, then on what changed last", async () => {
  const server = await forge([repository("ada", "old", { pushed_at: "2026-01-03T00:00:00Z" }), repository("ada", "new", { pushed_at: "2026-11-03T00:00:00Z" })]);
  const path = site({ "site.conf": `[source "forge"]\n\ttype = github\n\turl = ${server.url}\n\towner = ada\n\tmax-requests = 5\n\tconcurrency = 1\n` });
  await collect(path, night);
  assert.deepEqual(server.asked.map((request) => request.target.replace(/\?.*/, "")),
    ["/users/ada", "/users/ada/repos", "/repos/ada/new/issues", "/repos/ada/old/issues", "/repos/ada/new/git/trees/main"]);
});

test("partial answers of the portfolio are taken", async () => {
  const repos = [repository("ada", "one"), repository("ada", "two")];
  const server = await forge(repos, { "/graphql": posted(() => ({
    data: { repositoryOwner: { repositories: page([inPortfolio(repos[0], { vulnerabilityAlerts: null }), null]) } },
    errors: [{ type: "FORBIDDEN", message: "not yours", path: ["repositoryOwner", "repositories", "nodes", 1] }] })) });
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  assert.deepEqual(sql(path, "SELECT key, open_issues FROM repo ORDER BY key"), [{ key: "ada/one", open_issues: 1 }, { key: "ada/two", open_issues: null }]);
  assert.deepEqual(sql(path, "SELECT repo, open_alerts FROM repo_security"), [{ repo: "ada/one", open_alerts: null }]);
});

test("who may only read is not told zero alerts", async () => {
  const repo = repository("ada", "one");
  repo.moved = { viewerPermission: "READ", hasVulnerabilityAlertsEnabled: false };
  const path = site({ "site.conf": conf(await forge([repo])) });
  await collect(path, night);
  assert.deepEqual(sql(path, "SELECT * FROM repo_security"), []);
});

test("issues = search: one list for all repositories, then only what changed since", async () => {
  const found = (number, repo, more) => ({ ...issue(number, more), repository_url: `https://example.org/api/repos/ada/${repo}` });
  const items = [found(1, "one"), found(2, "two", { pull_request: {}, draft: true }), found(3, "not-listed")];
  const server = await forge([repository("ada", "one"), repository("ada", "two")], { "/search/issues": { total_count: 3, incomplete_results: false, items } });
  const path = site({ "site.conf": conf(server, "\tissues = search\n") });
  await collect(path, night);
  assert.deepEqual(sql(path, "SELECT repo, number, kind, state FROM issue ORDER BY number"),
    [{ repo: "ada/one", number: 1, kind: "issue", state: "open" }, { repo: "ada/two", number: 2, kind: "pull", state: "open" }]);
  const searches = () => server.asked.splice(0).filter((request) => /search|\/issues\?/.test(request.target)).map((request) => decodeURIComponent(request.target));
  assert.deepEqual(searches(), ["/search/issues?q=user:ada is:open&sort=updated&order=asc&per_page=100"]);
  server.answers["/search/issues"] = { items: [found(1, "one", { state: "closed", updated_at: "2026-11-19T21:30:00Z" })] };
  await collect(path, later);
  assert.deepEqual(searches(), ["/search/issues?q=user:ada updated:>=2026-02-02T00:00:02Z&sort=updated&order=asc&per_page=100"]);
  assert.deepEqual(sql(path, "SELECT number, state FROM issue ORDER BY number"), [{ number: 1, state: "closed" }, { number: 2, state: "open" }]);
});

const alerts = ["dependabot", "code-scanning", "secret-scanning"];
for (const [name, answer] of [["403", refused], ["404", notFound]])
  test(`alerts that are answered with ${name} are not permitted, and were never read`, async () => {
    const server = await forge([repository("ada", "one")], Object.fromEntries(alerts.map((kind) => [`/repos/ada/one/${kind}/alerts`, answer])));
    const path = site({ "site.conf": conf(server) });
    await collect(path, night);
    assert.deepEqual(sql(path, "SELECT outcome, loaded_at, rows FROM scope WHERE declaration IN ('github/dependabot', 'github/code_scanning', 'github/secret_scanning')"),
      alerts.map(() => ({ outcome: "forbidden", loaded_at: null, rows: null })));
  });

test("a full reading drops neither old days of traffic nor the other kinds of alerts", async () => {
  const day = (date, count) => ({ timestamp: `${date}T00:00:00Z`, count, uniques: 1 });
  const scanned = { number: 1, state: "open", created_at: "2026-11-01T00:00:00Z", html_url: "https://example.org/a" };
  const server = await forge([repository("ada", "one")], {
    "/repos/ada/one/traffic/views": { views: [day("2026-11-05", 3)] }, "/repos/ada/one/traffic/clones": { clones: [day("2026-11-05", 1)] },
    "/repos/ada/one/dependabot/alerts": [{ ...scanned, security_advisory: { summary: "s", severity: "low" }, dependency: { package: { name: "p" } } }],
    "/repos/ada/one/code-scanning/alerts": [{ ...scanned, rule: { id: "r", severity: "error" }, tool: { name: "t" } }],
    "/repos/ada/one/secret-scanning/alerts": [{ ...scanned, secret_type: "key", validity: "active" }],
  });
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  server.answers["/repos/ada/one/traffic/views"] = { views: [day("2026-11-20", 5)] };
  await collect(path, next, "--full");
  assert.deepEqual(sql(path, "SELECT kind, day, count FROM traffic_day ORDER BY kind, day"), [
    { kind: "clones", day: "2026-11-05", count: 1 }, { kind: "views", day: "2026-11-05", count: 3 }, { kind: "views", day: "2026-11-20", count: 5 }]);
  assert.deepEqual(sql(path, "SELECT kind, severity, zone FROM alert ORDER BY kind"), [
    { kind: "code", severity: "high", zone: "internal" }, { kind: "dependency", severity: "low", zone: "internal" }, { kind: "secret", severity: "critical", zone: "restricted" }]);
});

test("the last comment is the one that was written last, not the one edited last", async () => {
  const comment = (number, login, created_at, updated_at = created_at) =>
    ({ issue_url: `https://example.org/repos/ada/one/issues/${number}`, user: login && { login }, created_at, updated_at });
  const repo = repository("ada", "one");
  const server = await forge([repo], {
    "/repos/ada/one/issues": [issue(1, { comments: 2 }), issue(12, { comments: 1 })],
    "/repos/ada/one/issues/comments": [comment(12, null, "2026-03-01T00:00:00Z"), comment(1, "lin", "2026-03-02T00:00:00Z"),
      comment(1, "grace", "2026-03-01T00:00:00Z", "2026-03-05T00:00:00Z"), comment(99, "eve", "2026-03-06T00:00:00Z")],
  });
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  const last = () => sql(path, "SELECT number, last_comment_by, last_comment_at, comment_updated_at FROM issue ORDER BY number");
  assert.deepEqual(last(), [
    { number: 1, last_comment_by: "lin", last_comment_at: "2026-03-02T00:00:00Z", comment_updated_at: "2026-03-05T00:00:00Z" },
    { number: 12, last_comment_by: "ghost", last_comment_at: "2026-03-01T00:00:00Z", comment_updated_at: "2026-03-01T00:00:00Z" }]);
  assert.ok(server.asked.some((request) => /issues\/comments\?sort=updated&direction=asc&since=2026-02-01T00%3A00%3A00Z&/.test(request.target)));
  asked(server);
  server.answers["/repos/ada/one/issues"] = [issue(1, { comments: 2, updated_at: "2026-11-20T00:00:00Z" })];
  repo.moved = { movedIssue: { nodes: [{ updatedAt: "2026-11-20T00:00:00Z" }] } };
  server.answers["/repos/ada/one/issues/comments"] = [comment(1, "grace", "2026-03-01T00:00:00Z", "2026-11-20T00:00:00Z")];
  await collect(path, next);
  assert.ok(server.asked.some((request) => request.target.includes("since=2026-03-05T00%3A00%3A00Z")));
  assert.deepEqual(last()[0], { number: 1, last_comment_by: "lin", last_comment_at: "2026-03-02T00:00:00Z", comment_updated_at: "2026-11-20T00:00:00Z" });
});

test("what a comment decides is remembered, of the issue that it names", async () => {
  const comment = (id, number, body) => ({ id, body, issue_url: `https://example.org/repos/ada/one/issues/${number}`, html_url: `https://example.org/c/${id}`,
    user: { login: "ada" }, created_at: "2026-03-01T00:00:00Z", updated_at: "2026-03-01T00:00:00Z" });
  const server = await forge([repository("ada", "one")], {
    "/repos/ada/one/issues": [issue(1, { comments: 5 }), issue(12, { title: "Lease a van" })],
    "/repos/ada/one/issues/comments": [
      comment(1, 1, "Decision on #1: **APPROVE**\r\nReason: it is time"), comment(2, 1, "> decision on #12: DEFER\n\nDecision on #1: REJECT"),
      comment(3, 1, "Decision on #99: APPROVE"), comment(4, 1, "Decision on #1x: APPROVE"), comment(5, 1, "A decision on #1 is due."), comment(6, 1, null)],
  });
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  assert.deepEqual(sql(path, "SELECT key, kind, repo, number, title, status, created_at, url FROM memory ORDER BY key").map(Object.values), [
    ["comment 1 1", "decision", "ada/one", 1, "Decision on #1: Issue 1", "APPROVE", "2026-03-01T00:00:00Z", "https://example.org/c/1"],
    ["comment 2 1", "decision", "ada/one", 1, "Decision on #1: Issue 1", "REJECT", "2026-03-01T00:00:00Z", "https://example.org/c/2"],
    ["comment 2 12", "decision", "ada/one", 12, "Decision on #12: Lease a van", "DEFER", "2026-03-01T00:00:00Z", "https://example.org/c/2"],
  ]);
});

const blob = (path) => ({ path, type: "blob", mode: "100644", sha: "b".repeat(40), size: 5 });
test("a tree tells by which files a repository is run", async () => {
  const files = ["README.md", "docs/SECURITY.md", ".github/workflows/ci.yml", ".github/CODEOWNERS", "tests/a.c", "src/security.c"].map(blob);
  const server = await forge([repository("ada", "one")], { "/repos/ada/one/git/trees/main": { truncated: false, tree: files } });
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  assert.deepEqual(sql(path, "SELECT has_readme, has_security, has_contributing, has_codeowners, has_ci, has_tests FROM repo"),
    [{ has_readme: 1, has_security: 1, has_contributing: 0, has_codeowners: 1, has_ci: 1, has_tests: 1 }]);
  assert.deepEqual(sql(path, "SELECT path, kind FROM repo_file ORDER BY path"), [{ path: ".github/CODEOWNERS", kind: "codeowners" },
    { path: ".github/workflows/ci.yml", kind: "ci" }, { path: "README.md", kind: "readme" }, { path: "docs/SECURITY.md", kind: "security" }]);
});

test("what a tree that was cut off does not show is unknown", async () => {
  const server = await forge([repository("ada", "one")], { "/repos/ada/one/git/trees/main": { truncated: true, tree: [blob("README.md")] } });
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  assert.deepEqual(sql(path, "SELECT has_readme, has_security, has_contributing, has_codeowners, has_ci, has_tests FROM repo"),
    [{ has_readme: 1, has_security: null, has_contributing: null, has_codeowners: null, has_ci: null, has_tests: null }]);
});

test("a repository without a commit has no tree, no branch and no days", async () => {
  const empty = { status: 409, body: { message: "Git Repository is empty." } };
  const server = await forge([repository("ada", "one")], { "/repos/ada/one/git/trees/main": empty, "/repos/ada/one/branches/main": notFound });
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  const told = outcomes(path, "key = 'ada/one'");
  assert.deepEqual([told.tree, told.branch, told.commit_activity, told.contributors], ["absent", "absent", "ok", "ok"]);
  assert.deepEqual(sql(path, "SELECT has_readme FROM repo"), [{ has_readme: null }]);
});

test("a list that is no list removes nothing", async () => {
  const server = await forge([repository("ada", "one")]);
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  server.answers["/user/repos"] = { message: "sorry" };
  await collect(path, later);
  assert.equal(outcomes(path).repositories, "failed");
  assert.deepEqual(sql(path, "SELECT key FROM repo"), [{ key: "ada/one" }]);
});

test("runs tell how long they took, and only where they are completed", async () => {
  const run = (id, more) => ({ id, workflow_id: 5, name: "CI", status: "completed", conclusion: "success", run_attempt: 1, event: "push", head_branch: "main",
    created_at: "2026-11-19T10:00:00Z", run_started_at: "2026-11-19T10:00:30Z", updated_at: "2026-11-19T10:05:00Z", ...more });
  const server = await forge([repository("ada", "one")], { "/repos/ada/one/actions/runs": { workflow_runs: [run(1), run(2, { status: "in_progress", conclusion: null })] } });
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  assert.deepEqual(sql(path, "SELECT id, seconds, conclusion FROM workflow_run ORDER BY id"), [{ id: 1, seconds: 270, conclusion: "success" }, { id: 2, seconds: null, conclusion: null }]);
});

test("packages tell what is used directly; the repository itself is none of them", async () => {
  const item = (id, name, purl, version) => ({ SPDXID: id, name, versionInfo: version, licenseConcluded: "NOASSERTION", licenseDeclared: "MIT", externalRefs: [{ referenceType: "purl", referenceLocator: purl }] });
  const relation = (type, from, to) => ({ relationshipType: type, spdxElementId: from, relatedSpdxElement: to });
  const server = await forge([repository("ada", "one")], { "/repos/ada/one/dependency-graph/sbom": { sbom: {
    packages: [item("r", "com.github.ada/one", "pkg:github/ada/one@main", "main"), item("a", "npm:@x/left", "pkg:npm/%40x/left@1.0.0", "1.0.0"), item("b", "right", "pkg:npm/right@2.0.0", "2.0.0")],
    relationships: [relation("DESCRIBES", "doc", "r"), relation("DEPENDS_ON", "r", "a"), relation("DEPENDS_ON", "a", "b")] } } });
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  assert.deepEqual(sql(path, "SELECT ecosystem, name, version, license, direct FROM dependency ORDER BY name"),
    [{ ecosystem: "npm", name: "@x/left", version: "1.0.0", license: "MIT", direct: 1 }, { ecosystem: "npm", name: "right", version: "2.0.0", license: "MIT", direct: 0 }]);
});

test("bills of two months stand beside each other, in millionths", async () => {
  const server = await forge([repository("ada", "one")], { "/users/ada/settings/billing/usage": (request) => ({ usageItems: [{
    date: /month=11/.test(request.url) ? "2026-11-02T00:00:00Z" : "2026-10-31", product: "actions", sku: "actions_linux", quantity: 12.5, unitType: "Minutes",
    netAmount: /month=11/.test(request.url) ? 0.1 : 0, repositoryName: /month=11/.test(request.url) ? "one" : "elsewhere/x" }] }) });
  const path = site({ "site.conf": conf(server) });
  await collect(path, night);
  assert.deepEqual(sql(path, "SELECT day, service, account, repo, quantity, unit, cost, currency, zone FROM usage ORDER BY day"), [
    { day: "2026-10-31", service: "actions/actions_linux", account: "ada", repo: null, quantity: 12.5, unit: "Minutes", cost: 0, currency: "USD", zone: "internal" },
    { day: "2026-11-02", service: "actions/actions_linux", account: "ada", repo: "ada/one", quantity: 12.5, unit: "Minutes", cost: 100000, currency: "USD", zone: "internal" }]);
});

const editions = '[edition "public"]\n\tzones = public\n\toutput = public\n[edition "all"]\n\tzones = public, internal, restricted\n\toutput = all\n';
const build = async (server, more) => {
  const path = site({ "site.conf": conf(server, more) + editions });
  const run = await towerAsync(["build", "-C", path, "--now", night], { env: { FORGE_TOKEN: token } });
  assert.equal(run.status, 0, run.stderr);
  return tree(path);
};
const section = (files, name, id) => {
  const page = files[name].toString();
  const start = page.indexOf(`<section aria-labelledby="${id}">`);
  assert.ok(start > 0, `${name} has no section ${id}`);
  return page.slice(start, page.indexOf("</section>", start));
};
const one = (edition) => `${edition}/repo/forge/ada/one.html`;

test("what is not permitted is said on the pages, and no number stands there", async () => {
  const own = "/repos/ada/one";
  const files = await build(await forge([repository("ada", "one")], {
    [`${own}/dependabot/alerts`]: refused, [`${own}/code-scanning/alerts`]: notFound, [`${own}/secret-scanning/alerts`]: refused,
    [`${own}/traffic/views`]: refused, [`${own}/traffic/clones`]: refused, [`${own}/dependency-graph/sbom`]: notFound,
    [`${own}/releases`]: notFound, [`${own}/actions/runs`]: refused,
  }));
  for (const [id, times] of [["alerts", 3], ["traffic", 2], ["dependencies", 1], ["releases", 1], ["runs", 1]]) {
    const text = section(files, one("all"), id);
    assert.equal(text.match(/not permitted/g)?.length, times, id);
    assert.doesNotMatch(text, />0</, id);
    assert.doesNotMatch(text, /Nothing was released|No workflow has run|uses no package/, id);
  }
  const sources = files["all/sources.html"].toString().split("<caption>Not permitted</caption>")[1].split("</table>")[0];
  for (const name of ["dependabot", "code_scanning", "secret_scanning", "views", "clones", "sbom"])
    assert.match(sources, new RegExp(`<th scope="row">github/${name}</th><td class="n">1</td><td><bdi>[^<]*HTTP 40[34]`), name);
});

test("what is known to be none is said to be none", async () => {
  const files = await build(await forge([repository("ada", "one")]));
  assert.match(section(files, one("all"), "releases"), /Nothing was released yet/);
  assert.match(section(files, one("all"), "runs"), /No workflow has run/);
  assert.match(section(files, one("all"), "dependencies"), /It uses no package that is known/);
  assert.equal(section(files, one("all"), "alerts").match(/<td class="n">0<\/td>/g).length, 6);
});

test("alerts, traffic and drafts are in no edition that is for others", async () => {
  const scanned = { number: 1, state: "open", created_at: "2026-11-01T00:00:00Z", updated_at: "2026-11-01T00:00:00Z", html_url: "https://example.org/a" };
  const files = await build(await forge([repository("ada", "one")], {
    "/repos/ada/one/dependabot/alerts": [{ ...scanned, security_advisory: { summary: "Canary danger", severity: "critical" }, dependency: { package: { name: "canary-package" } } }],
    "/repos/ada/one/secret-scanning/alerts": [{ ...scanned, secret_type: "key", secret_type_display_name: "Canary key", validity: "active" }],
    "/repos/ada/one/traffic/views": { views: [{ timestamp: "2026-11-18T00:00:00Z", count: 4711, uniques: 12 }] },
    "/repos/ada/one/releases": [{ id: 1, tag_name: "canary-draft", draft: true, prerelease: false, assets: [] }],
  }));
  const found = (edition) => Object.entries(files).filter(([name, bytes]) => name.startsWith(`${edition}/`) && /[Cc]anary|4,711/.test(bytes.toString())).map(([name]) => name);
  assert.deepEqual(found("public"), []);
  for (const ending of ["html", "json", "md"]) assert.ok(found("all").includes(`all/repo/forge/ada/one.${ending}`), ending);
  assert.equal(section(files, one("public"), "alerts").match(/not part of this edition/g).length, 3);
  assert.match(section(files, one("all"), "alerts"), /<span class="badge critical">critical<\/span>[\s\S]*Canary danger[\s\S]*canary-package/);
  assert.match(section(files, one("all"), "traffic"), /Views<\/th><td class="n">4,711<\/td><td class="n">12</);
});
