/* What the snapshot says of the run itself: its sources, its number, its declarations. */
#include "snapshot/snapshot.h"

#include "base/version.h"

#include <assert.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* Runs what keeps only NAMES, and frees them. What stays as it is must not be written: it
 * would count as a change. */
static void forget_others(sqlite3_stmt *query, json_t *names) {
    char *text = json_dumps(names, 0);
    query_bind_text(query, ":names", text);
    query_run(query);
    free(text);
    json_decref(names);
}

static const char *name_of(const struct declaration *declaration) {
    return strchr(declaration->name, '/') + 1;
}

void snapshot_declare_sources(struct snapshot *snapshot, const struct site *site) {
    snapshot_begin(snapshot);
    json_t *names = json_array();
    for (size_t i = 0; i < site->sources.count; i++)
        json_array_append_new(names, json_string(site->sources.items[i].name));
    forget_others(snapshot_query(snapshot, "catalogue.forget_sources"), names);
    for (size_t i = 0; i < site->sources.count; i++) {
        const struct source *source = &site->sources.items[i];
        assert(source->zone < ZONE_COUNT);
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

bool snapshot_check_time(struct snapshot *snapshot, struct error *error) {
    sqlite3_stmt *query = snapshot_query(snapshot, "catalogue.later_run");
    query_bind_text(query, ":now", clock_now_text());
    char *last = query_text(query);
    if (last)
        error_set(
            error,
            "%s: the last run started at %s, and now it is %s: a run cannot go back in "
            "time; set the clock or --now right, or, where the last run's time was the "
            "wrong one, return to a backup from before it with tower db restore FILE",
            snapshot->path, last, clock_now_text());
    free(last);
    return !error->kind;
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
    static const char *const fields[] = {"group", "severity", "remedy", "reference",
                                         "repeats"};
    snapshot_begin(snapshot);
    sqlite3_stmt *forget = snapshot_query(snapshot, "catalogue.forget_declarations");
    json_t *names = json_array();
    query_bind_text(forget, ":kind", kind);
    for (size_t i = 0; i < declarations->count; i++)
        json_array_append_new(names, json_string(name_of(&declarations->items[i])));
    forget_others(forget, names);
    for (size_t i = 0; i < declarations->count; i++) {
        const struct declaration *declaration = &declarations->items[i];
        sqlite3_stmt *query = snapshot_query(snapshot, "catalogue.declare");
        query_bind_text(query, ":name", name_of(declaration));
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
