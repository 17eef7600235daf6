// A forge for the benchmark, in a process of its own: REPOS repositories of one owner with
// ISSUES issues each, answered after LATENCY milliseconds, with ETags. Everything else that
// GitHub's questions ask is there and empty. Prints its address; a line on stdin makes it
// print what was asked since the last one: all requests, and those that were not 304.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { repository, issue } from "./collect/server.mjs";

const [repos, issues, latency] = process.argv.slice(2).map(Number);
const count = { all: 0, counted: 0 };
const pushed = (n) => new Date(Date.UTC(2026, 10, 19) - n * 60000).toISOString().slice(0, 19) + "Z";
const repo = (n) => repository("o", `r${n}`, { pushed_at: pushed(n) });
const words = "The conveyor stops when two parcels of the same size arrive at once. ".repeat(6);
const text = (n, number) => ({ ...issue(number), title: `Parcel ${n}.${number} is late`, body: words, updated_at: "2026-11-18T10:00:00Z" });
const moved = (n) => ({
  nameWithOwner: `o/r${n}`, isEmpty: false, viewerPermission: "ADMIN", isSecurityPolicyEnabled: false, hasVulnerabilityAlertsEnabled: true,
  defaultBranchRef: { target: { oid: "a".repeat(40), committedDate: pushed(n), history: { totalCount: 7 }, statusCheckRollup: { state: "SUCCESS" } } },
  openIssues: { totalCount: issues }, openPulls: { totalCount: 0 }, movedIssue: { nodes: [{ updatedAt: "2026-11-18T10:00:00Z" }] }, movedPull: { nodes: [] },
  releases: { totalCount: 0, nodes: [] }, latestRelease: null, vulnerabilityAlerts: { totalCount: 0 }, branchProtectionRules: { totalCount: 0 }, rulesets: { totalCount: 0 },
});
const numbers = (first, most) => Array.from({ length: Math.max(0, Math.min(most, repos - first)) }, (_, i) => first + i);

const ofRepository = [
  [/\/issues$/, (n) => Array.from({ length: issues }, (_, i) => text(n, i + 1))],
  [/\/(workflows|runs)$/, () => ({ workflows: [], workflow_runs: [] })], [/\/profile$/, () => ({ health_percentage: 50, files: {} })],
  [/^\/branches\/main$/, (n) => ({ name: "main", protected: false, commit: { sha: "a".repeat(40), commit: { committer: { date: pushed(n) } } } })],
  [/\/sbom$/, () => ({ sbom: { packages: [], relationships: [] } })], [/\/(views|clones)$/, () => ({ views: [], clones: [] })],
  [/\/trees\/main$/, () => ({ truncated: false, tree: [] })], [/\/languages$/, () => ({ C: 1000 })], [/\/protection$/, () => null], [/./, () => []],
];

function list(url) {
  const page = Number(url.searchParams.get("page") ?? 1), last = Math.ceil(repos / 100);
  const at = (number) => (url.searchParams.set("page", number), url.href);
  return { body: numbers((page - 1) * 100, 100).map(repo), link: page < last ? `<${at(page + 1)}>; rel="next", <${at(last)}>; rel="last"` : undefined };
}

function answer(url, sent) {
  const found = url.pathname.match(/^\/repos\/o\/r(\d+)(\/.*)$/);
  if (found) return { body: ofRepository.find(([path]) => path.test(found[2]))[1](Number(found[1])) };
  if (url.pathname.endsWith("/repos")) return list(url);
  if (url.pathname !== "/graphql") return { body: url.pathname.startsWith("/user") && !/\/(projects|settings)/.test(url.pathname) ? { login: "o", type: "User" } : url.pathname.endsWith("usage") ? { usageItems: [] } : [] };
  const { query, variables } = JSON.parse(sent);
  const first = Number(variables.after ?? 0);
  const repositories = { pageInfo: { hasNextPage: first + 100 < repos, endCursor: String(first + 100) }, nodes: numbers(first, 100).map(moved) };
  return { body: { data: query.includes("movedIssue") ? { repositoryOwner: { repositories } } : { repository: { pullRequests: { pageInfo: {}, nodes: [] } } } } };
}

const server = createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part)).on("end", () => {
    const { body, link } = answer(new URL(request.url, `http://${request.headers.host}`), Buffer.concat(parts).toString());
    const bytes = body === null ? "" : JSON.stringify(body), etag = `"${createHash("md5").update(bytes).digest("hex")}"`;
    const status = body === null ? 404 : request.method === "GET" && request.headers["if-none-match"] === etag ? 304 : 200;
    count.all += 1;
    count.counted += status !== 304;
    setTimeout(() => response.writeHead(status, { "content-type": "application/json", etag, ...(link && { link }) }).end(status === 200 ? bytes : undefined), latency);
  });
}).listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
createInterface({ input: process.stdin }).on("line", () => {
  console.log(JSON.stringify(count));
  count.all = count.counted = 0;
}).on("close", () => process.exit());
