/*
 * A question: one declaration of a source, prepared: what it asks and where the answers go.
 *
 * Holds: a page of a window is loaded whole or not at all; a complete list is loaded, and
 * what it no longer has removed, when its last page is in; a list that would drop more
 * than half of what was known, and more than a few rows, is held back.
 */
#ifndef COLLECT_QUESTION_H
#define COLLECT_QUESTION_H

#include "collect/collect.h"
#include "collect/scope.h"
#include "collect/transport.h"

/* A "rows" statement of the declaration. */
struct target {
    const struct statement *statement;
    sqlite3_stmt *select;
    struct load load;
    bool complete; /* the answer is all that there is of the scope */
    bool scoped;   /* the table has the scope's column: other scopes' rows stand beside */
    int cursor;    /* the cursor's column in SELECT, or -1 */
    int zone;      /* the column of that name, or -1 */
};

struct question {
    const struct declaration *declaration;
    const char *name; /* "github/issues" */
    const struct statement *ask_statement;
    sqlite3_stmt *ask;
    const char *scope_column; /* whose value names the scope; NULL: one scope only */
    struct {
        struct target *items;
        size_t count, capacity;
    } targets;
    struct step step; /* what it reads and writes */
};

/* What a source's questions share while they are asked. */
struct asking {
    struct snapshot *snapshot;
    struct reader *reader;
    struct session *session;
    const struct collect_options *options;
    bool afresh; /* every answer is whole: ask without cursors and validators */
    int64_t run;
    char *limited; /* why the source is to be left alone for the rest of the run, or NULL */
    bool refused;  /* it did not accept our credentials */
    size_t requests, rows, rejects;
};

/* Prepares DECLARATION for SOURCE; false with file and line where it is wrong. To be freed
 * in either case. */
bool question_prepare(const struct declaration *declaration, const char *source,
                      struct snapshot *snapshot, struct reader *reader,
                      struct question *question, struct error *error);

/* Asks everything that it has to ask, and loads the answers. */
void question_ask(struct question *question, struct asking *asking);

void question_free(struct question *question);

#endif
