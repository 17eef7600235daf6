// A server of both eras of MCP on the official SDK: over stdio, or with the argument "http" over
// streamable HTTP at a port of its own, whose address it prints. MODERN=only refuses the handshake.
import { createServer } from "node:http";
import { McpServer, createMcpHandler, fromJsonSchema } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";

const legacy = process.env.MODERN === "only" ? "reject" : undefined;
const text = (value) => ({ content: [{ type: "text", text: JSON.stringify(value) }] });

function make() {
  const server = new McpServer({ name: "dual", version: "1" });
  server.registerTool("scan", { description: "Says what it is given", inputSchema: fromJsonSchema({
    type: "object", required: ["region"], properties: {
      region: { type: "string", "x-mcp-header": "Region" }, deep: { type: "object", properties: { level: { type: "integer", "x-mcp-header": "Level" } } } } }) },
  ({ region, deep }, context) => text({ region, level: deep?.level ?? null, headers: Object.fromEntries([...context.http?.req?.headers ?? []].filter(([name]) => /^(mcp-|authorization)/.test(name))) }));
  server.registerTool("fail", { description: "Fails" }, () => ({ isError: true, content: [{ type: "text", text: "out of\n\u001b[31mpaper" }] }));
  server.registerTool("größe", { description: "Is named in another alphabet" }, () => text({ metres: 2 }));
  return server;
}

if (process.argv[2] !== "http") {
  serveStdio(make, { legacy });
} else {
  const handler = createMcpHandler(make, { legacy });
  const asked = [];
  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    asked.push([request.method, JSON.parse(Buffer.concat(parts).toString() || "null")?.method, request.headers["mcp-protocol-version"]].filter(Boolean).join(" "));
    if (request.url === "/asked") return response.end(JSON.stringify(asked.slice(0, -1)));
    const answer = await handler.fetch(new Request(`http://${request.headers.host}${request.url}`,
      { method: request.method, headers: request.headers, body: parts.length ? Buffer.concat(parts) : undefined }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    for await (const part of answer.body ?? []) response.write(part);
    response.end();
  });
  server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}/mcp`));
}
