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

static void print(struct snapshot *snapshot, const char *name) {
    sqlite3_stmt *query = snapshot_query(snapshot, name);
    while (query_row(query))
        puts(column_text(query, 0));
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
    print(&snapshot, "whole.objects");
    print(&snapshot, "whole.rows");
    snapshot_close(&snapshot);
    library_free(&library);
    return EXIT_SUCCESS;
}
