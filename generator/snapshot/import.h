/*
 * Import: the snapshot that an export was made of.
 *
 * In:  the folder of an export (snapshot/export.h), of this program's schema or an older
 *      one.
 * Out: a snapshot with just its rows.
 * Holds: each file is the one that the manifest names; every row is judged by the schema
 * that it was exported from; until all of it is good, nothing is replaced.
 */
#ifndef SNAPSHOT_IMPORT_H
#define SNAPSHOT_IMPORT_H

#include "snapshot/store.h"

/* Puts the export in FOLDER in the place of the snapshot at PATH, of which one that is
 * there is replaced only with FORCE, and stays beside it, "PATH.before-import". Gives the
 * number of rows. */
bool snapshot_import(const char *path, const char *folder, bool force,
                     const struct library *library, int64_t *rows, struct error *error);

#endif
