/*
 * The answer to a call of a tool: what its SELECTs give, as JSON.
 *
 * In:  a tool, arguments that it takes, a reader that is held to one state of the snapshot.
 * Out: a JSON object as description.h tells, or why there is none.
 * Holds: lists and texts are bounded, and say so; the same snapshot and arguments give the
 * same bytes.
 */
#ifndef SERVE_ANSWER_H
#define SERVE_ANSWER_H

#include "serve/tool.h"

struct call {
    const struct tool *tool;
    const json_t *arguments; /* a JSON object, or NULL */
    const char *edition, *as_of;
    struct reader *reader;
};

/* The answer, new; NULL with ERROR set where the tool refuses the arguments (ERROR_FAILED),
 * or where its declaration is wrong (ERROR_CONFIGURATION). */
json_t *answer_make(const struct call *call, struct error *error);

#endif
