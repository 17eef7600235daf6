/*
 * Merging: the snapshots that shares of a run made become one.
 *
 * In:  snapshot files of this program's schema; anybody may have written them.
 * Out: their rows in one snapshot, in which nothing is computed yet.
 * Holds: an input is only read, and no statement of its own is ever run; what comes out
 * does not depend on the order of the inputs; the snapshot has all of it or is as it was.
 */
#ifndef SNAPSHOT_MERGE_H
#define SNAPSHOT_MERGE_H

#include "snapshot/store.h"

/* Unites the files at PATHS, and what SNAPSHOT holds itself where KEPT, in SNAPSHOT. What
 * was computed for editions is gone afterwards. Gives the number of repositories. False,
 * and nothing has changed, where a file is not to be had, named twice, SNAPSHOT's own,
 * being written, damaged, or no snapshot of just this program's schema. */
bool snapshot_merge(struct snapshot *snapshot, bool kept, const char *const *paths,
                    size_t count, int64_t *repos, struct error *error);

#endif
