/*
 * A question: one declaration of a source, prepared: what it asks and where the answers go.
 */
#ifndef COLLECT_QUESTION_H
#define COLLECT_QUESTION_H

#include "collect/pages.h"

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
    const char *name;          /* "github/issues" */
    char hash[TEXT_HASH_SIZE]; /* of the declaration and of the settings that it reads */
    const struct statement *ask_statement;
    sqlite3_stmt *ask;
    char *absent;             /* why nothing of it is asked at all, or NULL */
    struct names columns;     /* of the ask */
    const char *scope_column; /* whose value names the scope; NULL: one scope only */
    int rank;                 /* among the questions of a wave: lower is asked first */
    struct pages pages;
    struct {
        struct target *items;
        size_t count, capacity;
    } targets;
    struct step step; /* what it reads and writes */
};

/* Prepares DECLARATION for SOURCE; false with file and line where it is wrong. SETTINGS are
 * site.conf's. To be freed in either case. */
bool question_prepare(const struct declaration *declaration, const char *source,
                      const struct settings *settings, struct snapshot *snapshot,
                      struct reader *reader, struct question *question,
                      struct error *error);

/* The scope of a request that QUESTION asks. Borrowed. */
const char *question_scope(const struct question *question, const struct request *request);

/* True where each scope is a repository. */
bool question_is_about_repos(const struct question *question);

void question_free(struct question *question);

#endif
