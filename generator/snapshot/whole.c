/*
 * A build tool: prints the newest schema in one piece, as a new snapshot has it when all
 * of schema/N.sql, and what follows from them, have run. That is compiled in, too, so that
 * a new snapshot costs a third of it. The migrations stay what counts.
 */
#include "snapshot/engine.h"
#include "snapshot/query.h"
#include "snapshot/store.h"

#include <stdio.h>
#include <stdlib.h>

static const char objects[] = "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL "
                              "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid";

/* Migrations leave rows of their own in this table only. */
static const char rows[] = "SELECT printf('INSERT INTO generation VALUES (%d);', value) "
                           "FROM generation";

static void print(sqlite3 *db, const char *sql) {
    sqlite3_stmt *query;
    if (sqlite3_prepare_v2(db, sql, -1, &query, NULL) != SQLITE_OK)
        query_fail(db, sql);
    while (query_row(query))
        puts(column_text(query, 0));
    sqlite3_finalize(query);
}

int main(void) {
    struct library library;
    struct snapshot snapshot;
    struct error error = {0};
    snapshot_init();
    bool ok = library_open(&library, NULL, &error) &&
              snapshot_open_private(":memory:", &library, snapshot_newest_version(&library),
                                    &snapshot, &error);
    if (!ok) {
        fprintf(stderr, "%s\n", error.text);
        return EXIT_FAILURE;
    }
    snapshot_finish_private(&snapshot, &library);
    print(snapshot.db, objects);
    print(snapshot.db, rows);
    snapshot_close(&snapshot);
    library_free(&library);
    return EXIT_SUCCESS;
}
