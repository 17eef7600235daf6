#include "passes/analysis.h"

#include "base/version.h"

#include <stdlib.h>

void analyses_begin(struct snapshot *snapshot) {
    snapshot_run(snapshot, snapshot_query(snapshot, "change.next_generation"));
}

/* Another program, other zones, or that something is hidden now of what nothing was, may
 * give other rows from the same. */
void analysis_open(struct analysis *analysis, const struct rules *rules,
                   struct snapshot *snapshot, const struct edition *edition,
                   struct reader *reader, struct error *error) {
    char build[VERSION_BUILD_SIZE];
    char *zones = edition_zones_json(edition), *hiding = reader_hiding(snapshot, edition);
    version_build(build);
    *analysis = (struct analysis){
        .rules = rules,
        .snapshot = snapshot,
        .reader = reader,
        .edition = edition->name,
        .error = error,
        .made = xasprintf("%s %s %s %s", TOWER_VERSION, build, zones, hiding)};
    reader_open_edition(snapshot, edition, reader);
    free(zones);
    free(hiding);
}

static sqlite3_stmt *ask(const struct analysis *analysis, const char *name) {
    sqlite3_stmt *query = snapshot_query(analysis->snapshot, name);
    query_bind_text(query, ":edition", analysis->edition);
    return query;
}

bool analysis_is_current(const struct analysis *analysis, const char *step,
                         const char *input) {
    sqlite3_stmt *query = ask(analysis, "analysis.is_current");
    query_bind_text(query, ":step", step);
    query_bind_text(query, ":input", input);
    query_bind_text(query, ":now", clock_now_text());
    return query_int(query, 0);
}

void analysis_note(const struct analysis *analysis, const struct analysis_step *step,
                   bool clock) {
    sqlite3_stmt *query = ask(analysis, "analysis.note");
    query_bind_text(query, ":step", step->name);
    query_bind_text(query, ":input", step->input);
    query_bind_names(query, ":reads", &step->step->reads);
    query_bind_names(query, ":writes", &step->step->writes);
    query_bind_int(query, ":own_rows", *step->own_rows);
    query_bind_text(query, ":clock", clock ? clock_now_text() : NULL);
    query_run(query);
}

bool analysis_recall(const struct analysis *analysis, const struct analysis_step *step) {
    sqlite3_stmt *query = ask(analysis, "analysis.recall");
    bool known = false;
    query_bind_text(query, ":step", step->name);
    query_bind_text(query, ":input", step->input);
    while (query_row(query)) {
        known = true;
        *step->own_rows = sqlite3_column_int(query, 0);
        *LIST_ADD(sqlite3_column_int(query, 1) ? &step->step->writes : &step->step->reads) =
            xstrdup(column_text(query, 2));
    }
    return known;
}

void analysis_end(const struct analysis *analysis, const struct names *steps) {
    sqlite3_stmt *query = ask(analysis, "analysis.forget_others");
    query_bind_names(query, ":steps", steps);
    snapshot_run(analysis->snapshot, query);
}

void analysis_close(struct analysis *analysis) {
    reader_close(analysis->reader);
    free(analysis->made);
}

void analyses_end(struct snapshot *snapshot) {
    snapshot_begin(snapshot);
    query_run(snapshot_query(snapshot, "analysis.forget_editions"));
    query_run(snapshot_query(snapshot, "analysis.settle"));
    query_run(snapshot_query(snapshot, "change.next_generation"));
    snapshot_commit(snapshot);
}
