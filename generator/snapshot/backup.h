/*
 * Backups: a snapshot copied away, and put back.
 *
 * In:  a snapshot, which a run may be writing meanwhile; a backup.
 * Out: one file that holds the state of one moment, with its checksum beside it; a snapshot
 *      in the place of another.
 * Holds: what stood there is replaced by a rename, once what replaces it is on the disk and
 * was found whole.
 */
#ifndef SNAPSHOT_BACKUP_H
#define SNAPSHOT_BACKUP_H

#include "snapshot/verify.h"

/* Copies the snapshot at PATH to the file TO, and verifies the copy. A file that is there
 * is replaced only with FORCE. */
bool snapshot_backup(const char *path, const char *to, bool force,
                     const struct library *library, struct verified *verified,
                     struct error *error);

/* Puts the backup FROM, verified, in the place of the snapshot at PATH, brought to this
 * program's schema. What stood there stays beside it, "PATH.before-restore". */
bool snapshot_restore(const char *path, const char *from, const struct library *library,
                      struct verified *verified, struct error *error);

/* The hidden name beside PATH of a snapshot that is being made; what an earlier attempt
 * left there is gone. The caller frees it. */
char *snapshot_staging(const char *path);

/* Puts the snapshot STAGED, closed, in the place of the one at PATH, whose lock is held.
 * What stood there stays as PATH.before-WHAT. */
bool snapshot_replace(const char *path, const char *staged, const char *what,
                      struct error *error);

#endif
