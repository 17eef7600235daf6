/*
 * TOML 1.0 as JSON, to be read with SQL's functions. Debian 12 has no C library for it.
 *
 * In:  a TOML document (https://toml.io/en/v1.0.0), UTF-8.
 * Out: a JSON object: tables are objects, arrays arrays, integers and finite floats
 * numbers; dates, times, inf and nan are texts as they stand. Holds: what the specification
 * calls invalid is refused with its line; so is what nests deeper than NOTATION_DEPTH or
 * has more than NOTATION_VALUES values. Time and memory grow with the text's size.
 *
 * Two files: toml.c has tables and keys, toml_value.c what stands behind the "=".
 */
#ifndef SNAPSHOT_TOML_H
#define SNAPSHOT_TOML_H

#include "snapshot/notation.h"

/* The document as a new value, or NULL and the error says "line N: what is wrong". */
json_t *toml_read(const char *text, size_t size, struct error *error);

/* What both files share. */
struct toml {
    const char *at, *end; /* *end is NUL */
    int line, depth;
    size_t values;
    json_t *table; /* which keys go into */
    json_t *marks; /* by address: how a table or an array came about */
    struct error *error;
};

/* Sets the error with the line; returns false. */
bool toml_refuse(struct toml *toml, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Skips spaces and tabs; with LINES also ends of lines and comments. */
bool toml_skip(struct toml *toml, bool lines);

/* Reads "key = value" into TABLE. */
bool toml_read_pair(struct toml *toml, json_t *table);

/* Nothing can be added to TABLE and what is in it. */
void toml_close_table(struct toml *toml, json_t *table);

/* A new value, or NULL. */
json_t *toml_read_value(struct toml *toml);

/* A string in either kind of quotes, over several lines only where MANY says so. */
bool toml_read_string(struct toml *toml, bool many, struct buffer *text);

#endif
