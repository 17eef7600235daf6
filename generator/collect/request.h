/*
 * A request: one row of a declaration's "ask".
 *
 * The columns that the engine knows: path (JSON array of segments) and query (JSON object;
 * members that are null are left out) for HTTP; folder and args (JSON array) for git;
 * absent (a reason: do not ask, there is none); validator (what would change with the
 * answer: the same as last time means do not ask). All columns, those too, are bound in
 * the declaration's "rows" by their names.
 */
#ifndef COLLECT_REQUEST_H
#define COLLECT_REQUEST_H

#include "declare/declare.h"

#include <sqlite3.h>

struct request {
    const struct declaration *declaration;
    struct names names; /* of the columns */
    sqlite3_value **values;
};

struct requests {
    struct request *items;
    size_t count, capacity;
};

/* Copies the present row of DECLARATION's ASK. */
void request_take(struct request *request, const struct declaration *declaration,
                  sqlite3_stmt *ask);

/* A column's text, or NULL where there is no such column or it is NULL. Borrowed. */
const char *request_text(const struct request *request, const char *column);

/* Binds every column to the parameter of its name, where QUERY has one. */
void request_bind(const struct request *request, sqlite3_stmt *query);

void requests_free(struct requests *requests);

#endif
