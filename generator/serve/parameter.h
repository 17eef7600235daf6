/*
 * A parameter of a tool, and the arguments that it takes.
 *
 *     parameter: name (type): what it means             may be left out: then it is NULL
 *     parameter: name (type, required): what it means
 *     parameter: name (type, default VALUE): what it means
 *
 *     text            at most 1,024 characters
 *     yes or no       in SQL 1 or 0
 *     integer 1 to 9  a whole number
 *     number 0 to 1   any number
 *     list 1 to 9     so many texts; in SQL a JSON array
 *     one of a|b      one of these words
 *     some of a|b     at least one of them, as a list
 *
 * Holds: what SQL is given is of the type and between the bounds.
 */
#ifndef SERVE_PARAMETER_H
#define SERVE_PARAMETER_H

#include "declare/declare.h"

#include <jansson.h>
#include <sqlite3.h>

struct parameter {
    char *name;
    const struct parameter_type *type;
    double least, most;   /* of a number; how many a list may hold */
    struct names choices; /* words that it may be */
    bool required;
    json_t *fallback; /* NULL: there is none */
    char *meaning;
};

struct parameters {
    struct parameter *items;
    size_t count, capacity;
};

/* Reads a header field into PARAMETER, which is to be freed in either case. */
bool parameter_read(const struct declaration *declaration, const struct header_field *field,
                    struct parameter *parameter, struct error *error);
void parameter_free(struct parameter *parameter);

/* Its JSON Schema (2020-12), new. */
json_t *parameter_schema(const struct parameter *parameter);

/* Whether it can say how much is wanted: an integer with a default. */
bool parameter_is_limit(const struct parameter *parameter);

/* The number that VALUE, or what stands for one that was not given (NULL), is. */
size_t parameter_count(const struct parameter *parameter, const json_t *value);

/* Its type as it is written, new: "integer 1 to 9". */
char *parameter_type_text(const struct parameter *parameter);

/* Whether VALUE may be given for it; the error says what may. */
bool parameter_takes(const struct parameter *parameter, const json_t *value,
                     struct error *error);

/* Whether ARGUMENTS, a JSON object or NULL, are such as PARAMETERS want. */
bool parameters_take(const struct parameters *parameters, const json_t *arguments,
                     struct error *error);

/* Binds VALUE, or what stands for one that was not given (NULL). */
void parameter_bind(const struct parameter *parameter, const json_t *value,
                    sqlite3_stmt *query, int position);

#endif
