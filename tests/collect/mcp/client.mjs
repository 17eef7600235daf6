// What the conformance suite starts: a site whose source is the server at the last argument, and
// "tower collect", which calls what the scenario asks for.
import { program, site, tower } from "../../tower.mjs";
import { system } from "./system.mjs";

const calls = { tools_call: ['add_numbers {\\"a\\":2,\\"b\\":3}'], "sse-retry": ["test_reconnection"] }[process.env.MCP_CONFORMANCE_SCENARIO] ?? [];
const path = site({ ...system, "site.conf": `[source "s"]\n\ttype = any\n\turl = ${process.argv.at(-1)}\n\ttimeout = 10s\n${calls.map((call) => `\tcall = "${call}"\n`).join("")}` });
const { status, stderr } = tower(["collect", "-C", path, "--strict"]);
console.error(program, stderr);
process.exitCode = status;
