#include "serve/visit.h"

#include <stdlib.h>
#include <string.h>

/* What site.conf says now is what the edition was made for. */
static bool is_current(struct snapshot *snapshot, const struct edition *edition) {
    char *zones = edition_zones_json(edition);
    sqlite3_stmt *query = snapshot_query(snapshot, "edition.current");
    query_bind_text(query, ":edition", edition->name);
    query_bind_text(query, ":zones", zones);
    query_bind_int(query, ":run", snapshot_last_run(snapshot));
    bool current = query_int(query, 0);
    free(zones);
    return current;
}

/* A run may have begun since: its facts would not belong to what is computed. */
static char *analysed_at(struct visit *visit) {
    sqlite3_stmt *query =
        reader_prepare_own(&visit->reader, &visit->snapshot, "serve.analysed");
    char *text = query_text(query);
    sqlite3_finalize(query);
    return text;
}

bool visit_open(struct visit *visit, const struct site *site, const struct library *library,
                const struct edition *edition, struct error *error) {
    *visit = (struct visit){.snapshot = {.lock = -1}};
    char *path = path_join(site->folder, "data/tower.db");
    bool ok = snapshot_open_reading(path, library, &visit->snapshot, error);
    free(path);
    if (!ok)
        return false;
    if (is_current(&visit->snapshot, edition)) {
        reader_open_edition_held(&visit->snapshot, edition, &visit->reader);
        visit->as_of = analysed_at(visit);
    }
    return visit->as_of ||
           error_set(error,
                     "the snapshot has facts that edition \"%s\" was not analysed with: a "
                     "run is at work, then ask again when it has ended; or it did not end, "
                     "then run tower build",
                     edition->name);
}

void visit_close(struct visit *visit) {
    if (visit->reader.db)
        reader_close(&visit->reader);
    snapshot_close(&visit->snapshot);
    free(visit->as_of);
    *visit = (struct visit){.snapshot = {.lock = -1}};
}
