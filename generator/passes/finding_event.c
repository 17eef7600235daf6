#include "passes/finding_event.h"

#include <stdlib.h>

/* A statement of this file's with the edition and, where it is about one, the run. */
static sqlite3_stmt *ask(struct snapshot *snapshot, const char *name, const char *edition) {
    sqlite3_stmt *query = snapshot_query(snapshot, name);
    query_bind_text(query, ":edition", edition);
    if (sqlite3_bind_parameter_index(query, ":run"))
        query_bind_int(query, ":run", snapshot_last_run(snapshot));
    return query;
}

/* What was noted of this run is taken back; the rules are remembered. */
static void begin(struct snapshot *snapshot, const char *edition) {
    static const char *const steps[] = {
        "finding_event.forget_run",   "finding_event.forget_rules",
        "finding_event.age_rules",    "finding_event.lose_rules",
        "finding_event.keep_rules",   "finding_event.forget_changes",
        "finding_event.keep_changes",
    };
    for (size_t i = 0; i < COUNT_OF(steps); i++)
        query_run(ask(snapshot, steps[i], edition));
}

/* Binds the columns of CHANGE to the parameters of their names. */
static void add(struct snapshot *snapshot, const char *edition, sqlite3_stmt *change) {
    sqlite3_stmt *query = ask(snapshot, "finding_event.add", edition);
    query_bind_text(query, ":now", clock_now_text());
    for (int i = 0; i < sqlite3_column_count(change); i++) {
        char *name = xasprintf(":%s", sqlite3_column_name(change, i));
        int parameter = sqlite3_bind_parameter_index(query, name);
        if (sqlite3_bind_value(query, parameter, sqlite3_column_value(change, i)))
            query_fail(snapshot->db, name);
        free(name);
    }
    query_run(query);
}

void finding_event_note(struct snapshot *snapshot, struct reader *reader,
                        const char *edition) {
    sqlite3_stmt *changes = reader_prepare_own(reader, snapshot, "finding_event.changes");
    query_bind_int(changes, ":run", snapshot_last_run(snapshot));
    snapshot_begin(snapshot);
    begin(snapshot, edition);
    while (query_row(changes))
        add(snapshot, edition, changes);
    snapshot_commit(snapshot);
    sqlite3_finalize(changes);
}
