/*
 * Asking: a source's requests on their way, page by page into the snapshot.
 *
 * Holds: the pages of a request are loaded in their order, however they come in; a page of
 * a window is loaded whole or not at all; a complete list is loaded, and what it no longer
 * has removed, when its last page is in; a list that would drop more than half of what was
 * known, and more than a few rows, is held back. No more answers are kept in memory than
 * twice what may be on its way.
 */
#ifndef COLLECT_ASK_H
#define COLLECT_ASK_H

#include "collect/collect.h"
#include "collect/question.h"
#include "collect/scope.h"
#include "collect/wire.h"

/* A page of a request: on its way, here, or yet to be asked for. */
struct slot {
    char *page;
    struct exchange *exchange; /* NULL: not asked for yet */
    char *target;
    struct remembered remembered; /* of its last time */
    bool done;
};

/* One request of a question, while it is asked. */
struct attempt {
    struct asking *asking;
    struct question *question;
    struct request request;
    struct scope scope;
    char *key;
    char *asked; /* what remembered pages must have been asked from */
    bool afresh; /* the answer is to be whole: no cursor, no conditions */
    bool plain;  /* a page changed: the others are asked for without conditions */
    bool reused; /* a page was as remembered */
    bool over;   /* what still comes in is dropped */
    int64_t batch;
    const struct target *target; /* whose rows are being applied */
    int64_t rows, refused_rows, orphans;
    int zone;  /* the highest that a row of the answer names, or -1 */
    int pages; /* loaded or staged */
    struct {
        struct slot *items;
        size_t count, capacity;
    } slots; /* those before FIRST are dealt with */
    size_t first;
    struct {
        struct remembered *items;
        size_t count, capacity;
    } keep; /* what to remember of its pages */
};

/* What a source's questions share while they are asked. */
struct asking {
    struct snapshot *snapshot;
    struct reader *reader;
    struct session *session;
    const struct collect_options *options;
    const char *full_before; /* scopes last read in full before this time are due again */
    bool afresh;             /* ask for everything without cursors and conditions */
    int64_t run;
    int64_t *budget; /* requests that the run may still make */
    char *limited; /* why the source is to be left alone for the rest of the run, or NULL */
    bool refused;  /* it did not accept our credentials */
    int64_t sent;  /* requests, those answered "not modified" not counted */
    size_t requests, rows, rejects;
    int64_t batches;
    struct {
        struct attempt **items;
        size_t count, capacity;
    } attempts;  /* under way */
    size_t held; /* answers that are here and wait for a page before them */
};

/* Starts to ask REQUEST, which is taken over; settles it at once where that needs no
 * asking. */
void ask_start(struct asking *asking, struct question *question,
               const struct request *request);

/* Sends as much of what is under way as may be on its way; true where there is room for
 * more. */
bool ask_send(struct asking *asking);

/* Takes a finished EXCHANGE of an attempt, and loads what can be loaded. */
void ask_take(struct exchange *exchange);

/* Removes what QUESTION (its NUMBER in the queue) no longer asks for. */
void ask_forget(struct asking *asking, struct question *question, size_t number);

#endif
