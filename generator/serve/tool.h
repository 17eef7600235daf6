/*
 * A tool: a declaration that answers an assistant's question with the rows of its SELECTs.
 *
 *     -- What it answers, in a sentence. More of it, all of which the assistant is told.
 *     --
 *     -- title:     a name for a person
 *     -- parameter: limit (integer 1 to 200, default 50): what it means (see parameter.h)
 *     -- types:     score number, archived boolean
 *
 *     -- refuse            where it gives a row, the column message is the answer: an error
 *     -- result            its one row's columns are members of the answer itself
 *     -- repos             a list: a member of that name, an array of objects
 *     -- repos limit       the parameter limit says how many are given; else LIST_MOST are
 *     -- repo one          an object, or null
 *     -- repos.parts       a member of each row of repos, whose columns are its parameters
 *
 * The types of columns: text (the default), integer, number, boolean, and list, a JSON
 * array of texts. Any may be null: that is not known. Each answer has besides "edition",
 * "as_of" (the time of the analysis; in SQL :as_of) and for each of its own lists
 * "more_NAME": how many were left out. A nested list says so in its row only where any
 * were.
 */
#ifndef SERVE_TOOL_H
#define SERVE_TOOL_H

#include "serve/member.h"
#include "serve/parameter.h"
#include "snapshot/snapshot.h"

enum { LIST_MOST = 1000, NESTED_MOST = 100 };

/* A named statement. */
struct part {
    const char *name; /* the last part of a dotted name */
    const struct statement *statement;
    const struct parameter *limit; /* or NULL */
    bool refuse, result, one, nested;
    size_t parent; /* of what is nested */
    struct {
        struct member *items;
        size_t count, capacity;
    } members;
};

struct tool {
    const struct declaration *declaration;
    const char *name;
    struct parameters parameters;
    struct {
        struct part *items;
        size_t count, capacity;
    } parts;
};

/* Reads a declaration; READER, of a snapshot that may be empty, tells what its statements
 * give. To be freed in either case. */
bool tool_read(const struct declaration *declaration, struct reader *reader,
               struct tool *tool, struct error *error);
void tool_free(struct tool *tool);

/* Its parameter of that name, or NULL. */
const struct parameter *tool_parameter(const struct tool *tool, const char *name);

/* Where its column of that name is in a row, or -1. */
int part_member(const struct part *part, const char *name);

#endif
