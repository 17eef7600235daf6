/*
 * A reader: a connection of its own that may read, and only what it is meant to see.
 *
 * Over every table of the snapshot stands a temporary view of the same name that keeps the
 * permitted rows. SQLite's authorizer lets a table be read through its own view only; the
 * snapshot is attached under a name drawn at random, so that nothing can name it, and every
 * table has a view, so that no unqualified name reaches past them. (With the snapshot as
 * "main", a common table expression named like a view would borrow the view's permission.)
 */
#ifndef SNAPSHOT_READER_H
#define SNAPSHOT_READER_H

#include "declare/declare.h"
#include "site/site.h"
#include "snapshot/store.h"

#include <stdint.h>

struct reader {
    sqlite3 *db;
    const char *schema;  /* the name that the snapshot is attached under, borrowed of it */
    struct names *reads; /* where set: collects "table.column" of what is prepared */
    const char *source, *repo; /* of which rows are read, for reader_open_repository() */
    int64_t deadline;          /* on the stopwatch, of what is stepped */
};

/* What EDITION may show: rows in its zones whose every parent it may show, and its own
 * derived rows. */
void reader_open_edition(const struct snapshot *snapshot, const struct edition *edition,
                         struct reader *reader);

/* The same, kept to the snapshot as it is now: what another process writes while it is
 * opened or later is not in it. */
void reader_open_edition_held(const struct snapshot *snapshot,
                              const struct edition *edition, struct reader *reader);

/* Of which tables of facts something is hidden from EDITION: a JSON array, to be freed.
 * What belongs to others is not looked at; where it becomes another list, a reader shows
 * other rows of what belongs to them, though these are as they were and it read nothing of
 * the others before. */
char *reader_hiding(struct snapshot *snapshot, const struct edition *edition);

/* What EDITION may show of one repository at a time, which reader_select() chooses: besides
 * its rows those of its source that are of no repository, and tables that know none. */
void reader_open_repository(const struct snapshot *snapshot, const struct edition *edition,
                            struct reader *reader);

/* Chooses a repository, which EDITION must be allowed to show, for what is stepped from its
 * beginning from now on. Both names are borrowed. */
void reader_select(struct reader *reader, const char *source, const char *repo);

/* Keeps to the snapshot as it is now, whatever is written meanwhile, until it is closed:
 * without it every statement that is run takes and gives back its locks. */
void reader_hold(struct reader *reader);

/* What SOURCE itself gave. AFRESH hides what is remembered of earlier requests (the table
 * scope), so that everything is asked for again; what was last asked for so before
 * FULL_BEFORE, a time, is hidden anyway. Has one table more: setting (key, value,
 * position), filled from SETTINGS. */
void reader_open_source(const struct snapshot *snapshot, const char *source, bool afresh,
                        const char *full_before, const struct setting *settings,
                        size_t setting_count, struct reader *reader);

/* Everything, for the owner of the file at PATH; still without writing. The reader is to be
 * closed also after a failure. */
bool reader_open_owner(const char *path, struct reader *reader, struct error *error);

/* Prepares a declaration's statement; an error names its file and line. */
sqlite3_stmt *reader_prepare(struct reader *reader, const struct declaration *declaration,
                             const struct statement *statement, struct error *error);

/* Prepares one of the program's own statements, "FILE.NAME" as for snapshot_query(). */
sqlite3_stmt *reader_prepare_own(struct reader *reader, const struct snapshot *snapshot,
                                 const char *name);

/* What is stepped between these two may take READER_SECONDS; then it fails. */
enum { READER_SECONDS = 10 };
void reader_begin(struct reader *reader);
void reader_end(struct reader *reader);

/* Whether what failed last was not permitted; a table that SQLite makes up when it is asked
 * for is refused by words alone. */
bool reader_refused(const struct reader *reader);

/* The error of a step that failed, at the statement's place. Returns false. */
bool reader_error(struct reader *reader, const struct declaration *declaration,
                  const struct statement *statement, struct error *error);

void reader_close(struct reader *reader);

#endif
