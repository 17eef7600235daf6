#include "command/rescore.h"

#include "command/scratch.h"
#include "passes/passes.h"

#include <stdlib.h>
#include <string.h>

/* Where no pass was ever known there was no other rule. */
static bool is_any_changed(const struct declarations *passes, struct snapshot *snapshot) {
    int64_t known = query_int(snapshot_query(snapshot, "rescore.count_passes"), 0);
    bool changed = known && known != (int64_t)passes->count;
    for (size_t i = 0; known && !changed && i < passes->count; i++) {
        sqlite3_stmt *query = snapshot_query(snapshot, "rescore.is_known");
        query_bind_text(query, ":name", strchr(passes->items[i].name, '/') + 1);
        query_bind_text(query, ":hash", passes->items[i].hash);
        changed = !query_int(query, 0);
    }
    return changed;
}

/* Analyses NIGHT on COPY as if it were then; the time of now comes back. */
static bool analyse_then(const struct workplace *workplace, const struct night *night,
                         struct snapshot *copy, struct error *error) {
    char *now = xstrdup(clock_now_text());
    history_return(copy, night, false);
    bool ok = clock_fix(night->at, error) &&
              passes_run(&workplace->site, &workplace->library, copy, error);
    ok = clock_fix(now, error) && ok;
    free(now);
    return ok;
}

static void keep(struct snapshot *snapshot, const struct night *night,
                 struct snapshot *copy) {
    static const char *const columns[] = {":edition", ":source", ":repo", ":metric",
                                          ":after"};
    sqlite3_stmt *scores = snapshot_query(copy, "rescore.scores");
    snapshot_begin(snapshot);
    sqlite3_stmt *forget = snapshot_query(snapshot, "rescore.forget");
    query_bind_int(forget, ":run", snapshot_last_run(snapshot));
    query_run(forget);
    while (query_row(scores)) {
        sqlite3_stmt *add = snapshot_query(snapshot, "rescore.add");
        query_bind_int(add, ":run", snapshot_last_run(snapshot));
        query_bind_text(add, ":at", night->at);
        for (size_t i = 0; i < COUNT_OF(columns); i++)
            sqlite3_bind_value(add, sqlite3_bind_parameter_index(add, columns[i]),
                               sqlite3_column_value(scores, (int)i));
        query_run(add);
    }
    snapshot_commit(snapshot);
}

static bool rescore(struct workplace *workplace, const char *when, struct error *error) {
    struct snapshot copy = {.lock = -1};
    struct night night = {0};
    char *folder = scratch_make(error);
    char *from = path_join(workplace->site.folder, "data/tower.db");
    char *path = folder ? path_join(folder, "tower.db") : NULL;
    bool ok = folder && history_copy(from, path, error) &&
              snapshot_open(path, &workplace->library, &copy, error) &&
              history_find(&copy, when, &night, error) &&
              analyse_then(workplace, &night, &copy, error);
    if (ok)
        keep(&workplace->snapshot, &night, &copy);
    snapshot_close(&copy);
    scratch_remove(folder);
    free(night.at);
    free(from);
    free(path);
    return ok;
}

bool rescore_night_before(struct workplace *workplace, struct error *error) {
    struct declarations passes = {0};
    if (workplace->scratch)
        return true;
    bool ok = passes_read(&workplace->site, &workplace->library, &passes, error);
    char *when =
        ok && is_any_changed(&passes, &workplace->snapshot)
            ? query_text(snapshot_query(&workplace->snapshot, "rescore.run_before"))
            : NULL;
    if (when) {
        log_info("Rules changed: run %s is scored under those of now, too", when);
        ok = rescore(workplace, when, error);
    }
    declarations_free(&passes);
    free(when);
    return ok;
}
