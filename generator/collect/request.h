/*
 * A request: one row of a declaration's "ask".
 *
 * The columns that the engine knows: path (JSON array of segments), query (JSON object;
 * members that are null are left out), method (GET or POST), body (JSON, for POST) and root
 * (1: the path begins at the host, not at url) for HTTP; folder, args (JSON array) and
 * input (what it finds on stdin) for git; path (a text, as a setting names it) for files;
 * tool and args (JSON object), or method (tools/list), for MCP; absent and forbidden (a
 * reason: do not ask); zone
 * (who may see that it was asked, where that is not about a repository); validator (what
 * would change with the answer: the same as last time means do not ask). All columns, those
 * too, are bound in the declaration's "rows" by their names.
 */
#ifndef COLLECT_REQUEST_H
#define COLLECT_REQUEST_H

#include "declare/declare.h"

#include <sqlite3.h>

struct request {
    const struct declaration *declaration;
    const struct names *names; /* of the columns; borrowed */
    sqlite3_value **values;
};

/* The present row of ASK as a JSON array. The caller frees it. */
char *request_pack(sqlite3_stmt *ask);

/* Makes a request from VALUES, a query that gives the items of such an array as rows. To be
 * freed; NAMES must live as long. */
void request_unpack(struct request *request, const struct declaration *declaration,
                    const struct names *names, sqlite3_stmt *values);

/* A column's text, or NULL where there is no such column or it is NULL. Borrowed. */
const char *request_text(const struct request *request, const char *column);

/* Binds every column to the parameter of its name, where QUERY has one. */
void request_bind(const struct request *request, sqlite3_stmt *query);

void request_free(struct request *request);

#endif
