#include "snapshot/point.h"

#include "snapshot/query.h"

#include <stdlib.h>
#include <string.h>

/* In the order of point.add's parameters. */
static const char *const columns[] = {"source", "repo", "metric", "value"};

static int find_column(sqlite3_stmt *select, const char *name) {
    for (int i = 0; i < sqlite3_column_count(select); i++)
        if (!strcmp(sqlite3_column_name(select, i), name))
            return i;
    return -1;
}

void point_begin(struct snapshot *snapshot) {
    query_run(snapshot_query(snapshot, "point.create"));
    query_run(snapshot_query(snapshot, "point.begin"));
}

bool point_check(sqlite3_stmt *select, struct error *error) {
    for (size_t i = 0; i < COUNT_OF(columns); i++)
        if (find_column(select, columns[i]) < 0)
            return error_set(error,
                             "points have the columns metric, source, repo and "
                             "value; there is no %s",
                             columns[i]);
    return true;
}

/* What is not known need not be given: point.add_lost tells it of what was known before. */
bool point_add(struct snapshot *snapshot, sqlite3_stmt *select, struct error *error) {
    if (sqlite3_column_type(select, find_column(select, "value")) == SQLITE_NULL)
        return true;
    sqlite3_stmt *add = snapshot_query(snapshot, "point.add");
    for (int i = 0; i < (int)COUNT_OF(columns); i++)
        sqlite3_bind_value(add, i + 1,
                           sqlite3_column_value(select, find_column(select, columns[i])));
    int code = sqlite3_step(add);
    if (code != SQLITE_DONE && (code & 0xff) != SQLITE_CONSTRAINT &&
        (code & 0xff) != SQLITE_MISMATCH)
        query_fail(snapshot->db, "point.add");
    bool ok = code == SQLITE_DONE ||
              error_set(error, "gives a point that is refused: %s",
                        strstr(sqlite3_errmsg(snapshot->db), "UNIQUE")
                            ? "this metric of this entity was given already"
                            : sqlite3_errmsg(snapshot->db));
    sqlite3_reset(add);
    return ok;
}

/* Without a run there is no night. */
void point_keep(struct snapshot *snapshot, const char *edition) {
    static const char *const steps[] = {"point.add_lost", "point.keep", "point.forget"};
    char *day = query_text(snapshot_query(snapshot, "point.day"));
    if (!day)
        return;
    snapshot_begin(snapshot);
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        sqlite3_stmt *query = snapshot_query(snapshot, steps[i]);
        query_bind_text(query, ":edition", edition);
        if (sqlite3_bind_parameter_index(query, ":day"))
            query_bind_text(query, ":day", day);
        query_run(query);
    }
    snapshot_commit(snapshot);
    free(day);
}
