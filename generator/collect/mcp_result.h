/*
 * What a tool of an MCP server answered, as the body that a declaration's rows are made of:
 * its structuredContent; else what its only text says, where that is a JSON array or
 * object; else an object with its content, {"content": [...]}.
 */
#ifndef COLLECT_MCP_RESULT_H
#define COLLECT_MCP_RESULT_H

#include "base/base.h"

#include <jansson.h>

/* Adds RESULT to BODY; false where it is a failure, and *PROBLEM then says why, on one
 * line. The caller frees it. */
bool mcp_result_read(const json_t *result, struct buffer *body, char **problem);

#endif
