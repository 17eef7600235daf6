/*
 * serve: answers assistants from the snapshot, over the Model Context Protocol on stdin and
 * stdout (https://modelcontextprotocol.io/specification).
 *
 * In:  lines with JSON-RPC messages; the snapshot through an edition's reader;
 * tools/NAME.sql. Out: a line for each request; nothing else goes to stdout. Holds: nothing
 * is written, asked of the network or told that the edition may not show; every call sees
 * one state of the snapshot, in which all that is computed belongs to the facts, or none.
 */
#ifndef SERVE_SERVE_H
#define SERVE_SERVE_H

#include "snapshot/snapshot.h"

/* Answers until stdin ends, or a signal asks to. False where a tool's declaration is wrong.
 * The snapshot is looked for at each call: it may be made, replaced or written meanwhile.
 */
bool serve_run(const struct site *site, const struct library *library,
               const struct edition *edition, struct error *error);

/* Prints the tools and their parameters, for a person. */
bool serve_list(const struct library *library, struct error *error);

/* Checks the declarations of tools, against a snapshot that may be empty. */
bool serve_check(const struct site *site, const struct library *library,
                 const struct snapshot *snapshot, struct error *error);

#endif
