/*
 * A checksum: the SHA-256 of a snapshot's file in a file beside it, whose name ends in
 * .sha256, in the form of sha256sum, which can check it too. A comment in it tells the
 * file's size and time: where they are others, somebody else has written into it since.
 *
 * Holds: it stands there only while the snapshot is at rest. Who writes takes it away first
 * and leaves another one at the end; so a run that was interrupted leaves none.
 */
#ifndef SNAPSHOT_CHECKSUM_H
#define SNAPSHOT_CHECKSUM_H

#include "base/base.h"

enum checksum_state { CHECKSUM_NONE, CHECKSUM_RIGHT, CHECKSUM_WRONG };

/* Whether the file at PATH is what the checksum beside it tells of. *ERROR says why it is
 * wrong. */
enum checksum_state checksum_check(const char *path, struct error *error);

/* A checksum that was taken away, and of which file it was. */
struct checksum {
    char digest[TEXT_HASH_SIZE]; /* empty: there was none */
    int64_t bytes, modified;     /* see file_modified() */
    bool is_ours;                /* nobody else has written into the file since then */
};

/* Takes the checksum of PATH away, if there is one. */
struct checksum checksum_take(const char *path);

/* Leaves a checksum of the snapshot at PATH beside it, unless something of it still stands
 * in SQLite's log. It is FORMER, which may be NULL, where the file is as it was then. A
 * failure is a warning: the snapshot is good without. */
void checksum_write(const char *path, const struct checksum *former);

void checksum_remove(const char *path);

#endif
