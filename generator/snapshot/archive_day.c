#include "snapshot/archive_day.h"

#include "snapshot/query.h"

#include <stdlib.h>

static sqlite3_stmt *ask(struct snapshot *snapshot, const char *name,
                         const struct edition *edition, const char *zones) {
    sqlite3_stmt *query = snapshot_query(snapshot, name);
    query_bind_text(query, ":edition", edition->name);
    query_bind_text(query, ":zones", zones);
    return query;
}

void archive_day_judge(struct snapshot *snapshot, const struct edition *edition,
                       const char *except) {
    char *zones = edition_zones_json(edition);
    query_run(ask(snapshot, "archive_day.judge", edition, zones));
    sqlite3_stmt *query = ask(snapshot, "archive_day.withhold", edition, zones);
    query_bind_text(query, ":except", except);
    query_run(query);
    free(zones);
}
