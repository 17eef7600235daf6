/*
 * Export: the snapshot as text that git keeps and people can read.
 *
 * In:  a snapshot, which a run may be writing meanwhile.
 * Out: a folder of JSON Lines, one object a row in the order of the table's key:
 * TABLE.jsonl, or TABLE/YYYY-MM.jsonl where the rows have a date; and manifest.json, which
 * names each with its SHA-256.
 * Holds: the same rows give the same bytes; only what differs is written; nothing is
 * removed but what an earlier manifest names. It has everything, of every zone, but for
 * what is kept only to save time. Unknown values (NULL) are left out; bytes, and text that
 * is no UTF-8, are in base64, the latter as {"base64": "..."}.
 */
#ifndef SNAPSHOT_EXPORT_H
#define SNAPSHOT_EXPORT_H

#include "snapshot/store.h"

#include <jansson.h>

struct exported {
    size_t files, written, removed;
    int64_t rows;
};

/* Exports the snapshot at PATH to FOLDER, which is created. */
bool snapshot_export(const char *path, const char *folder, const struct library *library,
                     struct exported *exported, struct error *error);

/* The manifest of FOLDER, NULL where it has none. False where that is no manifest of ours.
 */
bool export_read_manifest(const char *folder, json_t **manifest, struct error *error);

/* The table whose rows stand in the file NAME of an export ("issue/2026-11.jsonl"), to be
 * freed, or NULL where no file of an export is called so. */
char *export_table(const char *name);

#endif
