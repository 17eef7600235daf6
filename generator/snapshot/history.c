#include "snapshot/history.h"

#include "snapshot/query.h"

#include <stdlib.h>
#include <string.h>

/* Which tables and columns are kept; a connection knows once it asks. */
static sqlite3_stmt *ask(struct snapshot *snapshot, const char *name) {
    static const char *const lists[] = {"history.create_kept_table",
                                        "history.create_kept_column",
                                        "history.create_kept_list"};
    for (size_t i = 0; i < COUNT_OF(lists); i++)
        query_run(snapshot_query(snapshot, lists[i]));
    return snapshot_query(snapshot, name);
}

/* The schema is another one now. */
static void forget_lists(struct snapshot *snapshot) {
    static const char *const lists[] = {"history.forget_table", "history.forget_column",
                                        "history.forget_list"};
    for (size_t i = 0; i < COUNT_OF(lists); i++)
        query_run(snapshot_query(snapshot, lists[i]));
}

/* Runs every statement whose text QUERY makes. */
static void run_made(struct snapshot *snapshot, sqlite3_stmt *query) {
    struct buffer script = {0};
    while (query_row(query))
        buffer_printf(&script, "%s;\n", column_text(query, 0));
    query_script(snapshot->db, buffer_text(&script));
    buffer_free(&script);
}

/* The same with what the makers ask for: :run, :at, :input. */
static void run_of_night(struct snapshot *snapshot, const char *name,
                         const struct night *night) {
    sqlite3_stmt *query = ask(snapshot, name);
    if (sqlite3_bind_parameter_index(query, ":run"))
        query_bind_int(query, ":run", night->run);
    if (sqlite3_bind_parameter_index(query, ":at"))
        query_bind_text(query, ":at", night->at);
    run_made(snapshot, query);
}

void history_make_tables(struct snapshot *snapshot) {
    static const char *const steps[] = {"history.set_aside", "history.tables",
                                        "history.fill", "history.drop_old",
                                        "history.indexes"};
    forget_lists(snapshot);
    for (size_t i = 0; i < COUNT_OF(steps); i++)
        run_made(snapshot, ask(snapshot, steps[i]));
}

void history_make_triggers(struct snapshot *snapshot) {
    run_made(snapshot, ask(snapshot, "history.triggers"));
}

static char *ask_text(struct snapshot *snapshot, const char *name, const char *when) {
    sqlite3_stmt *query = ask(snapshot, name);
    if (when)
        query_bind_text(query, ":when", when);
    return query_text(query);
}

/* Why WHEN is not to be had, where no run is what it names. */
static bool refuse_missing(struct snapshot *snapshot, const char *when,
                           struct error *error) {
    char *moment = ask_text(snapshot, "history.is_moment", when);
    char *number = ask_text(snapshot, "history.is_number", when);
    char *first = ask_text(snapshot, "history.first_run", NULL);
    char *last = ask_text(snapshot, "history.last_run", NULL);
    if (!moment || *moment != '1')
        error_at(error, "--as-of", 0, 0,
                 "'%s' is not a date like 2026-10-01, a time like 2026-10-01T21:00:00Z or "
                 "the number of a run",
                 when);
    else if (!first)
        error_at(error, "--as-of", 0, 0, "there was no run yet; tower build makes one");
    else if (*number == '1')
        error_at(error, "--as-of", 0, 0,
                 "there is no run %s; the first is %s, the last is %s", when, first, last);
    else
        error_at(error, "--as-of", 0, 0, "%s is before the first run: %s", when, first);
    free(moment);
    free(number);
    free(first);
    free(last);
    return false;
}

static bool refuse_pruned(struct snapshot *snapshot, const struct night *night,
                          struct error *error) {
    sqlite3_stmt *query = ask(snapshot, "history.near_run");
    query_bind_int(query, ":run", night->run);
    char *near = query_text(query);
    error_at(error, "--as-of", 0, 0,
             "of run %lld of %s not everything is kept: it was pruned, or is older than "
             "the history; the nearest that can be asked for is %s",
             (long long)night->run, night->at, near ? near : "none");
    free(near);
    return false;
}

bool history_find(struct snapshot *snapshot, const char *when, struct night *night,
                  struct error *error) {
    *night = (struct night){0};
    sqlite3_stmt *query = ask(snapshot, "history.find_run");
    bool kept = false;
    query_bind_text(query, ":when", when);
    if (query_row(query)) {
        night->run = sqlite3_column_int64(query, 0);
        night->at = xstrdup(column_text(query, 1));
        kept = sqlite3_column_int(query, 2);
    }
    sqlite3_reset(query);
    if (!night->at)
        return refuse_missing(snapshot, when, error);
    return kept || refuse_pruned(snapshot, night, error);
}

bool history_copy(const char *path, const char *copy, struct error *error) {
    sqlite3 *from = NULL, *to = NULL;
    bool ok = sqlite3_open_v2(path, &from, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK &&
              sqlite3_exec(from, "SELECT 1 FROM run", NULL, NULL, NULL) == SQLITE_OK;
    if (!ok)
        error_set(error, "%s: cannot be read as a snapshot (%s); tower build makes one",
                  path, sqlite3_errmsg(from));
    sqlite3_busy_timeout(from, 5000);
    ok = ok && sqlite3_open(copy, &to) == SQLITE_OK;
    sqlite3_backup *backup = ok ? sqlite3_backup_init(to, "main", from, "main") : NULL;
    if (backup)
        sqlite3_backup_step(backup, -1);
    int code = backup ? sqlite3_backup_finish(backup) : SQLITE_ERROR;
    if (ok && code != SQLITE_OK)
        ok = error_set(error, "%s: cannot be copied to %s: %s", path, copy,
                       sqlite3_errmsg(to));
    sqlite3_close(from);
    sqlite3_close(to);
    return ok;
}

static void return_rows(struct snapshot *snapshot, const struct night *night, bool hiding) {
    if (hiding)
        run_of_night(snapshot, "history.note_zones", night);
    run_of_night(snapshot, "history.find_past", night);
    run_of_night(snapshot, "history.restore", night);
    run_of_night(snapshot, "history.remove", night);
    if (hiding)
        run_of_night(snapshot, "history.raise_zones", night);
    run_of_night(snapshot, "history.forget_future", night);
}

/* Nothing here is a change to be noted, and rows go before and after what they refer to. */
void history_return(struct snapshot *snapshot, const struct night *night, bool hiding) {
    sqlite3 *db = snapshot->db;
    query_script(db, "PRAGMA foreign_keys = OFF");
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    snapshot_begin(snapshot);
    return_rows(snapshot, night, hiding);
    sqlite3_stmt *scopes = snapshot_query(snapshot, "history.return_scopes");
    query_bind_text(scopes, ":at", night->at);
    query_run(scopes);
    run_of_night(snapshot, "history.forget_derived", night);
    snapshot_commit(snapshot);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1, NULL);
    query_script(db, "PRAGMA foreign_keys = ON");
}

/* Ages are counted in whole days: more can only be too old once a day is over. */
void history_prune(struct snapshot *snapshot, const struct site *site) {
    snapshot_begin(snapshot);
    sqlite3_stmt *release = snapshot_query(snapshot, "history.release_runs");
    query_bind_int(release, ":daily", site->history.daily);
    query_bind_int(release, ":weekly", site->history.weekly);
    query_run(release);
    if (sqlite3_changes(snapshot->db)) {
        run_made(snapshot, ask(snapshot, "history.prune"));
        query_run(snapshot_query(snapshot, "history.prune_points"));
        query_run(snapshot_query(snapshot, "history.prune_archive"));
        query_run(snapshot_query(snapshot, "history.prune_archive_entries"));
        query_run(snapshot_query(snapshot, "history.prune_standing"));
    }
    snapshot_commit(snapshot);
}

struct history_count history_count_runs(struct snapshot *snapshot) {
    sqlite3_stmt *query = snapshot_query(snapshot, "history.count_runs");
    struct history_count count = {0};
    if (query_row(query))
        count = (struct history_count){sqlite3_column_int64(query, 0),
                                       sqlite3_column_int64(query, 1)};
    sqlite3_reset(query);
    return count;
}

void history_give_back(struct snapshot *snapshot) {
    query_script(snapshot->db, "VACUUM");
}

void history_note_present(struct snapshot *snapshot, bool kept) {
    run_made(snapshot, ask(snapshot, "history.drop_triggers"));
    if (kept)
        run_made(snapshot, ask(snapshot, "history.note_present"));
}

void history_compare(struct snapshot *snapshot, bool kept, int64_t input) {
    if (kept) {
        sqlite3_stmt *renumber = ask(snapshot, "history.renumber");
        query_bind_int(renumber, ":input", input);
        run_made(snapshot, renumber);
        run_made(snapshot, ask(snapshot, "history.compare"));
    }
    sqlite3_stmt *runs = snapshot_query(snapshot, "history.keep_runs");
    query_bind_int(runs, ":input", kept ? input : -1);
    query_run(runs);
    history_make_triggers(snapshot);
}
