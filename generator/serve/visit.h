/*
 * A visit: one look at the snapshot, for one call of a tool.
 *
 * In:  the snapshot as it lies there, whoever writes it meanwhile.
 * Out: a reader of an edition that keeps to one state of it.
 * Holds: that state is a whole run's: what is computed was computed from the facts in it.
 * Nobody who writes has to wait.
 */
#ifndef SERVE_VISIT_H
#define SERVE_VISIT_H

#include "snapshot/snapshot.h"

struct visit {
    struct snapshot snapshot;
    struct reader reader;
    char *as_of; /* when it was analysed */
};

/* False where there is no snapshot, or none that can be asked now; the words tell an
 * assistant what to do, without any path. To be closed in either case. */
bool visit_open(struct visit *visit, const struct site *site, const struct library *library,
                const struct edition *edition, struct error *error);
void visit_close(struct visit *visit);

#endif
