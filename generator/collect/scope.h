/* What is remembered of a scope: how asking for it went, and how far it was read. */
#ifndef COLLECT_SCOPE_H
#define COLLECT_SCOPE_H

#include "snapshot/snapshot.h"

enum outcome {
    OUTCOME_OK,
    OUTCOME_UNCHANGED, /* asked, or known without asking, to be as it was */
    OUTCOME_ABSENT,    /* the source says that there is none */
    OUTCOME_FORBIDDEN, /* we may not see it */
    OUTCOME_FAILED,
    OUTCOME_HELD,     /* the answer looks wrong; the last good rows stay */
    OUTCOME_UNREACHED /* not asked this time */
};

struct scope {
    const char *source, *declaration, *key, *hash;
    const char *repo; /* NULL where it is not about one repository */
    const char *zone; /* who may see that it was asked for; NULL: whoever sees its source */
    bool full;        /* it was asked for as if nothing were known */
    bool expected;    /* that we may not see it is no trouble */
    enum outcome outcome;
    char *reason; /* NULL where all is well */
    char *cursor; /* NULL: as it was */
    char *validator;
    int64_t rows;
    bool rows_for_all; /* no row has a zone of its own: whoever sees the scope sees them all
                        */
};

/* The validator of the last good answer, if the declaration is still the same; new text or
 * NULL. */
char *scope_validator(struct snapshot *snapshot, const struct scope *scope);

/* True where it is to be asked for as if nothing were known: it was last read so before
 * BEFORE, a time. */
bool scope_is_due(struct snapshot *snapshot, const struct scope *scope, const char *before);

/* True where the last asking was for the same declaration and settings. */
bool scope_is_known(struct snapshot *snapshot, const struct scope *scope);

/* Writes the scope's row, inside the caller's transaction. What was known before and is
 * not known better now, stays. */
void scope_save(struct snapshot *snapshot, const struct scope *scope);

/* Keeps how far a window was read, inside the caller's transaction. */
void scope_save_cursor(struct snapshot *snapshot, const struct scope *scope);

/* A request that was made for a scope. */
struct logged_request {
    int64_t run;
    const char *target, *zone, *error;
    int status, tries;
    size_t bytes;
    int64_t ms, waited;
};

/* A page of an answer, as far as it is remembered. */
struct remembered {
    char *target;
    char *etag, *modified; /* one of them at least */
    char *next;            /* where the page after it is, or NULL */
};

/* What is remembered of TARGET, if it was asked from the same ASKED; false where nothing
 * is. To be freed. */
bool scope_recall(struct snapshot *snapshot, const struct scope *scope, const char *target,
                  const char *asked, struct remembered *remembered);

/* Remembers COUNT pages, and no others, inside the caller's transaction. */
void scope_remember(struct snapshot *snapshot, const struct scope *scope, const char *asked,
                    const struct remembered *pages, size_t count);

void remembered_free(struct remembered *remembered);

/* Gives the request a row, and a line with -v. */
void scope_log_request(struct snapshot *snapshot, const struct scope *scope,
                       const struct logged_request *request);

#endif
