/*
 * A member of a row of an answer: a column of a tool's SELECT.
 *
 *     text (what no type is given for), integer, number, boolean, list (of texts)
 *
 * Holds: a value is of its type, or null: that is not known. Text is UTF-8, hides nothing
 * (text_is_hidden), and is cut where it is longer than 4 kB. A list that takes more than
 * 64 kB as JSON is null: reading it could take 75 times as much.
 */
#ifndef SERVE_MEMBER_H
#define SERVE_MEMBER_H

#include <jansson.h>
#include <sqlite3.h>
#include <stdbool.h>

struct member {
    char *name;
    const struct member_type *type;
};

/* Sets its type; false where there is none of that NAME. */
bool member_set_type(struct member *member, const char *name);

/* The names of all types, for messages. */
const char *member_types(void);

/* Its JSON Schema (2020-12), new. */
json_t *member_schema(const struct member *member);

/* The value that QUERY has in that place of its present row, new. */
json_t *member_value(const struct member *member, sqlite3_stmt *query, int position);

#endif
