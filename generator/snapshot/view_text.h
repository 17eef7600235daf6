/*
 * The texts of readers' views: what reader.sql makes of the schema and of a few values, for
 * instance of an edition's zones. Asking for the columns and keys of all tables takes
 * longer than making the views, and the schema stays as it is for as long as the snapshot
 * is open: each text is made once, for all readers of this process and of those that it
 * forks.
 */
#ifndef SNAPSHOT_VIEW_TEXT_H
#define SNAPSHOT_VIEW_TEXT_H

#include <sqlite3.h>

struct snapshot;
struct view_texts;

/* A statement of reader.sql and the values that it is given, besides :schema. */
struct view_maker {
    const char *statement;
    struct {
        const char *name, *value;
    } values[4];
};

/* None yet, and the name that the snapshot is attached under, which is drawn at random. */
struct view_texts *view_texts_new(void);
const char *view_texts_schema(const struct view_texts *texts);
void view_texts_free(struct view_texts *texts);

/* The first columns of the rows that MAKER gives on DB, to which SNAPSHOT is attached, with
 * ";\n" between them. Stays the snapshot's, until it is closed. */
const char *view_text(const struct snapshot *snapshot, sqlite3 *db,
                      const struct view_maker *maker);

#endif
