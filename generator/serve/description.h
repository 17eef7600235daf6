/*
 * What assistants are told of a tool: its name, what it is for, and the JSON Schemas
 * (2020-12) of what it takes and gives.
 *
 * Holds: what an answer may hold follows from the SELECTs alone.
 */
#ifndef SERVE_DESCRIPTION_H
#define SERVE_DESCRIPTION_H

#include "serve/tool.h"

/* The tool as the protocol's tools/list has it, new. */
json_t *description_make(const struct tool *tool);

#endif
