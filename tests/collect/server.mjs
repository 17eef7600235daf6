// A server on the loopback that answers what a test tells it to, and the program run beside
// it: in this process, so the program must not be waited for synchronously.
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { after } from "node:test";
import { program } from "../tower.mjs";

const alone = { SOURCE_DATE_EPOCH: "", NO_COLOR: "1", http_proxy: "", https_proxy: "", all_proxy: "", NO_PROXY: "*" };

// Like tower() of tower.mjs, but as a promise.
export function towerAsync(args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: options.cwd, env: { ...process.env, ...alone, ...options.env } });
    const said = { stdout: [], stderr: [] };
    for (const name of ["stdout", "stderr"]) child[name].on("data", (bytes) => said[name].push(bytes));
    child.on("error", reject);
    child.on("close", (status) =>
      resolve({ status, stdout: Buffer.concat(said.stdout).toString(), stderr: Buffer.concat(said.stderr).toString() }));
  });
}

// Listens until the tests are over, and gives { url, answers, asked, close }. ANSWERS maps the path with its query,
// or the path alone, to what is answered: JSON, { status, headers, body }, or a function of the
// request and response that gives one of these or, where it answered by itself, nothing. ASKED
// collects { target, token }.
export async function listen(answers = {}) {
  const asked = [];
  const server = createServer((request, response) => {
    const path = request.url.split("?")[0];
    asked.push({ target: request.url, token: request.headers.authorization });
    let answer = answers[request.url] ?? answers[path] ?? { status: 404, body: '{"message":"Not Found"}' };
    if (typeof answer === "function") answer = answer(request, response);
    if (!answer) return;
    const plain = Array.isArray(answer) || !("status" in answer);
    const { status, headers, body } = plain ? { status: 200, headers: {}, body: answer } : answer;
    const isText = typeof body === "string" || Buffer.isBuffer(body);
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(isText ? body : JSON.stringify(body ?? null));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const close = () => new Promise((resolve) => {
    server.closeAllConnections();
    server.close(resolve);
  });
  after(close);
  return { url: `http://127.0.0.1:${port}`, answers, asked, close };
}

// What GitHub says of a user, a repository and an issue, as far as it is read here.
export const user = (login) => ({ login, type: "User", name: null, html_url: `https://example.org/${login}` });

export const repository = (owner, name, more = {}) => ({
  full_name: `${owner}/${name}`, name, private: false, fork: false, archived: false, is_template: false,
  html_url: `https://example.org/${owner}/${name}`, description: null, default_branch: "main", language: "C",
  license: null, topics: [], stargazers_count: 1, forks_count: 0, open_issues_count: 0, size: 1,
  visibility: more.private ? "private" : "public",
  created_at: "2026-01-01T00:00:00Z", updated_at: "2026-01-02T00:00:00Z", pushed_at: "2026-01-03T00:00:00Z", ...more,
});

export const issue = (number, more = {}) => ({
  number, title: `Issue ${number}`, body: null, state: "open", html_url: `https://example.org/i/${number}`,
  user: { login: "ada" }, assignees: [], labels: [], comments: 0, node_id: `I_${number}`,
  created_at: "2026-02-01T00:00:00Z", updated_at: `2026-02-02T00:00:${String(number % 60).padStart(2, "0")}Z`, ...more,
});
