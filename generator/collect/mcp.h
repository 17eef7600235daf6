/*
 * The MCP transport: asks the tools of a Model Context Protocol server
 * (https://modelcontextprotocol.io/specification). A source says how to reach it:
 *
 *     command  = python3         a program, which talks over its stdin and stdout
 *     argument = server.py       (repeat) its arguments, to the letter
 *     env      = NAME            (repeat) a variable that it gets; its value is a secret
 *     variable = NAME=VALUE      (repeat) one whose value is none
 *     url      = https://...     or a server over streamable HTTP, in the place of these
 *
 * A program gets besides these PATH, HOME, LANG and the variable that token-env names, and
 * works in the site's folder.
 *
 * An ask gives tool and args (a JSON object), or method, which is tools/list. What the rows
 * are made of is told in mcp_result.h; for tools/list it is {"tools": [...]}, all pages.
 * A tool that the server does not list has the status 404, unless its list is not whole.
 *
 * Both eras: of 2026-07-28 on each request stands for itself and server/discover tells what
 * is spoken; before, from 2024-11-05 on, a handshake (initialize) agrees on that. Which it
 * is, is tried once for a source in a run.
 *
 * Holds: whatever a server does, each exchange is finished in the source's timeout after it
 * could be sent; nobody waits for one server but its own source.
 */
#ifndef COLLECT_MCP_H
#define COLLECT_MCP_H

#include "site/site.h"

/* The rules of these settings. */
extern const struct setting_rule mcp_rules[];
extern const size_t mcp_rule_count;

#endif
