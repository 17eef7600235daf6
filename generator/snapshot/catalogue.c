/* What the snapshot says of the run itself: its sources, its number, its declarations. */
#include "snapshot/snapshot.h"

#include "base/version.h"

#include <stdlib.h>
#include <string.h>

void snapshot_declare_sources(struct snapshot *snapshot, const struct site *site) {
    snapshot_begin(snapshot);
    query_run(snapshot_query(snapshot, "catalogue.forget_sources"));
    for (size_t i = 0; i < site->sources.count; i++) {
        const struct source *source = &site->sources.items[i];
        sqlite3_stmt *query = snapshot_query(snapshot, "catalogue.declare_source");
        query_bind_text(query, ":name", source->name);
        query_bind_text(query, ":system", source->type);
        query_bind_int(query, ":position", (int64_t)i + 1);
        query_bind_int(query, ":demo", source->replay != NULL);
        query_bind_text(query, ":zone", zone_names[source->zone]);
        query_run(query);
    }
    snapshot_commit(snapshot);
}

int64_t snapshot_start_run(struct snapshot *snapshot) {
    snapshot_begin(snapshot);
    sqlite3_stmt *query = snapshot_query(snapshot, "catalogue.start_run");
    query_bind_text(query, ":started_at", clock_now_text());
    query_bind_text(query, ":version", TOWER_VERSION);
    query_run(query);
    int64_t run = sqlite3_last_insert_rowid(snapshot->db);
    query_run(snapshot_query(snapshot, "catalogue.forget_requests"));
    snapshot_commit(snapshot);
    return run;
}

int64_t snapshot_last_run(struct snapshot *snapshot) {
    return query_int(snapshot_query(snapshot, "catalogue.last_run"), 0);
}

void snapshot_catalogue(struct snapshot *snapshot, const char *kind,
                        const struct declarations *declarations) {
    static const char *const fields[] = {"group", "severity", "remedy", "reference"};
    snapshot_begin(snapshot);
    sqlite3_stmt *forget = snapshot_query(snapshot, "catalogue.forget_declarations");
    query_bind_text(forget, ":kind", kind);
    query_run(forget);
    for (size_t i = 0; i < declarations->count; i++) {
        const struct declaration *declaration = &declarations->items[i];
        sqlite3_stmt *query = snapshot_query(snapshot, "catalogue.declare");
        query_bind_text(query, ":name", strchr(declaration->name, '/') + 1);
        query_bind_text(query, ":kind", kind);
        query_bind_text(query, ":summary", declaration->summary);
        query_bind_text(query, ":documentation", declaration->documentation);
        query_bind_text(query, ":hash", declaration->hash);
        for (size_t f = 0; f < COUNT_OF(fields); f++) {
            char *parameter = xasprintf(":%s", fields[f]);
            query_bind_text(query, parameter,
                            declaration_field(declaration, fields[f], NULL));
            free(parameter);
        }
        query_run(query);
    }
    snapshot_commit(snapshot);
}
