#include "passes/standing.h"

#include <stdlib.h>

/* Without a run there is no night. */
void standing_keep(struct snapshot *snapshot, const char *edition) {
    static const char *const steps[] = {"standing.keep", "standing.forget"};
    char *day = query_text(snapshot_query(snapshot, "point.day"));
    if (!day)
        return;
    snapshot_begin(snapshot);
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        sqlite3_stmt *query = snapshot_query(snapshot, steps[i]);
        query_bind_text(query, ":edition", edition);
        query_bind_text(query, ":day", day);
        query_run(query);
    }
    snapshot_commit(snapshot);
    free(day);
}
