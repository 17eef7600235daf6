// A server on the loopback that answers what a test tells it to, and the program run beside
// it: in this process, so the program must not be waited for synchronously.
import { spawn } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { after } from "node:test";
import { now, program, root, site, sql } from "../tower.mjs";

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

// A question of a system of the tests' own: things at /things, as repositories of the owner x.
export const question = ({ fields = {}, ask = "SELECT json_array('things') AS path, 'x' AS owner", kind = "complete(owner)", items = "$" } = {}) =>
  "-- Things.\n--\n" + Object.entries({ answer: "array", pages: "link", ...fields }).map(([name, value]) => `-- ${name}: ${value}\n`).join("") +
  `\n-- ask\n${ask};\n\n-- rows repo ${kind}\n` +
  `SELECT :owner AS owner, :owner || '/' || (value ->> '$.name') AS key, value ->> '$.name' AS name, value ->> '$.stars' AS stars,
       value ->> '$.description' AS description, value ->> '$.at' AS pushed_at
  FROM json_each(:body, '${items}');\n`;

// A site that asks the system "forge" at URL these QUESTIONS (by name; the scopes are called
// "forge/NAME"). SETTINGS are lines of site.conf, SYSTEM fields of system.sql.
export function forge(url, questions = { things: question() }, settings = {}, system = { auth: "bearer" }) {
  const lines = (fields, form) => Object.entries(fields).flatMap(([name, values]) => [values].flat().map((value) => form(name, value))).join("");
  const files = {
    "site.conf": `[source "forge"]\n\turl = ${url}\n\ttoken-env = FORGE_SECRET\n` +
      lines({ retries: 0, deadline: "20s", ...settings }, (name, value) => `\t${name} = ${value}\n`),
    "sources/forge/system.sql": "-- A system of the tests' own.\n--\n-- transport: http\n" +
      lines(system, (name, value) => `-- ${name}: ${value}\n`) + "-- setting: url (required): the base address\n-- setting: color: what an ask may read\n",
  };
  for (const [name, text] of Object.entries(questions)) files[`sources/forge/${name}.sql`] = text;
  return site(files);
}

// Asks everything of the site at PATH; MORE are options of the command.
export const secret = "Canary/4711+Canary";
export const collect = (path, ...more) =>
  towerAsync(["collect", "-C", path, "--now", now, ...more], { cwd: path, env: { FORGE_SECRET: secret } });
export const scopes = (path) => sql(path, "SELECT declaration, key, outcome, reason FROM scope ORDER BY declaration, key");
export const outcome = (path, key = "x") => sql(path, `SELECT outcome, reason FROM scope WHERE key = '${key}'`)[0];
export const rows = (path) => sql(path, "SELECT * FROM repo ORDER BY key");
export const names = (path) => rows(path).map(({ name }) => name);
export const requests = (path) =>
  sql(path, "SELECT target, status, tries, cached, waited, ms, error FROM request WHERE run = (SELECT max(id) FROM run) ORDER BY id");

// An answer whose bytes are written as they are; the connection ends with them.
export const raw = (...parts) => (request, response) => {
  for (const part of parts) response.socket.write(part);
  response.socket.end();
};

// The files of the system "small", whose questions follow from each other: owners, their
// repositories, the issues of these.
const folderOfSmall = join(root, "tests/collect/small");
export const small = Object.fromEntries(readdirSync(folderOfSmall)
  .map((name) => [`sources/small/${name}`, readFileSync(join(folderOfSmall, name), "utf8")]));

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
