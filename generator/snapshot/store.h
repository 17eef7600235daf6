/* The snapshot's file: opened, brought to this program's schema, locked while it is
 * written. */
#ifndef SNAPSHOT_STORE_H
#define SNAPSHOT_STORE_H

#include "declare/declare.h"
#include "site/site.h"
#include "snapshot/checksum.h"

#include <sqlite3.h>

#if SQLITE_VERSION_NUMBER < 3038000
#error "SQLite 3.38 or later is needed: its JSON operators and error offsets"
#endif

enum { SNAPSHOT_APPLICATION_ID = 0x54776572 }; /* "Twer": the file says whose it is */

struct snapshot {
    sqlite3 *db;
    char *path;
    bool is_whole;                /* closing it leaves a checksum beside it */
    struct checksum checksum;     /* that stood there */
    int lock;                     /* file descriptor that holds the lock, or -1 */
    struct declarations internal; /* the program's own SQL */
    struct changes *changes;      /* of what is written, or NULL */
    struct {
        struct prepared *items;
        size_t count, capacity;
    } prepared;
    struct view_texts *views; /* that its readers have */
};

/* Opens the file at PATH for writing, creating or migrating it, and takes the lock. False
 * where another run holds it, the file is of a newer program or is no snapshot. SNAPSHOT is
 * to be closed in either case. */
bool snapshot_open(const char *path, const struct library *library,
                   struct snapshot *snapshot, struct error *error);

/* Opens it for asking only, whether or not a run is at work. False where there is none that
 * this program's schema fits; the words name no path. To be closed in either case. */
bool snapshot_open_reading(const char *path, const struct library *library,
                           struct snapshot *snapshot, struct error *error);

void snapshot_close(struct snapshot *snapshot);

/* Takes the lock of the snapshot at PATH: a file descriptor, or -1 where another run holds
 * it, whose words tell which. It ends with the process. */
int snapshot_lock(const char *path, struct error *error);
void snapshot_unlock(int lock);

/* The schema of this program. */
int64_t snapshot_newest_version(const struct library *library);

/* Opens a file that nobody else knows, new or of an older schema, and brings it to schema
 * VERSION; it has no triggers, notes no changes and checks no foreign key until it is
 * finished, which brings it to the newest. To be closed in either case. */
bool snapshot_open_private(const char *path, const struct library *library, int64_t version,
                           struct snapshot *snapshot, struct error *error);
void snapshot_finish_private(struct snapshot *snapshot, const struct library *library);

/* No process may use a connection that another one has opened: it is suspended around a
 * fork(), outside of a transaction and with every reader closed, and each process resumes
 * with one of its own, of which only one may be WRITING. Failing to ends the program. */
void snapshot_suspend(struct snapshot *snapshot);
void snapshot_resume(struct snapshot *snapshot, bool writing);

/* The text of one of the program's own statements; see snapshot_query(). */
const struct statement *snapshot_statement(const struct snapshot *snapshot,
                                           const char *name);

/* One of the program's own statements, "FILE.NAME" in internal/.../FILE.sql: reset, with no
 * value bound; prepared once. It stays the snapshot's. */
sqlite3_stmt *snapshot_query(struct snapshot *snapshot, const char *name);

/* Transactions do not nest. */
void snapshot_begin(struct snapshot *snapshot);
void snapshot_commit(struct snapshot *snapshot);
void snapshot_roll_back(struct snapshot *snapshot);

/* Runs QUERY, in a transaction of its own where there is none. */
void snapshot_run(struct snapshot *snapshot, sqlite3_stmt *query);

/* Begins a transaction unless there is one; commits it if there is one. For writers that
 * share one over many small steps. */
void snapshot_batch(struct snapshot *snapshot);
void snapshot_settle(struct snapshot *snapshot);

/* Makes the table source say what site.conf says; the rows of a source that is gone stay,
 * but nobody is shown them. */
void snapshot_declare_sources(struct snapshot *snapshot, const struct site *site);

/* False where a run that starts now would have started before an earlier one. */
bool snapshot_check_time(struct snapshot *snapshot, struct error *error);

/* Starts a run: its number. */
int64_t snapshot_start_run(struct snapshot *snapshot);

/* The number of the last run, 0 where there was none. */
int64_t snapshot_last_run(struct snapshot *snapshot);

/* Enters declarations into the catalogue (kind: source, pass, check or page), in place of
 * what was there of that kind. */
void snapshot_catalogue(struct snapshot *snapshot, const char *kind,
                        const struct declarations *declarations);

#endif
