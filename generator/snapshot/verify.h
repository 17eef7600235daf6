/*
 * Verifying: whether a file is a whole snapshot.
 *
 * In:  the file of a snapshot or of a backup, of this program's schema or an older one;
 *      anybody may have written it.
 * Out: what is wrong with it, or what it holds.
 * Holds: the file is only read, and no statement of its own is ever run. With a checksum
 * beside it any other byte is found; without, what SQLite and the schema can notice: pages,
 * indexes, types, rules and references, but no other letter in a text.
 */
#ifndef SNAPSHOT_VERIFY_H
#define SNAPSHOT_VERIFY_H

#include "snapshot/checksum.h"
#include "snapshot/store.h"

struct verified {
    enum checksum_state checksum; /* never CHECKSUM_WRONG */
    int64_t schema, tables, rows;
};

/* False where the file at PATH is none, not whole, another program's or of a newer schema.
 */
bool snapshot_verify(const char *path, const struct library *library,
                     struct verified *verified, struct error *error);

/* False where something of the file at PATH may still stand in SQLite's log beside it. */
bool snapshot_rests(const char *path);

/* The address at which SQLite opens the file at PATH without locking or writing anything.
 */
char *snapshot_immutable_address(const char *path);

#endif
