#include "snapshot/store.h"

#include "snapshot/change.h"
#include "snapshot/checksum.h"
#include "snapshot/history.h"
#include "snapshot/query.h"
#include "snapshot/view_text.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

struct prepared {
    char *name;
    sqlite3_stmt *query;
};

static bool read_internal(struct snapshot *snapshot, const struct library *library) {
    struct error error = {0};
    bool ok = declarations_read(library, "internal/", &snapshot->internal, &error);
    if (!ok)
        log_error("%s", error.text);
    return ok;
}

/* Reads who holds the lock; true where that process lives. */
static bool read_holder(int lock, char *holder, size_t size) {
    long process = 0;
    ssize_t got = pread(lock, holder, size - 1, 0);
    holder[got > 0 ? got : 0] = '\0';
    return sscanf(holder, "process %ld,", &process) == 1 && process > 0 &&
           (!kill((pid_t)process, 0) || errno == EPERM);
}

/* 0 where it is taken now, else errno: EWOULDBLOCK where it is held by somebody who says so
 * and lives. Between taking it and saying so a moment passes, and another between a
 * process's death and that of its workers, who hold it too. */
static int try_lock(int lock, char *holder, size_t size) {
    enum { TRIES = 40, PAUSE_NS = 25000000 }; /* a second in all */
    static const struct timespec pause = {0, PAUSE_NS};
    for (int i = 0; i < TRIES; i++) {
        if (!flock(lock, LOCK_EX | LOCK_NB))
            return 0;
        if (errno != EWOULDBLOCK)
            return errno;
        if (read_holder(lock, holder, size))
            break;
        nanosleep(&pause, NULL);
    }
    return EWOULDBLOCK;
}

static void say_holder(int lock, const char *path) {
    char *text = xasprintf("process %ld, its time is %s", (long)getpid(), clock_now_text());
    if (ftruncate(lock, 0) || pwrite(lock, text, strlen(text), 0) < 0)
        log_warn("%s: %s", path, strerror(errno));
    free(text);
}

int snapshot_lock(const char *snapshot, struct error *error) {
    char *path = xasprintf("%s.lock", snapshot), holder[128] = "";
    int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    int failure = lock < 0 ? errno : try_lock(lock, holder, sizeof holder);
    if (!failure)
        say_holder(lock, path);
    else if (failure == EWOULDBLOCK)
        error_set(error, "%s: another run is at work (%s); wait for it to end", snapshot,
                  *holder ? holder : "it does not say which");
    else
        error_set(error, "%s: %s", path, strerror(failure));
    if (lock >= 0 && failure)
        close(lock);
    free(path);
    return failure ? -1 : lock;
}

void snapshot_unlock(int lock) {
    if (lock >= 0 && !ftruncate(lock, 0))
        flock(lock, LOCK_UN);
    if (lock >= 0)
        close(lock);
}

static int64_t pragma_int(sqlite3 *db, const char *sql, bool *ok) {
    sqlite3_stmt *query = NULL;
    int64_t value = -1;
    *ok = *ok && sqlite3_prepare_v2(db, sql, -1, &query, NULL) == SQLITE_OK &&
          sqlite3_step(query) == SQLITE_ROW;
    if (*ok)
        value = sqlite3_column_int64(query, 0);
    sqlite3_finalize(query);
    return value;
}

/* Runs the statements that change.NAME makes. */
static void run_made(struct snapshot *snapshot, const char *name) {
    sqlite3_stmt *query = snapshot_query(snapshot, name);
    struct buffer script = {0};
    while (query_row(query))
        buffer_printf(&script, "%s;\n", column_text(query, 0));
    query_script(snapshot->db, buffer_text(&script));
    buffer_free(&script);
}

static void run_schema(struct snapshot *snapshot, const char *text, int64_t version) {
    char *script = xasprintf("%s;PRAGMA user_version = %lld;", text, (long long)version);
    query_script(snapshot->db, script);
    free(script);
}

/* A new snapshot gets the newest schema in one piece; see whole.c. */
static bool make_whole(struct snapshot *snapshot, const struct library *library,
                       int64_t version, int64_t last) {
    const struct library_file *whole = library_find(library, "schema/whole.sql");
    if (!whole || version || last != snapshot_newest_version(library))
        return false;
    snapshot_begin(snapshot);
    run_schema(snapshot, whole->text, last);
    snapshot_commit(snapshot);
    return true;
}

/* Each version is a file schema/N.sql; the triggers follow from the last one. All in one
 * transaction. */
static void migrate(struct snapshot *snapshot, const struct library *library,
                    int64_t version, int64_t last) {
    view_texts_free(snapshot->views); /* which were of another schema */
    snapshot->views = view_texts_new();
    if (make_whole(snapshot, library, version, last))
        return;
    snapshot_begin(snapshot);
    run_made(snapshot, "change.old_triggers");
    while (version < last) {
        char *name = xasprintf("schema/%d.sql", (int)++version);
        run_schema(snapshot, library_find(library, name)->text, version);
        free(name);
    }
    history_make_tables(snapshot);
    run_made(snapshot, "change.triggers");
    run_made(snapshot, "change.cascades");
    history_make_triggers(snapshot);
    snapshot_commit(snapshot);
}

int64_t snapshot_newest_version(const struct library *library) {
    int64_t version = 0;
    for (bool more = true; more; version += more) {
        char *name = xasprintf("schema/%d.sql", (int)version + 1);
        more = library_find(library, name);
        free(name);
    }
    return version;
}

static void forget_prepared(struct snapshot *snapshot) {
    for (size_t i = 0; i < snapshot->prepared.count; i++) {
        sqlite3_finalize(snapshot->prepared.items[i].query);
        free(snapshot->prepared.items[i].name);
    }
    free(snapshot->prepared.items);
    snapshot->prepared.items = NULL;
    snapshot->prepared.count = snapshot->prepared.capacity = 0;
}

static void disconnect(struct snapshot *snapshot) {
    forget_prepared(snapshot);
    int code = sqlite3_close(snapshot->db);
    assert(code == SQLITE_OK);
    snapshot->db = NULL;
}

static bool connect_to_file(struct snapshot *snapshot, int flags, struct error *error) {
    if (sqlite3_open_v2(snapshot->path, &snapshot->db, flags, NULL) != SQLITE_OK)
        return error_set(error, "%s: %s", snapshot->path, sqlite3_errmsg(snapshot->db));
    sqlite3_busy_timeout(snapshot->db, 5000);
    sqlite3_db_config(snapshot->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    if (!snapshot->views)
        snapshot->views = view_texts_new();
    return true;
}

static void configure(struct snapshot *snapshot) {
    query_script(snapshot->db, "PRAGMA journal_mode = WAL;"
                               "PRAGMA synchronous = NORMAL;"
                               "PRAGMA temp.cache_size = -512;" /* kilobytes */
                               "PRAGMA foreign_keys = ON;");
}

static void claim(struct snapshot *snapshot) {
    char *script = xasprintf("PRAGMA application_id = %d", SNAPSHOT_APPLICATION_ID);
    query_script(snapshot->db, script);
    free(script);
}

static bool prepare_file(struct snapshot *snapshot, const struct library *library,
                         struct error *error) {
    bool ok = true;
    int64_t application = pragma_int(snapshot->db, "PRAGMA application_id", &ok);
    int64_t tables = pragma_int(snapshot->db, "SELECT count(*) FROM sqlite_schema", &ok);
    int64_t version = pragma_int(snapshot->db, "PRAGMA user_version", &ok);
    if (!ok)
        return error_set(error,
                         "%s: is not a snapshot (%s); move it away and run again, or "
                         "restore it from a copy",
                         snapshot->path, sqlite3_errmsg(snapshot->db));
    if (tables && application != SNAPSHOT_APPLICATION_ID)
        return error_set(error,
                         "%s: is another program's database; move it away and run again",
                         snapshot->path);
    if (version > snapshot_newest_version(library))
        return error_set(
            error,
            "%s: was written by a newer version of this program (schema %lld); "
            "use that version, or move the file away",
            snapshot->path, (long long)version);
    snapshot->checksum = checksum_take(snapshot->path);
    if (application != SNAPSHOT_APPLICATION_ID)
        claim(snapshot);
    if (version <
        snapshot_newest_version(library)) /* while foreign keys are not looked at */
        migrate(snapshot, library, version, snapshot_newest_version(library));
    configure(snapshot);
    changes_watch(snapshot);
    if (!snapshot->checksum.is_ours) { /* what others changed is not noted */
        query_run(snapshot_query(snapshot, "change.distrust_pages"));
        query_run(snapshot_query(snapshot, "change.distrust_passes"));
    }
    snapshot->is_whole = true;
    return true;
}

/* The file's schema; one that cannot be asked ends the program, as it is our own. */
static int64_t version_of(struct snapshot *snapshot) {
    bool ok = true;
    int64_t version = pragma_int(snapshot->db, "PRAGMA user_version", &ok);
    if (!ok)
        query_fail(snapshot->db, "PRAGMA user_version");
    return version;
}

bool snapshot_open_private(const char *path, const struct library *library, int64_t version,
                           struct snapshot *snapshot, struct error *error) {
    *snapshot = (struct snapshot){.lock = -1, .path = xstrdup(path)};
    bool correct = read_internal(snapshot, library);
    assert(correct);
    if (!connect_to_file(snapshot, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error))
        return false;
    claim(snapshot);
    migrate(snapshot, library, version_of(snapshot), version);
    run_made(snapshot, "change.old_triggers");
    return true;
}

void snapshot_finish_private(struct snapshot *snapshot, const struct library *library) {
    migrate(snapshot, library, version_of(snapshot), snapshot_newest_version(library));
    configure(snapshot);
}

static bool create_folder_of(const char *path, struct error *error) {
    char *folder = xstrndup(path, (size_t)(strrchr(path, '/') - path));
    bool ok = folder_create(folder, error);
    free(folder);
    return ok;
}

bool snapshot_open(const char *path, const struct library *library,
                   struct snapshot *snapshot, struct error *error) {
    *snapshot = (struct snapshot){.lock = -1, .path = xstrdup(path)};
    if (!create_folder_of(path, error) || (snapshot->lock = snapshot_lock(path, error)) < 0)
        return false;
    bool correct = read_internal(snapshot, library);
    assert(correct);
    return connect_to_file(snapshot, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error) &&
           prepare_file(snapshot, library, error);
}

bool snapshot_open_reading(const char *path, const struct library *library,
                           struct snapshot *snapshot, struct error *error) {
    *snapshot = (struct snapshot){.lock = -1, .path = xstrdup(path)};
    struct error unreadable = {0};
    bool correct = read_internal(snapshot, library);
    assert(correct);
    bool ok = connect_to_file(snapshot, SQLITE_OPEN_READONLY, &unreadable);
    error_free(&unreadable);
    int64_t application = pragma_int(snapshot->db, "PRAGMA application_id", &ok);
    int64_t version = pragma_int(snapshot->db, "PRAGMA user_version", &ok);
    if (!ok || application != SNAPSHOT_APPLICATION_ID)
        return error_set(error, "there is no snapshot that can be read; tower build makes "
                                "one, and says what is wrong otherwise");
    return version == snapshot_newest_version(library) ||
           error_set(error,
                     "the snapshot is of schema %lld, this program of schema %lld; tower "
                     "build brings an older one to its own",
                     (long long)version, (long long)snapshot_newest_version(library));
}

void snapshot_close(struct snapshot *snapshot) {
    disconnect(snapshot);
    changes_free(snapshot->changes);
    view_texts_free(snapshot->views);
    if (snapshot->is_whole)
        checksum_write(snapshot->path, &snapshot->checksum);
    declarations_free(&snapshot->internal);
    snapshot_unlock(snapshot->lock);
    free(snapshot->path);
    *snapshot = (struct snapshot){.lock = -1};
}

void snapshot_suspend(struct snapshot *snapshot) {
    disconnect(snapshot);
}

void snapshot_resume(struct snapshot *snapshot, bool writing) {
    struct error error = {0};
    int flags = writing ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    if (!connect_to_file(snapshot, flags, &error))
        query_fail(snapshot->db, "open");
    if (writing) {
        configure(snapshot);
        changes_watch(snapshot);
    }
}

const struct statement *snapshot_statement(const struct snapshot *snapshot,
                                           const char *name) {
    const char *dot = strchr(name, '.');
    const struct statement *statement = NULL;
    assert(dot);
    for (size_t i = 0; i < snapshot->internal.count; i++) {
        const struct declaration *file = &snapshot->internal.items[i];
        const char *stem = strrchr(file->name, '/') + 1;
        if (strlen(stem) == (size_t)(dot - name) && !strncmp(stem, name, strlen(stem)))
            statement = declaration_statement(file, dot + 1);
    }
    assert(statement);
    return statement;
}

static void settle_if_many(struct snapshot *snapshot) {
    if (snapshot->changes && changes_are_many(snapshot->changes))
        changes_settle(snapshot->changes);
}

sqlite3_stmt *snapshot_query(struct snapshot *snapshot, const char *name) {
    settle_if_many(snapshot);
    for (size_t i = 0; i < snapshot->prepared.count; i++)
        if (!strcmp(snapshot->prepared.items[i].name, name)) {
            sqlite3_stmt *query = snapshot->prepared.items[i].query;
            sqlite3_reset(query);
            sqlite3_clear_bindings(query);
            return query;
        }
    const struct statement *statement = snapshot_statement(snapshot, name);
    struct prepared *prepared = LIST_ADD(&snapshot->prepared);
    prepared->name = xstrdup(name);
    if (sqlite3_prepare_v3(snapshot->db, statement->sql, -1, SQLITE_PREPARE_PERSISTENT,
                           &prepared->query, NULL) != SQLITE_OK)
        query_fail(snapshot->db, name);
    return prepared->query;
}

void snapshot_begin(struct snapshot *snapshot) {
    query_script(snapshot->db, "BEGIN IMMEDIATE");
}

void snapshot_commit(struct snapshot *snapshot) {
    if (snapshot->changes)
        changes_settle(snapshot->changes);
    query_script(snapshot->db, "COMMIT");
}

void snapshot_roll_back(struct snapshot *snapshot) {
    query_script(snapshot->db, "ROLLBACK");
}

void snapshot_run(struct snapshot *snapshot, sqlite3_stmt *query) {
    bool alone = sqlite3_get_autocommit(snapshot->db);
    if (alone)
        snapshot_begin(snapshot);
    query_run(query);
    if (alone)
        snapshot_commit(snapshot);
}

void snapshot_batch(struct snapshot *snapshot) {
    if (sqlite3_get_autocommit(snapshot->db))
        snapshot_begin(snapshot);
}

void snapshot_settle(struct snapshot *snapshot) {
    if (!sqlite3_get_autocommit(snapshot->db))
        snapshot_commit(snapshot);
}
