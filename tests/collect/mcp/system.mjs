// A system for any MCP server: it lists the tools and calls what site.conf names, each answer kept
// as text, as if it were a repository.
export const system = {
  "sources/any/system.sql": `-- A server of tools, of whatever kind.
--
-- transport: mcp
-- auth: bearer
-- auth: none
-- setting: call (repeat): a tool and its arguments, "TOOL {...}"
`,
  "sources/any/tools.sql": `-- Which tools the server has.

-- ask
SELECT 'tools/list' AS method;

-- rows repo window
SELECT 'tool:' || (value ->> '$.name') AS key, value ->> '$.name' AS name FROM json_each(:body, '$.tools');
`,
  "sources/any/calls.sql": `-- What its tools answer.
--
-- absent: 404

-- ask
SELECT substr(value, 1, instr(value || ' ', ' ') - 1) AS tool, nullif(substr(value, instr(value || ' ', ' ') + 1), '') AS args, value AS key
  FROM setting WHERE key = 'call';

-- rows repo complete(key)
SELECT :key AS key, 'call' AS name, json(:body) AS description;
`,
};
